"""A reminder comes when an answer is missing, at the runner's hour, and once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from tests.builders import good_morning, on
from tests.services.conftest import ALICE, BOB
from tests.services.reminders.conftest import (
    HERE,
    HOUR,
    MAIL,
    MINUTE,
    NONE,
    ONE,
    turn_on,
)
from tracker.services.access import delete_account
from tracker.services.injury import corrections, episodes
from tracker.services.injury.episodes import CloseReason
from tracker.services.reminders import channels
from tracker.services.reminders.sending import forget_old, remind
from tracker.storage import reminders
from tracker.storage.access import accounts
from tracker.storage.reminders import Hours
from tracker.storage.words import ReminderState

if TYPE_CHECKING:
    from email.message import EmailMessage

    from tests.services.reminders.conftest import Mail, Waiting
    from tracker.services.reminders.messages import Sender

OF_HEALTH = ("pain", "injur", "run", "walk", "check-in", "hamstring", "recover", "step", "sore")


def message_in(mail: Mail) -> EmailMessage:
    (envelope,) = mail.box.envelopes
    assert isinstance(envelope.content, bytes)
    return message_from_bytes(envelope.content, policy=default)


def test_it_comes_at_the_hour_and_never_twice(by_mail: Waiting, mail: Mail, sender: Sender) -> None:
    database = by_mail.runner.database
    assert remind(database, sender, now=by_mail.nine - MINUTE) == NONE
    assert remind(database, sender, now=by_mail.nine) == ONE
    for later in range(1, 12):
        assert remind(database, sender, now=by_mail.nine + later * HOUR) == NONE
    assert mail.box.envelopes[0].rcpt_tos == ["alice@example.org"]
    assert len(mail.box.envelopes) == 1


def test_it_says_that_a_question_waits_where_and_how_to_end_it_and_nothing_of_health(
    by_mail: Waiting, mail: Mail, sender: Sender
) -> None:
    remind(by_mail.runner.database, sender, now=by_mail.nine)
    message = message_in(mail)
    text = message.get_content().replace("\r\n", "\n")
    stop = message["List-Unsubscribe"].strip("<>")
    assert message["Subject"] == "A question is waiting"
    assert message["From"] == "Tracker <tracker@example.org>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert stop.startswith(f"{HERE}/reminders/stop/")
    assert f"{HERE}/\n" in text
    assert stop in text
    token = stop.rpartition("/")[2]
    said = mail.box.envelopes[0].content.decode()  # type: ignore[union-attr]
    for ours in (HERE, token, token[:20]):  # chance, and the name of the server
        said = said.replace(ours, "")
    said = said.lower()
    assert [word for word in OF_HEALTH if word in said] == []


def test_none_comes_where_the_answer_is_there(by_mail: Waiting, mail: Mail, sender: Sender) -> None:
    by_mail.runner.check(replace(good_morning(1), id="today"))
    for hour in range(12):
        assert remind(by_mail.runner.database, sender, now=by_mail.nine + hour * HOUR) == NONE
    assert mail.box.envelopes == []


def test_what_becomes_missing_after_the_hour_is_not_asked_for_that_day(
    by_mail: Waiting, sender: Sender
) -> None:
    answer = replace(good_morning(1), id="today")
    by_mail.runner.check(answer)
    database = by_mail.runner.database
    assert remind(database, sender, now=by_mail.nine) == NONE
    by_mail.runner.delete_check_in("today")
    assert remind(database, sender, now=by_mail.nine + HOUR) == NONE


def test_a_later_hour_that_is_chosen_then_is_looked_at_anew(
    by_mail: Waiting, sender: Sender
) -> None:
    by_mail.runner.check(replace(good_morning(1), id="today"))
    database = by_mail.runner.database
    assert remind(database, sender, now=by_mail.nine) == NONE
    channels.set_hours(database, ALICE, Hours(dt.time(20), dt.time(22), dt.time(7)))
    by_mail.runner.delete_check_in("today")
    assert remind(database, sender, now=by_mail.nine + HOUR) == NONE
    assert remind(database, sender, now=by_mail.nine + 11 * HOUR) == ONE


def test_nothing_comes_in_quiet_hours_nor_on_the_next_day_in_its_place(
    by_mail: Waiting, sender: Sender
) -> None:
    database = by_mail.runner.database
    for hour in range(12, 24):  # the server was off until nine in the evening
        assert remind(database, sender, now=by_mail.nine + hour * HOUR) == NONE
    assert remind(database, sender, now=by_mail.nine + 24 * HOUR) == ONE


@pytest.mark.parametrize(
    ("timezone", "first"),
    [("Pacific/Auckland", 20 - 24), ("America/Los_Angeles", 16), ("Asia/Kolkata", 4)],
)
def test_the_hour_and_the_day_are_those_of_the_runners_place(
    by_mail: Waiting, sender: Sender, timezone: str, first: int
) -> None:
    database = by_mail.runner.database
    (view,) = episodes.all_episodes(database, ALICE)
    facts = replace(view.facts, timezone=timezone)
    now = dt.datetime.combine(on(1), dt.time(), dt.UTC)
    corrections.edit_episode(database, ALICE, view.id, facts, today=on(1), now=now)
    came = [n for n in range(-12, 24) if remind(database, sender, now=now + n * HOUR) == ONE]
    assert came[:1] == [first]
    assert len(came) == (2 if first < 0 else 1), "one a day"


@pytest.mark.parametrize("day", [dt.date(2026, 3, 29), dt.date(2026, 10, 25)])
def test_on_the_days_when_the_clock_changes_it_comes_once(
    by_mail: Waiting, mail: Mail, sender: Sender, day: dt.date
) -> None:
    database = by_mail.runner.database
    (view,) = episodes.all_episodes(database, ALICE)
    facts = replace(view.facts, timezone="Europe/Berlin", onset=day)
    midnight = dt.datetime.combine(day, dt.time(), dt.UTC)
    later = day + dt.timedelta(days=400)
    corrections.edit_episode(database, ALICE, view.id, facts, today=later, now=midnight)
    channels.set_hours(database, ALICE, Hours(dt.time(2, 30), dt.time(4), dt.time(2)))
    with database.writing(ALICE) as tx:  # entries of other days would say that a clock is wrong
        tx.connection().exec_driver_sql("DELETE FROM check_ins")
    for minute in range(-60, 240, 10):
        remind(database, sender, now=midnight + minute * MINUTE)
    assert len(mail.box.envelopes) == 1


def test_a_clock_set_back_sends_nothing_again_and_looks_at_no_day_that_is_over(
    by_mail: Waiting, mail: Mail, sender: Sender
) -> None:
    database = by_mail.runner.database
    assert remind(database, sender, now=by_mail.nine + HOUR) == ONE
    for back in range(72):
        assert remind(database, sender, now=by_mail.nine - back * HOUR) == NONE
    assert len(mail.box.envelopes) == 1


def test_where_the_diary_is_ahead_of_the_clock_the_clock_is_wrong_and_nothing_is_sent(
    by_mail: Waiting, sender: Sender
) -> None:
    by_mail.runner.today = 9
    by_mail.runner.check(replace(good_morning(9), id="later"))
    for day in range(1, 8):
        now = by_mail.nine + (day - 1) * 24 * HOUR
        assert remind(by_mail.runner.database, sender, now=now) == NONE
    assert remind(by_mail.runner.database, sender, now=by_mail.nine + 9 * 24 * HOUR) == ONE


def test_bob_is_not_told_of_alices_question(by_mail: Waiting, mail: Mail, sender: Sender) -> None:
    runner = by_mail.runner
    turn_on(runner, MAIL, "bob@example.org", whose=BOB)
    runner.account, runner.episode = BOB, BOB
    runner.check(replace(good_morning(1), id="bobs"))
    assert remind(runner.database, sender, now=by_mail.nine) == ONE
    assert mail.box.envelopes[0].rcpt_tos == ["alice@example.org"]


def test_who_has_no_open_injury_or_turned_it_off_gets_none(
    by_mail: Waiting, mail: Mail, sender: Sender
) -> None:
    runner = by_mail.runner
    channels.turn_off(runner.database, ALICE, MAIL, now=by_mail.nine)
    assert remind(runner.database, sender, now=by_mail.nine) == NONE
    turn_on(runner, MAIL, "alice@example.org")
    episodes.end_episode(runner.database, ALICE, 1, CloseReason.STOPPED, today=on(1))
    assert remind(runner.database, sender, now=by_mail.nine) == NONE
    assert mail.box.envelopes == []


def test_the_place_is_that_of_the_open_injury_not_of_earlier_ones(by_mail: Waiting) -> None:
    database = by_mail.runner.database
    (view,) = episodes.all_episodes(database, ALICE)
    episodes.end_episode(database, ALICE, view.id, CloseReason.STOPPED, today=on(1))
    elsewhere = replace(view.facts, timezone="Pacific/Auckland", onset=on(1))
    episodes.open_episode(database, ALICE, elsewhere, (), today=on(1), now=by_mail.nine)
    with database.reading() as tx:
        assert [it.timezone for it in reminders.wanted(tx)] == ["Pacific/Auckland"]


def test_with_an_account_goes_all_of_its_reminders(by_mail: Waiting, sender: Sender) -> None:
    database = by_mail.runner.database
    channels.set_hours(database, ALICE, Hours(dt.time(9), dt.time(22), dt.time(7)))
    remind(database, sender, now=by_mail.nine)
    with database.reading() as tx:
        alice = accounts.by_id(tx, ALICE)
    assert alice is not None
    delete_account.delete_by_hand(database, alice, now=by_mail.nine)
    with database.reading() as tx:
        assert reminders.hours(tx, ALICE) is None
        assert reminders.channels(tx, ALICE) == []
        assert reminders.message_of(tx, ALICE, MAIL, on(1)) is None


def test_what_was_sent_is_forgotten_after_two_months(by_mail: Waiting, sender: Sender) -> None:
    database = by_mail.runner.database
    remind(database, sender, now=by_mail.nine)
    forget_old(database, now=by_mail.nine + dt.timedelta(days=59))
    with database.reading() as tx:
        message = reminders.message_of(tx, ALICE, MAIL, on(1))
    assert message is not None
    assert message.state is ReminderState.SENT
    forget_old(database, now=by_mail.nine + dt.timedelta(days=61))
    with database.reading() as tx:
        assert reminders.message_of(tx, ALICE, MAIL, on(1)) is None
