"""Why a number cannot be set so, in whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.guardrails import Objection
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

_REFUSED: Mapping[Objection, str] = {
    Objection.UNKNOWN: N_("%(title)s is not a number that can be changed."),
    Objection.OUT_OF_BOUNDS: N_("%(title)s is outside the bounds of the protocol."),
    Objection.NEEDS_CLINICIAN: N_(
        "%(title)s is less cautious than before and needs the name of the clinician who set it."
    ),
    Objection.BACKDATED: N_("%(title)s is your own placement, and those are never backdated."),
}


def refused(title: str, objection: Objection) -> str:
    """Say why a number of this title cannot be set so."""
    return gettext(_REFUSED[objection], title=title)
