"""The certificate and its key: read at the start, and again once their files have changed."""

from __future__ import annotations

import logging
import ssl
from pathlib import Path

from tracker.translations import gettext

_LOG = logging.getLogger("tracker.serving")


class CertificateError(Exception):
    """The files cannot be used; the message says what to do."""


class Certificates:
    """The TLS context for the next connection. Raises CertificateError where there is none."""

    def __init__(self, certfile: str, keyfile: str | None) -> None:
        self._files = (certfile, keyfile)
        self._seen = self._state()
        self.context = context_from(certfile, keyfile)

    def renew(self) -> None:
        """Read the files again if they have changed; keep what there was if they are of no use."""
        state = self._state()
        if state == self._seen:
            return
        self._seen = state
        try:
            self.context = context_from(*self._files)
        except CertificateError:
            _LOG.error("The new certificate cannot be used; the one from before is served on.")
        else:
            _LOG.warning("The certificate was read anew.")

    def _state(self) -> tuple[tuple[int, int, int] | None, ...]:
        return tuple(_state_of(Path(name)) for name in self._files if name is not None)


def _state_of(path: Path) -> tuple[int, int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def context_from(certfile: str, keyfile: str | None) -> ssl.SSLContext:
    """Return a server's TLS context. Raises CertificateError where the files cannot be used."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        # A key behind a passphrase would stop and ask; without a terminal it would wait for ever.
        context.load_cert_chain(certfile, keyfile, password=_no_passphrase)
    except FileNotFoundError as error:
        raise CertificateError(gettext("There is no such certificate or key file.")) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        message = f"The certificate or its key cannot be used ({reason}). Give both as PEM files."
        raise CertificateError(message) from error
    return context


def _no_passphrase() -> str:
    raise ValueError(gettext("the key asks for a passphrase"))
