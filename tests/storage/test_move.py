"""Rows are copied and compared some at a time, by their keys: none is left out or met twice."""

from __future__ import annotations

from contextlib import ExitStack, closing
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest
from sqlalchemy import func, insert, select, text

from tests.databases import fresh
from tests.storage.rows import INSTANT, an_account, an_episode
from tracker.storage.database import Database
from tracker.storage.tables import METADATA
from tracker.storage.tables.access import SignInRow
from tracker.storage.tables.diary import DailyStandingRow
from tracker.storage.transfer import move

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracker.storage.database import Transaction

RUNNERS, OF_EACH = 3, 5
ROWS = RUNNERS * (2 + 2 * OF_EACH)  # accounts, episodes, sign-ins and days


class Both(NamedTuple):
    """A diary of some runners, and the empty database that it is to be moved to."""

    source: Database
    target: Database

    def copy(self) -> int:
        with self.source.reading() as source, self.target.writing() as target:
            return move.copy_rows(source, target)

    def differences(self) -> list[str]:
        with self.source.reading() as source, self.target.reading() as target:
            return move.differences(source, target)


@pytest.fixture(params=[1, 2, OF_EACH, ROWS + 1])
def both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Both]:
    """So many rows at a time."""
    monkeypatch.setattr(move, "_AT_ONCE", request.param)
    with ExitStack() as stack:
        opened = [Database(fresh(tmp_path / f"{name}.db")) for name in ("here", "there")]
        for database in opened:
            stack.enter_context(closing(database))
        with opened[0].writing() as tx:
            _fill(tx)
        yield Both(*opened)


def _fill(tx: Transaction) -> None:
    for number in range(1, RUNNERS + 1):
        tx.add(an_account(f"Runner {number}"))
        tx.flush()
        tx.add(an_episode(account_id=number))
        tx.flush()
    for count in range(OF_EACH):  # as they come: one account's lie between others'
        for number in range(RUNNERS, 0, -1):
            tx.add(
                SignInRow(
                    account_id=number,
                    token_hash=f"{number}-{count}",
                    created_at=INSTANT,
                    last_seen_at=INSTANT,
                )
            )
            tx.flush()
            day = date(2026, 4, 1) + timedelta(days=count)
            tx.execute(insert(DailyStandingRow).values(_a_day(number, day)))


def _a_day(number: int, day: date) -> dict[str, object]:
    whose = {"account_id": number, "episode_id": number, "date": day}
    return whose | {"stage": "protect", "decision": "hold", "engine": 1, "protocol_digest": ""}


def test_every_row_is_copied_once(both: Both) -> None:
    assert both.differences() == [
        f"The rows of {name} are not the same."
        for name in ("accounts", "episodes", "sign_ins", "daily_standings")
    ]
    assert both.copy() == ROWS
    assert both.differences() == []
    with both.target.reading() as tx:
        tables = METADATA.sorted_tables
        counts = [tx.scalars(select(func.count()).select_from(it)).one() for it in tables]
    assert sum(counts) == ROWS


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM daily_standings WHERE account_id = 1 AND date = '2026-04-01'",
        f"DELETE FROM daily_standings WHERE account_id = {RUNNERS} AND date = '2026-04-05'",
        "UPDATE daily_standings SET decision = 'stop' WHERE account_id = 2 AND date = '2026-04-03'",
        "UPDATE daily_standings SET date = '2026-06-01' WHERE date = '2026-04-01'",
    ],
)
@pytest.mark.parametrize("of_source", [True, False])
def test_a_row_that_differs_or_is_gone_is_noticed(
    both: Both, change: str, *, of_source: bool
) -> None:
    both.copy()
    with (both.source if of_source else both.target).writing(keys=["days"]) as tx:
        tx.execute(text(change))
    assert both.differences() == ["The rows of daily_standings are not the same."]
