"""Pages for who has a role: for everyone else there is no such page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, url_for

from tracker.services.access import second_factor
from tracker.services.errors import NotFound
from tracker.web import database
from tracker.web.access.second_factor import is_demanded
from tracker.web.kit import identity

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

    from tracker.storage.database import Database


def role_first(
    has_role: Callable[[Database, int], bool], plural: str
) -> ResponseReturnValue | None:
    """Return the way to what is lacking: a sign-in, a second factor; None with both.

    `plural` is what those are called who have the role. Raises NotFound for who has it not.
    """
    if (elsewhere := identity.sign_in_first()) is not None:
        return elsewhere
    me = identity.own_account().id
    if not has_role(database(), me):
        raise NotFound(me)
    if is_demanded(me) and not second_factor.is_asked_for(database(), me):
        flash(f"Add a second factor first: {plural} here need one.")
        return redirect(url_for("second_factor.show"), 303)
    return None
