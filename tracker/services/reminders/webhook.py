"""Sending one message to a webhook, such as ntfy: by https, and never into the server's network."""

from __future__ import annotations

import http.client
import ssl
from base64 import b64encode
from dataclasses import dataclass, field
from email.header import Header
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from tracker.services.reminders.connecting import Bounded, addresses_of
from tracker.services.reminders.not_sent import NotSent
from tracker.storage.words import ReminderFailure
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_ADDRESS = 500
_PORT = 443
_TAKEN, _REDIRECTS = range(200, 300), range(300, 400)
_UNAVAILABLE = http.HTTPStatus.SERVICE_UNAVAILABLE
_NAT64 = IPv6Network("64:ff9b::/96")
_ONE_LINE = 10_000  # letters, before a header would be folded
_SAFE = "/%:=&?~#+!$,;'@()*[]-._"  # what an address may hold as it is


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where to post: a host, and what is asked of it; a user and a password go into a header."""

    host: str
    port: int
    target: str
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def from_url(cls, url: str) -> Webhook:
        """Read the address of a webhook. Raises ValueError, in words."""
        try:
            parts = urlsplit(url)
            host = (parts.hostname or "").encode("idna").decode("ascii")
            port = parts.port
        except ValueError:
            raise ValueError(gettext(_HOW_TO_SAY)) from None
        if parts.scheme != "https" or not host or any(c.isspace() for c in url):
            raise ValueError(gettext(_HOW_TO_SAY))
        target = quote(parts.path or "/", safe=_SAFE)
        if parts.query:
            target += f"?{quote(parts.query, safe=_SAFE)}"
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(host, port or _PORT, target, user, password)

    @property
    def headers(self) -> dict[str, str]:
        """Whom the message is for, and what proves who posts, where the address says so."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        host = {"Host": name if self.port == _PORT else f"{name}:{self.port}"}
        if not self.user:
            return host
        proof = b64encode(f"{self.user}:{self.password}".encode()).decode()
        return host | {"Authorization": f"Basic {proof}"}


_HOW_TO_SAY = N_(
    "Give an address that begins with https://, like https://ntfy.sh/a-name-nobody-guesses."
)


def post(webhook: Webhook, body: str, headers: Mapping[str, str], *, own_network: bool) -> None:
    """Post a message once. Raises NotSent, which says whether that is certain.

    No redirect is followed, and nothing is read of the answer but how it begins. An address of the
    server's own network is refused unless `own_network`: whoever types one could otherwise make
    the server knock at doors that only it reaches.
    """
    with Bounded() as bounded:
        addresses = addresses_of(webhook.host, webhook.port)
        if not own_network and not all(is_public(address) for address, _ in addresses):
            raise NotSent(ReminderFailure.OWN_NETWORK)
        plain = bounded.connect(addresses)  # the very ones that were looked at
        connection = http.client.HTTPConnection(webhook.host, webhook.port)
        connection.sock = bounded.encrypt(plain, ssl.create_default_context(), webhook.host)
        try:
            status, said = _asked(connection, webhook, body, headers, bounded)
        finally:
            connection.close()
    if status in _REDIRECTS:
        raise NotSent(ReminderFailure.REDIRECT, f"{status} {said}")
    if status not in _TAKEN:
        certain = status < http.HTTPStatus.INTERNAL_SERVER_ERROR or status == _UNAVAILABLE
        raise NotSent(ReminderFailure.REFUSED, f"{status} {said}", is_certain=certain)


def is_public(address: str) -> bool:
    """Whether an address is one of the internet's, and leads nowhere else."""
    it = ip_address(address.partition("%")[0])
    inside = _within(it) if isinstance(it, IPv6Address) else None
    if inside is not None and not is_public(str(inside)):
        return False
    return it.is_global and not it.is_multicast


def _within(address: IPv6Address) -> IPv4Address | None:
    """The older address that one of IPv6 stands for, if it does."""
    if address in _NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


def _in_header(text: str) -> str:
    """A text as a header holds it: in letters that every server takes (RFC 2047)."""
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=_ONE_LINE).encode()


def _asked(
    connection: http.client.HTTPConnection,
    webhook: Webhook,
    body: str,
    headers: Mapping[str, str],
    bounded: Bounded,
) -> tuple[int, str]:
    """Post, and return how the answer begins; once all was said, silence is no longer a no."""
    try:
        written = {name: _in_header(text) for name, text in headers.items()} | webhook.headers
        connection.request("POST", webhook.target, body.encode(), written)
        answer = connection.getresponse()
    except OSError as error:
        raise bounded.explained(error, is_certain=False) from error
    except http.client.HTTPException as error:
        cut = ReminderFailure.SILENT if bounded.is_over else ReminderFailure.NOT_UNDERSTOOD
        raise NotSent(cut, is_certain=False) from error
    answer.close()
    return answer.status, answer.reason
