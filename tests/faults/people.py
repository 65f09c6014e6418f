"""Runners with a diary each, whose browsers are signed in to a server that may go away."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tests.storage.rows import an_account
from tests.web.household import client_of
from tracker.app import create_app
from tracker.progression.episode import Side, Site
from tracker.services.access import sign_ins
from tracker.services.injury import episodes
from tracker.services.injury.episodes import EpisodeFacts

if TYPE_CHECKING:
    from tracker.settings import Settings
    from tracker.storage.database import Database

DAYS = 28  # of each diary, today included
COOKIE = "return_to_run"


def today() -> date:
    """The runners live by UTC, and by the clock of this machine, as the server does."""
    return datetime.now(UTC).date()


@dataclass(frozen=True)
class Answer:
    """What a server said: the status, where to go next, and the page."""

    status: int
    location: str
    page: str


@dataclass(frozen=True)
class Runner:
    """A browser that is signed in, for a server on any port."""

    account_id: int
    episode_id: int
    cookie: str
    form_token: str

    def get(self, port: int, path: str) -> Answer:
        """Ask for a page. Raises OSError or HTTPException where nobody answers."""
        with closing(self._ask(port, "GET", path, None)) as connection:
            return answer_to(connection)

    def send(self, port: int, path: str, fields: dict[str, str]) -> Answer:
        """Send a form. Raises OSError or HTTPException where nobody answers."""
        with closing(self.begin_to_send(port, path, fields)) as connection:
            return answer_to(connection)

    def begin_to_send(self, port: int, path: str, fields: dict[str, str]) -> HTTPConnection:
        """Send a form, and leave it to `answer_to` to wait for the answer."""
        body = urlencode({**fields, "csrf_token": self.form_token})
        return self._ask(port, "POST", path, body)

    def _ask(self, port: int, method: str, path: str, body: str | None) -> HTTPConnection:
        headers = {"Cookie": f"{COOKIE}={self.cookie}"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request(method, path, body, headers)
        except BaseException:
            connection.close()
            raise
        return connection


def answer_to(connection: HTTPConnection) -> Answer:
    """Return what the server says."""
    said = connection.getresponse()
    page = said.read().decode("utf-8", "replace")
    return Answer(said.status, said.headers.get("Location", ""), page)


def runners(settings: Settings, number: int) -> list[Runner]:
    """Make the diaries of so many runners."""
    app = create_app(settings)
    database: Database = app.config["DATABASE"]
    made = []
    for name in range(number):
        account_id, episode_id, token = _with_diary(database, f"Runner {name}")
        client, form_token = client_of(app, token)
        cookie = client.get_cookie(COOKIE)
        assert cookie is not None
        made.append(Runner(account_id, episode_id, cookie.value, form_token))
    database.close()
    return made


def _with_diary(database: Database, name: str) -> tuple[int, int, str]:
    now = datetime.now(UTC)
    with database.writing() as db:
        row = an_account(name)
        db.add(row)
        db.flush()
        account_id = row.id
    facts = EpisodeFacts(
        site=Site.HAMSTRING,
        side=Side.LEFT,
        onset=today() - timedelta(days=DAYS - 1),
        onset_about=False,
        baseline_minutes=40,
        timezone="UTC",
    )
    episode = episodes.open_episode(database, account_id, facts, (), today=today(), now=now)
    token = sign_ins.open_sign_in(database, account_id, user_agent="a test", now=now)
    return account_id, episode, token


def a_check_in(uid: str, day: date, note: str = "", pain: int = 0) -> dict[str, str]:
    """The fields of a check-in."""
    return {
        "uid": uid,
        "date": f"{day}",
        "time": "00:00",
        "pain": f"{pain}",
        "sensation": "pain" if pain else "none",
        "note": note,
    }


def a_ride(uid: str, day: date, note: str = "") -> dict[str, str]:
    """The fields of a session that is never refused."""
    return {
        "uid": uid,
        "date": f"{day}",
        "time": "00:00",
        "kind": "bike",
        "minutes": "30",
        "pain": "0",
        "sensation": "none",
        "note": note,
    }
