"""The tables and lists of a clinician's report, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.content.red_flags import SIGNS
from tracker.content.sign import Urgency
from tracker.language import phrases
from tracker.language.amounts import amount
from tracker.language.phrases import above_allowed, decimal, full_date, quoted
from tracker.language.protocols import of_protocol
from tracker.progression.protocol import STEP, YES_OR_NO
from tracker.reports.authority import by_whom
from tracker.reports.confidence import in_a_line
from tracker.reports.progress_words import mornings
from tracker.reports.run_days import Outcome
from tracker.translations import N_, gettext, ngettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from tracker.reports.changed_numbers import Change
    from tracker.reports.run_days import PastRunDay
    from tracker.reports.summary import Summary

NOTHING = "–"
_MINUTE = 60
_MOST_DATES = 8
_OUTCOMES = {
    Outcome.CLEAN: N_("clean"),
    Outcome.HELD: N_("held"),
    Outcome.STEPPED_BACK: N_("stepped back"),
    Outcome.STOPPED: N_("stopped"),
    Outcome.DEVIATION: N_("deviation"),
    Outcome.PENDING: N_("not judged yet"),
}
_STRONG = (Outcome.STEPPED_BACK, Outcome.STOPPED, Outcome.DEVIATION)


def outcome_name(outcome: Outcome) -> str:
    """What came of a run day, in a word."""
    return gettext(_OUTCOMES[outcome])


class Figure(NamedTuple):
    """One of the few things to see first: its label, its value, and what stands behind it."""

    label: str
    value: str
    detail: str


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
    header = (
        gettext("Date"),
        gettext("Outcome"),
        gettext("Step"),
        gettext("Jog"),
        gettext("Pain during"),
        gettext("Next morning"),
        pgettext("minutes", "Walk"),
        gettext("Day"),
    )
    return Table(
        gettext("Runs and the mornings after"),
        header,
        tuple(_run_row(summary, run) for run in summary.runs),
        empty=gettext("No runs in these days."),
        note=gettext(
            "Jog and walk in minutes. Clean: done as planned, no pain%(above)s then or the next"
            " day.",
            above=above_allowed(summary.protocol),
        ),
        strong=frozenset(map(outcome_name, _STRONG)),
    )


def _run_row(summary: Summary, run: PastRunDay) -> tuple[str, ...]:
    return (
        short_date(summary, run.day),
        outcome_name(run.outcome),
        NOTHING if run.step >= summary.protocol.build_step else str(run.step),
        _minutes(run.jog_seconds),
        gettext("no answer") if run.pain is None else str(run.pain),
        _morning(run),
        _minutes(run.walk_seconds),
        str((run.day - summary.episode.onset).days),
    )


def _morning(run: PastRunDay) -> str:
    if run.morning is None:
        return gettext("to come") if run.morning_to_come else gettext("no answer")
    if run.felt == "soreness":
        return gettext("%(score)d, soreness", score=run.morning)
    return str(run.morning)


def note_table(summary: Summary) -> Table:
    """The notes of check-ins and sessions."""
    rows = tuple((short_date(summary, note.date), note.text) for note in summary.notes)
    header = (gettext("Date"), gettext("Note"))
    empty = gettext("No notes in these days.")
    return Table(gettext("The runner's own words"), header, rows, empty=empty)


def sign_names(signs: Iterable[str]) -> str:
    """Signs as the events call them: a warning sign by its id, a first question in its words."""
    return ", ".join(
        quoted(SIGNS[sign].question)
        if SIGNS[sign].urgency is Urgency.FIRST
        else gettext("warning sign %(id)s", id=sign)
        for sign in signs
    )


def facts(summary: Summary) -> Iterator[tuple[str, str]]:
    """What else there is to know: each a label and its text."""
    if summary.questions:
        yield gettext("The runner asks"), summary.questions
    painkillers = _dates(summary, summary.painkillers)
    if summary.takes_medicine:
        yield gettext("Painkiller days, besides a daily medicine"), painkillers
    else:
        yield gettext("Painkiller days"), painkillers
    yield gettext("Days with a limp"), _dates(summary, summary.limping)
    yield gettext("Pain at night"), _dates(summary, summary.night_pain)
    yield gettext("Bike and swim"), _rides(summary)
    yield gettext("Mornings after runs"), mornings(summary.mornings)
    yield gettext("The ladder"), _ladder(summary)
    if summary.beliefs:
        yield gettext("Confidence, not scored"), in_a_line(summary.beliefs)
    changes = "; ".join(_change(summary, change) for change in summary.changes)
    unchanged = gettext("none, all as the protocol has them")
    yield gettext("Changed numbers"), changes or unchanged
    yield gettext("Protocol"), _protocol(summary)


def _protocol(summary: Summary) -> str:
    """What decides, and the clinician who chose it, where one did."""
    episode = summary.episode
    words = f"{of_protocol(summary.protocol.title)} ({episode.protocol})"
    if not episode.protocol_by:
        return words
    chosen = {"protocol": words, "name": episode.protocol_by}
    if episode.protocol_on is None:
        return gettext("%(protocol)s, chosen by %(name)s", **chosen)
    return gettext(
        "%(protocol)s, chosen by %(name)s on %(day)s", **chosen, day=full_date(episode.protocol_on)
    )


def _ladder(summary: Summary) -> str:
    """Every step that was run in these days, with its clean runs and all of them."""
    counted = []
    for step in sorted({run.step for run in summary.runs}):
        outcomes = [run.outcome for run in summary.runs if run.step == step]
        numbers = {"clean": outcomes.count(Outcome.CLEAN), "all": len(outcomes)}
        if step >= summary.protocol.build_step:
            counted.append(gettext("above: %(clean)d of %(all)d clean", **numbers))
        else:
            words = gettext("step %(step)d: %(clean)d of %(all)d clean", step=step, **numbers)
            counted.append(words)
    return "; ".join(counted) or gettext("no runs in these days")


def _rides(summary: Summary) -> str:
    days, suggested = summary.rides
    done = ngettext("on %(num)d day", "on %(num)d days", days) if days else gettext("none")
    if suggested is None:
        return done
    return gettext(
        "%(done)s; suggested at most: bike %(bike)d min, swim %(swim)d min",
        done=done,
        bike=suggested.bike_minutes,
        swim=suggested.swim_minutes,
    )


def _change(summary: Summary, change: Change) -> str:
    setting, number = change.setting, summary.protocol.origins[change.setting.name]
    before = None if change.before is None else _value(summary, setting.name, change.before)
    return gettext(
        "%(title)s %(before)s → %(value)s from %(day)s, set by %(who)s",
        title=of_protocol(number.title),
        before=before or gettext("not given"),
        value=_value(summary, setting.name, setting.value),
        day=full_date(setting.date),
        who=by_whom(setting) or gettext("the runner"),
    )


def _value(summary: Summary, name: str, value: int) -> str:
    if name == STEP and value == summary.protocol.build_step:
        return gettext("past the last")
    number = summary.protocol.origins[name]
    return amount(value, number) if number.unit == YES_OR_NO else str(value)


def _dates(summary: Summary, days: Sequence[date]) -> str:
    """How many, and which: the latest ones where they are many."""
    if not days:
        return gettext("none")
    dates = ", ".join(short_date(summary, day) for day in days[-_MOST_DATES:])
    if len(days) > _MOST_DATES:
        return gettext("%(number)d (the last: %(days)s)", number=len(days), days=dates)
    return f"{len(days)} ({dates})"


def _minutes(seconds: int) -> str:
    return decimal(round(seconds / _MINUTE, 1)) if seconds else NOTHING


def short_date(summary: Summary, day: date) -> str:
    """A day and its month, with its year where the days lie in several."""
    if summary.first.year == summary.last.year == day.year:
        return phrases.short_date(day)
    return phrases.short_date_with_year(day)
