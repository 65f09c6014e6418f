"""A certificate that is trusted, servers that have it, and a diary with a question waiting."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.browser.certificates import self_made
from tests.builders import good_morning, on
from tests.services.conftest import ALICE, Runner
from tests.services.reminders.servers import (
    PASSWORD,
    USER,
    Hook,
    Mailbox,
    mail_server,
    webhook,
)
from tracker.services.reminders import channels
from tracker.services.reminders.mail_server import MailServer
from tracker.services.reminders.messages import Sender
from tracker.services.reminders.sending import Reminded
from tracker.storage.words import ReminderChannel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = "k" * 64
HERE = "https://run.example.org"
SENDER = "Tracker <tracker@example.org>"
MAIL, WEBHOOK = ReminderChannel.MAIL, ReminderChannel.WEBHOOK
NONE, ONE = Reminded(0, 0), Reminded(1, 0)
HOUR, MINUTE = dt.timedelta(hours=1), dt.timedelta(minutes=1)


class Waiting(NamedTuple):
    """A diary in which the answer of day 1 is missing: with a good one, the walk is due."""

    runner: Runner

    @property
    def nine(self) -> dt.datetime:
        """Nine o'clock of that day, when reminders may come."""
        return dt.datetime.combine(on(1), dt.time(9), dt.UTC)


@pytest.fixture(scope="session")
def cert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return self_made(tmp_path_factory.mktemp("certificate"), "localhost")[0]


@pytest.fixture
def trusted(cert: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The certificate, which this process trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    return cert


class Mail(NamedTuple):
    """A mail server that is known, and what it took."""

    box: Mailbox
    server: MailServer


@pytest.fixture
def mail(trusted: Path) -> Iterator[Mail]:
    with mail_server(trusted) as (box, port):
        url = f"smtp://{USER}:{PASSWORD.replace('@', '%40').replace('/', '%2F')}@localhost:{port}"
        yield Mail(box, MailServer.from_url(url, SENDER))


@pytest.fixture
def hook(trusted: Path) -> Iterator[Hook]:
    with webhook(trusted) as it:
        yield it


@pytest.fixture
def sender(mail: Mail) -> Sender:
    return Sender(mail.server, HERE, KEY, own_network=True)


@pytest.fixture
def waiting(runner: Runner) -> Waiting:
    runner.today = 1
    runner.check(good_morning(0))
    return Waiting(runner)


@pytest.fixture
def by_mail(waiting: Waiting) -> Waiting:
    """Alice is reminded by mail."""
    turn_on(waiting.runner, MAIL, "alice@example.org")
    return waiting


def turn_on(runner: Runner, channel: ReminderChannel, target: str, whose: int = ALICE) -> None:
    now = dt.datetime.combine(on(0), dt.time(12), dt.UTC)
    channels.turn_on(runner.database, whose, channel, target, key=KEY, now=now)
