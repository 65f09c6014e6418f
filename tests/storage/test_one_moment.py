"""A request reads of one moment, in one transaction, until it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from tests.statements import statements
from tests.storage.rows import an_account
from tracker.storage import one_view
from tracker.storage.access import accounts
from tracker.storage.database import OneMoment
from tracker.storage.errors import StorageError
from tracker.storage.words import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.storage.database import Database, Transaction

ADA = 1


@pytest.fixture
def with_ada(database: Database) -> Database:
    with database.writing() as tx:
        tx.add(an_account("Ada"))
    return database


@pytest.fixture
def moment(with_ada: Database) -> Iterator[OneMoment]:
    opened = OneMoment(with_ada)
    yield opened
    opened.end()


def _unit(database: Database) -> Unit:
    with database.reading() as tx:
        (ada,) = accounts.every(tx)
    return ada.unit


def _choose(database: Database, unit: Unit) -> None:
    with database.writing(ADA) as tx:
        accounts.set_unit(tx, ADA, unit)


def test_what_others_write_is_seen_with_the_next_moment(
    with_ada: Database, moment: OneMoment
) -> None:
    assert _unit(moment) == Unit.KM
    _choose(with_ada, Unit.MI)
    assert _unit(with_ada) == Unit.MI
    assert _unit(moment) == Unit.KM
    moment.end()
    assert _unit(moment) == Unit.MI


def test_what_it_writes_itself_is_seen_at_once(moment: OneMoment) -> None:
    before = moment.revision_of(ADA)
    assert _unit(moment) == Unit.KM
    _choose(moment, Unit.MI)
    assert _unit(moment) == Unit.MI
    assert moment.revision_of(ADA) != before


def test_a_statement_that_fails_ends_the_moment_and_the_next_reads_on(moment: OneMoment) -> None:
    assert _unit(moment) == Unit.KM
    with pytest.raises(StorageError), moment.reading() as tx:
        tx.execute(text("SELECT nothing FROM nowhere"))
    assert _unit(moment) == Unit.KM


def test_nothing_is_written_by_who_reads(moment: OneMoment) -> None:
    with pytest.raises(StorageError), moment.reading() as tx:
        accounts.set_unit(tx, ADA, Unit.MI)
    assert _unit(moment) == Unit.KM


def test_what_is_asked_twice_is_read_once_and_by_who_writes_each_time(with_ada: Database) -> None:
    def count(tx: Transaction, what: str) -> object:
        return tx.scalar(text(f"SELECT count({what}) FROM accounts"))

    with statements() as read, with_ada.reading() as tx:
        answers = [one_view.once(tx, count, what) for what in ("id", "id", "name", "name")]
    assert (answers, len(read)) == ([1] * 4, 2)
    with with_ada.writing(ADA) as tx, statements() as written:
        assert [one_view.once(tx, count, "id") for _ in range(3)] == [1] * 3
    assert len(written) == 3
