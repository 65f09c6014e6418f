"""How SQLite stores what it has no type for."""

from sqlalchemy import Time
from sqlalchemy.dialects import sqlite

# Stored as HH:MM:SS: no microseconds where nobody measures them.
CLOCK_TIME = Time().with_variant(
    sqlite.TIME(storage_format="%(hour)02d:%(minute)02d:%(second)02d"),  # type: ignore[no-untyped-call]
    "sqlite",
)
