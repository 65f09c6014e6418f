"""The journal: past days as recorded and decided, those before onset too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.rules import verdict
from tracker.progression.standing import ONE_DAY
from tracker.progression.timeline import timeline
from tracker.services.diary.news import Fold
from tracker.services.diary.refold import protocol_of
from tracker.services.ownership import own_episode
from tracker.storage.diary import diaries, standings

if TYPE_CHECKING:
    import datetime as dt

    from tracker.progression.diary import DiaryDay
    from tracker.progression.events import Event
    from tracker.progression.timeline import DayOutcome
    from tracker.progression.verdict import Verdict
    from tracker.storage.database import Database


class HistoryDay(NamedTuple):
    """One day of the journal."""

    date: dt.date
    records: DiaryDay
    outcome: DayOutcome
    verdict: Verdict
    events: tuple[Event, ...]


def history(
    database: Database,
    account_id: int,
    episode_id: int,
    *,
    first: dt.date,
    last: dt.date,
) -> list[HistoryDay]:
    """The journal of the days `first` to `last` from onset on, the latest first.

    Raises NotFound for an episode of another account.
    """
    with database.reading() as tx:
        episode = own_episode(tx, account_id, episode_id)
        first = max(first, episode.onset)
        base, entries = standings.resume(tx, episode, first, until=last)
        diary = entries.diary()
        protocol = protocol_of(episode)
    outcomes = list(timeline(protocol, diary, last, after=base))
    news = Fold(protocol, diary, base, outcomes).news()
    return [
        HistoryDay(
            d.standing.day, diary.day(d.standing.day), d, verdict(d.protocol, d.standing), events
        )
        for d, events in list(news)[::-1]
        if d.standing.day >= first
    ]


def before_onset(
    database: Database, account_id: int, episode_id: int
) -> list[tuple[dt.date, DiaryDay]]:
    """Days recorded before onset: kept and shown, ignored by the engine; the latest first."""
    with database.reading() as tx:
        episode = own_episode(tx, account_id, episode_id)
        diary = diaries.load(tx, episode, until=episode.onset - ONE_DAY).diary()
    return sorted(diary.days.items(), reverse=True)
