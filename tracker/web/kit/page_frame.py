"""The frame of every page: who reads, what is looked back on, and the warning that comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import url_for

from tracker.content import red_flags
from tracker.services.injury import clinician
from tracker.translations import gettext
from tracker.web.kit.identity import (
    cached_until_commit,
    current_account,
    day_of,
    open_view,
    owner_key,
)
from tracker.web.kit.request_context import opened_context

if TYPE_CHECKING:
    from flask import Flask

    from tracker.services.injury.episodes import EpisodeView
    from tracker.web.kit.request_context import RequestContext, Viewer


class Banner(NamedTuple):
    """The warning that stands first on every page."""

    title: str
    text: str
    href: str
    link_text: str


def register(app: Flask) -> None:
    """Give every template `signed_in`, `owner`, `viewer`, `past` and `banner`."""
    app.context_processor(_frame)


def _frame() -> dict[str, object]:
    """The frame of a shared link's pages is the same whoever opens it, signed in or not."""
    opened = opened_context()
    if opened and opened.viewer:
        return _frame_of_a_reader(opened, opened.viewer)
    account, view = current_account(), open_view()
    href = url_for("lock.why_locked")
    return {
        "signed_in": account is not None,
        "owner": owner_key(account) if account else "",
        "viewer": None,
        "past": opened.view if opened else None,
        "banner": _banner(account.id, view, href) if account and view else None,
    }


def _frame_of_a_reader(opened: RequestContext, viewer: Viewer) -> dict[str, object]:
    href = url_for(f"{viewer.mount}.reading.clinician")
    return {
        "signed_in": False,
        "owner": "",
        "viewer": viewer,
        "past": None,
        "banner": _banner(opened.account_id, opened.view, href),
    }


def _banner(account_id: int, view: EpisodeView, href: str) -> Banner | None:
    lock = cached_until_commit(clinician.lock_on, account_id, view.id, day_of(account_id, view))
    if lock is None:
        return None
    urgency = red_flags.signs(lock.signs)[0].urgency
    return Banner(
        title=urgency.title,
        text=f"{urgency.whom} {red_flags.locked()}",
        href=href,
        link_text=gettext("Why, and what to do next"),
    )
