"""Where a diary's database is: a file, or a database on a server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Server:
    """A database on a PostgreSQL server, by its address: postgresql://user@host/database."""

    url: str

    def __str__(self) -> str:
        """The address without its password and options, however it is mistyped: it is logged."""
        scheme, between, rest = self.url.partition("://")
        location, _, options = rest.partition("?")
        if "@" in options and "@" not in location:  # maybe all of it is a password, up to there
            return scheme + between + location.partition(":")[0]
        user, at, where = location.rpartition("@")
        return scheme + between + user.partition(":")[0] + at + where

    def __repr__(self) -> str:
        return f"Server({str(self)!r})"


class NoFile(TypeError):
    """The file of a diary was asked for that is on a server."""


Place: TypeAlias = Path | Server
