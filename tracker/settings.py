"""What the program is told from outside. The only module that reads the environment."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from tracker.secret_key import keep_key, new_key
from tracker.services.reminders.mail_server import MailServer
from tracker.settings_error import SettingsError
from tracker.storage.places import NoFile, Server
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.public_address import PublicAddress
    from tracker.storage.places import Place

PREFIX = "TRACKER_"
DATA_DIR = f"{PREFIX}DATA_DIR"
DATABASE_URL = f"{PREFIX}DATABASE_URL"
HOST_NAMES = f"{PREFIX}HOST_NAMES"
SECOND_FACTOR = f"{PREFIX}SECOND_FACTOR"
SMTP_URL = f"{PREFIX}SMTP_URL"
SMTP_SENDER = f"{PREFIX}SMTP_SENDER"
WEBHOOKS_TO_OWN_NETWORK = f"{PREFIX}WEBHOOKS_TO_OWN_NETWORK"
SECURITY_LOG_DAYS = f"{PREFIX}SECURITY_LOG_DAYS"
LOOPBACK = ("127.0.0.1", "::1", "localhost")
_ADMINISTRATORS, _CLINICIANS = "administrators", "clinicians"
_LOG_KEPT, _LOG_KEPT_LONGEST = 90, 3650  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the diary lives and how it is served.

    `host_names` are names, besides loopback's, under which browsers may ask for pages. `https`:
    browsers reach it over https only; `public_address`: through a proxy that says who asked.
    `first_account_code`, where set, must be typed to create the first account. `server`, where
    set, has the diary, and no file does. Who has a role that needs a second factor can do nothing
    of that role's without one. `security_log_kept` is how long what happened at the door stays on
    record. `mail_server` and `links` (the address that links in messages begin with, "" where
    nobody has said one) are for reminders; `webhooks_to_own_network`: theirs may be in this
    server's network.
    """

    data_dir: Path
    server: Server | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    host_names: tuple[str, ...] = ()
    first_account_code: str | None = None
    https: bool = False
    public_address: PublicAddress | None = None
    administrators_need_second_factor: bool = False
    clinicians_need_second_factor: bool = False
    security_log_kept: timedelta = timedelta(days=_LOG_KEPT)
    mail_server: MailServer | None = None
    links: str = ""
    webhooks_to_own_network: bool = False
    testing: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Read the settings: the data folder is TRACKER_DATA_DIR, else the platform's own.

        The diary is a file in it, unless TRACKER_DATABASE_URL names a database on a server.
        Raises SettingsError for what cannot be read.
        """
        folder = environment.get(DATA_DIR)
        names = environment.get(HOST_NAMES, "").split(",")
        demanded = _demanded(environment.get(SECOND_FACTOR, ""))
        return cls(
            data_dir=Path(folder).expanduser()
            if folder
            else user_data_path("return-to-run-tracker", appauthor=False),
            server=server_of(environment.get(DATABASE_URL, "").strip()),
            host_names=tuple(name.strip().lower() for name in names if name.strip()),
            administrators_need_second_factor=_ADMINISTRATORS in demanded,
            clinicians_need_second_factor=_CLINICIANS in demanded,
            security_log_kept=_days_kept(environment.get(SECURITY_LOG_DAYS, "")),
            mail_server=_mail_server(environment),
            webhooks_to_own_network=_allowed(environment.get(WEBHOOKS_TO_OWN_NETWORK, "")),
        )

    @property
    def database(self) -> Path:
        """The diary's file. Raises NoFile where a server has it."""
        if self.server is not None:
            raise NoFile(
                gettext(
                    "The diary is at %(server)s, and in no file. Copies of it are made by pg_dump "
                    "and brought back by pg_restore: see docs/hosting.md.",
                    server=self.server,
                )
            )
        return self.data_dir / "diary.db"

    @property
    def place(self) -> Place:
        """Where the diary is."""
        return self.database if self.server is None else self.server

    @property
    def protocols(self) -> Path:
        """Where a clinician's own protocol files are dropped in."""
        return self.data_dir / "protocols"

    @property
    def incoming(self) -> Path:
        """Where files that were sent wait for their sender's yes."""
        return self.data_dir / "incoming"

    @property
    def is_public(self) -> bool:
        """Whether others could reach the pages: directly, or by a name that is given to them."""
        named = self.public_address is not None or bool(self.host_names)
        return named or self.host not in LOOPBACK

    def secret_key(self) -> str:
        """Return the key that signs cookies, made on first use and readable by the owner only.

        Raises SettingsError if it cannot be written or is damaged.
        """
        return keep_key(self.data_dir, new_key())


