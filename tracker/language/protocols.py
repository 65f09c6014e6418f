"""What a protocol says of itself, in the language spoken."""

from __future__ import annotations

from tracker.translations import gettext


def of_protocol(text: str) -> str:
    """Return a title or a note of a protocol: those that come with the tracker are translated.

    A protocol of somebody's own stays as it was written.
    """
    return gettext(text)
