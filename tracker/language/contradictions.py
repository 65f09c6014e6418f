"""What answers do not fit, in the language spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.translations import gettext

if TYPE_CHECKING:
    from tracker.progression.contradictions import Contradiction


def not_fitting(it: Contradiction) -> str:
    """Return what does not fit: the end of a sentence, or whole ones."""
    return gettext(it.text, **it.values)
