"""Whose a row is: keys, indexes and references begin with the account, and so does what is asked.

So no statement about a diary looks beyond one account, and a database that is spread over several
machines by account answers it on one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from sqlalchemy import (
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    UniqueConstraint,
    bindparam,
)
from sqlalchemy.orm import mapped_column

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause
    from sqlalchemy.sql.schema import SchemaItem

AccountId = Annotated[
    int,
    mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    ),
]
PartId = Annotated[int, mapped_column(primary_key=True, autoincrement=False)]  # by its whole's key
# A file's own key is this alone, the number by which it finds a row; on a server both are.
OwnId = Annotated[int, mapped_column(primary_key=True, autoincrement=True)]


class EpisodeKey(NamedTuple):
    """Which episode: whose, and its id."""

    account_id: int
    episode_id: int

    @property
    def asked(self) -> dict[str, int]:
        """What `of_episode` asks for."""
        return {"of_account": self.account_id, "of_episode": self.episode_id}

    @property
    def columns(self) -> dict[str, int]:
        """What stands in the columns of a row of it."""
        return self._asdict()


def of_episode(table: FromClause) -> ColumnElement[bool]:
    """Which rows of a table are an episode's, for a statement that is made once."""
    return (table.c.account_id == bindparam("of_account")) & (
        table.c.episode_id == bindparam("of_episode")
    )


def is_of(row: Any, key: EpisodeKey) -> ColumnElement[bool]:  # noqa: ANN401 - a row class
    """Which rows are an episode's."""
    its: ColumnElement[bool] = (row.account_id == key.account_id) & (
        row.episode_id == key.episode_id
    )
    return its


def own_key() -> PrimaryKeyConstraint:
    """The key of a row of an account's: the account first."""
    return PrimaryKeyConstraint("account_id", "id")


def parent_key() -> tuple[SchemaItem, ...]:
    """The key of a row that others are parts of; a file, whose key is the number, needs it said."""
    return (own_key(), UniqueConstraint("account_id", "id").ddl_if(dialect="sqlite"))


def part_of(whole: str, column: str, *indexed: str) -> tuple[SchemaItem, ...]:
    """The reference to the row of the same account that this is a part of, and an index by it."""
    reference = ForeignKeyConstraint(
        ["account_id", column], [f"{whole}.account_id", f"{whole}.id"], ondelete="CASCADE"
    )
    return (reference, Index(None, "account_id", column, *indexed))


def of_an_episode(*indexed: str) -> tuple[SchemaItem, ...]:
    """The reference to the episode of the same account, and an index by it."""
    return part_of("episodes", "episode_id", *indexed)
