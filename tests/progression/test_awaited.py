"""Which missing answer stands in the way, and that nothing is asked for where none does."""

from __future__ import annotations

import pytest

from tests.builders import episode, on
from tests.progression.happenings import Teller
from tracker.progression.awaited import Awaited, awaited
from tracker.progression.diary import Diary
from tracker.progression.rules import verdict
from tracker.progression.timeline import stand


def waits(happenings: str, day: int, obeying: int | None = None) -> Awaited | None:
    """What waits on a day, after obeying up to it (or for so many days, then saying nothing)."""
    teller = Teller(episode())
    for earlier in range(day if obeying is None else obeying):
        teller.tell(earlier, "obeys")
    for happening in happenings.split(", "):
        teller.tell(day, happening)
    before = stand(teller.protocol, teller.diary, on(day - 1)).standing
    return awaited(teller.protocol, teller.diary, before, teller.stand(day))


@pytest.mark.parametrize(
    ("happenings", "day", "expected"),
    [
        ("-", 17, Awaited.RUN),  # of day 16
        ("bike 15", 17, Awaited.RUN),
        ("night feels 0", 17, Awaited.RUN),  # a night's answers for no run
        ("ok", 17, None),
        ("-", 16, Awaited.TODAY),
        ("night feels 0", 16, Awaited.TODAY),
        ("ok", 16, None),
        ("ok, plan", 16, None),
        ("feels 8", 16, None),  # its questions open nothing by tomorrow
        ("feels 1 flag E1", 16, None),  # locked: no answer opens it
        ("ok, bike 10 felt sharp", 16, None),
        ("-", 1, Awaited.TODAY),  # the walk is due if the answer is a good one
        ("ok", 1, None),
        ("-", 2, Awaited.WALK),  # of day 1
        ("-", 0, Awaited.TOMORROW),  # of two pain-free days, the first
        ("feels 3", 0, None),
        ("-", 60, None),  # back to the usual run: nothing is held for an answer
    ],
)
def test_what_waits_for_an_answer(happenings: str, day: int, expected: Awaited | None) -> None:
    if day == 0:
        teller = Teller(episode())
        teller.tell(0, happenings)
        said = awaited(teller.protocol, teller.diary, None, teller.stand(0))
    else:
        said = waits(happenings, day)
    assert said is expected


def test_after_days_of_silence_the_answer_that_is_missing_today_still_waits_to_be_asked() -> None:
    assert waits("-", 20, obeying=17) is Awaited.TODAY


def test_pain_yesterday_and_silence_today_keep_tomorrow_from_a_run() -> None:
    teller = Teller(episode())
    for day in range(15):
        teller.tell(day, "obeys")
    teller.tell(15, "feels 2")
    before = stand(teller.protocol, teller.diary, on(15)).standing
    silent = teller.stand(16)
    assert awaited(teller.protocol, teller.diary, before, silent) is Awaited.TOMORROW
    teller.tell(16, "ok")
    assert awaited(teller.protocol, teller.diary, before, teller.stand(16)) is None


def test_a_tablet_last_evening_holds_today_whether_or_not_today_is_answered() -> None:
    teller = Teller(episode())
    for day in range(16):
        teller.tell(day, "obeys")
    teller.tell(15, "evening feels 0 painkiller")
    before = stand(teller.protocol, teller.diary, on(15)).standing
    assert awaited(teller.protocol, teller.diary, before, teller.stand(16)) is None


def test_over_a_whole_recovery_a_silent_day_either_waits_or_lets_run() -> None:
    teller = Teller(episode())
    for day in range(1, 55):
        teller.tell(day - 1, "obeys")
        before = stand(teller.protocol, teller.diary, on(day - 1)).standing
        if awaited(teller.protocol, teller.diary, before, teller.stand(day)) is None:
            silent = teller.stand(day)
            assert verdict(silent.protocol, silent.standing).decision.allows_running, day


def test_entries_of_later_days_change_nothing() -> None:
    teller = Teller(episode())
    for day in range(17):
        teller.tell(day, "obeys")
    known = Diary(teller.diary.episode, dict(teller.diary.days))
    before = stand(teller.protocol, known, on(16)).standing
    now = stand(teller.protocol, known, on(17))
    teller.tell(18, "ok")
    said = awaited(teller.protocol, teller.diary, before, now)
    assert said is awaited(teller.protocol, known, before, now) is Awaited.RUN
