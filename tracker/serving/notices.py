"""What a server under attack writes down: one line a minute for each kind of trouble."""

from __future__ import annotations

import logging
from collections import Counter
from time import monotonic

_SECONDS = 60.0
_LOG = logging.getLogger("tracker.serving")


class Notices:
    """Counts what happens too often to be told each time."""

    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()
        self._logged: dict[str, float] = {}

    def note(self, event: str) -> None:
        """Count an event; log it with its number, the first at once, then at most once a minute."""
        self._counted[event] += 1
        now = monotonic()
        if now - self._logged.get(event, -_SECONDS) >= _SECONDS:
            self._logged[event] = now
            _LOG.warning(event, extra={"facts": {"times": self._counted.pop(event)}})
