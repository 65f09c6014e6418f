"""How an episode went, in a few numbers that can stand beside those of another.

Numbers of one runner's few injuries: they say what was, not what did it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.protocol import Stage
from tracker.reports.setbacks import Cause, setbacks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.progression.diary import Diary
    from tracker.progression.timeline import DayOutcome

STAGES = (Stage.CROSS_TRAIN, Stage.WALK_JOG, Stage.RUN, Stage.BUILD, Stage.RETURNED)


class EpisodeCourse(NamedTuple):
    """An episode from onset to a day.

    `days` is how many there were, onset included, `answered` on how many of them there was a
    check-in. `reached` is on which day each stage was first stood in, counted from onset, which is
    day 0; one that was never reached is left out. `setbacks` counts them by cause.
    """

    days: int
    answered: int
    run_days: int
    deviations: int
    reached: Mapping[Stage, int]
    setbacks: Mapping[Cause, int]


def episode_course(diary: Diary, outcomes: Sequence[DayOutcome]) -> EpisodeCourse:
    """The course of all days since onset, at least one."""
    reached: dict[Stage, int] = {}
    for outcome in outcomes:
        reached.setdefault(outcome.standing.stage, outcome.standing.day_number)
    return EpisodeCourse(
        days=len(outcomes),
        answered=sum(outcome.standing.today.answers > 0 for outcome in outcomes),
        run_days=sum(bool(outcome.runs) for outcome in outcomes),
        deviations=sum(run.is_deviation for outcome in outcomes for run in outcome.runs),
        reached={stage: day for stage, day in reached.items() if stage in STAGES},
        setbacks=Counter(back.cause for back in setbacks(diary, outcomes)),
    )
