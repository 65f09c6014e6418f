"""Errors that more than one service raises."""

from __future__ import annotations


class NotFound(LookupError):
    """What was asked for does not exist, or belongs to another account: nobody learns which."""


class CannotUndo(ValueError):
    """The entry was changed again since, or the change was undone already."""
