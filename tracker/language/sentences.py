"""Findings, plans and changes as sentences: one place for page, file and document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import day_name, full_date
from tracker.language.rules import why_not
from tracker.progression.protocol import LADDER, Stage
from tracker.progression.review import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tracker.progression.review import Redecided, RunChange, StandingChange
    from tracker.progression.standing import Standing

STAGE_NAMES: Mapping[Stage, str] = {
    Stage.PROTECT: "Protect",
    Stage.CROSS_TRAIN: "Cross-train",
    Stage.WALK_JOG: "Walk and jog",
    Stage.RUN: "Run",
    Stage.BUILD: "Build up",
    Stage.RETURNED: "Returned",
}

STAGE_CLEARS: Mapping[Stage, str] = {
    Stage.PROTECT: "Easy walking as daily life needs it, and looking after the sore area.",
    Stage.CROSS_TRAIN: "Walking, cycling, swimming, strength work and stretching.",
    Stage.WALK_JOG: "Walking and jogging by today's step.",
    Stage.RUN: "Easy running without walking.",
    Stage.BUILD: "Easy running, a little longer each time.",
    Stage.RETURNED: "Everything. You decide your rest days again.",
}
_MOST_NAMED = 5  # a browser's cookie carries what was changed to the next page
_ORDINALS = ("other", "third", "fourth", "fifth", "sixth", "seventh")


def stage_clears(stage: Stage, *, rest_days: int) -> str:
    """What is fine in a stage; on the ladder, how often at most."""
    text = STAGE_CLEARS[stage]
    if stage not in LADDER:
        return text
    return f"{text.removesuffix('.')}, every {_ORDINALS[rest_days - 1]} day at most."


def changes(redecided: Redecided) -> list[str]:
    """What to tell the runner after an edit of the past; of very many runs the first are named."""
    lines = [_run_change(change) for change in redecided.runs[:_MOST_NAMED]]
    more = redecided.runs[_MOST_NAMED:]
    if more:
        lines.append(
            f"{len(more)} more {'run has' if len(more) == 1 else 'runs have'} changed too,"
            f" up to {full_date(more[-1].date)}. Each says so on its day."
        )
    return lines if redecided.standing is None else [*lines, _standing_change(redecided.standing)]


def locks(questions: Iterable[str]) -> str:
    """What to tell the runner of warning signs that lock running from now on, as asked."""
    return f"This locks running until a clinician clears it: {'; '.join(questions)}."


def _run_change(change: RunChange) -> str:
    """What an edit of the past did to a run."""
    if not change.rules:
        return f"{day_name(change.date)}: the run there is no longer a deviation."
    reasons = why_not(change.rules)
    return f"{day_name(change.date)}: the run there is now recorded as a deviation ({reasons})."


def _standing_change(change: StandingChange) -> str:
    """What an edit of the past did to where the runner stands."""
    before, after = (place(stage, step) for stage, step in (change.before, change.after))
    return f"You now stand at {after}. Before this change it was {before}."


def place(stage: Stage, step: int | None) -> str:
    """A stage and a step in a few words."""
    name = STAGE_NAMES[stage]
    return name if step is None or stage is Stage.BUILD else f"{name}, step {step}"


def placed(standing: Standing, *, from_tomorrow: bool) -> str:
    """What to tell the runner after their step was set, by a clinician or lower by themselves."""
    if from_tomorrow:
        return "Saved. It counts from tomorrow: today’s run came before it was set."
    if standing.on_ladder:
        return f"Saved. You now stand at {place(*place_of(standing))}."
    if standing.has_returned:
        return f"Saved. You begin again with step {standing.step}; each clean run raises it by one."
    return f"Saved. The ladder waits for you at step {standing.step}."
