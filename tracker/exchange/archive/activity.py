"""What an archive tells of, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.progression.diary import Kind


class Place(NamedTuple):
    """Where a recording lies: in which file of the archive, and in which one of that, if a ZIP.

    Names are looked up among those that are there; none is ever used as a path.
    """

    file: str
    inside: str = ""

    def __str__(self) -> str:
        """Return the names as a reader knows them."""
        return " / ".join(name for name in self if name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """Something that was done, as far as the archive says it outside of its recording.

    `start` is aware, in UTC where no other zone is said. `seconds` are without pauses where the
    archive knows them; `metres` is None where it does not say. `id` is the same each time.
    """

    id: str
    kind: Kind
    start: datetime
    seconds: int
    metres: int | None = None
    source: str
    recording: Place | None = None


class Unreadable(NamedTuple):
    """A file or a line that cannot be used, and why. The rest goes on."""

    name: str
    what: str


class Step(NamedTuple):
    """So many parts of so many are done. `number` is where to go on; None for nowhere."""

    done: int
    of: int
    number: int | None = None


Piece: TypeAlias = Activity | Unreadable | Step
