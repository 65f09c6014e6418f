"""What happened on days, told of each; and what an edit makes happen that did not happen before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import CheckIn, Diary, DiaryDay, SessionLog
from tracker.progression.events import events_of
from tracker.progression.standing import ONE_DAY
from tracker.progression.timeline import timeline

if TYPE_CHECKING:
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


def last_news(fold: Fold) -> tuple[DayNews, ...]:
    """Return what happened since the last entry, that entry included.

    The dawn of a day stays news until the second entry of that day.
    """
    *past, today = fold.news()
    records = fold.diary.day(today.outcome.standing.day)
    if len(records.records) > 1:
        return made_by_edit(_without_last(fold, records), [today])
    return since_last_entry([*past, today])


def _without_last(fold: Fold, records: DiaryDay) -> Iterator[DayNews]:
    """What happened on the last day but for what was entered last."""
    day = fold.outcomes[-1].standing.day
    before = fold.outcomes[-2].standing if len(fold.outcomes) > 1 else fold.base
    last = max(records.records, key=lambda r: r.entered_at.timestamp() if r.entered_at else 0)
    others = [r for r in records.records if r is not last]
    day_then = DiaryDay.of(
        [r for r in others if isinstance(r, CheckIn)],
        [r for r in others if isinstance(r, SessionLog)],
    )
    diary = Diary(fold.diary.episode, {**fold.diary.days, day: day_then})
    outcomes = list(timeline(fold.protocol, diary, day, after=before))
    return Fold(fold.protocol, diary, before, outcomes).news()


def since_last_entry(news: Sequence[DayNews]) -> tuple[DayNews, ...]:
    """Return the days from the last one on which anything was recorded; all, if none was."""
    recorded = [n for n, day in enumerate(news) if day.outcome.standing.today.recorded]
    return tuple(news[recorded[-1] if recorded else 0 :])


def made_by_edit(before: Iterable[DayNews], after: Iterable[DayNews]) -> tuple[DayNews, ...]:
    """Return what happens after an edit and did not before it, by day."""
    known = {event for day in before for event in day.events}
    new = [day._replace(events=tuple(e for e in day.events if e not in known)) for day in after]
    return tuple(day for day in new if day.events)
