"""A message as each channel takes it."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING, NamedTuple

from tracker.language.reminders import Words, message_text, stop_button, title
from tracker.services.reminders import mail, webhook
from tracker.services.reminders.not_sent import NotSent
from tracker.services.reminders.webhook import Webhook
from tracker.storage.words import ReminderChannel, ReminderFailure

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.services.reminders.mail_server import MailServer

_UNFOLDED = SMTP.clone(max_line_length=900)  # else a long link in a header would be encoded
STOP_PATH = "/reminders/stop/"


class Sender(NamedTuple):
    """What this tracker sends with: its mail server, its public address, its own key.

    `own_network`: whether webhooks may be inside the server's network.
    """

    mail_server: MailServer | None
    public_address: str
    key: str
    own_network: bool = False

    def offers(self, channel: ReminderChannel) -> bool:
        """Whether messages can be sent by a channel at all."""
        can_mail = self.mail_server is not None or channel is not ReminderChannel.MAIL
        return bool(self.public_address) and can_mail


class Outgoing(NamedTuple):
    """One message: to where, what it says, and the token by which it ends."""

    channel: ReminderChannel
    target: str
    words: Words
    token: str
    now: datetime


def deliver(sender: Sender, outgoing: Outgoing) -> None:
    """Send a message. Raises NotSent."""
    if not sender.public_address:
        raise NotSent(ReminderFailure.NO_PUBLIC_ADDRESS)
    stop = f"{sender.public_address}{STOP_PATH}{outgoing.token}"
    text = message_text(outgoing.words, f"{sender.public_address}/", stop)
    if outgoing.channel is ReminderChannel.WEBHOOK:
        headers = {
            "Content-Type": "text/plain; charset=utf-8",
            "Title": title(outgoing.words),
            "Click": f"{sender.public_address}/",
            "Actions": f"http, {stop_button()}, {stop}, method=POST, clear=true",
        }
        where = Webhook.from_url(outgoing.target)
        webhook.post(where, text, headers, own_network=sender.own_network)
    elif sender.mail_server is None:
        raise NotSent(ReminderFailure.NO_SERVER)
    else:
        message = _mail(sender.mail_server, outgoing, text, stop)
        mail.send(sender.mail_server, outgoing.target, message)


def _mail(server: MailServer, outgoing: Outgoing, text: str, stop: str) -> EmailMessage:
    """Return the message; mail programs show a button that ends these (RFC 8058)."""
    message = EmailMessage(policy=_UNFOLDED)
    message["From"] = server.sender
    message["To"] = outgoing.target
    message["Subject"] = title(outgoing.words)
    message["Date"] = format_datetime(outgoing.now)
    message["Message-ID"] = f"<{outgoing.token[:20]}@{server.sender.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message["List-Unsubscribe"] = f"<{stop}>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(text)
    return message
