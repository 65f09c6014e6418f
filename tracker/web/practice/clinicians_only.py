"""Pages for clinicians: for everyone else there is no such page."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from tracker.services.access import clinicians
from tracker.translations import N_
from tracker.web.access.role_first import role_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

_P = ParamSpec("_P")
_NEEDED = N_("Add a second factor first: clinicians here need one.")


def clinician_required(
    view: Callable[_P, ResponseReturnValue],
) -> Callable[_P, ResponseReturnValue]:
    """Let clinicians in alone, and only with a second factor where one is demanded of them."""

    @wraps(view)
    def checked(*args: _P.args, **kwargs: _P.kwargs) -> ResponseReturnValue:
        return clinician_first() or view(*args, **kwargs)

    return checked


def clinician_first() -> ResponseReturnValue | None:
    """Return the way to what a clinician lacks. Raises NotFound for who is none."""
    return role_first(clinicians.is_one, _NEEDED)
