"""Mail servers, good and bad: encrypted, bounded, told in words, and never sent twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.services.reminders.conftest import HERE, KEY, MAIL, SENDER, Mail
from tests.services.reminders.servers import (
    PASSWORD,
    USER,
    drips,
    free_port,
    mail_server,
    plain_smtp,
    says_nothing,
    talking,
)
from tracker.language.reminders import FAILURES, TEST, failure_sentence
from tracker.services.reminders import connecting
from tracker.services.reminders.mail_server import MailServer, address_of
from tracker.services.reminders.messages import Outgoing, Sender, deliver
from tracker.services.reminders.not_sent import LONGEST_SAID, NotSent
from tracker.storage.words import ReminderFailure

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 5, 1, 9, tzinfo=dt.UTC)
MESSAGE = Outgoing(MAIL, "alice@example.org", TEST, "t" * 43, NOW)


def refusal(server: MailServer | str) -> NotSent:
    """Why a server does not get a message."""
    if isinstance(server, str):
        server = MailServer.from_url(server, SENDER)
    with pytest.raises(NotSent) as refused:
        deliver(Sender(server, HERE, KEY), MESSAGE)
    return refused.value


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "SECONDS", 0.4)


def test_a_message_is_encrypted_and_signed_in_for(mail: Mail) -> None:
    deliver(Sender(mail.server, HERE, KEY), MESSAGE)
    (envelope,) = mail.box.envelopes
    assert envelope.mail_from == "tracker@example.org"


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")  # it is required
def test_so_it_is_from_the_first_byte(trusted: Path) -> None:
    with mail_server(trusted, scheme="smtps") as (box, port):
        url = f"smtps://{USER}:p%40ss%2Fword@localhost:{port}"
        deliver(Sender(MailServer.from_url(url, SENDER), HERE, KEY), MESSAGE)
        assert len(box.envelopes) == 1


def test_a_server_that_cannot_prove_who_it_is_gets_nothing(
    mail: Mail, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    failed = refusal(mail.server)
    assert failed.failure is ReminderFailure.CERTIFICATE
    assert failed.is_certain
    assert mail.box.envelopes == []


def test_nor_one_that_is_called_otherwise(mail: Mail) -> None:
    failed = refusal(replace(mail.server, host="127.0.0.1"))
    assert failed.failure is ReminderFailure.CERTIFICATE
    assert mail.box.envelopes == []


def test_a_wrong_password_is_told_as_that(mail: Mail) -> None:
    failed = refusal(replace(mail.server, password="wrong"))
    assert failed.failure is ReminderFailure.SIGN_IN
    assert failed.is_certain
    assert PASSWORD not in failed.said


def test_a_server_without_encryption_gets_neither_message_nor_password() -> None:
    with talking(plain_smtp(after_data=b"250 ok\r\n")) as port:
        failed = refusal(f"smtp://a:b@localhost:{port}")
    assert failed.failure is ReminderFailure.NO_ENCRYPTION
    assert failed.is_certain


def test_a_relay_on_this_machine_may_take_it_in_plain() -> None:
    with talking(plain_smtp(after_data=b"250 ok\r\n")) as port:
        plain = MailServer.from_url(f"smtp-plain://localhost:{port}", SENDER)
        deliver(Sender(plain, HERE, KEY), MESSAGE)


def test_a_server_that_is_not_there() -> None:
    failed = refusal(f"smtp://localhost:{free_port()}")
    assert failed.failure is ReminderFailure.UNREACHABLE
    assert failed.is_certain


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_server_that_says_nothing_is_waited_for_so_long_and_no_longer(scheme: str) -> None:
    with talking(says_nothing) as port:
        failed = refusal(f"{scheme}://localhost:{port}")
    assert failed.failure is ReminderFailure.SILENT
    assert failed.is_certain


@pytest.mark.usefixtures("impatient")
def test_nor_does_one_that_answers_a_letter_at_a_time_hold_it_up_for_ever() -> None:
    with talking(drips) as port:
        assert refusal(f"smtp://localhost:{port}").failure is ReminderFailure.SILENT


def test_a_server_that_turns_it_away_is_quoted() -> None:
    busy = plain_smtp(after_data=b"", greeting=b"554 no \x1b[31mthanks " + b"x" * 400 + b"\r\n")
    with talking(busy) as port:
        failed = refusal(f"smtp-plain://localhost:{port}")
    assert failed.failure is ReminderFailure.REFUSED
    assert failed.is_certain
    assert failed.said.startswith("no [31mthanks xxx")
    assert len(failed.said) == LONGEST_SAID


def test_one_that_breaks_off_once_it_has_the_message_may_have_sent_it() -> None:
    with talking(plain_smtp(after_data=b"")) as port:
        failed = refusal(f"smtp-plain://localhost:{port}")
    assert failed.failure is ReminderFailure.CUT_OFF
    assert not failed.is_certain


def test_one_that_refuses_once_it_has_the_message_has_not() -> None:
    with talking(plain_smtp(after_data=b"552 mailbox full\r\n")) as port:
        failed = refusal(f"smtp-plain://localhost:{port}")
    assert (failed.failure, failed.said) == (ReminderFailure.REFUSED, "mailbox full")
    assert failed.is_certain


def test_one_that_breaks_off_before_has_nothing() -> None:
    with talking(lambda connection: connection.sendall(b"220 hello\r\n")) as port:
        failed = refusal(f"smtp-plain://localhost:{port}")
    assert failed.failure is ReminderFailure.CUT_OFF
    assert failed.is_certain


def test_a_name_that_nobody_has() -> None:
    assert refusal("smtp://mail.invalid").failure is ReminderFailure.UNKNOWN_NAME


def test_every_failure_has_its_sentence() -> None:
    assert set(FAILURES) == {it.value for it in ReminderFailure}
    assert failure_sentence("refused", "no") == "The other server refused it. It said: “no”."


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mail.example.org", "must be the address of a mail server"),
        ("http://mail.example.org", "must be the address of a mail server"),
        ("smtp://", "must be the address of a mail server"),
        ("smtp://mail.example.org:many", "must be the address of a mail server"),
        ("smtp://user:pa/ss@mail.example.org", "must be the address of a mail server"),
        ("smtp-plain://mail.example.org", "only to a relay on this machine"),
    ],
)
def test_a_mistake_in_the_settings_is_told_without_the_password(url: str, message: str) -> None:
    with pytest.raises(ValueError, match=message) as refused:
        MailServer.from_url(url, SENDER)
    assert "pa/ss" not in str(refused.value)


@pytest.mark.parametrize(
    "typed",
    ["", "ada", "ada@", "@example.org", "ada@localhost", "a da@example.org", "ada@exa mple.org",
     "ada@example.org, bob@example.org", "ada@example.org\nBcc: bob@example.org",
     "<ada@example.org>", "ädä@example.org", "a" * 250 + "@example.org", "ada@example..org"],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"Give an address of e-mail"):
        address_of(typed)


def test_a_host_in_other_letters_is_written_as_messages_do() -> None:
    assert address_of("ada@bücher.example") == "ada@xn--bcher-kva.example"
