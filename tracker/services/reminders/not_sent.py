"""Why a message did not arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.access.origin import printable

if TYPE_CHECKING:
    from tracker.storage.words import ReminderFailure

LONGEST_SAID = 200


class NotSent(Exception):
    """A message did not arrive; `said` is what the other server said of it, if anything.

    `is_certain`: it surely did not. Else the other side had all of it and went silent: sent again,
    it might come twice.
    """

    def __init__(
        self, failure: ReminderFailure, said: str | bytes = "", *, is_certain: bool = True
    ) -> None:
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        self.failure = failure
        self.said = printable(" ".join(text.split()))[:LONGEST_SAID]
        self.is_certain = is_certain
        super().__init__(failure.value)
