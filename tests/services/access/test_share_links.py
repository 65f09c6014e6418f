"""Links for reading: what they name, when they end, and what is known of their openings."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.services.conftest import ALICE, BOB
from tracker.services.access import share_links
from tracker.services.errors import NotFound

if TYPE_CHECKING:
    from tests.services.conftest import Runner
    from tracker.storage.access.shares import SharedDiary
    from tracker.storage.database import Database

NOW = datetime(2026, 5, 1, 6, tzinfo=UTC)


def share(database: Database, account: int = ALICE, days: int = 30, *, notes: bool = False) -> str:
    return share_links.share(
        database, account, ALICE, shared_with="Dr Okafor", with_notes=notes, days=days, now=NOW
    )


def opened(
    database: Database, token: str, page: str = "Today", agent: str = "Firefox", **later: float
) -> SharedDiary:
    now = NOW + timedelta(**later)
    return share_links.opened(database, token, page=page, user_agent=agent, now=now)


def test_a_link_names_one_episode_of_one_account(runner: Runner) -> None:
    link = opened(runner.database, share(runner.database, notes=True))
    assert (link.account.name, link.episode_id, link.with_notes) == ("Alice", ALICE, True)
    assert link.expires_at == NOW + timedelta(days=30)


def test_only_the_owner_makes_sees_and_ends_links(runner: Runner) -> None:
    with pytest.raises(NotFound):
        share(runner.database, BOB)
    token = share(runner.database)
    (link,) = share_links.shares(runner.database, ALICE)
    assert share_links.shares(runner.database, BOB) == []
    with pytest.raises(NotFound):
        share_links.revoke(runner.database, BOB, link.id, now=NOW)
    with pytest.raises(NotFound):
        share_links.revoke(runner.database, ALICE, 99, now=NOW)
    assert opened(runner.database, token).episode_id == ALICE


def test_a_link_ends_when_it_is_over_or_ended(runner: Runner) -> None:
    token, other = share(runner.database, days=7), share(runner.database)
    assert opened(runner.database, token, days=7, seconds=-1).episode_id == ALICE
    with pytest.raises(NotFound):
        opened(runner.database, token, days=7)
    share_links.revoke(runner.database, ALICE, 2, now=NOW)
    with pytest.raises(NotFound):
        opened(runner.database, other)
    share_links.revoke(runner.database, ALICE, 2, now=NOW + timedelta(days=1))
    ended = share_links.shares(runner.database, ALICE)[0]
    assert ended.revoked_at == NOW
    assert not ended.is_open(NOW)


@pytest.mark.parametrize("token", ["", "x" * 43, "\ud800", "1"])
def test_no_other_word_opens_anything(runner: Runner, token: str) -> None:
    share(runner.database)
    with pytest.raises(NotFound):
        opened(runner.database, token)


@pytest.mark.parametrize("days", [0, -1, 366])
def test_a_link_lasts_a_day_to_a_year(runner: Runner, days: int) -> None:
    with pytest.raises(ValueError, match="1 to 365"):
        share(runner.database, days=days)


def test_every_opening_is_told_with_its_page_and_browser_the_latest_first(runner: Runner) -> None:
    token = share(runner.database)
    opened(runner.database, token, "Today")
    opened(runner.database, token, "Progress", minutes=5)
    opened(runner.database, token, "Progress", "Sa\x00fari" * 50, minutes=5)
    (link,) = share_links.shares(runner.database, ALICE)
    assert [(o.page, o.user_agent[:6]) for o in link.openings] == [
        ("Progress", "Safari"),
        ("Progress", "Firefo"),
        ("Today", "Firefo"),
    ]
    assert link.openings[0].at == NOW + timedelta(minutes=5)
    assert len(link.openings[0].user_agent) == 120


def test_a_page_and_its_pictures_are_one_opening_and_a_later_look_another(runner: Runner) -> None:
    token = share(runner.database)
    for seconds in (0, 1, 59, 61):
        opened(runner.database, token, "Progress", seconds=seconds)
    assert len(share_links.shares(runner.database, ALICE)[0].openings) == 2


@pytest.mark.slow
def test_a_link_cannot_be_used_to_fill_the_diary(runner: Runner) -> None:
    token, other = share(runner.database), share(runner.database)
    for number in range(share_links.MOST_AN_HOUR):
        opened(runner.database, token, agent=f"Browser {number}")
    with pytest.raises(share_links.OpenedTooOften):
        opened(runner.database, token, agent="one more")
    assert opened(runner.database, token, agent="Browser 0").episode_id == ALICE
    assert opened(runner.database, other).episode_id == ALICE
    assert opened(runner.database, token, hours=1).episode_id == ALICE
    openings = {link.id: len(link.openings) for link in share_links.shares(runner.database, ALICE)}
    assert openings == {1: share_links.MOST_AN_HOUR + 1, 2: 1}


def test_a_link_that_opened_nothing_is_not_in_the_list_of_openings(runner: Runner) -> None:
    token = share(runner.database, days=1)
    with pytest.raises(NotFound):
        opened(runner.database, token, days=2)
    assert share_links.shares(runner.database, ALICE)[0].openings == ()


def test_no_link_is_stored_readably(runner: Runner) -> None:
    token = share(runner.database)
    runner.database.close()
    content = b"".join(path.read_bytes() for path in runner.database.path.parent.iterdir())
    assert b"Dr Okafor" in content
    assert token.encode() not in content
