"""A diary as the files that an episode is decided from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.entries.fields import CHECK_IN, SESSION
from tracker.exchange.own_format.diary_csv import check_ins_csv, sessions_csv
from tracker.exchange.own_format.episode_json import EPISODE, from_episode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.progression.diary import Diary


def write_diary(diary: Diary) -> dict[str, Iterator[str]]:
    """For each file its name and its text, line by line."""
    days = [diary.days[day] for day in sorted(diary.days)]
    return {
        EPISODE: iter((from_episode(diary.episode),)),
        CHECK_IN.file: check_ins_csv([c for day in days for c in day.check_ins]),
        SESSION.file: sessions_csv([s for day in days for s in day.sessions]),
    }
