"""What a page remembers of the last is forgotten with the next change, wherever it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tracker.progression.episode import Clearance
from tracker.services.access import sign_ins
from tracker.services.injury import clinician, episodes
from tracker.services.injury.episodes import CloseReason
from tracker.storage.database import Database
from tracker.storage.tables.access import SignInRow

if TYPE_CHECKING:
    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient


def test_a_browser_signed_out_elsewhere_is_turned_away_with_its_next_page(
    client: PageClient, signed_in: SignedIn, database: Database, clock: Clock
) -> None:
    assert client.get("/").status_code == 200
    sign_ins.sign_out(database, signed_in.token, clock())
    assert client.get("/").location == "/sign-in"


def test_another_process_is_noticed_too(
    client: PageClient, signed_in: SignedIn, database: Database, clock: Clock
) -> None:
    assert client.get("/").status_code == 200
    other = Database(database.place)
    who, reason = signed_in.account_id, CloseReason.STOPPED
    episodes.end_episode(other, who, signed_in.episode_id, reason, today=clock().date())
    other.close()
    assert client.get("/").location == "/episodes"


def test_a_sign_in_runs_out_though_nothing_was_stored(
    client: PageClient, signed_in: SignedIn, clock: Clock
) -> None:
    assert signed_in.token
    assert client.get("/about").status_code == 200
    clock.move(days=30)
    assert client.get("/").location == "/sign-in"


def test_a_visit_is_noted_once_an_hour(
    client: PageClient, signed_in: SignedIn, database: Database, clock: Clock
) -> None:
    assert signed_in.token
    seen = []
    for _ in range(5):
        client.get("/about")
        with database.reading() as db:
            seen.append(db.scalars(select(SignInRow.last_seen_at)).one())
        clock.move(minutes=30)
    assert len(set(seen)) == 3


def test_a_warning_leaves_every_page_with_the_clearance(
    client: PageClient, signed_in: SignedIn, database: Database, clock: Clock
) -> None:
    client.submit("/check-in", pain="4", sensation="pain", red_flags=["U1"])
    assert "Running is locked" in client.get("/history").get_data(as_text=True)
    today = clock().date()
    word = Clearance(date=today, by="Dr Kim")
    diary = (database, signed_in.account_id, signed_in.episode_id)
    clinician.record_clearance(*diary, word, today=today, now=clock())
    assert "Running is locked" not in client.get("/history").get_data(as_text=True)
