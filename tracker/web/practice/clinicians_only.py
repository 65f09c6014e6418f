"""Pages for clinicians: for everyone else there is no such page."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from flask import flash, redirect, url_for

from tracker.services.access import clinicians, second_factor
from tracker.services.errors import NotFound
from tracker.web import database
from tracker.web.access.second_factor import is_demanded
from tracker.web.kit import identity

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

_P = ParamSpec("_P")


def clinician_required(
    view: Callable[_P, ResponseReturnValue],
) -> Callable[_P, ResponseReturnValue]:
    """Let clinicians in alone, and only with a second factor where one is demanded of them."""

    @wraps(view)
    def checked(*args: _P.args, **kwargs: _P.kwargs) -> ResponseReturnValue:
        return clinician_first() or view(*args, **kwargs)

    return checked


def clinician_first() -> ResponseReturnValue | None:
    """Return the way to what a clinician lacks: a sign-in, a second factor; None with both.

    Raises NotFound for who is no clinician.
    """
    if (elsewhere := identity.sign_in_first()) is not None:
        return elsewhere
    me = identity.own_account().id
    if not clinicians.is_one(database(), me):
        raise NotFound(me)
    if is_demanded(me) and not second_factor.is_asked_for(database(), me):
        flash("Add a second factor first: clinicians here need one.")
        return redirect(url_for("second_factor.show"), 303)
    return None
