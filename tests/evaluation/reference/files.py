"""Read the three files of a diary. A file that breaks the format raises an ordinary error."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tests.evaluation.reference.entries import Clearance, Diary, Episode, Record, Setting, Sign

if TYPE_CHECKING:
    from pathlib import Path

SCREENING = ("under_18", "pregnant", "operated", "complete_tear")


def read(folder: Path, until: date | None = None) -> Diary:
    """Read a folder; what is dated after `until` is left out."""
    document = json.loads((folder / "episode.json").read_text(encoding="utf-8"))
    onset = date.fromisoformat(document["onset"])
    last = None if until is None else (until - onset).days
    records = [check_in_of(row, onset, n) for n, row in _rows(folder / "check_ins.csv")]
    records += [session_of(row, onset, n) for n, row in _rows(folder / "sessions.csv")]
    known = tuple(r for r in records if last is None or r.day <= last)
    return Diary(episode_of(document, onset, last), known)


def _rows(file: Path) -> list[tuple[int, dict[str, str]]]:
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(enumerate(csv.DictReader(lines)))


def episode_of(document: dict[str, Any], onset: date, last: int | None) -> Episode:
    settings = [_setting(s, onset, n) for n, s in enumerate(document.get("settings", []))]
    clearances = [_clearance(c, onset) for c in document.get("clearances", [])]
    at = _instant(document.get("screened_at"))
    signs = [Sign(id_, 0, 0, at, "screening") for id_ in document.get("screening", [])]
    for carried in document.get("carried_signs", []):
        day = _day(carried["date"], onset)
        at = _instant(carried.get("entered_at"))
        signs += [Sign(flag, day, max(0, day), at, "carried") for flag in carried["flags"]]
    return Episode(
        onset=onset,
        site=document.get("site", "hamstring"),
        timezone=document.get("timezone", "UTC"),
        baseline_minutes=document["baseline_run_minutes"],
        week_minutes=document.get("baseline_week_minutes"),
        settings=tuple(s for s in settings if last is None or s.day <= last),
        clearances=tuple(c for c in clearances if last is None or c.day <= last),
        signs=tuple(sign for sign in signs if locks(sign.id)),
    )


def locks(sign: str) -> bool:
    """Whether a sign locks running: emergency, urgent, or of the first screen."""
    return sign[0] in "EU" or sign in SCREENING


def _setting(item: dict[str, Any], onset: date, row: int) -> Setting:
    day, by = _day(item["date"], onset), item.get("by") or ""
    return Setting(item["name"], item["value"], day, by, _instant(item.get("entered_at")), row)


def _clearance(item: dict[str, Any], onset: date) -> Clearance:
    covers = item.get("covers")
    return Clearance(
        _day(item["date"], onset),
        _instant(item.get("entered_at")),
        None if covers is None else tuple(covers),
    )


def check_in_of(row: dict[str, str], onset: date, place: int) -> Record:
    asked = [flag.strip() for flag in row.get("red_flags", "").split(";") if flag.strip()]
    return Record(
        day=_day(row["date"], onset),
        kind="check_in",
        row=place,
        time=_time(row.get("time")),
        moment=row.get("moment") or "day",
        pain=int(row["pain"]),
        sensation=row["sensation"],
        limp=row.get("limp") == "yes",
        painkiller=row.get("painkiller") == "yes",
        flags=tuple(flag for flag in asked if flag.lower() != "none") if asked else None,
        entered_at=_instant(row.get("entered_at")),
    )


def session_of(row: dict[str, str], onset: date, place: int) -> Record:
    walk, jog = _seconds(row.get("walk_minutes")) or 0, _seconds(row.get("jog_minutes")) or 0
    longest = _seconds(row.get("longest_jog_minutes"))
    if longest is None and walk == 0 and row["kind"] != "other":
        longest = jog
    return Record(
        day=_day(row["date"], onset),
        kind=row["kind"],
        row=place,
        time=_time(row.get("time")),
        pain=_whole(row.get("pain")),
        sensation=row.get("sensation") or "",
        limp=row.get("limp") == "yes",
        entered_at=_instant(row.get("entered_at")),
        seconds=_seconds(row.get("minutes")),
        walk=walk,
        jog=jog,
        longest=longest,
        effort=_whole(row.get("effort")),
        stopped_early=row.get("stopped_early") == "yes",
    )


def _day(text: str, onset: date) -> int:
    return (date.fromisoformat(text) - onset).days


def _time(text: str | None) -> int | None:
    if not text:
        return None
    hours, minutes, *seconds = (int(part) for part in text.split(":"))
    return hours * 3600 + minutes * 60 + sum(seconds)


def _whole(text: str | None) -> int | None:
    return int(text) if text else None


def _seconds(text: str | None) -> int | None:
    """Minutes, as decimals or mm:ss, in whole seconds."""
    if not text:
        return None
    if ":" in text:
        minutes, seconds = text.split(":")
        return int(minutes) * 60 + int(seconds)
    return round(Decimal(text) * 60)


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if text else None
