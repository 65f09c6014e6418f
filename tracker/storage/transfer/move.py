"""Every row of one database into another, empty one; and whether both hold the same."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, tuple_, update

from tracker.storage.tables import METADATA
from tracker.storage.tables.diary import EpisodeRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Row, Table

    from tracker.storage.database import Transaction

_AT_ONCE = 500
_EPISODES = EpisodeRow.__table__
_FOLLOWS = "follows_episode_id"


def copy_rows(source: Transaction, target: Transaction) -> int:
    """Copy every row, parents before children; return how many there are.

    The database's own rules hold for each of them: whatever it refuses is raised.
    """
    number = 0
    for table in METADATA.sorted_tables:
        for rows in _in_parts(source, table):
            values = [dict(row._mapping) for row in rows]  # noqa: SLF001 - public all the same
            if table is _EPISODES:  # one may follow another that comes later
                values = [value | {_FOLLOWS: None} for value in values]
            target.connection().execute(insert(table), values)
            number += len(values)
    _link_episodes(source, target)
    count_on(target)
    return number


def differences(source: Transaction, target: Transaction) -> list[str]:
    """Which tables are not the same in both, row by row and value by value, in sentences."""
    return [
        f"The rows of {table.name} are not the same."
        for table in METADATA.sorted_tables
        if not _are_same(source, target, table)
    ]


def _are_same(source: Transaction, target: Transaction, table: Table) -> bool:
    parts = zip_longest(_in_parts(source, table), _in_parts(target, table), fillvalue=())
    return all(list(map(tuple, ours)) == list(map(tuple, theirs)) for ours, theirs in parts)


def _in_parts(tx: Transaction, table: Table) -> Iterator[Sequence[Row[Any]]]:
    """The rows of a table by its key, some at a time, none of them looked for twice."""
    key = list(table.primary_key.columns)
    rows = select(table).order_by(*key)
    following = rows
    while part := tx.execute(following.limit(_AT_ONCE)).all():
        yield part
        last = tuple(part[-1]._mapping[column] for column in key)  # noqa: SLF001 - as above
        following = rows.where(tuple_(*key) > last)


def _link_episodes(source: Transaction, target: Transaction) -> None:
    columns = _EPISODES.c
    query = select(columns.id, columns[_FOLLOWS]).where(columns[_FOLLOWS].is_not(None))
    for episode_id, follows in source.execute(query):
        its_own = update(EpisodeRow).where(EpisodeRow.id == episode_id)
        target.execute(its_own.values({_FOLLOWS: follows}))


def count_on(target: Transaction) -> None:
    """Let a server's ids go on after those that were copied; a file looks for the last one."""
    if target.connection().dialect.name != "postgresql":
        return
    for table in METADATA.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            following = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
            target.execute(select(func.setval(sequence, following, False)))  # noqa: FBT003 - SQL's own
