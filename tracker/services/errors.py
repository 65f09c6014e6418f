"""Errors that more than one service raises."""

from __future__ import annotations


class NotFound(LookupError):
    """What was asked for does not exist, or belongs to another account: nobody learns which."""


class ReasonNeeded(ValueError):
    """Warning signs are taken back, by their ids, and it was not said why.

    `uid` is the check-in that holds them; empty for answers from the start.
    """

    def __init__(self, signs: tuple[str, ...], uid: str = "") -> None:
        self.signs, self.uid = signs, uid
        super().__init__(f"say why these signs are taken back: {', '.join(signs)}")


class CannotUndo(ValueError):
    """The entry was changed again since, or the change was undone already."""
