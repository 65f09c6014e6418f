"""A reminder is written in the language that its account chose, whoever is sent one beside it."""

from __future__ import annotations

import datetime as dt
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from tests.services.conftest import ALICE
from tests.services.reminders.conftest import HERE, WEBHOOK, turn_on
from tests.translations.pseudo import PSEUDO
from tracker import translations
from tracker.services.access import accounts
from tracker.services.reminders.sending import Reminded, remind

if TYPE_CHECKING:
    from email.message import EmailMessage

    from tests.services.reminders.conftest import Mail, Waiting
    from tests.services.reminders.servers import Hook
    from tracker.services.reminders.messages import Sender

ONE, DAY = Reminded(1, 0), dt.timedelta(days=1)


@pytest.fixture
def _german_has_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"en": translations.ENGLISH, "de": PSEUDO}
    monkeypatch.setattr(translations, "languages", lambda: there)


def letters(mail: Mail) -> list[EmailMessage]:
    contents = [envelope.content for envelope in mail.box.envelopes]
    return [message_from_bytes(it, policy=default) for it in contents if isinstance(it, bytes)]


def test_a_letter_is_in_the_language_of_its_account(
    by_mail: Waiting, mail: Mail, sender: Sender
) -> None:
    database = by_mail.runner.database
    for day, language in enumerate(("de", "en", "xx", None)):
        accounts.set_language(database, ALICE, language)
        assert remind(database, sender, now=by_mail.nine + day * DAY) == ONE
    german, *english = letters(mail)
    assert german["Subject"] == "Eine Frage wartet"
    assert german.get_content().startswith("Eine Frage wartet auf dich.")
    assert "No more of these" not in german.get_content()
    assert {letter["Subject"] for letter in english} == {"A question is waiting"}
    assert translations.spoken() is translations.ENGLISH


@pytest.mark.usefixtures("_german_has_brackets")
def test_a_webhook_is_told_in_letters_that_every_server_takes(
    waiting: Waiting, hook: Hook, sender: Sender
) -> None:
    database = waiting.runner.database
    turn_on(waiting.runner, WEBHOOK, f"https://localhost:{hook.port}/topic")
    accounts.set_language(database, ALICE, "de")
    assert remind(database, sender, now=waiting.nine) == ONE
    ((_, headers, body),) = hook.posts
    assert headers["Title"].isascii()
    assert str(make_header(decode_header(headers["Title"]))) == "⟦A question is waiting⟧"
    actions = str(make_header(decode_header(headers["Actions"])))
    assert actions.startswith(f"http, ⟦No more of these⟧, {HERE}/")
    assert body.startswith("⟦A question is waiting for you.⟧")
