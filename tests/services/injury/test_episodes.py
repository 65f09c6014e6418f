from __future__ import annotations

import pytest

from tests.builders import on
from tests.services.conftest import ALICE, BOB, NOW, Desk
from tests.services.injury.corrections import FACTS, edit
from tracker.progression.episode import Clearance, Setting
from tracker.services.errors import NotFound
from tracker.services.injury import clinician, corrections, episodes
from tracker.services.injury.episodes import CloseReason, EpisodeAlreadyOpen


def test_a_new_episode_is_screened_on_the_day_it_is_described(desk: Desk) -> None:
    episodes.end_episode(desk.database, ALICE, 1, CloseReason.MISTAKE, today=on(10))
    opened = episodes.open_episode(
        desk.database, ALICE, FACTS, ("operated",), today=on(10), now=NOW
    )
    view = episodes.current_episode(desk.database, ALICE)
    assert view is not None
    assert view.id == opened
    assert view.facts == FACTS
    assert (view.episode.screening, view.episode.screened_on) == (("operated",), on(10))
    assert view.is_open


def test_an_account_has_one_open_episode_at_most(desk: Desk) -> None:
    with pytest.raises(EpisodeAlreadyOpen):
        episodes.open_episode(desk.database, ALICE, FACTS, (), today=on(10), now=NOW)
    assert len(episodes.all_episodes(desk.database, ALICE)) == 1


def test_an_injury_cannot_begin_in_the_future(desk: Desk) -> None:
    episodes.end_episode(desk.database, ALICE, 1, CloseReason.MISTAKE, today=on(10))
    with pytest.raises(ValueError, match="future"):
        episodes.open_episode(desk.database, ALICE, FACTS, (), today=on(-1), now=NOW)
    with pytest.raises(ValueError, match="future"):
        edit(desk, onset=on(desk.today + 1))


def test_an_ended_episode_keeps_its_reason_and_can_be_gone_on_with(desk: Desk) -> None:
    episodes.end_episode(desk.database, ALICE, 1, CloseReason.RETURNED, today=on(60))
    episodes.end_episode(desk.database, ALICE, 1, CloseReason.MISTAKE, today=on(61))
    assert episodes.current_episode(desk.database, ALICE) is None
    view = episodes.episode(desk.database, ALICE, 1)
    assert (view.closed_on, view.closed_reason) == (on(60), "returned")
    episodes.reopen_episode(desk.database, ALICE, 1, now=NOW)
    view = episodes.episode(desk.database, ALICE, 1)
    assert (view.closed_on, view.closed_reason, view.reopened_at) == (None, None, NOW)


def test_another_open_episode_keeps_an_ended_one_ended(desk: Desk) -> None:
    episodes.end_episode(desk.database, ALICE, 1, CloseReason.RETURNED, today=on(60))
    episodes.open_episode(desk.database, ALICE, FACTS, (), today=on(61), now=NOW)
    with pytest.raises(EpisodeAlreadyOpen):
        episodes.reopen_episode(desk.database, ALICE, 1, now=NOW)


def test_nobody_reaches_the_episode_of_another_account(desk: Desk) -> None:
    bobs, today = 2, on(10)
    database = desk.database
    with pytest.raises(NotFound):
        episodes.episode(database, ALICE, bobs)
    with pytest.raises(NotFound):
        corrections.edit_episode(database, ALICE, bobs, FACTS, today=today, now=NOW)
    with pytest.raises(NotFound):
        corrections.answer_screening(database, ALICE, bobs, (), today=today, now=NOW)
    with pytest.raises(NotFound):
        episodes.end_episode(database, ALICE, bobs, CloseReason.MISTAKE, today=today)
    with pytest.raises(NotFound):
        episodes.reopen_episode(database, ALICE, bobs, now=NOW)
    with pytest.raises(NotFound):
        clinician.lock_on(database, ALICE, bobs, today)
    desk.episode = bobs
    with pytest.raises(NotFound):
        clinician.record_clearance(
            database, ALICE, bobs, Clearance(date=today, by="x"), today=today, now=NOW
        )
    setting = Setting(name="pain_free_days", value=3, date=today)
    with pytest.raises(NotFound):
        clinician.change_setting(database, ALICE, bobs, setting, today=today, now=NOW)
    assert [view.id for view in episodes.all_episodes(database, BOB)] == [bobs]
    assert episodes.episode(database, BOB, bobs).episode.clearances == ()
