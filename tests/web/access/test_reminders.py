"""The page of reminders, and the link in a message that ends them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.services.reminders.conftest import (  # noqa: F401
    cert,
    hook,
    mail,
    trusted,
)
from tests.web.pages import parsed, text_of
from tests.web.readability import grade, sentences_of
from tests.web.test_learn import TWELVE_YEARS_OLD
from tracker.services.reminders import channels, delivery
from tracker.services.reminders.delivery import TESTS
from tracker.storage.words import ReminderChannel
from tracker.web.access.reminders import sender_of

if TYPE_CHECKING:
    from tests.services.reminders.conftest import Mail
    from tests.services.reminders.servers import Hook
    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient
    from tracker.services.reminders.messages import Sender
    from tracker.settings import Settings
    from tracker.storage.database import Database

HERE = "https://run.example.org"
ADDRESS = "ada@example.org"


@pytest.fixture
def settings(settings: Settings, mail: Mail) -> Settings:  # noqa: F811
    return replace(settings, mail_server=mail.server, links=HERE, webhooks_to_own_network=True)


def seen(client: PageClient) -> str:
    return text_of(client.page("/reminders"))


def turn_on(client: PageClient, target: str = ADDRESS) -> None:
    name = "webhook" if target.startswith("https") else "mail"
    answer = client.submit("/reminders", {f"{name}-target": target})
    assert answer.status_code == 303


@pytest.mark.usefixtures("signed_in")
def test_a_way_is_turned_on_tested_and_turned_off(client: PageClient, mail: Mail) -> None:  # noqa: F811
    assert "Goes to" not in seen(client)
    turn_on(client)
    assert ADDRESS in seen(client)
    assert client.submit("/reminders", button="Send a test by mail").location == "/reminders"
    assert "The test is sent. See whether it has arrived." in seen(client)
    assert mail.box.envelopes[0].rcpt_tos == [ADDRESS]
    assert "Last sent on 1 May 2026, 08:00." in seen(client)
    client.submit("/reminders", button="Turn off reminders by mail")
    page = seen(client)
    assert "You are not reminded by mail any more, and the address is forgotten." in page
    assert ADDRESS not in page


@pytest.mark.usefixtures("signed_in")
def test_a_test_that_fails_says_when_and_why(
    client: PageClient,
    mail: Mail,  # noqa: F811
    clock: Clock,
) -> None:
    turn_on(client)
    mail.box.answers = ["550 no such mailbox"]
    client.submit("/reminders", button="Send a test by mail")
    why = "The other server refused it. It said: “no such mailbox”."
    assert f"The test did not arrive. {why}" in seen(client)
    clock.move(hours=1)
    assert f"1 May 2026, 08:00: {why}" in seen(client)


@pytest.mark.usefixtures("signed_in")
def test_a_webhook_too(client: PageClient, hook: Hook) -> None:  # noqa: F811
    turn_on(client, f"https://localhost:{hook.port}/topic")
    client.submit("/reminders", button="Send a test by a webhook")
    assert [target for target, _, _ in hook.posts] == ["/topic"]


@pytest.mark.usefixtures("signed_in")
def test_too_many_tests_are_put_off(client: PageClient) -> None:
    turn_on(client)
    for _ in range(TESTS[0][0] + 1):
        client.submit("/reminders", button="Send a test by mail")
    assert "Wait a while, then test it again." in seen(client)


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"mail-target": "nobody"}, "Give an address of e-mail, like ada@example.org."),
        ({"mail-target": ""}, "Give an address of e-mail, like ada@example.org."),
        ({"webhook-target": "http://ntfy.sh/x"}, "Give an address that begins with https://"),
        ({"webhook-target": "https://x/" + "y" * 600}, "Give an address of at most 500 letters."),
        ({"at": "22:00"}, "This lies in your quiet hours, so no reminder would ever come."),
        ({"at": "soon"}, "Give the time, like 07:30."),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(
    client: PageClient, answers: dict[str, str], message: str
) -> None:
    answer = client.submit("/reminders", dict(answers))
    assert answer.status_code == 422
    assert message in text_of(parsed(answer))


@pytest.mark.usefixtures("signed_in")
def test_the_hours_are_kept(client: PageClient) -> None:
    client.submit("/reminders", at="18:30", quiet_from="22:00", quiet_until="08:00")
    values = {it.get("value") for it in client.page("/reminders").iter("input")}
    assert {"18:30", "22:00", "08:00"} <= values
    assert "The hours are those of Europe/Berlin" in seen(client)


def test_the_link_in_a_message_asks_nobody_to_sign_in_and_looking_changes_nothing(
    client: PageClient,
    database: Database,
    with_account: SignedIn,
    *,
    mail: Mail,  # noqa: F811
    app_sender: Sender,
    clock: Clock,
) -> None:
    channel, account = ReminderChannel.MAIL, with_account.account_id
    channels.turn_on(database, account, channel, ADDRESS, key=app_sender.key, now=clock())
    delivery.test(database, account, channel, app_sender, now=clock())
    content = mail.box.envelopes[0].content
    assert isinstance(content, bytes)
    link = content.decode().partition(f"<{HERE}")[2].partition(">")[0]
    for _ in range(2):
        assert "End these reminders?" in text_of(client.page(link))
    # As programs for mail do it: no cookie, no token of a form, and this very body.
    answer = client.post(link, data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert "Reminders are off" in text_of(parsed(answer))
    assert channels.of_account(database, account, key=app_sender.key, now=clock()).channels == {}
    assert "Reminders are off" in text_of(client.page(link))


@pytest.fixture
def app_sender(client: PageClient) -> Sender:
    return sender_of(client.application)


@pytest.mark.usefixtures("signed_in")
def test_the_words_are_plain(client: PageClient) -> None:
    turn_on(client)
    assert grade(sentences_of(client.page("/reminders"))) <= TWELVE_YEARS_OLD


def test_a_link_that_nobody_made_ends_nothing(client: PageClient) -> None:
    for answer in (client.get("/reminders/stop/x"), client.post("/reminders/stop/x")):
        assert answer.status_code == 404


class TestWhereNothingIsSetUp:
    """A laptop without a mail server, and without an address that others reach."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return replace(settings, mail_server=None, links="")

    @pytest.mark.usefixtures("signed_in")
    def test_the_page_says_what_is_missing_and_who_can_help(self, client: PageClient) -> None:
        page = seen(client)
        assert "nobody has said under which address it is reached" in page
        assert "Your address of e-mail" not in page
