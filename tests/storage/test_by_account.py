"""A diary can be spread over machines by account: keys begin with it, statements keep to one."""

from __future__ import annotations

from functools import reduce
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import PrimaryKeyConstraint, UniqueConstraint

from tests.across_accounts import ACROSS, NOBODYS, TO_ANOTHER, UNIQUE_FOR_ALL
from tests.statements_read import WHOSE, examples, read
from tracker.storage import every_value
from tracker.storage.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

TABLES = METADATA.sorted_tables


@pytest.mark.parametrize(("statement", "beyond"), examples().items())
def test_a_statement_is_read(statement: str, beyond: str) -> None:
    assert read(statement)[1] == beyond


def test_every_table_says_whose_its_rows_are() -> None:
    assert {table.name for table in TABLES} - WHOSE.keys() == NOBODYS
    for table in TABLES:
        if "account_id" in table.c and table.name != "security_events":
            assert not table.c.account_id.nullable, table.name


def test_what_cannot_be_read_by_account_is_nobodys_or_of_the_door() -> None:
    rest = {table.name for table in every_value.OF_NO_ACCOUNT}
    assert rest == NOBODYS | {"accounts", "security_events"}


def _unique(table: Table) -> Iterator[tuple[str, str]]:
    """The name of each key of a table, and its first column."""
    for key in table.constraints:
        if isinstance(key, PrimaryKeyConstraint | UniqueConstraint):
            yield str(key.name), next(iter(key.columns)).name
    for index in table.indexes:
        if index.unique:
            yield str(index.name), next(iter(index.columns)).name


def test_every_key_begins_with_the_account() -> None:
    others = {
        name
        for table in TABLES
        if table.name not in NOBODYS
        for name, first in _unique(table)
        if first != WHOSE[table.name]
    }
    assert others == UNIQUE_FOR_ALL


def test_no_reference_leads_from_one_account_to_another() -> None:
    others = set()
    for table in TABLES:
        for reference in table.foreign_key_constraints:
            first = reference.elements[0]
            if (first.parent.name, first.column.name) not in {
                ("account_id", "id"),
                ("account_id", "account_id"),
            }:
                others.add(str(reference.name))
    assert others == TO_ANOTHER


@pytest.mark.parametrize("name", ACROSS)
def test_what_may_look_across_accounts_is_there(name: str) -> None:
    module, _, inside = name.partition(".")
    path = ["tracker.storage", module]
    while not callable(getattr(import_module(".".join(path)), inside.partition(".")[0], None)):
        further, _, inside = inside.partition(".")
        path.append(further)
    assert callable(reduce(getattr, inside.split("."), import_module(".".join(path))))
