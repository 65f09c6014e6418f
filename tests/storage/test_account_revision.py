"""An account's revision is another after each write to what is theirs, and after nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.storage.rows import an_account
from tracker.storage.access import accounts
from tracker.storage.words import Unit

if TYPE_CHECKING:
    from tracker.storage.database import Database

ADA, BOB = 1, 2


@pytest.fixture
def two(database: Database) -> Database:
    with database.writing() as tx:
        tx.add_all([an_account("Ada"), an_account("Bob")])
    return database


def _of(database: Database) -> list[int | None]:
    return [database.revision_of(account_id) for account_id in (ADA, BOB)]


def test_who_writes_to_an_account_changes_its_revision_alone(two: Database) -> None:
    ada, bob = _of(two)
    assert ada != bob
    with two.writing(ADA) as tx:
        accounts.set_unit(tx, ADA, Unit.MI)
    again = _of(two)
    assert again[0] != ada
    assert again[1] == bob


def test_who_names_nothing_changes_all_and_what_is_nobodys_changes_none(two: Database) -> None:
    ada, bob = _of(two)
    with two.writing(keys=["the door"]):
        pass
    with two.reading() as tx:
        accounts.every(tx)
    assert _of(two) == [ada, bob]
    with two.writing():
        pass
    assert not {ada, bob} & set(_of(two))


def _write_and_raise(database: Database) -> None:
    with database.writing(ADA):
        raise RuntimeError("halfway")


def test_what_is_undone_leaves_the_revision_as_it_was(two: Database) -> None:
    before = _of(two)
    with pytest.raises(RuntimeError, match="halfway"):
        _write_and_raise(two)
    assert _of(two) == before


def test_who_takes_over_the_id_of_a_deleted_account_does_not_take_over_its_revision(
    database: Database,
) -> None:
    seen = set()
    for name in ("Ada", "Bob"):
        with database.writing(keys=["accounts"]) as tx:
            row = an_account(name)
            row.id = ADA
            tx.add(row)
        seen.add(database.revision_of(ADA))
        with database.writing(ADA) as tx:
            accounts.delete(tx, ADA)
    assert len(seen) == 2
    assert None not in seen
    assert database.revision_of(ADA) is None
