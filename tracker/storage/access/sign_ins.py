"""Sign-ins in the database: which browsers hold a token that was given out and not revoked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, delete, select, update

from tracker.storage import account_revision, one_view
from tracker.storage.access.accounts import Account
from tracker.storage.rows import rows_changed
from tracker.storage.tables.access import AccountRow, SignInRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from tracker.storage.database import Transaction

_ACCOUNTS, _SIGN_INS = AccountRow.__table__.c, SignInRow.__table__.c
_BY_TOKEN = select(  # made once, of plain columns: every request asks it
    _ACCOUNTS.id,
    _ACCOUNTS.name,
    _ACCOUNTS.unit,
    _ACCOUNTS.created_at.label("joined_at"),
    _ACCOUNTS.revision,
    _SIGN_INS.id.label("sign_in_id"),
    _SIGN_INS.created_at,
    _SIGN_INS.last_seen_at,
    _SIGN_INS.confirmed_at,
).where(
    _ACCOUNTS.id == _SIGN_INS.account_id,
    _SIGN_INS.token_hash == bindparam("token_hash"),
    _SIGN_INS.revoked_at.is_(None),
)


@dataclass(frozen=True, slots=True)
class SignIn:
    """A browser that is signed in. `is_here`: it is the one that asks."""

    id: int
    user_agent: str
    since: datetime
    last_seen: datetime
    is_here: bool


class TokenHolder(NamedTuple):
    """Whose browser holds a token, since when it is signed in, and when it was noted last.

    `confirmed_at`: when who sits there last proved again who they are.
    """

    account: Account
    sign_in_id: int
    since: datetime
    last_seen: datetime
    confirmed_at: datetime | None


def by_token(tx: Transaction, token_hash: str) -> TokenHolder | None:
    """Whose browser holds a token that was not revoked; their account's revision comes along."""
    row = tx.execute(_BY_TOKEN, {"token_hash": token_hash}).one_or_none()
    if row is None:
        return None
    account, revision = Account(*row[:4]), row[4]
    one_view.remember(tx, revision, account_revision.of_account, account.id)
    return TokenHolder(account, *row[5:])


def of_account(tx: Transaction, account_id: int, token_hash: str) -> list[SignIn]:
    """An account's sign-ins that were not revoked, the last seen first; the token is this one's."""
    query = (
        select(SignInRow)
        .where(SignInRow.account_id == account_id, SignInRow.revoked_at.is_(None))
        .order_by(SignInRow.last_seen_at.desc(), SignInRow.id.desc())
    )
    return [
        SignIn(r.id, r.user_agent, r.created_at, r.last_seen_at, r.token_hash == token_hash)
        for r in tx.scalars(query)
    ]


def add(
    tx: Transaction, account_id: int, token_hash: str, *, user_agent: str, now: datetime
) -> None:
    """Store a new sign-in."""
    tx.add(
        SignInRow(
            account_id=account_id,
            token_hash=token_hash,
            user_agent=user_agent,
            created_at=now,
            last_seen_at=now,
        )
    )


def note_visit(tx: Transaction, account_id: int, sign_in_id: int, now: datetime) -> None:
    """Store when a browser was seen."""
    its_own = _is_it(account_id, sign_in_id)
    tx.execute(update(SignInRow).where(its_own).values(last_seen_at=now))


def confirm(tx: Transaction, account_id: int, sign_in_id: int, now: datetime) -> None:
    """Store when who sits there proved again who they are."""
    its_own = _is_it(account_id, sign_in_id)
    tx.execute(update(SignInRow).where(its_own).values(confirmed_at=now))


def delete_begun_until(tx: Transaction, instant: datetime) -> None:
    """Delete what is too old to be of use."""
    tx.execute(delete(SignInRow).where(SignInRow.created_at <= instant))


def revoke(tx: Transaction, account_id: int, sign_in_id: int, now: datetime) -> bool:
    """End one of an account's sign-ins; False if there is none that goes on."""
    return bool(_revoke(tx, _is_it(account_id, sign_in_id), now))


def revoke_all(tx: Transaction, account_id: int, now: datetime) -> None:
    """End every sign-in of an account."""
    _revoke(tx, SignInRow.account_id == account_id, now)


def revoke_others(tx: Transaction, account_id: int, token_hash: str, now: datetime) -> None:
    """End every sign-in of an account but the one of a token."""
    others = (SignInRow.account_id == account_id) & (SignInRow.token_hash != token_hash)
    _revoke(tx, others, now)


def _is_it(account_id: int, sign_in_id: int) -> ColumnElement[bool]:
    return (SignInRow.account_id == account_id) & (SignInRow.id == sign_in_id)


def _revoke(tx: Transaction, which: ColumnElement[bool], now: datetime) -> int:
    going_on = which & SignInRow.revoked_at.is_(None)
    return rows_changed(tx.execute(update(SignInRow).where(going_on).values(revoked_at=now)))
