"""Signing in and out: which browsers are signed in to an account, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import delete, select, update

from tracker.services import tokens
from tracker.services.access import accounts, passphrases, rate_limit
from tracker.services.errors import NotFound
from tracker.storage.models import AccountRow, SignInRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, CursorResult, Result

    from tracker.services.access.accounts import Account
    from tracker.storage.database import Database, DbSession

IDLE_LIMIT = timedelta(days=30)
SIGN_IN_LIMIT = timedelta(days=180)
LONGEST_USER_AGENT = 120


class SignInRefused(PermissionError):
    """The name or the passphrase is wrong. Nobody learns which."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """A browser that is signed in. `is_here`: it is the one that asks."""

    id: int
    user_agent: str
    since: datetime
    last_seen: datetime
    is_here: bool


def sign_in(
    database: Database,
    *,
    name: str,
    passphrase: str,
    address: str,
    user_agent: str,
    now: datetime,
) -> str:
    """Check a name and passphrase; return the token for the browser's cookie.

    Raises SignInRefused, or throttle.TooManyTries once too many tries failed for the name or
    from the address. An unknown name takes as long as a wrong passphrase.
    """
    row = _checked(database, name=name, passphrase=passphrase, address=address, now=now)
    outdated = passphrases.is_outdated(row.passphrase_hash)
    hashed = passphrases.hashed(passphrase) if outdated else row.passphrase_hash
    with database.writing() as db:
        _keep_hash(db, row, hashed)
        return _open(db, row.id, user_agent, now)


def change_passphrase(
    database: Database,
    account: Account,
    *,
    old: str,
    new: str,
    address: str,
    user_agent: str,
    now: datetime,
) -> str:
    """Change an account's passphrase and end all its sign-ins; return the token of a new one.

    Raises SignInRefused if `old` is wrong, passphrases.WeakPassphrase, and throttle.TooManyTries:
    tries count together with those of signing in.
    """
    row = _checked(database, name=account.name, passphrase=old, address=address, now=now)
    hashed = accounts.new_hash(account.name, new)
    with database.writing() as db:
        _keep_hash(db, row, hashed)
        _end(db, SignInRow.account_id == row.id, now)
        return _open(db, row.id, user_agent, now)


def set_passphrase(database: Database, account: Account, passphrase: str, *, now: datetime) -> None:
    """Give an account a passphrase without asking for the old one, and end all its sign-ins.

    Tries that failed before are forgiven. Raises passphrases.WeakPassphrase.
    """
    hashed = accounts.new_hash(account.name, passphrase)
    with database.writing() as db:
        db.execute(
            update(AccountRow).where(AccountRow.id == account.id).values(passphrase_hash=hashed)
        )
        _end(db, SignInRow.account_id == account.id, now)
    rate_limit.forgive_account(database, accounts.key(account.name))


def open_sign_in(database: Database, account_id: int, *, user_agent: str, now: datetime) -> str:
    """Sign a browser in as an account just created or checked; return the token."""
    with database.writing() as db:
        return _open(db, account_id, user_agent, now)


def sign_ins(database: Database, account_id: int, token: str, now: datetime) -> list[SignIn]:
    """Return the browsers signed in to an account, the last seen first; `token` is this one's."""
    query = (
        select(SignInRow)
        .where(SignInRow.account_id == account_id, SignInRow.revoked_at.is_(None))
        .order_by(SignInRow.last_seen_at.desc(), SignInRow.id.desc())
    )
    here = tokens.digest(token)
    with database.reading() as db:
        return [
            SignIn(r.id, r.user_agent, r.created_at, r.last_seen_at, r.token_hash == here)
            for r in db.scalars(query)
            if lasts(r.created_at, r.last_seen_at, now)
        ]


def end_sign_in(database: Database, account_id: int, sign_in_id: int, now: datetime) -> None:
    """End one of an account's sign-ins. Raises NotFound for any other."""
    with database.writing() as db:
        its_own = (SignInRow.account_id == account_id) & (SignInRow.id == sign_in_id)
        if not _end(db, its_own, now):
            raise NotFound(sign_in_id)


def end_others(database: Database, account_id: int, token: str, now: datetime) -> None:
    """End every sign-in of an account but the one of this browser."""
    others = (SignInRow.account_id == account_id) & (SignInRow.token_hash != tokens.digest(token))
    with database.writing() as db:
        _end(db, others, now)


def lasts(since: datetime, last_seen: datetime, now: datetime) -> bool:
    """Whether a sign-in lasts: 30 days after a visit, 180 days after it began at most."""
    return now < min(last_seen + IDLE_LIMIT, since + SIGN_IN_LIMIT)


def sign_out(database: Database, token: str, now: datetime) -> None:
    """End one browser's sign-in, if it is one."""
    with database.writing() as db:
        _end(db, SignInRow.token_hash == tokens.digest(token), now)


def _checked(
    database: Database, *, name: str, passphrase: str, address: str, now: datetime
) -> AccountRow:
    """Return the account whose name and passphrase these are."""
    attempt = rate_limit.count(database, account=accounts.key(name), address=address, now=now)
    with database.reading() as db:
        row = accounts.by_name(db, name)
    try:
        matches = passphrases.matches(row.passphrase_hash if row else None, passphrase)
    except rate_limit.TooManyTries:  # too many people at once: this one told nothing
        rate_limit.forgive(database, attempt)
        raise
    if row is None or not matches:
        raise SignInRefused("The name or the passphrase is not right.")
    rate_limit.forgive(database, attempt)
    rate_limit.forgive_account(database, accounts.key(name))
    return row


def _keep_hash(db: DbSession, checked: AccountRow, hashed: str) -> None:
    """Store a hash, unless the passphrase was changed since it was checked."""
    its_own = AccountRow.id == checked.id
    unchanged = AccountRow.passphrase_hash == checked.passphrase_hash
    kept = db.execute(update(AccountRow).where(its_own, unchanged).values(passphrase_hash=hashed))
    if not _changed(kept):
        raise SignInRefused("The passphrase was changed a moment ago. Try again.")


def _open(db: DbSession, account_id: int, user_agent: str, now: datetime) -> str:
    token = tokens.new()
    db.execute(delete(SignInRow).where(SignInRow.created_at <= now - SIGN_IN_LIMIT))
    db.add(
        SignInRow(
            account_id=account_id,
            token_hash=tokens.digest(token),
            user_agent=accounts.printable(user_agent)[:LONGEST_USER_AGENT],
            created_at=now,
            last_seen_at=now,
        )
    )
    return token


def _end(db: DbSession, which: ColumnElement[bool], now: datetime) -> int:
    """End sign-ins; return how many were still going on."""
    return _changed(
        db.execute(
            update(SignInRow).where(which, SignInRow.revoked_at.is_(None)).values(revoked_at=now)
        )
    )


def _changed(result: Result[Any]) -> int:
    """How many rows an update changed; SQLAlchemy says it of its cursor's result only."""
    return cast("CursorResult[Any]", result).rowcount
