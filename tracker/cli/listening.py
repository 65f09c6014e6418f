"""Where the tracker listens, and the address by which a browser reaches it."""

from __future__ import annotations

import errno
import socket

from tracker.cli.command import CommandError
from tracker.public_address import PublicAddress
from tracker.translations import gettext

PORTS_TO_TRY = 20
_LAST_PORT = 65535


def port_number(text: str) -> int:
    """Read the number of a port. Raises CommandError."""
    if not text.isdecimal() or int(text) > _LAST_PORT:
        raise CommandError(
            gettext(
                "A port must be a number from 0 to %(last_port)s, not %(text)s.",
                last_port=_LAST_PORT,
                text=repr(text),
            )
        )
    return int(text)


def host_and_port(text: str) -> tuple[str, int]:
    """Read where metrics are to be asked for. Raises CommandError."""
    host, _, number = text.rpartition(":")
    if not host:
        raise CommandError(
            gettext(
                "--metrics must be a host and a port, like 127.0.0.1:9100, not %(text)s.",
                text=repr(text),
            )
        )
    return host.strip("[]"), port_number(number)


def listen(host: str, first_port: int) -> socket.socket:
    """Listen on the first free port from `first_port` on, and say so if it is another."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for number in range(first_port, min(first_port + PORTS_TO_TRY, _LAST_PORT + 1)):
        try:
            listening = socket.create_server((host, number), family=family, backlog=128)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                reason = gettext(
                    "Cannot listen on %(host)s, port %(number)s: %(strerror)s.",
                    host=host,
                    number=number,
                    strerror=error.strerror,
                )
                raise CommandError(reason) from error
            continue
        if number != first_port:
            print(
                gettext(
                    "Port %(first_port)s is taken; using %(number)s.",
                    first_port=first_port,
                    number=number,
                )
            )
        return listening
    raise CommandError(
        gettext(
            "No free port from %(first_port)s on. Name another with --port.", first_port=first_port
        )
    )


def address_of(listening: socket.socket, scheme: str) -> str:
    """The address under which a browser on this machine reaches what listens."""
    host, number = listening.getsockname()[:2]
    reached = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 - how it is reached
    name = f"[{reached}]" if ":" in reached else reached
    return f"{scheme}://{name}:{number}/"


def public_address(url: str | None) -> PublicAddress | None:
    """Read where a proxy shows the tracker, if one does. Raises CommandError."""
    try:
        return PublicAddress.from_url(url) if url else None
    except ValueError as error:
        raise CommandError(str(error)) from error
