"""What happened on days, told of each; and what an edit makes happen that did not happen before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.events import events_of
from tracker.progression.standing import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tracker.progression.diary import Diary
    from tracker.progression.events import Event
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome

WEEK = 7 * ONE_DAY
RESPONSE = 2 * ONE_DAY  # after them a run is judged


class DayNews(NamedTuple):
    """What happened on a day, and the day at its end."""

    outcome: DayOutcome
    events: tuple[Event, ...]


class Fold(NamedTuple):
    """Days of a diary as decided, from the day after `base` on (from onset if None)."""

    protocol: RehabProtocol
    diary: Diary
    base: Standing | None
    outcomes: Sequence[DayOutcome]

    def news(self) -> Iterator[DayNews]:
        """Yield what happened on each day."""
        before = self.base
        for outcome in self.outcomes:
            yield DayNews(outcome, events_of(self.protocol, self.diary, before, outcome))
            before = outcome.standing


def since_last_entry(news: Sequence[DayNews]) -> tuple[DayNews, ...]:
    """Return the days from the last one on which anything was recorded; all, if none was."""
    recorded = [n for n, day in enumerate(news) if day.outcome.standing.today.recorded]
    return tuple(news[recorded[-1] if recorded else 0 :])


def made_by_edit(before: Iterable[DayNews], after: Iterable[DayNews]) -> tuple[DayNews, ...]:
    """Return what happens after an edit and did not before it, by day."""
    known = {event for day in before for event in day.events}
    new = [day._replace(events=tuple(e for e in day.events if e not in known)) for day in after]
    return tuple(day for day in new if day.events)
