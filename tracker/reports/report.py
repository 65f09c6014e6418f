"""A summary in words, for a clinician who has a minute: the same on the page and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.names import SITE_NAMES
from tracker.language.phrases import above_allowed, full_date, step_text
from tracker.language.rules import sentence
from tracker.language.sentences import place
from tracker.progression.episode import Side, Site
from tracker.progression.protocol import Stage
from tracker.progression.review import place_of
from tracker.reports.run_days import Outcome
from tracker.reports.tables import (
    NOTHING,
    OUTCOMES,
    Table,
    event_table,
    facts,
    note_table,
    run_table,
    short_date,
    sign_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.reports.summary import Summary

_SIDE_NAMES = {Side.LEFT: "Left", Side.RIGHT: "Right", Side.BOTH: "Both sides:"}


class Figure(NamedTuple):
    """One of the few things to see first: its label, its value, and what stands behind it."""

    label: str
    value: str
    detail: str


class Report(NamedTuple):
    """All that the clinician's page says, top to bottom. `facts` are labels with their text."""

    title: str
    who: str
    injury: str
    span: str
    figures: tuple[Figure, ...]
    attention: tuple[str, ...]
    runs: Table
    events: Table
    facts: tuple[tuple[str, str], ...]
    notes: Table | None


def report(summary: Summary, *, who: str, onset_about: bool, with_notes: bool) -> Report:
    """The summary in words. `onset_about`: the onset is the runner's best guess."""
    return Report(
        title="Return-to-running summary",
        who=who,
        injury=_injury(summary, onset_about=onset_about),
        span=f"{full_date(summary.first)} to {full_date(summary.last)}",
        figures=(_stage(summary), _pain(summary), _runs(summary), _kept(summary)),
        attention=tuple(_attention(summary)),
        runs=run_table(summary),
        events=event_table(summary),
        facts=tuple(facts(summary)),
        notes=note_table(summary) if with_notes else None,
    )


def initials(name: str) -> str:
    """The first letter of each part of a name, in whatever script: A. L."""
    return " ".join(f"{part[0].upper()}." for part in name.split())


def _injury(summary: Summary, *, onset_about: bool) -> str:
    episode, window = summary.episode, summary.window
    about = "about " if onset_about else ""
    where = f"{_SIDE_NAMES[episode.side]} {SITE_NAMES[episode.site]}"
    if episode.site is Site.HAMSTRING:
        usual = f"{window.position} the usual two to six weeks"
    else:
        usual = "we found no usual time for this place"
    return f"{where}, onset {about}{full_date(episode.onset)}. Day {window.day}: {usual}."


def _stage(summary: Summary) -> Figure:
    standing, protocol = summary.standing, summary.protocol
    stage, step = place_of(standing)
    on_the_way = standing.step < protocol.build_step
    parts = []
    if stage in {Stage.PROTECT, Stage.CROSS_TRAIN}:
        parts.append(f"the ladder waits at step {standing.step} of {len(protocol.steps)}")
    elif on_the_way:
        needed = protocol.steps[standing.step - 1].clean_runs
        parts.append(f"{standing.clean_runs} of {needed} clean runs")
    if summary.plan is not None:
        parts.append(f"plan: {step_text(summary.plan).lower()}")
    parts.append(f"usual run {summary.baseline_minutes} min")
    shown = place(stage, step if summary.plan is not None else None)
    return Figure("Stage", shown, "; ".join(parts))


def _pain(summary: Summary) -> Figure:
    pain = summary.pain
    first, last = (_score(median) for median in (pain.first_week, pain.last_week))
    value = f"{first} → {last}" if summary.window.day > 0 else last
    parts = ["middle of the first 7 days → of the last 7"]
    if pain.worst and pain.worst_on is not None:
        parts.append(f"worst {pain.worst} on {short_date(summary, pain.worst_on)}")
    parts.append(f"no pain on {pain.without_pain} of {pain.scored_days} scored days")
    if pain.unscored:
        days = len(pain.unscored)
        parts.append(f"pain without a score on {days} {'day' if days == 1 else 'days'}")
    since = summary.standing.pain_free_since
    if since is not None:
        above = above_allowed(summary.protocol)
        free = f"no pain{above}" if above else "pain-free"
        parts.append(f"{free} since {short_date(summary, since)}")
    return Figure("Pain, 0–10", value, "; ".join(parts))


def _runs(summary: Summary) -> Figure:
    outcomes = [run.outcome for run in summary.runs]
    counted = [f"{outcomes.count(o)} {OUTCOMES[o]}" for o in Outcome if o in outcomes]
    return Figure("Run days", str(len(outcomes)), ", ".join(counted) or "no runs in these days")


def _kept(summary: Summary) -> Figure:
    rest, answered = summary.rest_days, summary.answered
    value = f"{rest.kept} of {rest.due}" if rest.due else NOTHING
    return Figure("Rest days kept", value, f"checked in on {answered.kept} of {answered.due} days")


def _attention(summary: Summary) -> Iterator[str]:
    """What to look at first: locked running, and findings that advise to see somebody."""
    standing = summary.standing
    if standing.locked_on is not None:
        day = short_date(summary, standing.locked_on)
        by = sign_names(standing.locked_by)
        yield f"Running has been locked since {day} by {by}. It waits for a clearance."
    for finding in summary.concerns:
        yield sentence(finding, summary.protocol)


def _score(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"
