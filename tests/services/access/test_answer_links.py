"""Links for an answer: one answer each, for one injury, and gone with the account."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.services.access.answering import (
    TODAY,
    answer,
    facts,
    linked,
    sets,
    take,
)
from tests.services.conftest import ALICE, BOB, NOW, Runner
from tracker.services.access import answers, delete_account, restored, security_log, share_links
from tracker.services.errors import NotFound
from tracker.services.injury import episodes, proposals
from tracker.services.injury.episodes import CloseReason
from tracker.services.injury.proposals import CannotBeTaken
from tracker.storage.access import accounts
from tracker.storage.words import SecurityEvent


def test_a_link_takes_one_answer(runner: Runner) -> None:
    token = linked(runner.database)
    answer(runner.database, sets("pain_free_days", 1), token=token)
    with pytest.raises(NotFound):
        answer(runner.database, sets("pain_free_days", 2), token=token)
    with pytest.raises(NotFound):
        share_links.opened(runner.database, token, page="Today", user_agent="", now=NOW)
    assert len(proposals.waiting(runner.database, ALICE)) == 1


@pytest.mark.parametrize("over", ["expired", "ended", "made up", "for reading"])
def test_a_link_that_is_over_or_was_never_for_it_takes_none(runner: Runner, over: str) -> None:
    token, now = linked(runner.database, for_answer=over != "for reading"), NOW
    if over == "expired":
        now += timedelta(days=7)
    if over == "ended":
        (share,) = share_links.shares(runner.database, ALICE)
        share_links.revoke(runner.database, ALICE, share.id, now=NOW)
    if over == "made up":
        token = "x" * 43
    with pytest.raises(NotFound):
        answer(runner.database, sets("pain_free_days", 1), token=token, now=now)
    assert proposals.waiting(runner.database, ALICE) == []


def test_the_answer_is_on_the_security_log_without_its_words(runner: Runner) -> None:
    answer(runner.database, sets("pain_free_days", 1))
    kinds = [it.kind for it in security_log.of_account(runner.database, ALICE)]
    assert SecurityEvent.LINK_ANSWERED in kinds


def test_an_injury_that_was_ended_takes_no_answer_and_none_is_accepted_in_it(
    runner: Runner,
) -> None:
    database, token = runner.database, linked(runner.database)
    (one,) = answer(database, sets("pain_free_days", 1))
    episodes.end_episode(database, ALICE, 1, CloseReason.STOPPED, today=TODAY)
    with pytest.raises(answers.EpisodeEnded):
        answer(database, sets("pain_free_days", 1), token=token)
    assert proposals.prospect(database, ALICE, one, TODAY).ended_on == TODAY
    with pytest.raises(CannotBeTaken):
        take(database, one)
    proposals.refuse(database, ALICE, one, now=NOW)
    assert facts(database).episode.settings == ()


def test_bob_can_neither_see_nor_take_nor_refuse_what_is_alices(runner: Runner) -> None:
    database = runner.database
    (one,) = answer(database, sets("pain_free_days", 1))
    assert proposals.waiting(database, BOB) == []
    with pytest.raises(NotFound):
        proposals.prospect(database, BOB, one, TODAY)
    with pytest.raises(NotFound):
        proposals.accept(database, BOB, one, today=TODAY, now=NOW)
    with pytest.raises(NotFound):
        proposals.refuse(database, BOB, one, now=NOW)


def test_a_restore_ends_these_links_too(runner: Runner) -> None:
    token = linked(runner.database)
    restored.end_everything(runner.database, NOW)
    with pytest.raises(NotFound):
        answer(runner.database, sets("pain_free_days", 1), token=token)


def test_with_the_account_go_its_links_and_what_waits(runner: Runner) -> None:
    database, token = runner.database, linked(runner.database)
    answer(database, sets("pain_free_days", 1))
    with database.reading() as tx:
        account = accounts.by_id(tx, ALICE)
    assert account is not None
    delete_account.delete_by_hand(database, account, now=NOW)
    assert answers.link_of(database, token) is None
    assert proposals.waiting(database, ALICE) == []
