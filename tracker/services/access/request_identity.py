"""Who a browser is signed in as: asked with every request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.services import tokens
from tracker.services.access.sign_ins import lasts
from tracker.storage.access import sign_ins as stored

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database

CONFIRMED_FOR = timedelta(minutes=15)
_TOUCH_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose browser shows a token, since when it is signed in, and when it was noted last.

    `confirmed_at`: when who sits there last proved again who they are.
    """

    account: Account
    sign_in_id: int
    since: datetime
    last_seen: datetime
    confirmed_at: datetime | None

    def is_signed_in(self, now: datetime) -> bool:
        """Whether the sign-in still lasts."""
        return lasts(self.since, self.last_seen, now)

    def is_confirmed(self, now: datetime) -> bool:
        """Whether it was proved a short while ago who sits there, by signing in or since."""
        return now - (self.confirmed_at or self.since) < CONFIRMED_FOR


def identify(database: Database, token: str) -> Identity | None:
    """Return whose browser shows a token that was given out and not revoked."""
    with database.reading() as tx:
        holder = stored.by_token(tx, tokens.digest(token))
    return None if holder is None else Identity(*holder)


def signed_in(database: Database, identity: Identity | None, now: datetime) -> Account | None:
    """Return the account whose sign-in lasts; that it was seen is stored, hourly at most."""
    if identity is None or not identity.is_signed_in(now):
        return None
    if now - identity.last_seen >= _TOUCH_EVERY:
        whose, sign_in = identity.account.id, identity.sign_in_id
        database.note(lambda tx: stored.note_visit(tx, whose, sign_in, now), whose)
    return identity.account
