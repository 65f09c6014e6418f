"""Reads every statement that is sent to a database: does it keep to one account?

A statement does where each table of an account's that it looks at, or writes to, is bound to an
account: by a value, or by another table that is. What may look across accounts is listed in
`tests/across_accounts.py`, by the function that asks.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlglot
from sqlalchemy import Engine, event
from sqlglot import exp

from tests.across_accounts import ACROSS
from tracker.storage.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_ROOT = Path(__file__).parent.parent
_OURS = str(_ROOT / "tracker" / "storage")
_NOT_ASKED_BY_US = (str(_ROOT / "tests"), str(_ROOT / "migrations"))
_WORTH_READING = re.compile(r"\s*(WITH|SELECT|INSERT|UPDATE|DELETE)\b")
_LOOKED_AT = (exp.Select, exp.Update, exp.Delete, exp.Insert)

WHOSE = {  # by which column of a table a row is an account's
    table.name: "id" if table.name == "accounts" else "account_id"
    for table in METADATA.sorted_tables
    if table.name == "accounts" or "account_id" in table.c
}


class Reading:
    """What has been read: statements of ours, the tables in them, and those that crossed."""

    def __init__(self) -> None:
        self.crossed: list[str] = []
        self.tables: set[str] = set()
        self.allowed: set[str] = set()

    def look(self, _: object, __: object, statement: str, *___: object) -> None:
        """Read a statement before it is sent."""
        if not _WORTH_READING.match(statement):
            return
        tables, beyond = read(statement)
        if not beyond and tables <= self.tables:  # nothing new: who asks need not be looked for
            return
        if (asking := _asking()) is None:
            return
        self.tables |= tables
        if beyond and asking in ACROSS:
            self.allowed.add(asking)
        elif beyond:
            self.crossed.append(f"{asking} does not say whose rows of {beyond}: {statement}")

    def begin(self) -> None:
        """Read from now on, whatever database of this process it is sent to."""
        event.listen(Engine, "before_cursor_execute", self.look)


READING = Reading()


@lru_cache(maxsize=10_000)
def read(statement: str) -> tuple[frozenset[str], str]:
    """The tables of accounts in a statement, and of which of them it does not say whose rows.

    The names of the latter are joined; none says nothing.
    """
    tree = sqlglot.parse_one(statement, dialect=_dialect_of(statement))
    if not isinstance(tree, (*_LOOKED_AT, exp.SetOperation)):
        return frozenset(), ""
    tables = frozenset(t.name for t in tree.find_all(exp.Table) if t.name in WHOSE)
    beyond = sorted({name for part in tree.find_all(*_LOOKED_AT) for name in _unbound(part)})
    return tables, ", ".join(beyond)


def _dialect_of(statement: str) -> str:
    """SQLAlchemy writes a value that is given as `?` for a file and as `%(name)s` for a server."""
    return "postgres" if "%(" in statement else "sqlite"


def _unbound(part: exp.Expr) -> Iterator[str]:
    """The tables of one SELECT, UPDATE, DELETE or INSERT that nothing binds to an account."""
    if isinstance(part, exp.Insert):
        yield from _of_nobody(part)
        return
    own = {table.alias_or_name: table.name for table in _tables(part)}
    bound = _bound(part, own)
    for alias, name in own.items():
        if name in WHOSE and alias not in bound:
            yield name


def _of_nobody(insert: exp.Insert) -> Iterator[str]:
    """The table that rows are put into without saying whose; an account is its own."""
    columns = {column.name for column in insert.this.expressions}
    name = insert.this.find(exp.Table).name
    if name in WHOSE and name != "accounts" and "account_id" not in columns:
        yield name


def _tables(part: exp.Expr) -> Iterator[exp.Table]:
    """The tables that a statement looks at itself: not those of a SELECT inside it."""
    for table in part.find_all(exp.Table):
        if table.find_ancestor(*_LOOKED_AT) is part:
            yield table


def _bound(part: exp.Expr, own: dict[str, str]) -> set[str]:
    """Which tables are bound, by their names in this statement: to a value, or to one that is."""
    bound: set[str] = set()
    pairs: list[set[str]] = []
    for condition in _conditions(part):
        sides = [condition.this]
        if isinstance(condition, exp.EQ):
            sides.append(condition.expression)
        elif not isinstance(condition, exp.In) or condition.args.get("query"):
            continue
        whose = {table for side in sides if (table := _whose(side, own))}
        if len(whose) == len(sides) == 2:
            pairs.append(whose)
        elif not any(_is_of(side, own) for side in sides if not _whose(side, own)):
            bound |= whose
    for _ in pairs:
        bound |= {table for pair in pairs if pair & bound for table in pair}
    return bound


def _is_of(side: exp.Expr, own: dict[str, str]) -> bool:
    """Whether it is a column of a table that the statement looks at itself: no value."""
    return isinstance(side, exp.Column) and side.table in own


def _conditions(part: exp.Expr) -> Iterator[exp.Expr]:
    """What must all be true: the parts of WHERE and of ON that AND holds together."""
    where = part.args.get("where")
    given = [where.this] if where else []
    given += [join.args["on"] for join in part.args.get("joins") or [] if join.args.get("on")]
    for one in given:
        yield from (it.unnest() for it in one.flatten()) if isinstance(one, exp.And) else (one,)


def _whose(side: exp.Expr, own: dict[str, str]) -> str:
    """The name of the table whose account a column says; "" for any other column or value."""
    if not isinstance(side, exp.Column):
        return ""
    alias = side.table or (next(iter(own)) if len(own) == 1 else "")
    return alias if alias in own and WHOSE.get(own[alias]) == side.name else ""


def _asking() -> str | None:
    """Which function of ours asks; None where a test does, or a step to another schema."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(_OURS):
            module = Path(file).relative_to(_OURS).with_suffix("")
            function = frame.f_code.co_qualname.partition(".<locals>")[0]
            return f"{'.'.join(module.parts)}.{function}"
        if file.startswith(_NOT_ASKED_BY_US):
            return None
        frame = frame.f_back
    return None


def examples() -> dict[str, Any]:
    """Statements, and of which tables they do not say whose rows."""
    return {
        "SELECT c.pain FROM check_ins AS c WHERE c.account_id = ? AND c.episode_id = ?": "",
        "SELECT pain FROM check_ins WHERE check_ins.episode_id = ?": "check_ins",
        "SELECT pain FROM check_ins WHERE account_id = ? OR episode_id = ?": "check_ins",
        "SELECT 1 FROM sessions JOIN episodes ON episodes.account_id = sessions.account_id"
        " WHERE episodes.account_id = ?": "",
        "SELECT 1 FROM sessions JOIN episodes ON episodes.id = sessions.episode_id"
        " WHERE episodes.account_id = ?": "sessions",
        "SELECT 1 FROM imports WHERE imports.account_id = ? AND imports.id IN"
        " (SELECT import_id FROM import_items WHERE import_items.episode_id = ?)": "import_items",
        "SELECT name FROM accounts WHERE accounts.name_key = ?": "accounts",
        "SELECT name FROM accounts WHERE accounts.id = ?": "",
        "UPDATE changes SET undone_at=? WHERE changes.id = ?": "changes",
        "UPDATE changes SET undone_at=%(a)s WHERE changes.account_id = %(b)s": "",
        "DELETE FROM visits": "visits",
        "INSERT INTO visits (account_id, by) VALUES (?, ?)": "",
        "INSERT INTO visits (by) VALUES (?)": "visits",
        "SELECT value FROM shared_secrets": "",
    }
