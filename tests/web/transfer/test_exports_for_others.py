"""The files for other systems, offered on the page Export for each episode."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import TODAY, SignedIn
from tests.web.pages import PageClient, words_of
from tracker.services.injury import episodes
from tracker.services.injury.episodes import CloseReason
from tracker.web.transfer.exports import FOR_OTHERS

if TYPE_CHECKING:
    from tracker.storage.database import Database

TYPES = {"fhir-bundle.json": "application/fhir+json"}


@pytest.mark.parametrize("name", FOR_OTHERS)
def test_each_is_offered_and_downloaded_also_of_an_ended_episode(
    client: PageClient, signed_in: SignedIn, database: Database, name: str
) -> None:
    assert name in words_of(client.get("/export"))
    going_on = client.get(f"/export/{name}")
    assert (going_on.status_code, going_on.mimetype) == (200, TYPES.get(name, "text/csv"))
    assert going_on.headers["Cache-Control"] == "no-store"
    assert f'filename="{name}"' in going_on.headers["Content-Disposition"]
    whose = (database, signed_in.account_id, signed_in.episode_id)
    episodes.end_episode(*whose, CloseReason.RETURNED, today=TODAY)
    ended = client.get(f"/export/{signed_in.episode_id}/{name}")
    assert ended.status_code == 200
    if name in TYPES:
        resources = [e["resource"] for e in json.loads(ended.get_data())["entry"]]
        (plan,) = (r for r in resources if r["resourceType"] == "CarePlan")
        assert plan["status"] == "completed"
    assert client.get(f"/export/{signed_in.episode_id + 1}/{name}").status_code == 404
