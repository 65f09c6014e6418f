"""What happened on days, told of each; and what an edit makes happen that did not happen before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import CheckIn, Diary, DiaryDay, SessionLog
from tracker.progression.events import events_of
from tracker.progression.standing import ONE_DAY
from tracker.progression.timeline import timeline
from tracker.services.diary.refold import from_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

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

    def since(self, day: dt.date) -> Fold:
        """The same days without those before one."""
        base, outcomes = from_day(day, self.base, self.outcomes)
        return self._replace(base=base, outcomes=outcomes)


def last_news(fold: Fold) -> tuple[DayNews, ...]:
    """Return what happened since the last entry, that entry included.

    Where it was the only one of its day, the dawn of that day is news too.
    """
    standings = (outcome.standing for outcome in fold.outcomes)
    recorded = [standing.day for standing in standings if standing.today.recorded]
    if not recorded:
        return tuple(fold.news())
    recent, records = fold.since(recorded[-1]), fold.diary.day(recorded[-1])
    last, *later = recent.news()
    if len(records.records) == 1:
        return (last, *later)
    return (*made_by_edit(_without_last(recent, recorded[-1], records), [last]), *later)


def _without_last(fold: Fold, date: dt.date, records: DiaryDay) -> Iterator[DayNews]:
    """What happened on the first day of a fold but for what was entered last of it."""
    entered = [r.entered_at.timestamp() if r.entered_at else 0 for r in records.records]
    _, number = max((at, number) for number, at in enumerate(entered))
    last = records.records[number]
    others = [r for r in records.records if r is not last]
    fewer = DiaryDay.of(
        [r for r in others if isinstance(r, CheckIn)],
        [r for r in others if isinstance(r, SessionLog)],
    )
    diary = Diary(fold.diary.episode, {**fold.diary.days, date: fewer})
    outcomes = list(timeline(fold.protocol, diary, date, after=fold.base))
    return Fold(fold.protocol, diary, fold.base, outcomes).news()


def made_by_edit(before: Iterable[DayNews], after: Iterable[DayNews]) -> tuple[DayNews, ...]:
    """Return what happens after an edit and did not before it, by day."""
    known = {event for day in before for event in day.events}
    new = [day._replace(events=tuple(e for e in day.events if e not in known)) for day in after]
    return tuple(day for day in new if day.events)
