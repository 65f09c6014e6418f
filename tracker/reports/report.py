"""A summary in words, for a clinician who has a minute: the same on the page and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.names import site_name
from tracker.language.phrases import full_date, step_within
from tracker.language.rules import sentence
from tracker.language.sentences import place
from tracker.progression.episode import Side, Site
from tracker.progression.protocol import Stage
from tracker.progression.review import place_of
from tracker.reports.event_table import event_table
from tracker.reports.pain_words import pain_figure
from tracker.reports.run_days import Outcome
from tracker.reports.setbacks import Cause, cause_name, cause_title
from tracker.reports.tables import (
    NOTHING,
    Figure,
    Table,
    facts,
    note_table,
    outcome_name,
    run_table,
    short_date,
    sign_names,
)
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tracker.reports.summary import Summary


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
        title=gettext("Return-to-running summary"),
        who=who,
        injury=_injury(summary, onset_about=onset_about),
        span=gettext(
            "%(first)s to %(last)s", first=full_date(summary.first), last=full_date(summary.last)
        ),
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
    """Where it hurts, since when, and where this day lies against the usual time."""
    episode, window = summary.episode, summary.window
    values = {
        "site": site_name(episode.site),
        "onset": full_date(episode.onset),
        "day": window.day,
    }
    words = _ABOUT[episode.side] if onset_about else _SINCE[episode.side]
    usual = window.position if episode.site is Site.HAMSTRING else ""
    return f"{gettext(words, **values)} {gettext(_USUAL[usual], **values)}"


_SINCE: Mapping[Side, str] = {
    Side.LEFT: N_("Left %(site)s, onset %(onset)s."),
    Side.RIGHT: N_("Right %(site)s, onset %(onset)s."),
    Side.BOTH: N_("Both sides: %(site)s, onset %(onset)s."),
}
_ABOUT: Mapping[Side, str] = {
    Side.LEFT: N_("Left %(site)s, onset about %(onset)s."),
    Side.RIGHT: N_("Right %(site)s, onset about %(onset)s."),
    Side.BOTH: N_("Both sides: %(site)s, onset about %(onset)s."),
}
_USUAL: Mapping[str, str] = {
    "before": N_("Day %(day)d: before the usual two to six weeks."),
    "inside": N_("Day %(day)d: inside the usual two to six weeks."),
    "beyond": N_("Day %(day)d: beyond the usual two to six weeks."),
    "": N_("Day %(day)d: we found no usual time for this place."),
}


def _stage(summary: Summary) -> Figure:
    standing, protocol = summary.standing, summary.protocol
    stage, step = place_of(standing)
    parts = []
    if stage in {Stage.PROTECT, Stage.CROSS_TRAIN}:
        parts.append(
            gettext(
                "the ladder waits at step %(step)d of %(steps)d",
                step=standing.step,
                steps=len(protocol.steps),
            )
        )
    elif standing.step < protocol.build_step:
        needed = protocol.steps[standing.step - 1].clean_runs
        parts.append(
            ngettext(
                "%(clean)d of %(num)d clean run",
                "%(clean)d of %(num)d clean runs",
                needed,
                clean=standing.clean_runs,
            )
        )
    if summary.plan is not None:
        parts.append(gettext("plan: %(plan)s", plan=step_within(summary.plan)))
    parts.append(gettext("usual run %(minutes)d min", minutes=summary.baseline_minutes))
    stage_name = place(stage, step if summary.plan is not None else None)
    return Figure(gettext("Stage"), stage_name, "; ".join(parts))


def _last_event(summary: Summary) -> Figure:
    """The latest setback or warning sign since onset, and how long ago."""
    label = gettext("Last setback")
    if not summary.setbacks:
        never = gettext("since onset: no stop, flare or step back")
        return Figure(label, gettext("none"), never)
    last = summary.setbacks[-1]
    ago = (summary.last - last.day).days
    parts = [ngettext("%(num)d day ago", "%(num)d days ago", ago) if ago else gettext("today")]
    if last.cause is not Cause.LAY_OFF:
        scored = bool(last.pain)
        parts.append(
            gettext("worst pain %(score)d", score=last.pain) if scored else gettext("not scored")
        )
    event = f"{cause_title(last.cause)}, {short_date(summary, last.day)}"
    return Figure(label, event, "; ".join(parts))


def _new_hurts(summary: Summary) -> Figure:
    """How often it may have been injured anew, and what else set it back since onset."""
    causes = [back.cause for back in summary.setbacks]
    counted = [f"{causes.count(c)} × {cause_name(c)}" for c in Cause if c in causes]
    detail = gettext(
        "since onset: %(setbacks)s; sharp pain in a session, or a flare; not diagnosed here",
        setbacks=", ".join(counted) or gettext("no setback"),
    )
    hurt = sum(back.is_new_hurt for back in summary.setbacks)
    return Figure(gettext("Possible re-injuries"), str(hurt), detail)


def _runs(summary: Summary) -> Figure:
    outcomes = [run.outcome for run in summary.runs]
    counted = [f"{outcomes.count(o)} {outcome_name(o)}" for o in Outcome if o in outcomes]
    detail = ", ".join(counted) or gettext("no runs in these days")
    return Figure(gettext("Run days"), str(len(outcomes)), detail)


def _rest_days_kept(summary: Summary) -> Figure:
    rest, answered = summary.rest_days, summary.answered
    value = NOTHING
    if rest.due:
        value = gettext("%(number)d of %(all)d", number=rest.kept, all=rest.due)
    detail = ngettext(
        "checked in on %(answered)d of %(num)d day",
        "checked in on %(answered)d of %(num)d days",
        answered.due,
        answered=answered.kept,
    )
    return Figure(gettext("Rest days kept"), value, detail)


def _attention(summary: Summary) -> Iterator[str]:
    """What to look at first: locked running, and findings that advise to see somebody."""
    standing = summary.standing
    if standing.locked_on is not None:
        yield gettext(
            "Running has been locked since %(day)s by %(signs)s. It waits for a clearance.",
            day=short_date(summary, standing.locked_on),
            signs=sign_names(standing.locked_by),
        )
    for finding in summary.concerns:
        yield sentence(finding, summary.protocol)


_FIGURES = (pain_figure, _last_event, _new_hurts, _stage, _runs, _rest_days_kept)
