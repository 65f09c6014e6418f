"""Links for someone else to one episode, and the record of what was opened through them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from tracker.storage.access import accounts
from tracker.storage.rows import rows_changed
from tracker.storage.tables.access import AccountRow, ShareOpeningRow, ShareRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Transaction
    from tracker.storage.keys import EpisodeKey


@dataclass(frozen=True, slots=True)
class Opening:
    """A page that was opened through a shared link, and what its browser calls itself."""

    at: datetime
    page: str
    user_agent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A link as its owner sees it: who has it, until when, and every opening, latest first."""

    id: int
    shared_with: str
    with_notes: bool
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    openings: tuple[Opening, ...]
    for_answer: bool = False
    answered_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether the link still opens anything."""
        return self.revoked_at is None and self.answered_at is None and now < self.expires_at


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedDiary:
    """What a link names: one episode of an account, and whether notes are shown."""

    share_id: int
    account: Account
    episode_id: int
    with_notes: bool
    expires_at: datetime
    for_answer: bool = False


def add(
    tx: Transaction,
    key: EpisodeKey,
    token_hash: str,
    *,
    shared_with: str,
    with_notes: bool,
    now: datetime,
    expires_at: datetime,
    for_answer: bool = False,
) -> None:
    """Store a new link."""
    tx.add(
        ShareRow(
            **key.columns,
            token_hash=token_hash,
            shared_with=shared_with,
            with_notes=with_notes,
            created_at=now,
            expires_at=expires_at,
            for_answer=for_answer,
        )
    )


def of_account(tx: Transaction, account_id: int) -> list[Share]:
    """Every link to an account's episodes, the latest first."""
    mine = ShareRow.account_id == account_id
    rows = tx.scalars(select(ShareRow).where(mine).order_by(ShareRow.id.desc())).all()
    openings = _openings(tx, account_id)
    return [_value(row, openings[row.id]) for row in rows]


def revoke(tx: Transaction, account_id: int, share_id: int, now: datetime) -> bool | None:
    """End a link; False if it was ended before, None if it is none of the account's."""
    if tx.get(ShareRow, (account_id, share_id)) is None:
        return None
    going_on = _is_it(account_id, share_id) & ShareRow.revoked_at.is_(None)
    ended = update(ShareRow).where(going_on).values(revoked_at=now)
    return bool(rows_changed(tx.execute(ended)))


def by_token(tx: Transaction, token_hash: str, now: datetime) -> SharedDiary | None:
    """What a link names that is neither expired, ended nor used up."""
    row = tx.execute(
        select(ShareRow, AccountRow)
        .join(AccountRow, AccountRow.id == ShareRow.account_id)
        .where(
            ShareRow.token_hash == token_hash,
            ShareRow.revoked_at.is_(None),
            ShareRow.answered_at.is_(None),
            ShareRow.expires_at > now,
        )
    ).one_or_none()
    if row is None:
        return None
    share, account = row
    return SharedDiary(
        share_id=share.id,
        account=accounts.value(account),
        episode_id=share.episode_id,
        with_notes=share.with_notes,
        expires_at=share.expires_at,
        for_answer=share.for_answer,
    )


def for_answer(tx: Transaction, token_hash: str) -> Share | None:
    """A link for an answer, open or over: whoever holds it may know which."""
    its = (ShareRow.token_hash == token_hash) & ShareRow.for_answer
    row = tx.scalar(select(ShareRow).where(its))
    return None if row is None else _value(row, ())


def answer(tx: Transaction, account_id: int, share_id: int, now: datetime) -> None:
    """Store that a link's one answer was given."""
    tx.execute(update(ShareRow).where(_is_it(account_id, share_id)).values(answered_at=now))


def was_opened(
    tx: Transaction, share: SharedDiary, *, page: str, user_agent: str, after: datetime
) -> bool:
    """Whether a browser opened a page of a link later than an instant."""
    query = select(ShareOpeningRow.id).where(
        _is_through(share),
        ShareOpeningRow.at > after,
        ShareOpeningRow.page == page,
        ShareOpeningRow.user_agent == user_agent,
    )
    return tx.scalar(query.limit(1)) is not None


def count_openings(tx: Transaction, share: SharedDiary, *, after: datetime) -> int:
    """How often a link was opened later than an instant."""
    query = select(func.count()).select_from(ShareOpeningRow)
    which = _is_through(share) & (ShareOpeningRow.at > after)
    return tx.scalars(query.where(which)).one()


def add_opening(tx: Transaction, share: SharedDiary, opening: Opening) -> None:
    """Store that a page was opened through a link."""
    tx.add(
        ShareOpeningRow(
            account_id=share.account.id,
            share_id=share.share_id,
            at=opening.at,
            page=opening.page,
            user_agent=opening.user_agent,
        )
    )


def _is_it(account_id: int, share_id: int) -> ColumnElement[bool]:
    return (ShareRow.account_id == account_id) & (ShareRow.id == share_id)


def _is_through(share: SharedDiary) -> ColumnElement[bool]:
    row = ShareOpeningRow
    return (row.account_id == share.account.id) & (row.share_id == share.share_id)


def _openings(tx: Transaction, account_id: int) -> Mapping[int, list[Opening]]:
    openings: dict[int, list[Opening]] = defaultdict(list)
    query = (
        select(ShareOpeningRow)
        .where(ShareOpeningRow.account_id == account_id)
        .order_by(ShareOpeningRow.id.desc())
    )
    for row in tx.scalars(query):
        openings[row.share_id].append(Opening(row.at, row.page, row.user_agent))
    return openings


def _value(row: ShareRow, openings: Iterable[Opening]) -> Share:
    return Share(
        id=row.id,
        shared_with=row.shared_with,
        with_notes=row.with_notes,
        created_at=row.created_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        openings=tuple(openings),
        for_answer=row.for_answer,
        answered_at=row.answered_at,
    )
