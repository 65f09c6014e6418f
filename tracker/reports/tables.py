"""The tables and lists of a clinician's report, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.content.red_flags import SIGNS
from tracker.content.sign import Urgency
from tracker.language.amounts import amount
from tracker.language.phrases import above_allowed, full_date
from tracker.language.rules import why_not
from tracker.progression.protocol import STEP, YES_OR_NO
from tracker.reports.authority import by_whom
from tracker.reports.confidence import in_a_line
from tracker.reports.progress_words import mornings
from tracker.reports.run_days import Outcome
from tracker.reports.setbacks import Cause

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from tracker.content.visits import Visit
    from tracker.progression.episode import Clearance
    from tracker.reports.changed_numbers import Change
    from tracker.reports.run_days import PastRunDay
    from tracker.reports.setbacks import Setback
    from tracker.reports.summary import Summary

NOTHING = "–"
_MINUTE, _MOST_DATES = 60, 8
OUTCOMES = {
    Outcome.CLEAN: "clean",
    Outcome.HELD: "held",
    Outcome.STEPPED_BACK: "stepped back",
    Outcome.STOPPED: "stopped",
    Outcome.DEVIATION: "deviation",
    Outcome.PENDING: "not judged yet",
}


class Table(NamedTuple):
    """A table; `empty` is said instead where it has no rows, `note` explains its words.

    Cells that say one of `strong` stand out.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""
    note: str = ""
    strong: frozenset[str] = frozenset()


def run_table(summary: Summary) -> Table:
    """Every run day: what was done, how it felt, what the next morning said."""
    header = ("Date", "Outcome", "Step", "Jog", "Pain during", "Next morning", "Walk", "Day")
    above = above_allowed(summary.protocol)
    return Table(
        "Runs and the mornings after",
        header,
        tuple(_run_row(summary, run) for run in summary.runs),
        empty="No runs in these days.",
        note=(
            f"Jog and walk in minutes. Clean: done as planned, no pain{above} then or the next day."
        ),
        strong=frozenset({"stepped back", "stopped", "deviation"}),
    )


def _run_row(summary: Summary, run: PastRunDay) -> tuple[str, ...]:
    morning = "to come" if run.morning_to_come else "no answer"
    if run.morning is not None:
        soreness = ", soreness" if run.felt == "soreness" else ""
        morning = f"{run.morning}{soreness}"
    return (
        short_date(summary, run.day),
        OUTCOMES[run.outcome],
        NOTHING if run.step >= summary.protocol.build_step else str(run.step),
        _minutes(run.jog_seconds),
        "no answer" if run.pain is None else str(run.pain),
        morning,
        _minutes(run.walk_seconds),
        str((run.day - summary.episode.onset).days),
    )


def event_table(summary: Summary) -> Table:
    """What a clinician looks for first, in the order of the days."""
    events = sorted(_events(summary), key=lambda event: event[0])
    onset = summary.episode.onset
    return Table(
        "Setbacks, deviations, warning signs, clearances",
        ("Date", "Day", "What"),
        tuple((short_date(summary, day), str((day - onset).days), what) for day, what in events),
        empty="None in these days.",
        note="Deviation: a run that was not cleared that day. It carries no blame.",
    )


def _events(summary: Summary) -> Iterator[tuple[date, str]]:
    yield from _signs(summary)
    for session in summary.sharp:
        score = "not scored" if session.pain is None else f"pain {session.pain}"
        kind = session.kind.value.replace("_", "/")
        yield session.date, f"Stop: sharp pain ({kind}, {score})"
    for back in summary.setbacks:
        if back.cause is not Cause.SHARP and back.day >= summary.first:
            yield back.day, _set_back(summary, back)
    for deviation in summary.deviations:
        yield deviation.date, f"Deviation: {why_not(deviation.rules)}"
    for clearance in summary.clearances:
        note = f": {clearance.note}" if clearance.note else ""
        yield clearance.date, f"Cleared to run by {by_whom(clearance)}{_only_of(clearance)}{note}"
    for visit in summary.visits:
        yield visit.date, _visit(visit)


def _visit(visit: Visit) -> str:
    said = f": {visit.said}" if visit.said else ""
    later = f" Next appointment: {full_date(visit.next_on)}." if visit.next_on else ""
    return f"Seen by {by_whom(visit)}{said}{later}"


def _signs(summary: Summary) -> Iterator[tuple[date, str]]:
    for flagged in summary.flags:
        for sign in flagged.flags:
            screened = SIGNS[sign].urgency is Urgency.FIRST
            what = "Yes at the start" if screened else f"Warning sign {sign}"
            yield flagged.date, f"{what}: {SIGNS[sign].question}"
    for taken in summary.corrected:
        for sign in taken.flags:
            question = SIGNS[sign].question
            yield taken.date, f"Taken back, {sign}: {question} Reason given: {taken.reason}"


