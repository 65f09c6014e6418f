"""Pages for administrators: for everyone else there is no such page."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from tracker.services.access import administrators
from tracker.translations import N_
from tracker.web.access.role_first import role_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

_P = ParamSpec("_P")
_NEEDED = N_("Add a second factor first: administrators here need one.")


def administrator_required(
    view: Callable[_P, ResponseReturnValue],
) -> Callable[_P, ResponseReturnValue]:
    """Let administrators in alone, and only with a second factor where one is demanded of them."""

    @wraps(view)
    def checked(*args: _P.args, **kwargs: _P.kwargs) -> ResponseReturnValue:
        return role_first(administrators.is_one, _NEEDED) or view(*args, **kwargs)

    return checked
