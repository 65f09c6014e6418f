"""Sending one message by mail: encrypted, bounded, and sure of what arrived."""

from __future__ import annotations

import smtplib
import ssl
from typing import TYPE_CHECKING

from tracker.services.reminders.connecting import Bounded, addresses_of
from tracker.services.reminders.not_sent import NotSent
from tracker.storage.words import ReminderFailure

if TYPE_CHECKING:
    import socket
    from email.message import EmailMessage

    from tracker.services.reminders.mail_server import MailServer

_TAKEN = range(200, 300)


def send(server: MailServer, to: str, message: EmailMessage) -> None:
    """Send a message to one address. Raises NotSent, which says whether that is certain."""
    with Bounded() as bounded:
        smtp = _connected(server, bounded)
        try:
            _begin(smtp, server, bounded)
            _hand_over(smtp, server, to, message, bounded)
            _say_goodbye(smtp)
        finally:
            smtp.close()


class _Smtp(smtplib.SMTP):
    """smtplib's, over a connection that is bounded as a whole."""

    def __init__(self, server: MailServer, bounded: Bounded) -> None:
        self._server, self._bounded = server, bounded
        # Of its own it would ask for this machine's full name, and wait for whoever knows.
        super().__init__(server.host, server.port, local_hostname=server.sender.domain)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        del timeout  # the whole is bounded
        plain = self._bounded.connect(addresses_of(host, port))
        if self._server.scheme != "smtps":
            return plain
        return self._bounded.encrypt(plain, ssl.create_default_context(), host)


def _connected(server: MailServer, bounded: Bounded) -> _Smtp:
    try:
        return _Smtp(server, bounded)
    except (smtplib.SMTPException, OSError) as error:
        raise _explained(error, bounded, is_certain=True) from error


def _begin(smtp: _Smtp, server: MailServer, bounded: Bounded) -> None:
    """Encrypt, and sign in where the settings name a user."""
    try:
        smtp.ehlo_or_helo_if_needed()
        if server.scheme == "smtp":
            if not smtp.has_extn("starttls"):
                raise NotSent(ReminderFailure.NO_ENCRYPTION, "it does not offer STARTTLS")
            smtp.starttls(context=ssl.create_default_context())
            smtp.ehlo()
        if server.user:
            smtp.login(server.user, server.password)
    except (smtplib.SMTPAuthenticationError, smtplib.SMTPNotSupportedError, UnicodeError) as error:
        raise NotSent(ReminderFailure.SIGN_IN, getattr(error, "smtp_error", "")) from error
    except (smtplib.SMTPException, OSError) as error:
        raise _explained(error, bounded, is_certain=True) from error


def _hand_over(
    smtp: _Smtp, server: MailServer, to: str, message: EmailMessage, bounded: Bounded
) -> None:
    """Hand the message over; once it is on its way, silence is no longer a no."""
    try:
        for code, said in (smtp.mail(server.sender.addr_spec), smtp.rcpt(to)):
            if code not in _TAKEN:
                raise NotSent(ReminderFailure.REFUSED, said)
    except (smtplib.SMTPException, OSError) as error:
        raise _explained(error, bounded, is_certain=True) from error
    try:
        code, said = smtp.data(message.as_bytes())
    except (smtplib.SMTPException, OSError) as error:
        raise _explained(error, bounded, is_certain=False) from error
    if code not in _TAKEN:
        raise NotSent(ReminderFailure.REFUSED, said)


def _say_goodbye(smtp: _Smtp) -> None:
    try:
        smtp.quit()
    except (smtplib.SMTPException, OSError):
        return  # it has the message, and said so


def _explained(error: Exception, bounded: Bounded, *, is_certain: bool) -> NotSent:
    """What an error of smtplib's means; the system's own stands behind some of them."""
    if isinstance(error, smtplib.SMTPResponseException):  # it said no, in words
        return NotSent(ReminderFailure.REFUSED, error.smtp_error)
    cause = error.__context__ if isinstance(error.__context__, OSError) else error
    return bounded.explained(cause, is_certain=is_certain)
