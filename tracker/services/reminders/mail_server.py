"""The mail server that this tracker sends by, as its settings name it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from email.headerregistry import Address

_PORTS = {"smtp": 587, "smtps": 465, "smtp-plain": 25}
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
LONGEST_ADDRESS = 254  # RFC 5321
# As browsers have it (the HTML standard's own), but with a dot in the host's name.
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_LABEL}(?:\.{_LABEL})+")


@dataclass(frozen=True, slots=True)
class MailServer:
    """A mail server that takes messages from this tracker.

    `scheme`: "smtp" demands STARTTLS before anything is said, "smtps" is encrypted from the first
    byte, "smtp-plain" is for a relay on this very machine and no other.
    """

    scheme: str
    host: str
    port: int
    sender: Address
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def from_url(cls, url: str, sender: str) -> MailServer:
        """Read the address of a server, and who messages are from. Raises ValueError, in words."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise ValueError(gettext(_HOW_TO_SAY)) from None
        if parts.scheme not in _PORTS or not host or parts.path.strip("/") or parts.query:
            raise ValueError(gettext(_HOW_TO_SAY))
        if parts.scheme == "smtp-plain" and host not in _LOOPBACK:
            raise ValueError(
                gettext(
                    "smtp-plain:// sends in plain, so only to a relay on this machine: localhost."
                    " Use smtp:// (STARTTLS) or smtps:// for any other."
                )
            )
        return cls(
            scheme=parts.scheme,
            host=host,
            port=port or _PORTS[parts.scheme],
            sender=_sender(sender),
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )


_HOW_TO_SAY = N_(
    "it must be the address of a mail server, like smtp://user:password@mail.example.org"
    " (STARTTLS, port 587) or smtps://user:password@mail.example.org (port 465). A letter like /"
    " or @ in a password is written as %2F or %40."
)


def _sender(typed: str) -> Address:
    """Read who messages are from: an address, or a name and an address in < >."""
    from email.headerregistry import Address  # not at every start

    name, bracket, rest = typed.rpartition("<")
    plain = rest.removesuffix(">") if bracket else typed
    address = address_of(plain.strip())
    return Address(display_name=name.strip().strip('"'), addr_spec=address)


def address_of(typed: str) -> str:
    """Read an address of e-mail; its host's name comes back as it is written in messages.

    Raises ValueError, in words.
    """
    local, _, host = typed.rpartition("@")
    try:
        address = f"{local}@{host.encode('idna').decode('ascii')}"
    except ValueError:
        address = ""
    if not _ADDRESS.fullmatch(address) or len(address) > LONGEST_ADDRESS:
        raise ValueError(gettext("Give an address of e-mail, like ada@example.org."))
    return address
