"""A summary in words, for a clinician who has a minute: the same on the page and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.names import site_name
from tracker.language.phrases import above_allowed, full_date, step_text
from tracker.language.rules import sentence
from tracker.language.sentences import place
from tracker.progression.episode import Side, Site
from tracker.progression.protocol import Stage
from tracker.progression.review import place_of
from tracker.reports.run_days import Outcome
from tracker.reports.setbacks import Cause
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

    from tracker.reports.pain_figures import Pain
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
        figures=tuple(figure(summary) for figure in _FIGURES),
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
    where = f"{_SIDE_NAMES[episode.side]} {site_name(episode.site)}"
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
    stage_name = place(stage, step if summary.plan is not None else None)
    return Figure("Stage", stage_name, "; ".join(parts))


def _pain(summary: Summary) -> Figure:
    """The course in three scores: the first, the worst, the latest."""
    pain = summary.pain
    worst = None if pain.unscored and pain.worst and not pain.worst.score else pain.worst
    course = [("onset", pain.at_first), ("worst", worst), ("now", pain.latest)]
    value = " · ".join(f"{name} {_score(it and it.score)}" for name, it in course)
    parts = [f"{name} on {short_date(summary, it.day)}" for name, it in course[1:] if it]
    if pain.at_first is not None and pain.at_first.day != summary.episode.onset:
        parts.insert(0, f"first score on {short_date(summary, pain.at_first.day)}")
    parts.append(_middles(pain))
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


def _middles(pain: Pain) -> str:
    """How the latest week compares with the first; too few scores for either are no riddle."""
    weeks = (("the last 7 days", pain.last_week), ("the first 7", pain.first_week))
    known = [f"of {week} {score:g}" for week, score in weeks if score is not None]
    return f"middle {', '.join(known)}" if known else "too few scores for a middle of 7 days"


def _last_event(summary: Summary) -> Figure:
    """The latest setback or warning sign since onset, and how long ago."""
    if not summary.setbacks:
        return Figure("Last setback", "none", "since onset: no stop, flare or step back")
    last = summary.setbacks[-1]
    ago = (summary.last - last.day).days
    parts = ["today" if not ago else f"{ago} {'day' if ago == 1 else 'days'} ago"]
    if last.cause is not Cause.LAY_OFF:
        parts.append(f"worst pain {last.pain}" if last.pain else "not scored")
    event = f"{last.cause.capitalize()}, {short_date(summary, last.day)}"
    return Figure("Last setback", event, "; ".join(parts))


def _new_hurts(summary: Summary) -> Figure:
    """How often it may have been injured anew, and what else set it back since onset."""
    causes = [back.cause for back in summary.setbacks]
    counted = [f"{causes.count(c)} × {c}" for c in Cause if c in causes]
    hurt = sum(back.is_new_hurt for back in summary.setbacks)
    since = ", ".join(counted) or "no setback"
    meant = "sharp pain in a session, or a flare; not diagnosed here"
    return Figure("Possible re-injuries", str(hurt), f"since onset: {since}; {meant}")


def _runs(summary: Summary) -> Figure:
    outcomes = [run.outcome for run in summary.runs]
    counted = [f"{outcomes.count(o)} {OUTCOMES[o]}" for o in Outcome if o in outcomes]
    return Figure("Run days", str(len(outcomes)), ", ".join(counted) or "no runs in these days")


def _rest_days_kept(summary: Summary) -> Figure:
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


_FIGURES = (_pain, _last_event, _new_hurts, _stage, _runs, _rest_days_kept)