def server_of(url: str, told_by: str = DATABASE_URL) -> Server | None:
    """Return the database of an address; None for no address. Raises SettingsError."""
    if not url:
        return None
    if not url.startswith(("postgresql://", "postgres://")):
        scheme = url.partition(":")[0]  # the rest may hold a password
        raise SettingsError(
            gettext(
                "%(told_by)s must be the address of a PostgreSQL database, like "
                "postgresql://tracker@db.example.org/tracker, and begins with %(scheme)s.",
                told_by=told_by,
                scheme=repr(scheme),
            )
        )
    return Server("postgresql://" + url.partition("://")[2])


def languages_wanted(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the languages that a terminal is used in, as gettext reads them, the best first."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next((environment[name] for name in names if environment.get(name)), "")
    return [locale.partition(".")[0] for locale in wanted.split(":")]


def variable(name: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """Return what the environment says under a name."""
    return environment.get(name)


def _demanded(typed: str) -> set[str]:
    """Read of whom a second factor is demanded: of nobody, or of one role or two."""
    roles = {role.strip().lower() for role in typed.split(",")} - {""}
    if roles - {_ADMINISTRATORS, _CLINICIANS}:
        raise SettingsError(
            gettext(
                "%(second_factor)s must be empty, %(administrators)s, %(clinicians)s, or both "
                "with a comma between, not %(typed)s.",
                second_factor=SECOND_FACTOR,
                administrators=repr(_ADMINISTRATORS),
                clinicians=repr(_CLINICIANS),
                typed=repr(typed),
            )
        )
    return roles


def _mail_server(environment: Mapping[str, str]) -> MailServer | None:
    """Read by which server messages are sent, and from whom; None where none is named."""
    url = environment.get(SMTP_URL, "").strip()
    sender = environment.get(SMTP_SENDER, "").strip()
    if not url and not sender:
        return None
    if not url or not sender:
        raise SettingsError(
            gettext(
                "%(smtp_url)s and %(smtp_sender)s go together: set both, or neither.",
                smtp_url=SMTP_URL,
                smtp_sender=SMTP_SENDER,
            )
        )
    try:
        return MailServer.from_url(url, sender)
    except ValueError as error:
        # Not the address itself: it may hold a password.
        raise SettingsError(
            gettext(
                "%(smtp_url)s or %(smtp_sender)s cannot be used: %(error)s",
                smtp_url=SMTP_URL,
                smtp_sender=SMTP_SENDER,
                error=error,
            )
        ) from error


def _allowed(typed: str) -> bool:
    """Read a yes or a no; nothing is a no."""
    if typed.strip().lower() not in ("", "yes", "no"):
        raise SettingsError(
            gettext(
                "%(webhooks_to_own_network)s must be 'yes' or 'no', not %(typed)s.",
                webhooks_to_own_network=WEBHOOKS_TO_OWN_NETWORK,
                typed=repr(typed),
            )
        )
    return typed.strip().lower() == "yes"


def _days_kept(typed: str) -> timedelta:
    """Read for how many days the security log is kept."""
    days = typed.strip() or str(_LOG_KEPT)
    is_number = days.isascii() and days.isdecimal() and len(days) <= len(str(_LOG_KEPT_LONGEST))
    if not (is_number and 1 <= int(days) <= _LOG_KEPT_LONGEST):
        raise SettingsError(
            gettext(
                "%(security_log_days)s must be a number of days from 1 to %(log_kept_longest)s, "
                "not %(typed)s.",
                security_log_days=SECURITY_LOG_DAYS,
                log_kept_longest=_LOG_KEPT_LONGEST,
                typed=repr(typed),
            )
        )
    return timedelta(days=int(days))


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether a browser window can be opened here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
