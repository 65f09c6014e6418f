"""Webhooks: by https, to the internet alone, bounded, no redirect, and never posted twice."""

from __future__ import annotations

import datetime as dt
import socket
from typing import TYPE_CHECKING, Any

import pytest

from tests.services.reminders.conftest import HERE, KEY, WEBHOOK
from tests.services.reminders.servers import drips, free_port, says_nothing, talking
from tracker.language.reminders import QUESTION
from tracker.services.reminders import connecting
from tracker.services.reminders.messages import Outgoing, Sender, deliver
from tracker.services.reminders.not_sent import NotSent
from tracker.services.reminders.webhook import Webhook, is_public
from tracker.storage.words import ReminderFailure

if TYPE_CHECKING:
    from tests.services.reminders.servers import Hook

NOW = dt.datetime(2026, 5, 1, 9, tzinfo=dt.UTC)


def send(url: str, *, own_network: bool = True) -> None:
    message = Outgoing(WEBHOOK, url, QUESTION, "t" * 43, NOW)
    deliver(Sender(None, HERE, KEY, own_network), message)


def refusal(url: str, *, own_network: bool = True) -> NotSent:
    with pytest.raises(NotSent) as refused:
        send(url, own_network=own_network)
    return refused.value


def test_it_posts_a_question_and_a_button_to_end_these(hook: Hook) -> None:
    send(f"https://ada:p%40ss@localhost:{hook.port}/topic?x=a%20b&y=ü")
    ((target, headers, body),) = hook.posts
    assert target == "/topic?x=a%20b&y=%C3%BC"
    assert headers["Authorization"] == "Basic YWRhOnBAc3M="
    assert headers["Title"] == "A question is waiting"
    assert headers["Click"] == f"{HERE}/"
    assert headers["Host"] == f"localhost:{hook.port}"
    stop = f"{HERE}/reminders/stop/{'t' * 43}"
    assert headers["Actions"] == f"http, No more of these, {stop}, method=POST, clear=true"
    assert (
        body == f"A question is waiting for you.\n\n{HERE}/\n\nNo more of these messages:\n{stop}\n"
    )


def test_a_redirect_is_not_followed(hook: Hook) -> None:
    hook.status, hook.location = 307, f"https://localhost:{hook.port}/elsewhere"
    failed = refusal(f"https://localhost:{hook.port}/topic")
    assert failed.failure is ReminderFailure.REDIRECT
    assert [target for target, _, _ in hook.posts] == ["/topic"]


@pytest.mark.parametrize(
    ("status", "is_certain"), [(403, True), (429, True), (503, True), (500, False), (504, False)]
)
def test_an_answer_that_is_no_yes_is_told(hook: Hook, status: int, *, is_certain: bool) -> None:
    hook.status = status
    failed = refusal(f"https://localhost:{hook.port}/topic")
    assert failed.failure is ReminderFailure.REFUSED
    assert failed.said.startswith(str(status))
    assert failed.is_certain is is_certain


def test_one_that_holds_its_answer_back_may_have_taken_it(
    hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "SECONDS", 0.5)
    hook.held.clear()
    failed = refusal(f"https://localhost:{hook.port}/topic")
    assert failed.failure is ReminderFailure.SILENT
    assert not failed.is_certain


@pytest.mark.parametrize("talk", [says_nothing, drips])
def test_what_does_not_speak_tls_is_not_waited_for_for_ever(
    talk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "SECONDS", 0.4)
    with talking(talk) as port:
        failed = refusal(f"https://localhost:{port}/")
    assert failed.failure in {ReminderFailure.SILENT, ReminderFailure.NO_ENCRYPTION}
    assert failed.is_certain


def test_one_that_nobody_vouches_for_gets_nothing(
    hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    assert refusal(f"https://localhost:{hook.port}/").failure is ReminderFailure.CERTIFICATE
    assert hook.posts == []


def test_one_that_is_not_there() -> None:
    assert refusal(f"https://localhost:{free_port()}/").failure is ReminderFailure.UNREACHABLE


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "0", "2130706433"])
def test_the_servers_own_network_is_out_of_bounds(hook: Hook, host: str) -> None:
    failed = refusal(f"https://{host}:{hook.port}/topic", own_network=False)
    assert failed.failure is ReminderFailure.OWN_NETWORK
    assert failed.is_certain
    assert hook.posts == []


def test_a_name_is_asked_once_and_what_was_looked_at_is_what_is_connected_to(
    hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name may mean the internet the first time and this machine the next."""
    asked = []

    def answer(host: str, port: int, **_: object) -> list[Any]:
        asked.append(host)
        inside = ("127.0.0.1", port) if len(asked) > 1 else ("192.0.2.1", port)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", inside)]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    monkeypatch.setattr(connecting, "SECONDS", 0.3)
    refused = refusal(f"https://ntfy.example.org:{hook.port}/", own_network=False)
    assert refused.failure is ReminderFailure.OWN_NETWORK  # 192.0.2.0/24 is nobody's, too
    assert asked == ["ntfy.example.org"]
    assert hook.posts == []


def test_one_address_inside_among_several_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answer(*_: object, **__: object) -> list[Any]:
        there = ("93.184.216.34", 443), ("10.0.0.7", 443)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", it) for it in there]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    refused = refusal("https://ntfy.example.org/", own_network=False)
    assert refused.failure is ReminderFailure.OWN_NETWORK


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
     "0.0.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fd00::1",
     "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"],
)  # fmt: skip
def test_what_is_inside_a_network_is_known_in_every_spelling(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "64:ff9b::101:101"]
)
def test_what_is_the_internets_is_not(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    ["", "ntfy.sh/topic", "http://ntfy.sh/topic", "ftp://ntfy.sh/topic", "https://", "https:///x",
     "https://[ntfy/x", "https://ntfy.sh:port/x", "https://ntfy.sh/a\r\nX: y", "file:///etc/passwd"],
)  # fmt: skip
def test_what_is_no_webhook_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="begins with https://"):
        Webhook.from_url(url)


def test_letters_beyond_the_plain_ones_are_written_as_the_web_does() -> None:
    it = Webhook.from_url("https://bücher.example/über?q=ü#part")
    assert (it.host, it.target) == ("xn--bcher-kva.example", "/%C3%BCber?q=%C3%BC")
