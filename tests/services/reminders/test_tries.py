"""What was not sent, or may have been: tried again only where nobody can have it, and told of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.builders import good_morning
from tests.services.conftest import ALICE
from tests.services.reminders.conftest import (
    HOUR,
    KEY,
    MAIL,
    MINUTE,
    NONE,
    ONE,
    WEBHOOK,
    turn_on,
)
from tests.services.reminders.servers import plain_smtp, talking
from tracker.language.reminders import CUT_SHORT, UNCERTAIN
from tracker.services.reminders import channels, delivery
from tracker.services.reminders.mail_server import MailServer
from tracker.services.reminders.sending import MOST_TRIES, PAUSE, Reminded, remind
from tracker.storage import reminders
from tracker.storage.words import ReminderFailure

if TYPE_CHECKING:
    import datetime as dt

    from tests.services.reminders.conftest import Mail, Waiting
    from tests.services.reminders.servers import Hook
    from tracker.services.reminders.messages import Outgoing, Sender


def trouble_of(waiting: Waiting, now: dt.datetime) -> channels.Trouble | None:
    seen = channels.of_account(waiting.runner.database, ALICE, key=KEY, now=now)
    return seen.channels[MAIL].trouble


def test_who_dies_between_claim_and_sending_leaves_a_message_that_nobody_sends_again(
    by_mail: Waiting, mail: Mail, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = by_mail.runner.database

    def die(_sender: Sender, _outgoing: Outgoing) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(delivery, "deliver", die)
        with pytest.raises(SystemExit):
            remind(database, sender, now=by_mail.nine)
    assert remind(database, sender, now=by_mail.nine + HOUR) == NONE
    assert mail.box.envelopes == []
    trouble = trouble_of(by_mail, by_mail.nine + HOUR)
    assert trouble == channels.Trouble(by_mail.nine, CUT_SHORT, is_open=True)
    assert remind(database, sender, now=by_mail.nine + 24 * HOUR) == ONE
    assert trouble_of(by_mail, by_mail.nine + 24 * HOUR) is None


def test_what_was_surely_not_sent_is_tried_again_a_few_times_and_told(
    by_mail: Waiting, mail: Mail, sender: Sender
) -> None:
    database, now = by_mail.runner.database, by_mail.nine
    mail.box.answers = ["451 try later"] * 9
    assert remind(database, sender, now=now) == Reminded(0, 1)
    assert remind(database, sender, now=now + MINUTE) == NONE, "not at once"
    for _ in range(MOST_TRIES - 1):
        now += PAUSE
        assert remind(database, sender, now=now) == Reminded(0, 1)
    assert remind(database, sender, now=now + PAUSE) == NONE
    sentence = "The other server refused it. It said: “try later”."
    assert trouble_of(by_mail, now) == channels.Trouble(now, sentence, is_open=False)
    mail.box.answers = []
    assert remind(database, sender, now=by_mail.nine + 24 * HOUR) == ONE


def test_what_may_have_arrived_is_not_sent_again(by_mail: Waiting, sender: Sender) -> None:
    database, now = by_mail.runner.database, by_mail.nine
    with talking(plain_smtp(after_data=b"")) as port:
        plain = MailServer.from_url(f"smtp-plain://localhost:{port}", "t@example.org")
        broken = sender._replace(mail_server=plain)
        assert remind(database, broken, now=now) == Reminded(0, 1)
    assert remind(database, sender, now=now + PAUSE) == NONE
    trouble = trouble_of(by_mail, now)
    assert trouble is not None
    assert trouble.is_open
    assert trouble.sentence.endswith(UNCERTAIN)


def test_an_answer_that_came_meanwhile_ends_the_tries(
    by_mail: Waiting, mail: Mail, sender: Sender
) -> None:
    mail.box.answers = ["451 try later"]
    database = by_mail.runner.database
    assert remind(database, sender, now=by_mail.nine) == Reminded(0, 1)
    by_mail.runner.check(replace(good_morning(1), id="today"))
    assert remind(database, sender, now=by_mail.nine + PAUSE) == NONE
    assert mail.box.envelopes == []


def test_each_way_is_on_its_own(by_mail: Waiting, mail: Mail, hook: Hook, sender: Sender) -> None:
    runner = by_mail.runner
    turn_on(runner, WEBHOOK, f"https://localhost:{hook.port}/topic")
    hook.status = 404
    assert remind(runner.database, sender, now=by_mail.nine) == Reminded(1, 1)
    hook.status = 200
    assert remind(runner.database, sender, now=by_mail.nine + PAUSE) == ONE
    assert len(mail.box.envelopes) == 1
    assert len(hook.posts) == 2


def test_where_to_is_sealed_in_the_database_and_lost_with_the_key(
    by_mail: Waiting, mail: Mail, sender: Sender
) -> None:
    database = by_mail.runner.database
    with database.reading() as tx:
        (stored,) = reminders.channels(tx, ALICE)
    assert "alice" not in stored.sealed
    other = sender._replace(key="o" * 64)
    assert remind(database, other, now=by_mail.nine) == Reminded(0, 1)
    assert mail.box.envelopes == []
    with database.reading() as tx:
        (stored,) = reminders.channels(tx, ALICE)
    assert stored.failure is ReminderFailure.KEY_CHANGED
