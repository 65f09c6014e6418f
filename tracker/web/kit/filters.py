"""How values are written on pages: times, distances, entries, where a rule comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.language.phrases import day_name, minutes
from tracker.language.rules import WORDS
from tracker.language.rules import why_not as because
from tracker.language.sentences import place
from tracker.progression.protocol import Origin
from tracker.progression.review import place_of
from tracker.progression.verdict import Decision
from tracker.web.diary.session_form import KIND_NAMES
from tracker.web.kit.fields import distance_typed, minutes_typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, time

    from flask import Blueprint

    from tracker.progression.diary import CheckIn, SessionLog
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.recovery import Window
    from tracker.progression.timeline import DayOutcome
    from tracker.services.diary.days import HistoryDay

ORIGINS: Mapping[Origin, str] = {
    Origin.DOCUMENTED: "Said by a source document",
    Origin.PUBLISHED: "Published",
    Origin.DEFAULT: "Our own default",
}
SENSATIONS: Mapping[str, str] = {
    "none": "nothing felt",
    "soreness": "soreness",
    "pain": "pain",
    "sharp": "sharp pain",
}


def clock(value: time | None) -> str:
    """Return a time of day to the minute; nothing for none."""
    return "" if value is None else f"{value:%H:%M}"


def month(day: date) -> str:
    """Return a month and its year."""
    return f"{day:%B} {day.year}"


def check_in_title(record: CheckIn) -> str:
    """Return a check-in in a few words."""
    if record.pain == 0 and record.sensation == "none":
        return "No pain"
    return f"Pain {record.pain}, {SENSATIONS[record.sensation]}"


def check_in_detail(record: CheckIn, timezone: str) -> str:
    """Return what else a check-in says; `timezone` is the runner's."""
    return _joined(
        clock(record.time),
        "limping" * record.limp,
        "painkiller taken" * record.painkiller,
        "warning sign" * bool(record.red_flags),
        _entered_later(record, timezone),
    )


def session_title(record: SessionLog) -> str:
    """Return a session in a few words."""
    name = KIND_NAMES[record.kind]
    return f"{name}, {minutes(record.seconds)}" if record.seconds else name


def session_detail(record: SessionLog, unit: str, timezone: str, *, uncleared: bool = False) -> str:
    """Return what else a session says; an unanswered score is said to be one."""
    walked = f"{minutes(record.walk_seconds)} walked" if record.walk_seconds else ""
    jogged = f"{minutes(record.jog_seconds)} jogged" if record.is_run else ""
    return _joined(
        clock(record.time),
        walked,
        jogged,
        "pain not answered" if record.pain is None else f"pain {record.pain}",
        SENSATIONS[record.sensation] if record.sensation else "",
        "limped" * record.limp,
        "stopped early" * record.stopped_early,
        f"{distance_typed(record.distance_m, unit)} {unit}" if record.distance_m else "",
        "" if record.effort is None else f"effort {record.effort}",
        "not yet cleared" * uncleared,
        _entered_later(record, timezone),
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _entered_later(record: CheckIn | SessionLog, timezone: str) -> str:
    """Say that an entry was made after its day, as days go in the runner's time zone."""
    entered = record.entered_at
    late = entered is not None and entered.astimezone(ZoneInfo(timezone)).date() > record.date
    return "entered later" if late else ""


def decided(day: HistoryDay) -> str:
    """Return the decision of a day for the journal: of its runs where there are any."""
    if day.outcome.runs and day.verdict.decision < Decision.STOP:
        cleared = not any(run.is_deviation for run in day.outcome.runs)
        return (Decision.CLEARED if cleared else Decision.HOLD).word
    return day.verdict.decision.word


def decided_because(day: HistoryDay) -> str:
    """Return where a day stood and, where it held, why, in a few words."""
    held = () if day.outcome.runs else (WORDS[f.rule].held_by for f in day.verdict.against)
    return _joined(place(*place_of(day.outcome.standing)), *held)


def deviations(outcome: DayOutcome) -> dict[str, str]:
    """Return why each run of a day was not cleared, by the run's id; others are left out."""
    return {run.run.id: why_not(run.rules) for run in outcome.runs if run.is_deviation}


def why_not(rules: Iterable[str]) -> str:
    """Return why a run was not cleared, as one sentence without blame."""
    return f"Recorded as a deviation: {because(rules)}."


def basis(protocol: RehabProtocol, rule: str) -> str:
    """Return on whose word a rule rests."""
    found = protocol.rules[rule]
    return cited(protocol, found.origin, found.sources)


def cited(protocol: RehabProtocol, origin: Origin, sources: Iterable[str]) -> str:
    """Return an origin and its documents in one sentence."""
    found = [protocol.sources[key] for key in sources]
    documents = "; ".join(f"“{source.title}”, {source.author}" for source in found)
    return f"{ORIGINS[origin]}: {documents}." if documents else f"{ORIGINS[origin]}."


def window_sentence(window: Window, site: str) -> str:
    """Return where a day lies against the usual two to six weeks."""
    if site != "hamstring":
        return (
            f"Day {window.day}. No usual time is published for this place; two to six weeks is"
            " what is said of hamstrings."
        )
    return f"Day {window.day}. {window.position.title()} the usual two to six weeks."


def register(blueprint: Blueprint) -> None:
    """Give every template these filters."""
    for function in (
        basis,
        check_in_detail,
        check_in_title,
        clock,
        day_name,
        decided,
        decided_because,
        deviations,
        minutes,
        minutes_typed,
        month,
        session_detail,
        session_title,
        window_sentence,
    ):
        blueprint.add_app_template_filter(function)
