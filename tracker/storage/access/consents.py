"""Who lets which clinician read and decide in the database, and the links they meet by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, or_, select, update

from tracker.storage.access import accounts
from tracker.storage.rows import rows_changed
from tracker.storage.tables.access import AccountRow
from tracker.storage.tables.practice import ConsentLinkRow, ConsentRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Select

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A runner's consent to a clinician, which goes on; `seen_at` is the clinician's last look."""

    id: int
    runner: Account
    clinician: Account
    with_notes: bool
    since: datetime
    seen_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentLink:
    """A link that may still be used: who made it, as a clinician or as a runner."""

    id: int
    made_by: Account
    by_clinician: bool
    with_notes: bool
    expires_at: datetime


def give(tx: Transaction, runner: int, clinician: int, *, with_notes: bool, now: datetime) -> None:
    """Store a consent, in place of one that goes on between the two."""
    end(tx, now, account_id=runner, clinician_id=clinician)
    tx.add(ConsentRow(account_id=runner, clinician_id=clinician, with_notes=with_notes, since=now))


def find(tx: Transaction, consent_id: int) -> Consent | None:
    """A consent that goes on."""
    return next(iter(_consents(tx, ConsentRow.id == consent_id)), None)


def of(tx: Transaction, account_id: int) -> list[Consent]:
    """The consents that go on and that an account has a part in, the first given first."""
    has_part = or_(ConsentRow.account_id == account_id, ConsentRow.clinician_id == account_id)
    return _consents(tx, has_part)


def show_notes(tx: Transaction, consent: Consent, *, with_notes: bool) -> None:
    """Store whether the clinician is shown notes."""
    tx.execute(update(ConsentRow).where(_is_it(consent)).values(with_notes=with_notes))


def mark_seen(tx: Transaction, consent: Consent, now: datetime) -> None:
    """Store that the clinician has looked."""
    tx.execute(update(ConsentRow).where(_is_it(consent)).values(seen_at=now))


def end(tx: Transaction, now: datetime, **which: int) -> bool:
    """End the consents with these values in these columns; False if none went on."""
    going_on = ConsentRow.ended_at.is_(None)
    ended = update(ConsentRow).where(going_on).filter_by(**which).values(ended_at=now)
    return bool(rows_changed(tx.execute(ended)))


def add_link(
    tx: Transaction,
    account_id: int,
    token_hash: str,
    *,
    by_clinician: bool,
    with_notes: bool,
    now: datetime,
    expires_at: datetime,
) -> None:
    """Store a new link."""
    tx.add(
        ConsentLinkRow(
            account_id=account_id,
            token_hash=token_hash,
            by_clinician=by_clinician,
            with_notes=with_notes,
            created_at=now,
            expires_at=expires_at,
        )
    )


def link(tx: Transaction, token_hash: str, now: datetime) -> ConsentLink | None:
    """The link of a token, if it may still be used."""
    return next(iter(_links(tx, now, ConsentLinkRow.token_hash == token_hash)), None)


def links_of(tx: Transaction, account_id: int, now: datetime) -> list[ConsentLink]:
    """The links of an account that nobody has used yet, the first made first."""
    return _links(tx, now, ConsentLinkRow.account_id == account_id)


def use_link(tx: Transaction, link: ConsentLink, now: datetime) -> None:
    """Store that a link was used: it is good once."""
    row = ConsentLinkRow
    its_own = (row.account_id == link.made_by.id) & (row.id == link.id)
    tx.execute(update(row).where(its_own).values(used_at=now))


def end_link(tx: Transaction, account_id: int, link_id: int, now: datetime) -> bool:
    """End a link of an account; False if none was open."""
    mine = (ConsentLinkRow.id == link_id) & (ConsentLinkRow.account_id == account_id)
    ended = update(ConsentLinkRow).where(mine, *_open(now)).values(revoked_at=now)
    return bool(rows_changed(tx.execute(ended)))


def end_links(tx: Transaction, account_id: int, now: datetime, *, by_clinician: bool) -> None:
    """End all links that an account made as a clinician, or as a runner."""
    mine = ConsentLinkRow.account_id == account_id, ConsentLinkRow.by_clinician == by_clinician
    tx.execute(update(ConsentLinkRow).where(*mine, *_open(now)).values(revoked_at=now))


def _is_it(consent: Consent) -> ColumnElement[bool]:
    return (ConsentRow.account_id == consent.runner.id) & (ConsentRow.id == consent.id)


def _consents(tx: Transaction, which: ColumnElement[bool]) -> list[Consent]:
    query = select(ConsentRow).where(which, ConsentRow.ended_at.is_(None)).order_by(ConsentRow.id)
    rows = tx.scalars(query).all()
    ids = {id_ for row in rows for id_ in (row.account_id, row.clinician_id)}
    people = {row.id: accounts.value(row) for row in tx.scalars(_accounts(ids))}
    return [
        Consent(
            id=row.id,
            runner=people[row.account_id],
            clinician=people[row.clinician_id],
            with_notes=row.with_notes,
            since=row.since,
            seen_at=row.seen_at,
        )
        for row in rows
    ]


def _accounts(ids: set[int]) -> Select[AccountRow]:
    return select(AccountRow).where(AccountRow.id.in_(ids))


def _links(tx: Transaction, now: datetime, which: ColumnElement[bool]) -> list[ConsentLink]:
    query = select(ConsentLinkRow, AccountRow).join(AccountRow).where(which, *_open(now))
    return [
        ConsentLink(
            id=row.id,
            made_by=accounts.value(account),
            by_clinician=row.by_clinician,
            with_notes=row.with_notes,
            expires_at=row.expires_at,
        )
        for row, account in tx.execute(query.order_by(ConsentLinkRow.id))
    ]


def _open(now: datetime) -> tuple[ColumnElement[bool], ...]:
    row = ConsentLinkRow
    return row.used_at.is_(None), row.revoked_at.is_(None), row.expires_at > now
