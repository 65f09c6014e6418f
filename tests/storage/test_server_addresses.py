"""The address of a database on a server: what is shown of it, and what cannot be read."""

from __future__ import annotations

import pytest

from tests.postgresql import needs_server
from tracker.storage.database import Database
from tracker.storage.errors import StorageError
from tracker.storage.places import Server


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("postgresql://ada:top-secret@db.example.org:5432/diary", "ada@db.example.org:5432/diary"),
        ("postgresql://ada:top-secret@one:5432,two:5433/diary", "ada@one:5432,two:5433/diary"),
        ("postgresql://ada:top-secret@[::1]:5432/diary", "ada@[::1]:5432/diary"),
        ("postgresql://db.example.org/diary?user=ada&password=top-secret", "db.example.org/diary"),
        ("postgresql:///diary", "/diary"),
        ("postgresql://ada@/diary?host=%2Frun", "ada@/diary"),
        # Mistyped, where what is a sign in a password was written as it is.
        ("postgresql://ada:top/secret@db.example.org/diary", "ada@db.example.org/diary"),
        ("postgresql://ada:top@secret@db.example.org/diary", "ada@db.example.org/diary"),
        ("postgresql://ada:top?secret@db.example.org/diary", "ada"),
        ("postgresql://ada:top#secret@db.example.org/diary", "ada@db.example.org/diary"),
        ("postgresql://ada:top-secret@[::1/diary", "ada@[::1/diary"),
        ("postgresql://db.example.org/diary?password=top@secret", "db.example.org/diary"),
    ],
)
def test_an_address_is_shown_without_its_password(url: str, written: str) -> None:
    assert str(Server(url)) == f"postgresql://{written}"
    assert "top" not in repr(Server(url))


@needs_server  # and so the driver
@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ada:top-secret@[::1/diary",
        "postgresql://ada:top-secret@db.example.org/diary?hots=two",
        "postgresql://ada:top%secret@db.example.org/diary",
    ],
)
def test_an_address_that_cannot_be_read_is_told_without_its_password(url: str) -> None:
    with pytest.raises(StorageError, match="address cannot be read: give one that psql") as caught:
        Database(Server(url))
    assert "top" not in str(caught.value)
