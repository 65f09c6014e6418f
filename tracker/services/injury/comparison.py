"""An account's injuries side by side: how each went, and what care was logged."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tracker.reports.episode_course import episode_course
from tracker.services.diary import care, days
from tracker.services.injury import episodes
from tracker.services.injury.episodes import CloseReason

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from tracker.content.care import CareEntry, CareKind
    from tracker.reports.episode_course import EpisodeCourse
    from tracker.services.injury.episodes import EpisodeView
    from tracker.storage.database import Database


class Compared(NamedTuple):
    """One injury: how it went, on how many days each kind of care was logged, and the notes."""

    view: EpisodeView
    course: EpisodeCourse
    care: Mapping[CareKind, int]
    notes: tuple[CareEntry, ...]


def side_by_side(
    database: Database, account_id: int, *, today: Callable[[EpisodeView], dt.date]
) -> list[Compared]:
    """Return every injury but those begun by mistake, the latest onset first.

    Each is told up to the day on which it ended, an open one up to `today`.
    """
    views = episodes.all_episodes(database, account_id)
    return [
        _compared(database, account_id, view, today)
        for view in views
        if view.closed_reason != CloseReason.MISTAKE
    ]


def _compared(
    database: Database,
    account_id: int,
    view: EpisodeView,
    today: Callable[[EpisodeView], dt.date],
) -> Compared:
    last = view.closed_on or today(view)
    known = days.course_of(database, account_id, view.id, today=last)
    logged = care.log(database, account_id, view.id)
    on_days = {(entry.kind, entry.date) for entry in logged}
    return Compared(
        view,
        episode_course(known.diary, known.outcomes),
        Counter(kind for kind, _ in on_days),
        tuple(entry for entry in logged if entry.note),
    )
