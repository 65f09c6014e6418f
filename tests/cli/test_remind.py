"""`tracker remind` by several processes at once, and by one that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time as time_module
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.databases import cluster
from tests.postgresql import needs_server
from tests.services.reminders.conftest import cert, trusted  # noqa: F401
from tests.services.reminders.servers import free_port, mail_server, talking
from tests.web.conftest import FACTS
from tracker.cli import main, remind
from tracker.language.reminders import CUT_SHORT
from tracker.progression.diary import CheckIn, Sensation
from tracker.services.access import accounts
from tracker.services.diary import entries
from tracker.services.injury import episodes
from tracker.services.reminders import channels, sending
from tracker.services.reminders.mail_server import MailServer
from tracker.services.reminders.messages import Sender
from tracker.settings import DATA_DIR, DATABASE_URL, SMTP_SENDER, SMTP_URL, Settings, server_of
from tracker.storage.database import Database
from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.reminders import Hours
from tracker.storage.schema import migrate
from tracker.storage.words import ReminderChannel

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from pathlib import Path

    from tracker.storage.places import Place

LINKS = "https://run.example.org"
MIDNIGHT = time(0)
WELL = ["Sent: 1. Not sent: 0.", "Sent: 0. Not sent: 0."]


class House:
    """A diary whose question of today waits, whatever day that is, and processes about it."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url
        folder.mkdir(exist_ok=True)
        self.place: Place = server_of(url) or folder / "diary.db"
        self.key = self._fill()

    def _fill(self) -> str:
        now = datetime.now(UTC)
        today, yesterday = now.date(), now.date() - timedelta(days=1)
        migrate(self.place)
        settings = Settings(data_dir=self.folder, server=server_of(self.url))
        with closing(Database(self.place)) as database:
            from tracker.app import signing_key

            key = signing_key(settings, database)
            ada = accounts.register(
                database, name="Ada", passphrase="slow and steady wins", now=now
            )
            facts = replace(FACTS, timezone="UTC", onset=yesterday)
            episode = episodes.open_episode(database, ada.id, facts, (), today=today, now=now)
            well = CheckIn(date=yesterday, pain=0, sensation=Sensation.NONE)
            entries.save_check_in(database, ada.id, episode, well, today=today, now=now)
            channels.set_hours(database, ada.id, Hours(MIDNIGHT, MIDNIGHT, MIDNIGHT))
            mail = ReminderChannel.MAIL
            channels.turn_on(database, ada.id, mail, "ada@example.org", key=key, now=now)
        return key

    def environment(self, port: int, scheme: str = "smtp") -> dict[str, str]:
        named = "tracker:p%40ss%2Fword@" if scheme == "smtp" else ""
        return {
            **os.environ,
            DATA_DIR: str(self.folder),
            DATABASE_URL: self.url,
            SMTP_URL: f"{scheme}://{named}localhost:{port}",
            SMTP_SENDER: "tracker@example.org",
            "TRACKER_PUBLIC_URL": LINKS,
        }

    def start(self, port: int, scheme: str = "smtp") -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tracker", "remind"],
            env=self.environment(port, scheme),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def trouble(self) -> str:
        later = datetime.now(UTC) + timedelta(minutes=5)
        with closing(Database(self.place)) as database:
            seen = channels.of_account(database, 1, key=self.key, now=later)
        trouble = seen.channels[ReminderChannel.MAIL].trouble
        return trouble.sentence if trouble else ""


@pytest.fixture(params=["file", pytest.param("server", marks=needs_server)])
def house(request: pytest.FixtureRequest, tmp_path: Path, trusted: Path) -> House:  # noqa: F811
    del trusted
    url = cluster().server(cluster().create()).url if request.param == "server" else ""
    return House(tmp_path / "data", url)


@pytest.mark.slow
def test_of_four_processes_at_once_one_sends(house: House, trusted: Path) -> None:  # noqa: F811
    with mail_server(trusted) as (box, port):
        said = [it.communicate(timeout=60) for it in [house.start(port) for _ in range(4)]]
        assert sorted((out.strip() for out, _ in said), reverse=True) == WELL[:1] + WELL[1:] * 3
        assert [err for _, err in said] == [""] * 4
        assert len(box.envelopes) == 1


