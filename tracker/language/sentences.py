"""Findings, plans and changes as sentences: one place for page, file and document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.names import stage_name
from tracker.language.phrases import day_name, full_date
from tracker.language.rules import why_not
from tracker.progression.protocol import Stage
from tracker.progression.review import place_of
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tracker.progression.review import Redecided, RunChange, StandingChange
    from tracker.progression.standing import Standing

_STAGE_CLEARS: Mapping[Stage, str] = {
    Stage.PROTECT: N_("Easy walking as daily life needs it, and looking after the sore area."),
    Stage.CROSS_TRAIN: N_("Walking, cycling, swimming, strength work and stretching."),
    Stage.WALK_JOG: N_("Walking and jogging by today's step."),
    Stage.RUN: N_("Easy running without walking."),
    Stage.BUILD: N_("Easy running, a little longer each time."),
    Stage.RETURNED: N_("Everything. You decide your rest days again."),
}
_LADDER_CLEARS: Mapping[Stage, str] = {
    Stage.WALK_JOG: N_("Walking and jogging by today's step, %(how_often)s."),
    Stage.RUN: N_("Easy running without walking, %(how_often)s."),
    Stage.BUILD: N_("Easy running, a little longer each time, %(how_often)s."),
}
_HOW_OFTEN = (
    N_("every other day at most"),
    N_("every third day at most"),
    N_("every fourth day at most"),
    N_("every fifth day at most"),
    N_("every sixth day at most"),
    N_("every seventh day at most"),
)
_MOST_NAMED = 5  # a browser's cookie carries what was changed to the next page


def stage_clears(stage: Stage, *, rest_days: int | None = None) -> str:
    """What is fine in a stage; on the ladder, where rest days are given, how often at most."""
    if rest_days is None or stage not in _LADDER_CLEARS:
        return gettext(_STAGE_CLEARS[stage])
    return gettext(_LADDER_CLEARS[stage], how_often=gettext(_HOW_OFTEN[rest_days - 1]))


def changes(redecided: Redecided) -> list[str]:
    """What to tell the runner after an edit of the past; of very many runs the first are named."""
    lines = [_run_change(change) for change in redecided.runs[:_MOST_NAMED]]
    more = redecided.runs[_MOST_NAMED:]
    if more:
        lines.append(
            ngettext(
                "%(num)d more run has changed too, up to %(day)s. Each says so on its day.",
                "%(num)d more runs have changed too, up to %(day)s. Each says so on its day.",
                len(more),
                day=full_date(more[-1].date),
            )
        )
    return lines if redecided.standing is None else [*lines, _standing_change(redecided.standing)]


def locks(questions: Iterable[str]) -> str:
    """What to tell the runner of warning signs that lock running from now on, as asked."""
    return gettext(
        "This locks running until a clinician clears it: %(questions)s.",
        questions="; ".join(questions),
    )


def _run_change(change: RunChange) -> str:
    """What an edit of the past did to a run."""
    day = day_name(change.date)
    if not change.rules:
        return gettext("%(day)s: the run there is no longer a deviation.", day=day)
    return gettext(
        "%(day)s: the run there is now recorded as a deviation (%(reasons)s).",
        day=day,
        reasons=why_not(change.rules),
    )


def _standing_change(change: StandingChange) -> str:
    """What an edit of the past did to where the runner stands."""
    before, after = (place(stage, step) for stage, step in (change.before, change.after))
    return gettext(
        "You now stand at %(after)s. Before this change it was %(before)s.",
        after=after,
        before=before,
    )


def place(stage: Stage, step: int | None) -> str:
    """A stage and a step in a few words."""
    name = stage_name(stage)
    if step is None or stage is Stage.BUILD:
        return name
    return gettext("%(stage)s, step %(step)d", stage=name, step=step)


def placed(standing: Standing, *, from_tomorrow: bool) -> str:
    """What to tell the runner after their step was set, by a clinician or lower by themselves."""
    if from_tomorrow:
        return gettext("Saved. It counts from tomorrow: today’s run came before it was set.")
    if standing.on_ladder:
        return gettext("Saved. You now stand at %(place)s.", place=place(*place_of(standing)))
    if standing.has_returned:
        return gettext(
            "Saved. You begin again with step %(step)d; each clean run raises it by one.",
            step=standing.step,
        )
    return gettext("Saved. The ladder waits for you at step %(step)d.", step=standing.step)
