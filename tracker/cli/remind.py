"""`tracker remind`, and the same while the diary is served: who has a question waiting is told."""

from __future__ import annotations

import logging
from itertools import count
from typing import TYPE_CHECKING

from tracker.app import signing_key, utc_now
from tracker.cli.background import repeated
from tracker.cli.command import take_from_environment
from tracker.cli.listening import public_address
from tracker.cli.own_diary import open_diary
from tracker.services.reminders.messages import Sender
from tracker.services.reminders.sending import forget_old, remind
from tracker.settings import Settings
from tracker.storage.errors import StorageError
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from contextlib import AbstractContextManager

    from tracker.cli.command import Commands
    from tracker.storage.database import Database

LOOK_EVERY_SECONDS = 60.0
_FORGET_EVERY = 24 * 60  # looks
_PATIENCE_SECONDS = 5.0  # for a message that is being sent when the server stops
_LOG = logging.getLogger("tracker.reminders")


def add_remind(commands: Commands) -> None:
    """Add `tracker remind`."""
    parser = commands.add_parser(
        "remind", help=gettext("send the reminders that are due, once; `serve` does so by itself")
    )
    add_links(parser)
    take_from_environment(parser)
    parser.set_defaults(run=run)


def add_links(parser: ArgumentParser) -> None:
    """Add the option that says where links in messages lead."""
    parser.add_argument(
        "--public-url",
        metavar="URL",
        help=gettext("where people reach the tracker, such as https://run.example.org"),
    )


def run(arguments: Namespace) -> int:
    """Send what is due, as any number of processes may at once; 1 where a message was not sent."""
    settings, public = Settings.from_environment(), public_address(arguments.public_url)
    links = str(public) if public else ""
    with open_diary() as database:
        key = signing_key(settings, database)
        own_network = settings.webhooks_to_own_network
        sender = Sender(settings.mail_server, links, key, own_network)
        done = remind(database, sender, now=utc_now())
        forget_old(database, now=utc_now())
    print(gettext("Sent: %(sent)s. Not sent: %(failed)s.", sent=done.sent, failed=done.failed))
    return 1 if done.failed else 0


def reminding(database: Database, sender: Sender) -> AbstractContextManager[None]:
    """Send reminders while a server runs: a thread that looks every minute."""
    looks = count()

    def look() -> None:
        looked = next(looks)
        try:
            remind(database, sender, now=utc_now())
            if looked % _FORGET_EVERY == 0:
                forget_old(database, now=utc_now())
        except StorageError as error:
            _LOG.warning("Reminders are put off: %s.", error)
        except Exception:  # noqa: BLE001 - logged with its trace; the next look goes on
            _LOG.exception("Reminders are put off by an error of ours.")

    return repeated("reminders", look, every=LOOK_EVERY_SECONDS, patience=_PATIENCE_SECONDS)