@pytest.mark.slow
def test_who_is_killed_while_sending_has_sent_it_at_most_once(
    house: House,
    trusted: Path,  # noqa: F811
) -> None:
    reached = threading.Event()

    def hold(connection: socket.socket) -> None:
        reached.set()
        connection.recv(1)  # and never a word

    with talking(hold) as port:
        process = house.start(port)
        assert reached.wait(60), process.communicate()
        process.kill()
        process.communicate(timeout=20)
    assert house.trouble() == CUT_SHORT
    with mail_server(trusted) as (box, port):
        out, _ = house.start(port).communicate(timeout=60)
        assert out.strip() == WELL[1]
        assert box.envelopes == []


@pytest.mark.parametrize("house", ["file"], indirect=True)
def test_a_message_that_is_not_sent_is_told_by_the_exit_code(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in house.environment(free_port(), "smtp-plain").items():
        monkeypatch.setenv(name, value)
    assert main(["remind"]) == 1
    assert capsys.readouterr().out == "Sent: 0. Not sent: 1.\n"
    assert house.trouble().startswith("The other server could not be reached.")


@pytest.mark.parametrize(
    ("url", "sender", "message"),
    [
        ("smtp://mail.example.org", "", "go together: set both, or neither"),
        ("mail.example.org", "a@example.org", "must be the address of a mail server"),
        ("smtp://u:secret/@mail.example.org", "a@example.org", "written as %2F"),
        ("smtp://mail.example.org", "nobody", "Give an address of e-mail"),
    ],
)
def test_a_mistake_in_the_settings_is_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    url: str,
    sender: str,
    message: str,
) -> None:
    monkeypatch.setenv(DATA_DIR, str(tmp_path))
    monkeypatch.setenv(SMTP_URL, url)
    monkeypatch.setenv(SMTP_SENDER, sender)
    assert main(["remind"]) == 2
    errors = capsys.readouterr().err
    assert message in errors
    assert "secret" not in errors
    assert errors.count("\n") == 1


def until(condition: Callable[[], object]) -> None:
    """Wait for what another thread does."""
    for _ in range(600):
        if condition():
            return
        time_module.sleep(0.05)
    pytest.fail("it did not happen")


@pytest.mark.parametrize("house", ["file"], indirect=True)
def test_a_server_looks_by_itself_and_goes_on_after_an_error(
    house: House,
    trusted: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(remind, "LOOK_EVERY_SECONDS", 0.05)
    looks: list[datetime] = []

    def at_first_wrong(*given: Any, **named: Any) -> Any:
        looks.append(named["now"])
        if len(looks) == 1:
            raise StorageError("busy", ErrorKind.BUSY)
        if len(looks) == 2:
            raise ZeroDivisionError
        return sending.remind(*given, **named)

    monkeypatch.setattr(remind, "remind", at_first_wrong)
    with mail_server(trusted) as (box, port), closing(Database(house.place)) as database:
        url = house.environment(port)[SMTP_URL]
        sender = Sender(MailServer.from_url(url, "t@example.org"), LINKS, house.key)
        with remind.reminding(database, sender):
            until(lambda: box.envelopes)
            until(lambda: len(looks) > 5)
        stopped = len(looks)
        time_module.sleep(0.3)
        assert (len(box.envelopes), len(looks)) == (1, stopped)
    assert "Reminders are put off: busy." in caplog.text
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.slow
@pytest.mark.parametrize("house", ["file"], indirect=True)
def test_tracker_serve_reminds_of_what_waits_and_links_to_its_public_address(
    house: House,
    trusted: Path,  # noqa: F811
) -> None:
    with mail_server(trusted) as (box, port):
        served = subprocess.Popen(
            [sys.executable, "-m", "tracker", "serve", "--no-browser", "--port", "0"],
            env=house.environment(port),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            until(lambda: box.envelopes)
        finally:
            served.terminate()
            assert served.wait(30) == 0
        content = box.envelopes[0].content
        assert isinstance(content, bytes)
        assert f"<{LINKS}/reminders/stop/".encode() in content
