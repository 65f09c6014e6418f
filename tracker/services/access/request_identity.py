"""Who a browser is signed in as: asked with every request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from tracker.services import tokens
from tracker.services.access.accounts import Account
from tracker.services.access.sign_ins import lasts
from tracker.storage.models import AccountRow, SignInRow

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Database

_TOUCH_EVERY = timedelta(hours=1)
_VISITOR = (  # made once
    select(
        AccountRow.id,
        AccountRow.name,
        AccountRow.unit,
        AccountRow.created_at.label("joined_at"),
        SignInRow.id.label("sign_in_id"),
        SignInRow.created_at,
        SignInRow.last_seen_at,
    )
    .join(SignInRow, AccountRow.id == SignInRow.account_id)
    .where(SignInRow.token_hash == bindparam("token_hash"), SignInRow.revoked_at.is_(None))
)


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
    with database.reading() as db:
        found = db.execute(_VISITOR, {"token_hash": tokens.digest(token)}).one_or_none()
    if found is None:
        return None
    return Visitor(Account(*found[:4]), *found[4:])


def noted(database: Database, visitor: Visitor | None, now: datetime) -> Account | None:
    """Return the account of a visitor who is signed in, and note the visit, hourly at most."""
    if visitor is None or not visitor.is_signed_in(now):
        return None
    if now - visitor.last_seen >= _TOUCH_EVERY:
        its_own = SignInRow.id == visitor.sign_in_id
        seen = update(SignInRow).where(its_own).values(last_seen_at=now)
        database.note(lambda db: db.execute(seen))
    return visitor.account
