"""An episode as a JSON document, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.entries.cells import from_instant, one_of
from tracker.exchange.own_format.episode_lifecycle import (
    KEEPING_KEYS,
    EpisodeLifecycle,
    from_keeping,
)
from tracker.exchange.own_format.episode_settings import with_settings
from tracker.exchange.own_format.episode_values import (
    FORMAT,
    to_at,
    to_baseline,
    to_day,
    to_format,
    to_protocol,
    to_signs,
    to_through,
    to_timezone,
    to_week,
)
from tracker.exchange.own_format.json_values import (
    known,
    to_document,
    to_objects,
    to_whole,
    to_words,
    worded,
)
from tracker.exchange.parse_errors import Faults, Record
from tracker.progression.episode import (
    SELF,
    CarriedSign,
    Clearance,
    Episode,
    Setting,
    Side,
    Site,
)
from tracker.progression.protocol import BASELINE, BASELINE_WEEK
from tracker.progression.protocol_document.reader import SHIPPED, shipped
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.progression.protocol import RehabProtocol

EPISODE = "episode.json"
_KEYS = (
    "format", "onset", "site", "side", BASELINE, BASELINE_WEEK, "timezone", "protocol",
    "protocol_by", "protocol_on", "protocol_set_at", "screening", "screened_on", "screened_at",
    "settings", "clearances", "carried_signs",
    *KEEPING_KEYS,
)  # fmt: skip
_ENTRY_KEYS = {
    "settings": ("name", "value", "date", "by", "entered_at", "through"),
    "clearances": ("date", "by", "note", "covers", "entered_at", "through"),
    "carried_signs": ("date", "flags", "entered_at"),
}
_USUAL = {"site": Site.HAMSTRING, "side": Side.LEFT, "timezone": "UTC", "protocol": SHIPPED}


def to_episode(
    content: bytes, faults: Faults, notices: list[str], own: RehabProtocol | None = None
) -> Episode | None:
    """Read an episode; None once its faults are noted. `own` is the protocol that lies beside it.

    Unknown keys, and missing facts that are taken as usual, go to `notices`.
    Raises UnusableFileError where the file is no such document.
    """
    record = Record(faults, EPISODE, to_document(content, EPISODE))
    if record.need("format", to_format) is None:
        return None
    _notice(record, "", _KEYS, notices)
    notices += [
        gettext(
            "%(file)s: %(key)s is missing and taken as %(usual)s",
            file=EPISODE,
            key=key,
            usual=usual,
        )
        for key, usual in _USUAL.items()
        if record.values.get(key) is None
    ]
    protocol = record.get("protocol", to_protocol(own)) or shipped()
    episode = _episode(record, protocol)
    clearances = [_clearance(entry) for entry in _entries(record, "clearances", faults, notices)]
    settings = [_setting(entry) for entry in _entries(record, "settings", faults, notices)]
    carried = [_carried(entry) for entry in _entries(record, "carried_signs", faults, notices)]
    if episode is None or record.is_faulty:
        return None
    cleared = replace(
        episode,
        clearances=tuple(c for c in clearances if c),
        carried_signs=tuple(c for c in carried if c),
    )
    return with_settings(cleared, protocol, [s for s in settings if s], faults, EPISODE)


def from_episode(episode: Episode, keeping: EpisodeLifecycle | None = None) -> str:
    """Write an episode, and how it is kept."""
    screened_on, week = episode.screened_on, episode.baseline_week_minutes
    document = {
        "format": FORMAT,
        "onset": episode.onset.isoformat(),
        "site": episode.site,
        "side": episode.side,
        BASELINE: episode.baseline_minutes,
        **({} if week is None else {BASELINE_WEEK: week}),
        "timezone": episode.timezone,
        "protocol": episode.protocol,
        **_protocol_chosen(episode),
        "screening": list(episode.screening),
        **({} if screened_on is None else {"screened_on": screened_on.isoformat()}),
        **known(screened_at=from_instant(episode.screened_at)),
        "settings": [
            {"name": s.name, "value": s.value, "date": s.date.isoformat(), "by": s.by or SELF}
            | known(entered_at=from_instant(s.entered_at), through=s.through.value)
            for s in episode.settings
        ],
        "clearances": [
            {"date": c.date.isoformat(), "by": c.by, "note": c.note}
            | ({"covers": list(c.covers)} if c.covers else {})
            | known(entered_at=from_instant(c.entered_at), through=c.through.value)
            for c in episode.clearances
        ],
        **_carried_signs(episode),
        **({} if keeping is None else from_keeping(keeping)),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _protocol_chosen(episode: Episode) -> dict[str, object]:
    """On whose word the protocol decides, where it was chosen."""
    day = episode.protocol_on
    return known(
        protocol_by=episode.protocol_by or None,
        protocol_on=None if day is None else day.isoformat(),
        protocol_set_at=from_instant(episode.protocol_set_at),
    )


def _carried_signs(episode: Episode) -> dict[str, object]:
    signs = [
        {"date": sign.date.isoformat(), "flags": list(sign.flags)}
        | known(entered_at=from_instant(sign.entered_at))
        for sign in episode.carried_signs
    ]
    return {"carried_signs": signs} if signs else {}


def _notice(record: Record, at: str, known: tuple[str, ...], notices: list[str]) -> None:
    notices += [
        gettext(
            "%(file)s: the key %(key)r is not known and is not read",
            file=EPISODE,
            key=at + key[:60],
        )
        for key in record.values
        if key not in known
    ]


def _episode(record: Record, protocol: RehabProtocol) -> Episode | None:
    """The facts of the episode itself, without what was changed or cleared later."""
    onset = record.need("onset", to_day)
    baseline = record.need(BASELINE, to_baseline(protocol))
    week = record.get(BASELINE_WEEK, to_week(protocol, baseline))
    site = record.get("site", worded(one_of(Site)))
    side = record.get("side", worded(one_of(Side)))
    timezone = record.get("timezone", to_timezone)
    screening = record.get("screening", to_signs)
    screened_on = record.get("screened_on", to_day)
    if onset is None or baseline is None:
        return None
    return Episode(
        onset=onset,
        baseline_minutes=baseline,
        baseline_week_minutes=week,
        site=site or Site.HAMSTRING,
        side=side or Side.LEFT,
        timezone=timezone or "UTC",
        protocol=protocol.id,
        protocol_by=record.text("protocol_by", to_words),
        protocol_on=record.get("protocol_on", to_day),
        protocol_set_at=record.get("protocol_set_at", to_at),
        screening=screening or (),
        screened_on=screened_on,
        screened_at=record.get("screened_at", to_at),
    )


def _entries(record: Record, key: str, faults: Faults, notices: list[str]) -> Iterator[Record]:
    """The objects of a list, each named by its place, counted from 1."""
    known = _ENTRY_KEYS[key]
    for index, values in enumerate(record.get(key, to_objects) or [], 1):
        path = f"{key}[{index}]."
        entry = Record(faults, EPISODE, values, path=path)
        _notice(entry, path, known, notices)
        yield entry


def _setting(entry: Record) -> Setting | None:
    name, value = entry.need("name", to_words), entry.need("value", to_whole)
    day, by = entry.need("date", to_day), entry.text("by", to_words)
    by = "" if by.strip().lower() == SELF else by
    if name is None or value is None or day is None or entry.is_faulty:
        return None
    at, through = entry.get("entered_at", to_at), to_through(entry)
    return Setting(name=name, value=value, date=day, by=by, entered_at=at, through=through)


def _clearance(entry: Record) -> Clearance | None:
    day, by = entry.need("date", to_day), entry.need("by", to_words)
    note, covers = entry.text("note", to_words), entry.get("covers", to_signs)
    if day is None or by is None or entry.is_faulty:
        return None
    return Clearance(
        date=day,
        by=by,
        note=note,
        covers=covers or (),
        entered_at=entry.get("entered_at", to_at),
        through=to_through(entry),
    )


def _carried(entry: Record) -> CarriedSign | None:
    day, flags = entry.need("date", to_day), entry.need("flags", to_signs)
    if day is None or flags is None:
        return None
    return CarriedSign(date=day, flags=flags, entered_at=entry.get("entered_at", to_at))
