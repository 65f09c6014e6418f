"""Connections to servers of others: bounded in time, however slowly they answer."""

from __future__ import annotations

import socket
import ssl
import threading
from time import monotonic
from typing import TYPE_CHECKING, Self

from tracker.services.reminders.not_sent import NotSent
from tracker.storage.words import ReminderFailure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

SECONDS = 15.0
_MOST_ADDRESSES = 4  # of one name: a name with a hundred must not be tried a hundred times


class Bounded:
    """A time in which all has to be said: at its end the connection is cut, whoever is talking.

    A socket's own timeout begins anew with every byte; a server that sends one a minute has none.
    """

    def __init__(self, seconds: float | None = None) -> None:
        seconds = SECONDS if seconds is None else seconds
        self._until = monotonic() + seconds
        self._handle: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self.is_over = False

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        if self._handle is not None:
            self._handle.close()

    @property
    def left(self) -> float:
        """The seconds that are left; never 0, which would mean no limit to a socket."""
        return max(self._until - monotonic(), 0.01)

    def connect(self, addresses: Iterable[tuple[str, int]]) -> socket.socket:
        """Connect to the first address that answers. Raises NotSent."""
        last: OSError | None = None
        for address in list(addresses)[:_MOST_ADDRESSES]:
            try:
                connected = socket.create_connection(address, timeout=self.left)
            except OSError as error:
                last = error
                continue
            # Another handle of the same connection: it stays good once TLS takes the first over.
            self._handle = connected.dup()
            return connected
        silent = isinstance(last, TimeoutError) or self.is_over
        failure = ReminderFailure.SILENT if silent else ReminderFailure.UNREACHABLE
        raise NotSent(failure) from last

    def encrypt(self, plain: socket.socket, context: ssl.SSLContext, name: str) -> ssl.SSLSocket:
        """Speak TLS with whoever proves to be `name`. Raises NotSent."""
        try:
            return context.wrap_socket(plain, server_hostname=name)
        except OSError as error:
            plain.close()
            raise self.explained(error, is_certain=True) from error

    def explained(self, error: Exception, *, is_certain: bool) -> NotSent:
        """What the error of a connection means."""
        if isinstance(error, ssl.SSLCertVerificationError):
            return NotSent(ReminderFailure.CERTIFICATE, error.verify_message)
        if self.is_over or isinstance(error, TimeoutError):
            return NotSent(ReminderFailure.SILENT, is_certain=is_certain)
        if isinstance(error, ssl.SSLError):
            reason = (error.reason or "").replace("_", " ").lower()
            return NotSent(ReminderFailure.NO_ENCRYPTION, reason, is_certain=is_certain)
        return NotSent(ReminderFailure.CUT_OFF, is_certain=is_certain)

    def _cut(self) -> None:
        self.is_over = True
        handle = self._handle
        if handle is not None:
            try:
                handle.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # it has ended by itself


def addresses_of(host: str, port: int) -> list[tuple[str, int]]:
    """The addresses of a name, each once. Raises NotSent for a name that nobody has."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotSent(ReminderFailure.UNKNOWN_NAME) from error
    return list(dict.fromkeys((str(sockaddr[0]), port) for *_, sockaddr in answers))
