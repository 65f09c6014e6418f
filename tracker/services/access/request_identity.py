"""Who a browser is signed in as: asked with every request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.services import tokens
from tracker.services.access.sign_ins import lasts
from tracker.storage import sign_ins as stored

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.accounts import Account
    from tracker.storage.database import Database

_TOUCH_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whose browser shows a token, since when it is signed in, and when it was noted last."""

    account: Account
    sign_in_id: int
    since: datetime
    last_seen: datetime

    def is_signed_in(self, now: datetime) -> bool:
        """Whether the sign-in still lasts."""
        return lasts(self.since, self.last_seen, now)


def visitor(database: Database, token: str) -> Visitor | None:
    """Return whose browser shows a token that was given out and not revoked."""
    with database.reading() as tx:
        holder = stored.by_token(tx, tokens.digest(token))
    return None if holder is None else Visitor(*holder)


def noted(database: Database, visitor: Visitor | None, now: datetime) -> Account | None:
    """Return the account of a visitor who is signed in, and note the visit, hourly at most."""
    if visitor is None or not visitor.is_signed_in(now):
        return None
    if now - visitor.last_seen >= _TOUCH_EVERY:
        database.note(lambda tx: stored.note_visit(tx, visitor.sign_in_id, now))
    return visitor.account
