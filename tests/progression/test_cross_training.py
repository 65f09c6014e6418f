"""What was done besides running is told apart: what its stage had cleared, and what came early."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.builders import EVENING, check_in, diary, episode, good_morning, on, session, walk
from tests.courses import obedient_course
from tracker.progression.cross_training import not_yet_cleared
from tracker.progression.diary import DiaryDay, Kind, Moment, Sensation
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import stand

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn, Diary, SessionLog
    from tracker.progression.episode import Episode

Records = list["CheckIn | SessionLog"]
CALM: Records = [good_morning(0), good_morning(1)]  # day 1 is the first of cross-training


def early(*records: CheckIn | SessionLog, of: Episode | None = None) -> list[Kind]:
    """The kinds of the last day's sessions that were not yet cleared."""
    book = diary(*records, of=of)
    return of_day(book, max(record.date for record in records).toordinal() - on(0).toordinal())


def of_day(book: Diary, day: int) -> list[Kind]:
    records = book.day(on(day))
    named = DiaryDay.of(
        records.check_ins, [replace(s, id=f"{n}") for n, s in enumerate(records.sessions)]
    )
    before = stand(shipped(), book, on(day - 1)).standing if day else None
    refused = not_yet_cleared(shipped(), book.episode, before, named)
    return [s.kind for s in named.sessions if s.id in refused]


def test_in_protect_only_walking_and_care_are_cleared() -> None:
    kinds = [session(0, kind, 20) for kind in Kind]
    kinds_cleared = early(check_in(0, 3), *kinds)
    assert kinds_cleared == [
        Kind.BIKE, Kind.SWIM, Kind.STRENGTH, Kind.STRETCH, Kind.OTHER,
    ]  # fmt: skip


def test_once_the_pain_is_gone_all_that_is_named_is_cleared() -> None:
    assert early(*CALM, *(session(1, kind, 20) for kind in Kind)) == [Kind.OTHER]


@pytest.mark.parametrize("sensation", [Sensation.PAIN, Sensation.SHARP])
def test_what_a_session_hurt_is_not_held_against_the_session(sensation: Sensation) -> None:
    hurt = session(1, Kind.BIKE, 20, pain=2, sensation=sensation)
    assert not early(*CALM, hurt)
    later = session(1, Kind.SWIM, 20, at=EVENING)
    assert early(*CALM, hurt, later) == [Kind.SWIM]


def test_what_came_before_the_answer_of_the_day_was_not_cleared_by_it() -> None:
    bike = session(1, Kind.BIKE, 20)
    assert early(good_morning(0), bike, check_in(1, at=EVENING, moment=Moment.EVENING)) == [
        Kind.BIKE
    ]


def test_while_a_warning_sign_is_open_only_walking_is_cleared() -> None:
    injured = episode(screening=["pregnant"])
    assert early(*CALM, session(1, Kind.BIKE, 20), walk(1), of=injured) == [Kind.BIKE]


def test_after_the_return_everything_is_cleared() -> None:
    timeline = obedient_course()
    days = {
        **timeline.days,
        on(55): DiaryDay.of(timeline.day(on(55)).check_ins, [session(55, Kind.OTHER, 20)]),
    }
    assert not of_day(replace(timeline, days=days), 55)
