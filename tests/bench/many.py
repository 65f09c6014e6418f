"""A database of as many accounts as one likes: a year is lived once, and copied row by row."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import text

from tests.bench.people import ONE_DAY, entries_of, facts
from tracker.progression.diary import CheckIn
from tracker.services import tokens
from tracker.services.diary import days, entries
from tracker.services.injury import episodes
from tracker.storage.database import Database
from tracker.storage.schema import migrate
from tracker.storage.tables import METADATA
from tracker.storage.tables.access import AccountRow, SignInRow
from tracker.storage.tables.audit import ChangeRow, DecisionShownRow
from tracker.storage.tables.diary import CheckInRow, DailyStandingRow, EpisodeRow, SessionRow
from tracker.storage.transfer.move import count_on

if TYPE_CHECKING:
    from tracker.storage.database import Transaction
    from tracker.storage.places import Place

YEAR = 365
_OF_A_YEAR = (CheckInRow, SessionRow, DailyStandingRow, DecisionShownRow, ChangeRow)


def token_of(number: int) -> str:
    """What the browser of an account holds; the first is 1."""
    return f"the browser of {number}"


def fill(place: Place, accounts: int) -> None:
    """Make a database and put so many accounts of a year into it, all alike."""
    migrate(place)
    with closing(Database(place)) as database:
        _live(database)
        with database.writing() as tx:
            _copy(tx, accounts)
            count_on(tx)


def _live(database: Database) -> None:
    """A year of one account, day after day, as the pages do it: what was shown is on record too."""
    now = datetime.now(UTC)
    onset = now.date() - YEAR * ONE_DAY
    with database.writing() as tx:
        tx.add(AccountRow(name="Runner 1", name_key="runner 1", passphrase_hash="", created_at=now))
    whose = (database, 1)
    begun = datetime.combine(onset, time(6), UTC)
    episode = episodes.open_episode(*whose, facts(onset), (), today=onset, now=begun)
    for entry in entries_of(onset, YEAR):
        at = datetime.combine(entry.date, time(8), UTC)
        if isinstance(entry, CheckIn):
            entries.save_check_in(*whose, episode, entry, today=entry.date, now=at)
        else:
            entries.save_session(*whose, episode, entry, today=entry.date, now=at)
        days.today(*whose, episode, today=entry.date, now=at)
    with database.writing(1) as tx:
        tx.add(_sign_in(1, now))


def _sign_in(number: int, now: datetime) -> SignInRow:
    hashed = tokens.digest(token_of(number))
    return SignInRow(account_id=number, token_hash=hashed, created_at=now, last_seen_at=now)


_NUMBERS = (
    "WITH RECURSIVE numbers(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < :last)"
)


def _copy(tx: Transaction, accounts: int) -> None:
    """Accounts 2, 3, ... as the first; their ids are those of their episodes."""
    if accounts < 2:
        return
    named = {"id": "n", "name": "'Runner ' || n", "name_key": "'runner ' || n"}
    _multiply(tx, AccountRow.__tablename__, "id", named, accounts)
    _multiply(tx, EpisodeRow.__tablename__, "account_id", {"id": "n", "account_id": "n"}, accounts)
    for row in _OF_A_YEAR:
        whose = {"account_id": "n", "episode_id": "n"}
        _multiply(tx, row.__tablename__, "account_id", whose, accounts)
    now = datetime.now(UTC)
    tx.add_all(_sign_in(number, now) for number in range(2, accounts + 1))
    tx.flush()


def _multiply(
    tx: Transaction, table: str, whose: str, changed: dict[str, str], accounts: int
) -> None:
    """Put in the rows of the first account again for each other, with that changed."""
    columns = [c.name for c in METADATA.tables[table].c if c.name != "id" or "id" in changed]
    into = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(changed.get(column, f'of_one."{column}"') for column in columns)
    first = f"FROM {table} AS of_one CROSS JOIN numbers WHERE of_one.{whose} = 1 ORDER BY n"
    tx.execute(
        text(f"INSERT INTO {table} ({into}) {_NUMBERS} SELECT {values} {first}"),
        {"last": accounts},
    )
