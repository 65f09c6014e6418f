"""Pages for administrators: for everyone else there is no such page."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from flask import flash, redirect, url_for

from tracker.services.access import administrators, second_factor
from tracker.services.errors import NotFound
from tracker.web import database
from tracker.web.access.second_factor import is_demanded
from tracker.web.kit import identity

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

_P = ParamSpec("_P")


def administrator_required(
    view: Callable[_P, ResponseReturnValue],
) -> Callable[_P, ResponseReturnValue]:
    """Let administrators in alone, and only with a second factor where one is demanded of them."""

    @wraps(view)
    def checked(*args: _P.args, **kwargs: _P.kwargs) -> ResponseReturnValue:
        return identity.sign_in_first() or _second_factor_first() or view(*args, **kwargs)

    return checked


def _second_factor_first() -> ResponseReturnValue | None:
    me = identity.own_account().id
    if not administrators.is_one(database(), me):
        raise NotFound(me)
    if is_demanded(me) and not second_factor.is_asked_for(database(), me):
        flash("Add a second factor first: administrators here need one.")
        return redirect(url_for("second_factor.show"), 303)
    return None
