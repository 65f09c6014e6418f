"""What lies beside a copy and says what it was when it was made: its digest, its rows."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from tracker.storage.errors import StorageError
from tracker.storage.sqlite import files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_ENDING = ".seal.json"


@dataclass(frozen=True, slots=True)
class Seal:
    """The SHA-256 of a copy as it lies there, and how many rows each of its tables has.

    An encrypted copy names no rows: their numbers would tell of the diary.
    """

    sha256: str
    rows: Mapping[str, int] = field(default_factory=dict)


def path_of(copy: Path) -> Path:
    """Where the seal of a copy lies."""
    return copy.with_name(f"{copy.name}{_ENDING}")


def of_database(file: Path) -> Seal:
    """The seal of a database that nobody writes to. Raises StorageError, OSError."""
    with files.looking(file) as db:
        return Seal(digest(file), files.row_counts(db))


def digest(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal. Raises OSError."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def write(copy: Path, seal: Seal) -> None:
    """Lay a seal beside a copy, for its owner alone. Raises OSError."""
    path = path_of(copy)
    path.touch(mode=0o600)
    path.write_text(json.dumps(asdict(seal), indent=1) + "\n", "utf-8")


def beside(copy: Path) -> Seal | None:
    """The seal that lies beside a copy, if there is one. Raises StorageError for one unreadable."""
    try:
        read = json.loads(path_of(copy).read_bytes())
        return Seal(str(read["sha256"]), {str(t): int(n) for t, n in read["rows"].items()})
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, LookupError, AttributeError, OSError) as error:
        what = f"its seal, {path_of(copy).name}, is unreadable"
        raise StorageError(what) from error


def faults(copy: Path) -> list[str]:
    """How a copy differs from what its seal says it was, in sentences. Raises StorageError."""
    seal = beside(copy)
    if seal is None or seal.sha256 == digest(copy):
        return []
    lines = ["It is not what was copied: its SHA-256 is another than its seal says."]
    if seal.rows:
        with files.looking(copy) as db:
            rows = files.row_counts(db)
        lines += [
            f"When it was copied, {table} had {number} rows; now it has {rows.get(table, 0)}."
            for table, number in seal.rows.items()
            if rows.get(table, 0) != number
        ]
    return lines
