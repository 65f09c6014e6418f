"""A new episode, which may follow an earlier one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import FACTS, TODAY
from tracker.services.errors import NotFound
from tracker.services.injury import episodes
from tracker.services.injury.episodes import CloseReason

if TYPE_CHECKING:
    from tests.web.conftest import SignedIn
    from tests.web.pages import Fields, PageClient
    from tracker.storage.database import Database


def test_a_new_episode_may_follow_an_earlier_one(
    client: PageClient, signed_in: SignedIn, database: Database
) -> None:
    old = signed_in.episode_id
    end(database, signed_in)
    response = client.submit("/start", DESCRIBED | {"follows": str(old)})
    assert response.status_code == 303
    new = episodes.current_episode(database, signed_in.account_id)
    assert new is not None
    assert new.follows_episode_id == old
    page = client.page(f"/episodes/{new.id}")
    assert f"/episodes/{old}" in [a.get("href") for a in page.iter("a")]


@pytest.mark.parametrize("said", ["no", ""])
def test_a_new_episode_need_not_follow_any(
    client: PageClient, signed_in: SignedIn, database: Database, said: str
) -> None:
    end(database, signed_in)
    assert client.submit("/start", DESCRIBED | {"follows": said}).status_code == 303
    new = episodes.current_episode(database, signed_in.account_id)
    assert new is not None
    assert new.follows_episode_id is None


def test_an_episode_of_nobody_cannot_be_followed(
    client: PageClient, signed_in: SignedIn, database: Database
) -> None:
    end(database, signed_in)
    assert client.submit("/start", DESCRIBED | {"follows": "999"}).status_code == 422
    with pytest.raises(NotFound):
        episodes.open_episode(
            database,
            signed_in.account_id,
            FACTS,
            (),
            follows=999,
            today=TODAY,
            now=datetime(2026, 5, 1, tzinfo=UTC),
        )
    assert episodes.current_episode(database, signed_in.account_id) is None


def end(database: Database, whose: SignedIn) -> None:
    reason = CloseReason.RETURNED
    episodes.end_episode(database, whose.account_id, whose.episode_id, reason, today=TODAY)


DESCRIBED: Fields = {
    "site": "hamstring",
    "side": "left",
    "onset": "2026-04-30",
    "baseline_minutes": "40",
    "timezone": "Europe/Berlin",
    "unit": "km",
    "under_18": "no",
    "pregnant": "no",
    "operated": "no",
    "complete_tear": "no",
    "emergency": ["none"],
    "urgent": ["none"],
}
