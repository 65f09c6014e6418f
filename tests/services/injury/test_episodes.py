from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest

from tests.builders import check_in, on
from tests.services.conftest import ALICE, BOB, NOW, Runner
from tests.services.injury.corrections import FACTS, edit
from tracker.exchange.own_format.archive import Archive, read_archives
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.progression.episode import CarriedSign, Clearance, Episode, Setting, Site
from tracker.services.errors import NotFound
from tracker.services.injury import clinician, corrections, episodes
from tracker.services.injury.episodes import CloseReason, EpisodeAlreadyOpen
from tracker.services.transfer import exports, imports
from tracker.storage.tables.access import AccountRow


def test_a_new_episode_is_screened_on_the_day_it_is_described(runner: Runner) -> None:
    episodes.end_episode(runner.database, ALICE, 1, CloseReason.MISTAKE, today=on(10))
    opened = episodes.open_episode(
        runner.database, ALICE, FACTS, ("operated",), today=on(10), now=NOW
    )
    view = episodes.current_episode(runner.database, ALICE)
    assert view is not None
    assert view.id == opened
    assert view.facts == FACTS
    assert (view.episode.screening, view.episode.screened_on) == (("operated",), on(10))
    assert view.is_open


def test_an_account_has_one_open_episode_at_most(runner: Runner) -> None:
    with pytest.raises(EpisodeAlreadyOpen):
        episodes.open_episode(runner.database, ALICE, FACTS, (), today=on(10), now=NOW)
    assert len(episodes.all_episodes(runner.database, ALICE)) == 1


def test_an_injury_cannot_begin_in_the_future(runner: Runner) -> None:
    episodes.end_episode(runner.database, ALICE, 1, CloseReason.MISTAKE, today=on(10))
    with pytest.raises(ValueError, match="future"):
        episodes.open_episode(runner.database, ALICE, FACTS, (), today=on(-1), now=NOW)
    with pytest.raises(ValueError, match="future"):
        edit(runner, onset=on(runner.today + 1))


def test_an_ended_episode_keeps_its_reason_and_can_be_gone_on_with(runner: Runner) -> None:
    episodes.end_episode(runner.database, ALICE, 1, CloseReason.RETURNED, today=on(60))
    episodes.end_episode(runner.database, ALICE, 1, CloseReason.MISTAKE, today=on(61))
    assert episodes.current_episode(runner.database, ALICE) is None
    view = episodes.episode(runner.database, ALICE, 1)
    assert (view.closed_on, view.closed_reason) == (on(60), "returned")
    episodes.reopen_episode(runner.database, ALICE, 1, now=NOW)
    view = episodes.episode(runner.database, ALICE, 1)
    assert (view.closed_on, view.closed_reason, view.reopened_at) == (None, None, NOW)


def test_another_open_episode_keeps_an_ended_one_ended(runner: Runner) -> None:
    episodes.end_episode(runner.database, ALICE, 1, CloseReason.RETURNED, today=on(60))
    episodes.open_episode(runner.database, ALICE, FACTS, (), today=on(61), now=NOW)
    with pytest.raises(EpisodeAlreadyOpen):
        episodes.reopen_episode(runner.database, ALICE, 1, now=NOW)


def test_nobody_reaches_the_episode_of_another_account(runner: Runner) -> None:
    bobs, today = 2, on(10)
    database = runner.database
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
    runner.episode = bobs
    with pytest.raises(NotFound):
        clinician.record_clearance(
            database, ALICE, bobs, Clearance(date=today, by="x"), today=today, now=NOW
        )
    setting = Setting(name="pain_free_days", value=3, date=today)
    with pytest.raises(NotFound):
        clinician.change_setting(database, ALICE, bobs, setting, today=today, now=NOW)
    assert [view.id for view in episodes.all_episodes(database, BOB)] == [bobs]
    assert episodes.episode(database, BOB, bobs).episode.clearances == ()


def begin_anew(runner: Runner, day: int, onset: int) -> int:
    """End the open episode and describe another, every question denied."""
    current = episodes.current_episode(runner.database, ALICE)
    assert current is not None
    reason = CloseReason.MISTAKE
    episodes.end_episode(runner.database, ALICE, current.id, reason, today=on(day))
    facts = replace(FACTS, onset=on(onset))
    return episodes.open_episode(runner.database, ALICE, facts, (), today=on(day), now=NOW)


