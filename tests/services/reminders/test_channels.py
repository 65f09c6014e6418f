"""Turning reminders on, testing them, and turning them off from a message."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.services.conftest import ALICE, BOB
from tests.services.reminders.conftest import KEY, MAIL, WEBHOOK, turn_on
from tracker.services.access import security_log
from tracker.services.access.origin import SHELL
from tracker.services.errors import NotFound
from tracker.services.reminders import channels, delivery
from tracker.services.reminders.hours import USUAL, HourIsQuiet
from tracker.services.reminders.not_sent import NotSent
from tracker.services.reminders.sending import remind
from tracker.storage.reminders import Hours
from tracker.storage.words import ReminderFailure, SecurityEvent

if TYPE_CHECKING:
    from tests.services.conftest import Runner
    from tests.services.reminders.conftest import Mail, Waiting
    from tracker.services.reminders.messages import Sender

NOW = dt.datetime(2026, 4, 2, 9, tzinfo=dt.UTC)


def stop_token(mail: Mail) -> str:
    content = mail.box.envelopes[-1].content
    assert isinstance(content, bytes)
    return content.decode().partition("/reminders/stop/")[2].partition(">")[0]


def test_reminders_are_off_until_they_are_turned_on(runner: Runner) -> None:
    seen = channels.of_account(runner.database, ALICE, key=KEY, now=NOW)
    assert seen == channels.Reminders(USUAL, {})


def test_what_is_turned_on_is_shown_to_its_owner_alone(runner: Runner) -> None:
    turn_on(runner, MAIL, "ada@example.org")
    seen = channels.of_account(runner.database, ALICE, key=KEY, now=NOW)
    assert seen.channels[MAIL].target == "ada@example.org"
    assert channels.of_account(runner.database, BOB, key=KEY, now=NOW).channels == {}


def test_hours_that_would_let_nothing_come_are_refused(runner: Runner) -> None:
    with pytest.raises(HourIsQuiet):
        channels.set_hours(runner.database, ALICE, Hours(dt.time(23), dt.time(21), dt.time(7)))
    hours = Hours(dt.time(18), dt.time(21), dt.time(7))
    channels.set_hours(runner.database, ALICE, hours)
    assert channels.of_account(runner.database, ALICE, key=KEY, now=NOW).hours == hours


def test_a_test_arrives_and_is_noted(by_mail: Waiting, mail: Mail, sender: Sender) -> None:
    database = by_mail.runner.database
    delivery.test(database, ALICE, MAIL, sender, now=NOW)
    (envelope,) = mail.box.envelopes
    assert isinstance(envelope.content, bytes)
    assert b"Subject: A test message" in envelope.content
    view = channels.of_account(database, ALICE, key=KEY, now=NOW).channels[MAIL]
    assert (view.sent_at, view.trouble) == (NOW, None)


def test_a_test_takes_no_reminder_away(by_mail: Waiting, mail: Mail, sender: Sender) -> None:
    database = by_mail.runner.database
    delivery.test(database, ALICE, MAIL, sender, now=by_mail.nine)
    assert remind(database, sender, now=by_mail.nine).sent == 1
    assert len(mail.box.envelopes) == 2


def test_a_test_that_fails_says_why_and_so_does_the_page(by_mail: Waiting, sender: Sender) -> None:
    database = by_mail.runner.database
    with pytest.raises(NotSent) as failed:
        delivery.test(database, ALICE, MAIL, sender._replace(mail_server=None), now=NOW)
    assert failed.value.failure is ReminderFailure.NO_SERVER
    view = channels.of_account(database, ALICE, key=KEY, now=NOW).channels[MAIL]
    assert view.trouble is not None
    assert view.trouble.sentence.startswith("No mail server is set.")
    with pytest.raises(NotSent) as failed:
        delivery.test(database, ALICE, MAIL, sender._replace(public_address=""), now=NOW)
    assert failed.value.failure is ReminderFailure.NO_PUBLIC_ADDRESS


def test_nobodys_mailbox_is_filled_by_tests(by_mail: Waiting, mail: Mail, sender: Sender) -> None:
    """Nor by turning it off and on, or by naming somebody else in between."""
    runner = by_mail.runner
    for victim in ("a", "b", "c"):
        turn_on(runner, MAIL, f"{victim}@example.org")
        delivery.test(runner.database, ALICE, MAIL, sender, now=NOW)
    channels.turn_off(runner.database, ALICE, MAIL, now=NOW)
    turn_on(runner, MAIL, "d@example.org")
    with pytest.raises(delivery.TooManyTests):
        delivery.test(runner.database, ALICE, MAIL, sender, now=NOW)
    assert len(mail.box.envelopes) == 3
    later = NOW + delivery.TESTS_WITHIN
    delivery.test(runner.database, ALICE, MAIL, sender, now=later)


def test_what_is_off_cannot_be_tested(runner: Runner, sender: Sender) -> None:
    with pytest.raises(NotFound):
        delivery.test(runner.database, ALICE, WEBHOOK, sender, now=NOW)


def test_a_link_in_a_message_turns_that_way_off_without_a_sign_in(
    by_mail: Waiting, mail: Mail, sender: Sender
) -> None:
    runner = by_mail.runner
    turn_on(runner, WEBHOOK, "https://ntfy.example.org/topic")
    delivery.test(runner.database, ALICE, MAIL, sender, now=NOW)
    token = stop_token(mail)
    message = channels.by_link(runner.database, token)
    assert channels.is_on(runner.database, message)
    channels.turn_off_by_link(runner.database, token, origin=SHELL, now=NOW)
    assert not channels.is_on(runner.database, message)
    seen = channels.of_account(runner.database, ALICE, key=KEY, now=NOW)
    assert list(seen.channels) == [WEBHOOK]
    channels.turn_off_by_link(runner.database, token, origin=SHELL, now=NOW)  # again: still off


def test_a_made_up_link_turns_nothing_off(by_mail: Waiting) -> None:
    with pytest.raises(NotFound):
        channels.turn_off_by_link(by_mail.runner.database, "x" * 43, origin=SHELL, now=NOW)


def test_on_and_off_are_in_the_security_log_without_the_address(by_mail: Waiting) -> None:
    database = by_mail.runner.database
    channels.turn_off(database, ALICE, MAIL, now=NOW)
    channels.turn_off(database, ALICE, MAIL, now=NOW)
    events = security_log.of_account(database, ALICE)
    assert [it.kind for it in events] == [SecurityEvent.REMINDERS_OFF, SecurityEvent.REMINDERS_ON]
    assert "alice@" not in "".join(security_log.lines(events))


@pytest.mark.parametrize(
    ("channel", "target"),
    [(MAIL, "nobody"), (WEBHOOK, "http://ntfy.sh/x"), (WEBHOOK, "https://x/" + "y" * 600)],
)
def test_what_cannot_be_sent_to_is_refused_and_nothing_is_stored(
    runner: Runner, channel: object, target: str
) -> None:
    with pytest.raises(ValueError, match="Give an address"):
        turn_on(runner, channel, target)  # type: ignore[arg-type]
    assert channels.of_account(runner.database, ALICE, key=KEY, now=NOW).channels == {}
