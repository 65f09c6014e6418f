"""An empty form has an address of its own, which names the entry that it will make.

So who goes Back after saving asks for that entry and not for another empty form: it is shown as it
is stored, and saving again stores nothing twice. It takes no script.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import flash, redirect, request, url_for

from tracker.entries.fields import is_id
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.wrappers import Response

_NAME = "entry"


def new_uid() -> str:
    """Return an id for an entry, made before it is saved so that sent twice it is stored once."""
    return uuid.uuid4().hex


def named_uid() -> str | None:
    """Return the id that the address of this form names; None where it names none."""
    uid = request.args.get(_NAME, "")
    return uid if is_id(uid) else None


def lead_on(stored: Callable[[str], object], edit: str) -> Response | None:
    """Lead a form without a name to one, and one that has made its entry to that entry.

    `stored` tells whether there is an entry of an id, `edit` is the endpoint that shows it. None
    where the form can be shown.
    """
    uid = named_uid()
    if uid is None:
        asked = [(name, value) for name, value in request.args.items(multi=True) if name != _NAME]
        query = urlencode([*asked, (_NAME, new_uid())])
        return redirect(f"{request.script_root}{request.path}?{query}", 303)
    if not stored(uid):
        return None
    flash(gettext("This is saved already. Here it can be changed."))
    return redirect(url_for(edit, uid=uid), 303)