def _set_back(summary: Summary, back: Setback) -> str:
    """A setback other than sharp pain, which is told as the session that stopped."""
    what = {
        Cause.FLARE: f"Flare, worst pain {back.pain}" if back.pain else "Flare",
        Cause.BAD_DAYS: "Third painful day within a week",
        Cause.LAY_OFF: "Break from running",
    }.get(back.cause, "Step back after a run")
    if back.cause is Cause.AFTER_RUN and back.run_day is not None:
        what = f"Step back after the run of {short_date(summary, back.run_day)}"
    if back.step >= summary.protocol.build_step:
        return what
    return f"{what}: {'now' if back.took_step else 'still'} step {back.step}"


def sign_names(signs: Iterable[str]) -> str:
    """Signs as the events call them: a warning sign by its id, a first question in its words."""
    return ", ".join(
        f"“{SIGNS[sign].question}”"
        if SIGNS[sign].urgency is Urgency.FIRST
        else f"warning sign {sign}"
        for sign in signs
    )


def _only_of(clearance: Clearance) -> str:
    return f", only of {sign_names(clearance.covers)}" if clearance.covers else ""


def facts(summary: Summary) -> Iterator[tuple[str, str]]:
    """What else there is to know: each a label and its text."""
    if summary.questions:
        yield "The runner asks", summary.questions
    besides = ", besides a daily medicine" * summary.takes_medicine
    yield f"Painkiller days{besides}", _dates(summary, summary.painkillers)
    yield "Days with a limp", _dates(summary, summary.limping)
    yield "Pain at night", _dates(summary, summary.night_pain)
    yield "Bike and swim", _rides(summary)
    yield "Mornings after runs", mornings(summary.mornings)
    yield "The ladder", _ladder(summary)
    if summary.beliefs:
        yield "Confidence, not scored", in_a_line(summary.beliefs)
    changes = "; ".join(_change(summary, change) for change in summary.changes)
    yield "Changed numbers", changes or "none, all as the protocol has them"
    yield "Protocol", _protocol(summary)


def _protocol(summary: Summary) -> str:
    """What decides, and the clinician who chose it, where one did."""
    episode = summary.episode
    words = f"{summary.protocol.title} ({episode.protocol})"
    if not episode.protocol_by:
        return words
    since = "" if episode.protocol_on is None else f" on {full_date(episode.protocol_on)}"
    return f"{words}, chosen by {episode.protocol_by}{since}"


def _ladder(summary: Summary) -> str:
    """Every step that was run in these days, with its clean runs and all of them."""
    steps = sorted({run.step for run in summary.runs})
    counted = []
    for step in steps:
        outcomes = [run.outcome for run in summary.runs if run.step == step]
        name = "above" if step >= summary.protocol.build_step else f"step {step}"
        counted.append(f"{name}: {outcomes.count(Outcome.CLEAN)} of {len(outcomes)} clean")
    return "; ".join(counted) or "no runs in these days"


def _rides(summary: Summary) -> str:
    days, suggested = summary.rides
    done = f"on {days} {'day' if days == 1 else 'days'}" if days else "none"
    if suggested is None:
        return done
    bike, swim = suggested.bike_minutes, suggested.swim_minutes
    return f"{done}; suggested at most: bike {bike} min, swim {swim} min"


def _change(summary: Summary, change: Change) -> str:
    setting, number = change.setting, summary.protocol.origins[change.setting.name]
    who = f"set by {by_whom(setting) or 'the runner'}"
    before = "not given" if change.before is None else _value(summary, setting.name, change.before)
    value = _value(summary, setting.name, setting.value)
    return f"{number.title} {before} → {value} from {full_date(setting.date)}, {who}"


def _value(summary: Summary, name: str, value: int) -> str:
    if name == STEP and value == summary.protocol.build_step:
        return "past the last"
    number = summary.protocol.origins[name]
    return amount(value, number) if number.unit == YES_OR_NO else str(value)


def note_table(summary: Summary) -> Table:
    """The notes of check-ins and sessions."""
    rows = tuple((short_date(summary, note.date), note.text) for note in summary.notes)
    return Table("The runner's own words", ("Date", "Note"), rows, empty="No notes in these days.")


def _dates(summary: Summary, days: Sequence[date]) -> str:
    """How many, and which: the latest ones where they are many."""
    if not days:
        return "none"
    dates = ", ".join(short_date(summary, day) for day in days[-_MOST_DATES:])
    return f"{len(days)} ({'the last: ' * (len(days) > _MOST_DATES)}{dates})"


def _minutes(seconds: int) -> str:
    return f"{round(seconds / _MINUTE, 1):g}" if seconds else NOTHING


def short_date(summary: Summary, day: date) -> str:
    """A day and its month, with its year where the days lie in several."""
    year = "" if summary.first.year == summary.last.year == day.year else f" {day.year}"
    return f"{day.day} {day:%b}{year}"
