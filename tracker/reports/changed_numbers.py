"""The numbers that were changed for an episode, each with what it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.protocol import BASELINE, BASELINE_WEEK, STEP
from tracker.progression.standing import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.progression.episode import Episode, Setting
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.timeline import DayOutcome


class Change(NamedTuple):
    """A number that was changed, and what it was before; None where it was not known."""

    setting: Setting
    before: int | None


def changed_numbers(
    protocol: RehabProtocol, episode: Episode, outcomes: Sequence[DayOutcome]
) -> Iterator[Change]:
    """Every number changed so far, before the first day too: it is still in force.

    Before a placement it was the step at the end of the day before.
    """
    value = {BASELINE: episode.baseline_minutes, BASELINE_WEEK: episode.baseline_week_minutes}
    steps = {day.standing.day: day.standing.step for day in outcomes}
    for setting in sorted(episode.settings, key=lambda s: s.date):
        name = setting.name
        before = value.get(name, protocol.origins[name].value)
        if name == STEP:
            before = steps.get(setting.date - ONE_DAY, before)
        value[name] = setting.value
        yield Change(setting, before)
