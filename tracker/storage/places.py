"""Where a diary's database is: a file, or a database on a server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit, urlunsplit


@dataclass(frozen=True, slots=True)
class Server:
    """A database on a PostgreSQL server, by its address: postgresql://user@host/database."""

    url: str

    def __str__(self) -> str:
        """The address without its password and options: it is shown and logged."""
        parts = urlsplit(self.url)
        user = f"{parts.username}@" if parts.username else ""
        return urlunsplit(
            (parts.scheme, user + parts.netloc.rpartition("@")[2], parts.path, "", "")
        )

    def __repr__(self) -> str:
        return f"Server({str(self)!r})"


class NoFile(TypeError):
    """The file of a diary was asked for that is on a server."""


Place: TypeAlias = Path | Server