def test_an_open_warning_sign_goes_with_the_runner_until_a_clearance(runner: Runner) -> None:
    runner.check(replace(check_in(3, 1, red_flags=["E1", "R1"]), id="flagged"))
    second = begin_anew(runner, day=10, onset=9)
    lock = clinician.lock_on(runner.database, ALICE, second, on(10))
    assert lock is not None
    assert lock.signs == ("E1",)
    third = begin_anew(runner, day=12, onset=11)
    view = episodes.episode(runner.database, ALICE, third)
    assert view.episode.carried_signs == (CarriedSign(date=on(3), flags=("E1",)),)
    clearance = Clearance(date=on(12), by="Dr Ada", covers=("E1",))
    clinician.record_clearance(runner.database, ALICE, third, clearance, today=on(12), now=NOW)
    assert clinician.lock_on(runner.database, ALICE, third, on(12)) is None
    fourth = begin_anew(runner, day=14, onset=13)
    assert clinician.lock_on(runner.database, ALICE, fourth, on(14)) is None


def test_an_episode_is_gone_on_with_under_the_lock_of_the_one_after_it(runner: Runner) -> None:
    second = begin_anew(runner, day=10, onset=9)
    runner.episode = second
    runner.check(replace(check_in(12, 1, red_flags=["E1"]), id="flagged"))
    episodes.end_episode(runner.database, ALICE, second, CloseReason.MISTAKE, today=on(13))
    episodes.reopen_episode(runner.database, ALICE, 1, now=NOW)
    lock = clinician.lock_on(runner.database, ALICE, 1, on(14))
    assert lock is not None
    assert lock.signs == ("E1",)


def test_the_own_sign_of_an_episode_is_not_carried_into_it(runner: Runner) -> None:
    """So that its correction, with a reason, opens it again."""
    runner.check(replace(check_in(3, 1, red_flags=["E1"]), id="flagged"))
    episodes.end_episode(runner.database, ALICE, 1, CloseReason.MISTAKE, today=on(10))
    episodes.reopen_episode(runner.database, ALICE, 1, now=NOW)
    denied = replace(check_in(3, 1, red_flags=["none"]), id="flagged")
    runner.change_check_in(denied, reason="A slip.")
    assert clinician.lock_on(runner.database, ALICE, 1, on(14)) is None


def test_a_clearance_that_names_another_sign_lifts_no_lock(runner: Runner) -> None:
    runner.check(replace(check_in(3, 1, red_flags=["E1"]), id="flagged"))
    second = begin_anew(runner, day=10, onset=9)
    clearance = Clearance(date=on(10), by="Dr Ada", covers=("U1",))
    clinician.record_clearance(runner.database, ALICE, second, clearance, today=on(10), now=NOW)
    assert clinician.lock_on(runner.database, ALICE, second, on(10)) is not None


def test_an_import_into_an_account_lifts_no_lock(runner: Runner) -> None:
    runner.check(replace(check_in(3, 1, red_flags=["E1"]), id="flagged"))
    episodes.end_episode(runner.database, ALICE, 1, CloseReason.MISTAKE, today=on(10))
    facts = Episode(onset=on(9), baseline_minutes=40, site=Site.GLUTEAL)
    archive = Archive(facts, EpisodeLifecycle(), [], [])
    imports.import_archives(runner.database, ALICE, [archive], now=NOW)
    view = episodes.current_episode(runner.database, ALICE)
    assert view is not None
    assert clinician.lock_on(runner.database, ALICE, view.id, on(10)) is not None


def test_all_that_is_said_of_an_episode_goes_out_and_comes_back(runner: Runner) -> None:
    runner.check(replace(check_in(3, 1, red_flags=["E1"]), id="flagged"))
    runner.check(replace(check_in(4, red_flags=["none"]), id="denied"))
    second = begin_anew(runner, day=10, onset=9)
    facts = replace(FACTS, onset=on(9), baseline_week_minutes=160)
    corrections.edit_episode(runner.database, ALICE, second, facts, today=on(10), now=NOW)
    clearance = Clearance(date=on(10), by="Dr Ada", covers=("E1", "operated"))
    clinician.record_clearance(runner.database, ALICE, second, clearance, today=on(10), now=NOW)
    first = exports.all_archives(runner.database, ALICE)
    assert first[1].episode.baseline_week_minutes == 160
    packed = BytesIO(b"".join(exports.zipped(first, NOW)))
    read = read_archives(packed, NOW).archives
    with runner.database.writing() as tx:
        tx.add(AccountRow(id=3, name="C", name_key="c", passphrase_hash="-", created_at=NOW))
    imports.import_archives(runner.database, 3, read, now=NOW)
    again = exports.all_archives(runner.database, 3)
    assert [a.episode for a in again] == [a.episode for a in first]
    assert [a.check_ins for a in again] == [a.check_ins for a in first]
    assert again[1].episode.clearances[0].entered_at == NOW
