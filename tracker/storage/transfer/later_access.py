"""What a restored copy takes over from the diary that it replaces: roles, factors, consents, log.

A role or an app that was taken away is not to come back, and nobody is to lose one, by a restore.
Reminders too: what was turned off stays off, and what was sent is not sent again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, delete, insert, select

from tracker.storage.access.roles import administrators
from tracker.storage.tables.practice import ClinicianRow, ConsentRow
from tracker.storage.tables.reminders import (
    ReminderChannelRow,
    ReminderHoursRow,
    ReminderMessageRow,
)
from tracker.storage.tables.security import (
    AdministratorRow,
    PasskeyRow,
    RecoveryCodeRow,
    SecurityEventRow,
    TotpKeyRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tracker.storage.database import Transaction

_SECOND_FACTORS = (TotpKeyRow, RecoveryCodeRow, PasskeyRow)
_REMINDERS = (ReminderHoursRow, ReminderChannelRow, ReminderMessageRow)
_WHOSE = ("account_id", "by_account_id")


def take_over(tx: Transaction, later: Transaction, in_both: Collection[int]) -> None:
    """Make these of a copy as they are later, for the accounts that are in both.

    Who had been deleted loses the role, unless nobody would be left with it.
    """
    if administrators.ids(later) & set(in_both):
        _replace(tx, later, _table(AdministratorRow), in_both, everyone=True)
    _replace(tx, later, _table(ClinicianRow), in_both, everyone=True)
    for model in _SECOND_FACTORS:
        _replace(tx, later, _table(model), in_both)
    _take_over_consents(tx, later, in_both)
    for reminders in _REMINDERS:
        _replace(tx, later, _table(reminders), in_both, everyone=True)
    events = _table(SecurityEventRow)
    tx.execute(delete(events))
    _insert(
        tx, events, [_of_known(row, in_both) for row in later.execute(select(events)).mappings()]
    )


def _take_over_consents(tx: Transaction, later: Transaction, in_both: Collection[int]) -> None:
    """Let those go on that go on later between two who are in both: each has a say in it."""
    consents = _table(ConsentRow)
    tx.execute(delete(consents))
    both = consents.c.account_id.in_(in_both) & consents.c.clinician_id.in_(in_both)
    rows = later.execute(select(consents).where(both)).mappings()
    _insert(tx, consents, [dict(row) for row in rows])


def _replace(
    tx: Transaction,
    later: Transaction,
    table: Table,
    in_both: Collection[int],
    *,
    everyone: bool = False,
) -> None:
    mine = table.c.account_id.in_(in_both)
    tx.execute(delete(table) if everyone else delete(table).where(mine))
    rows = later.execute(select(table).where(mine)).mappings()
    # An id of its own: that of later may be another row's in the copy.
    _insert(tx, table, [{k: v for k, v in row.items() if k != "id"} for row in rows])


def _of_known(row: Mapping[Any, Any], in_both: Collection[int]) -> dict[str, Any]:
    """What is on record of somebody who is not in the copy is on record of nobody."""
    return {k: None if k in _WHOSE and v not in in_both else v for k, v in row.items()}


def _insert(tx: Transaction, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        tx.execute(insert(table), rows)


def _table(model: Any) -> Table:  # noqa: ANN401 - any of the rows above
    table: Table = model.__table__
    return table
