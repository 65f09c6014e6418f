"""Tokens by which programs read and write a diary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from tracker.storage.access import accounts
from tracker.storage.rows import rows_changed
from tracker.storage.tables.access import AccountRow, ApiTokenRow

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Transaction
    from tracker.storage.words import ApiScope


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiToken:
    """A token as its owner sees it: for which program, what it may do, until when, last used."""

    id: int
    name: str
    scope: ApiScope
    created_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None

    def is_good(self, now: datetime) -> bool:
        """Whether it still opens anything."""
        return self.revoked_at is None and now < self.expires_at


def add(
    tx: Transaction,
    account_id: int,
    token_hash: str,
    *,
    name: str,
    scope: ApiScope,
    now: datetime,
    expires_at: datetime,
) -> None:
    """Store a new token."""
    tx.add(
        ApiTokenRow(
            account_id=account_id,
            token_hash=token_hash,
            name=name,
            scope=scope,
            created_at=now,
            expires_at=expires_at,
        )
    )


def of_account(tx: Transaction, account_id: int) -> list[ApiToken]:
    """Every token of an account, the latest first."""
    mine = ApiTokenRow.account_id == account_id
    rows = tx.scalars(select(ApiTokenRow).where(mine).order_by(ApiTokenRow.id.desc()))
    return [_value(row) for row in rows]


def by_hash(tx: Transaction, token_hash: str) -> tuple[Account, ApiToken] | None:
    """A token that was given out, good or not, and whose it is."""
    row = tx.execute(
        select(AccountRow, ApiTokenRow)
        .join(ApiTokenRow, ApiTokenRow.account_id == AccountRow.id)
        .where(ApiTokenRow.token_hash == token_hash)
    ).one_or_none()
    return None if row is None else (accounts.value(row[0]), _value(row[1]))


def revoke(tx: Transaction, account_id: int, token_id: int, now: datetime) -> bool | None:
    """End a token; False if it was ended before, None if it is none of the account's."""
    mine = (ApiTokenRow.id == token_id) & (ApiTokenRow.account_id == account_id)
    if tx.scalar(select(ApiTokenRow.id).where(mine)) is None:
        return None
    going_on = mine & ApiTokenRow.revoked_at.is_(None)
    ended = update(ApiTokenRow).where(going_on).values(revoked_at=now)
    return bool(rows_changed(tx.execute(ended)))


def revoke_all(tx: Transaction, account_id: int, now: datetime) -> None:
    """End every token of an account."""
    going_on = (ApiTokenRow.account_id == account_id) & ApiTokenRow.revoked_at.is_(None)
    tx.execute(update(ApiTokenRow).where(going_on).values(revoked_at=now))


def note_use(tx: Transaction, account_id: int, token_id: int, now: datetime) -> None:
    """Store that a token was used."""
    mine = (ApiTokenRow.account_id == account_id) & (ApiTokenRow.id == token_id)
    tx.execute(update(ApiTokenRow).where(mine).values(last_used_at=now))


def _value(row: ApiTokenRow) -> ApiToken:
    return ApiToken(
        id=row.id,
        name=row.name,
        scope=row.scope,
        created_at=row.created_at,
        expires_at=row.expires_at,
        last_used_at=row.last_used_at,
        revoked_at=row.revoked_at,
    )
