"""The cells of a protocol document, each read as what it must be; every fault collected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.progression.episode import Site
from tracker.progression.protocol import Grade, Origin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.progression.protocol import RehabProtocol

BASED_ON = "based-on"  # the key that names what a brief document is laid over


class Cells:
    """A parsed document, read cell by cell.

    A faulty cell is noted under its key and stands in as something harmless, so that one
    reading finds every fault. A variant is held to `reference`; it `is_brief` where it holds
    only what it changes.
    """

    def __init__(
        self,
        document: Mapping[str, Any],
        reference: RehabProtocol | None,
        faults: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.document = document
        self.reference = reference
        self.is_brief = BASED_ON in document
        self.faults = list(faults)

    def fault(self, key: str, what: str) -> None:
        """Note what is wrong with the cell of a key, once."""
        if (key, what) not in self.faults:
            self.faults.append((key, what))

    def is_faulty(self, at: str) -> bool:
        """Whether a fault of a cell, or of one within it, is noted."""
        return any(key == at or key.startswith(f"{at}.") for key, _ in self.faults)

    def tables(self, key: str) -> dict[str, Mapping[str, Any]]:
        """The sub-tables of a table, by name."""
        by_name = self.document.get(key)
        if not isinstance(by_name, dict):
            self.fault(key, "is missing")
            return {}
        for name, table in by_name.items():
            if not isinstance(table, dict):
                self.fault(f"{key}.{name}", "must be a table")
        return {name: table for name, table in by_name.items() if isinstance(table, dict)}

    def text(self, table: Mapping[str, Any], key: str, at: str) -> str:
        """Some text, not empty."""
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            self.fault(f"{at}.{key}".lstrip("."), f"must be some text, not {value!r}")
            return ""
        return value

    def whole(self, table: Mapping[str, Any], key: str, at: str) -> int:
        """A whole number."""
        value = table.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            self.fault(f"{at}.{key}", f"must be a whole number, not {value!r}")
            return 0
        return value

    def half_minutes(self, table: Mapping[str, Any], key: str, at: str) -> float | None:
        """A number of minutes, whole or half; None once its fault is noted."""
        value = table.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool) and value * 2 % 1 == 0:
            return value
        self.fault(f"{at}.{key}", f"must be minutes, whole or half (2 or 2.5), not {value!r}")
        return None

    def words(self, table: Mapping[str, Any], key: str, at: str) -> str:
        """Some text, which may be empty or missing."""
        value = table.get(key, "")
        if isinstance(value, str):
            return value
        self.fault(f"{at}.{key}", f"must be some text, not {value!r}")
        return ""

    def names(self, table: Mapping[str, Any], key: str, at: str) -> tuple[str, ...]:
        """A list of names; none if it is missing."""
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.fault(f"{at}.{key}", f"must be a list of names, not {value!r}")
            return ()
        return tuple(value)

    def origin(self, table: Mapping[str, Any], at: str) -> Origin:
        """One of the three origins."""
        try:
            return Origin(table.get("origin", ""))
        except ValueError:
            words = ", ".join(Origin)
            self.fault(f"{at}.origin", f"must be one of {words}, not {table.get('origin')!r}")
            return Origin.DEFAULT

    def grade(self, table: Mapping[str, Any], at: str, origin: Origin) -> Grade:
        """One of the grades; `default` exactly where the origin is."""
        try:
            grade = Grade(table.get("grade", ""))
        except ValueError:
            words = ", ".join(Grade)
            self.fault(f"{at}.grade", f"must be one of {words}, not {table.get('grade')!r}")
            return Grade.DEFAULT
        if not self.is_faulty(f"{at}.origin") and (grade is Grade.DEFAULT) is not (
            origin is Origin.DEFAULT
        ):
            self.fault(f"{at}.grade", 'must be "default" exactly where the origin is')
        return grade

    def bounds(self, table: Mapping[str, Any], at: str) -> tuple[int, int]:
        """The lowest and the highest value."""
        value = table.get("bounds")
        if (
            isinstance(value, list)
            and [type(v) for v in value] == [int, int]
            and value[0] <= value[1]
        ):
            return value[0], value[1]
        self.fault(f"{at}.bounds", f"must be the lowest and the highest value, not {value!r}")
        return 0, 0

    def site_highest(self, table: Mapping[str, Any], at: str) -> dict[str, int]:
        """The highest value at sites where it is another than elsewhere."""
        value = table.get("site_highest", {})
        known = isinstance(value, dict) and set(value) <= set(Site)
        if known and all(isinstance(v, int) and not isinstance(v, bool) for v in value.values()):
            return dict(value)
        self.fault(f"{at}.site_highest", f"must be whole numbers by site, not {value!r}")
        return {}

    def looser(self, table: Mapping[str, Any], at: str) -> str:
        """The direction in which a number becomes less cautious."""
        value = table.get("looser")
        if value not in {"higher", "lower"}:
            self.fault(f"{at}.looser", f"must be higher or lower, not {value!r}")
        return str(value)

    def tunable(self, table: Mapping[str, Any], at: str) -> bool:
        """Whether a number may be changed for one episode."""
        value = table.get("tunable", False)
        if not isinstance(value, bool):
            self.fault(f"{at}.tunable", f"must be true or false, not {value!r}")
        return value is True

    def is_table(self, at: str, table: object) -> bool:
        """Whether a cell is a table."""
        if isinstance(table, dict):
            return True
        self.fault(at, "must be a table")
        return False
