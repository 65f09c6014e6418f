"""Pages for who has a role: for everyone else there is no such page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, url_for

from tracker.services.access import second_factor
from tracker.services.errors import NotFound
from tracker.translations import gettext
from tracker.web import database
from tracker.web.access.second_factor import is_demanded
from tracker.web.kit import identity

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

    from tracker.storage.database import Database


def role_first(
    has_role: Callable[[Database, int], bool], what_is_needed: str
) -> ResponseReturnValue | None:
    """Return the way to what is lacking: a sign-in, a second factor; None with both.

    `what_is_needed` says so of the second factor; it is marked, and translated by this. Raises
    NotFound for who has not the role.
    """
    if (elsewhere := identity.sign_in_first()) is not None:
        return elsewhere
    me = identity.own_account().id
    if not has_role(database(), me):
        raise NotFound(me)
    if is_demanded(me) and not second_factor.is_asked_for(database(), me):
        flash(gettext(what_is_needed))
        return redirect(url_for("second_factor.factors"), 303)
    return None
