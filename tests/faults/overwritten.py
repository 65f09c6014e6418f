"""Ways in which a diary's file can be overwritten, as by a failing disk."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def all_of_it(file: Path) -> None:
    """Overwrite what lies behind the first page, as a failing disk might."""
    _overwrite(file, 4096, file.stat().st_size)


def one_page(file: Path) -> None:
    """Overwrite one page of a table that nobody looks at when the tracker starts."""
    with closing(sqlite3.connect(file)) as db:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'decisions_shown'"
        (page,) = db.execute(query).fetchone()
    _overwrite(file, 4096 * (page - 1), 4096 * page)


def its_own_words(file: Path) -> None:
    """Overwrite SQLite's own words of a table, so that what it says of it is no text."""
    content = file.read_bytes()
    file.write_bytes(
        content.replace(
            b'CREATE TABLE "sessions"',
            b"CREATE \xd6\xff\xd6\xff\xd6\xff\xd6\xff\xd6\xff\xd6\xff\xd6\xff\xd6\xff",
        )
    )


def a_column(file: Path) -> None:
    """Overwrite the name of a column in SQLite's own words of a table, which stay words."""
    content = file.read_bytes()
    file.write_bytes(content.replace(b"shown_at DATETIME", b"shown_xx DATETIME"))


def a_cell(file: Path) -> None:
    """Overwrite stored text that is read when the tracker starts, so that it is no text."""
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("UPDATE daily_standings SET protocol_digest = CAST(x'd6ffd6' AS TEXT)")


def a_day(file: Path) -> None:
    """Overwrite a date so that it is none, which is read when a day is decided anew."""
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("UPDATE daily_standings SET engine = 0")
        (onset,) = db.execute("SELECT onset FROM episodes").fetchone()
    file.write_bytes(file.read_bytes().replace(onset.encode(), b"2026-0?-01"))


def no_database(file: Path) -> None:
    file.write_text("my diary, by hand\n" * 1000)


def _overwrite(file: Path, first: int, after: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(first)
        opened.write(os.urandom(after - first))
