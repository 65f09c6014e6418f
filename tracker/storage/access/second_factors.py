"""Second factors in the database: authenticator apps, recovery codes, passkeys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, func, select, update

from tracker.storage.rows import rows_changed
from tracker.storage.tables.security import PasskeyRow, RecoveryCodeRow, TotpKeyRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tracker.storage.database import Transaction


class TotpKey(NamedTuple):
    """The sealed key of an authenticator app, and the latest step whose code was taken."""

    sealed: str
    last_step: int
    since: datetime


def has_any(tx: Transaction, account_id: int) -> bool:
    """Whether an account is asked for more than its passphrase."""
    passkey = select(PasskeyRow.id).where(PasskeyRow.account_id == account_id).limit(1)
    return tx.get(TotpKeyRow, account_id) is not None or tx.scalar(passkey) is not None


def totp_key(tx: Transaction, account_id: int) -> TotpKey | None:
    """The authenticator app of an account, if it has one."""
    row = tx.get(TotpKeyRow, account_id)
    return None if row is None else TotpKey(row.sealed, row.last_step, row.since)


def put_totp_key(tx: Transaction, account_id: int, key: TotpKey) -> None:
    """Store an account's authenticator app in place of an earlier one."""
    remove_totp_key(tx, account_id)
    tx.add(
        TotpKeyRow(
            account_id=account_id, sealed=key.sealed, last_step=key.last_step, since=key.since
        )
    )


def take_step(tx: Transaction, account_id: int, step: int) -> bool:
    """Note that the code of a step was taken; False if it, or a later one, was before."""
    later = (TotpKeyRow.account_id == account_id) & (TotpKeyRow.last_step < step)
    return bool(rows_changed(tx.execute(update(TotpKeyRow).where(later).values(last_step=step))))


def remove_totp_key(tx: Transaction, account_id: int) -> None:
    """Forget an account's authenticator app."""
    tx.execute(delete(TotpKeyRow).where(TotpKeyRow.account_id == account_id))


def put_recovery_codes(tx: Transaction, account_id: int, hashes: Iterable[str]) -> None:
    """Store the codes of an account in place of all earlier ones."""
    remove_recovery_codes(tx, account_id)
    tx.add_all(RecoveryCodeRow(account_id=account_id, code_hash=it) for it in hashes)


def remove_recovery_codes(tx: Transaction, account_id: int) -> None:
    """Forget the codes of an account."""
    tx.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.account_id == account_id))


def unused_recovery_codes(tx: Transaction, account_id: int) -> int:
    """How many codes of an account are still good."""
    row = RecoveryCodeRow
    unused = (row.account_id == account_id) & row.used_at.is_(None)
    return tx.scalar(select(func.count()).select_from(row).where(unused)) or 0


def use_recovery_code(tx: Transaction, account_id: int, code_hash: str, now: datetime) -> bool:
    """Use up a code of an account; False if it is none that is still good."""
    row = RecoveryCodeRow
    good = (row.account_id == account_id) & (row.code_hash == code_hash) & row.used_at.is_(None)
    return bool(rows_changed(tx.execute(update(row).where(good).values(used_at=now))))
