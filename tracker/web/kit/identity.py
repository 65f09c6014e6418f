"""Whose page this is: the account, its open episode, its local day, and what warns it."""

from __future__ import annotations

import hashlib
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, ParamSpec, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from flask import abort, current_app, g, redirect, request, session, url_for
from werkzeug import exceptions

from tracker.content import red_flags
from tracker.services.access import accounts, request_identity
from tracker.services.errors import NotFound
from tracker.services.injury import clinician, episodes
from tracker.web import database, now
from tracker.web.kit.single_flight_cache import SingleFlightCache

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from datetime import date, datetime

    from flask import Flask
    from flask.typing import ResponseReturnValue

    from tracker.services.access.accounts import Account
    from tracker.services.injury.episodes import EpisodeView

TOKEN = "token"  # noqa: S105 - the name of a place, not what is in it

_P = ParamSpec("_P")


T = TypeVar("T")
_EXTENSION = "remembered"
_REMEMBERED = 1024


def register(app: Flask) -> None:
    """Give every page `signed_in`, `viewer` and `banner`; answer NotFound as a missing page."""
    app.extensions[_EXTENSION] = SingleFlightCache(_REMEMBERED)
    app.context_processor(_for_every_page)
    app.add_template_global(page_url)
    app.register_error_handler(NotFound, lambda _: app.handle_http_exception(exceptions.NotFound()))


def cached_until_commit(ask: Callable[..., T], *what: Hashable) -> T:
    """Return what a service says of `what`: asked again only if anything was stored since."""
    remembered: SingleFlightCache[T] = current_app.extensions[_EXTENSION]
    opened = database()
    return remembered.get((opened.revision(), ask, *what), lambda: ask(opened, *what))


def current_account() -> Account | None:
    """Return the account this browser is signed in to; the visit is noted once a request."""
    if "account" not in g:
        g.account, token = None, session.get(TOKEN)
        if isinstance(token, str):
            visitor = cached_until_commit(request_identity.visitor, token)
            g.account = request_identity.noted(database(), visitor, now())
    account: Account | None = g.account
    return account


def owner_key(account: Account) -> str:
    """Return a name for the account that means nothing elsewhere, nor once it is deleted."""
    key = str(current_app.config["SECRET_KEY"]).encode()[:64]
    told = f"{account.id} {account.since.isoformat()}"
    return hashlib.blake2b(told.encode(), key=key, digest_size=12).hexdigest()


def account_here() -> Account:
    """Return the signed-in account of a page behind `sign_in_required`."""
    account = current_account()
    if account is None:
        abort(403)
    return account


def sign_in_required(
    view: Callable[_P, ResponseReturnValue],
) -> Callable[_P, ResponseReturnValue]:
    """Send a browser that is not signed in to the sign-in page, and back here afterwards."""

    @wraps(view)
    def checked(*args: _P.args, **kwargs: _P.kwargs) -> ResponseReturnValue:
        if current_account() is not None:
            return view(*args, **kwargs)
        if not accounts.any_account(database()):
            return redirect(url_for("account.create"), 303)
        context = request.full_path.rstrip("?")
        wanted = context if request.method == "GET" and context != "/" else None
        return redirect(url_for("account.sign_in", next=wanted), 303)

    return checked


def current_view() -> EpisodeView:
    """Return the open episode of the signed-in account; without one, go to where one begins."""
    view = open_view()
    if view is None:
        ended = episodes.all_episodes(database(), account_here().id)
        begins = "episodes.list_all" if ended else "onboarding.describe"
        abort(redirect(url_for(begins), 303))
    return view


def local_today(view: EpisodeView) -> date:
    """Return the runner's date, by the app's clock and the episode's time zone."""
    return day_in(view.facts.timezone)


def day_in(timezone: str) -> date:
    """Return the date it is now in a time zone."""
    return now().astimezone(ZoneInfo(timezone)).date()


def safe_target(wanted: str | None) -> str:
    """Return an address of our own to go to next: a foreign or odd one becomes today's page."""
    if not wanted or not wanted.startswith("/") or wanted.startswith("//") or "\\" in wanted:
        return url_for("today.show")
    parts = urlsplit(wanted)
    own = not parts.scheme and not parts.netloc and wanted.isprintable()
    return wanted if own else url_for("today.show")


class Viewer(NamedTuple):
    """Who reads a diary by a shared link: whose diary, which episode, until when."""

    token: str
    account_id: int
    owner: str
    view: EpisodeView
    until: datetime
    with_notes: bool


def viewer() -> Viewer | None:
    """Return who reads this page by a shared link; None on every other page."""
    found: Viewer | None = g.get("viewer")
    return found


def past_view() -> EpisodeView | None:
    """Return the ended episode that this page looks back on; None on every other page."""
    found: EpisodeView | None = g.get("past")
    return found


def page_url(endpoint: str, **values: Any) -> str:  # noqa: ANN401 - as url_for takes them
    """Return the address of a page: of the open episode, or of the one this reader is shown."""
    reader, past = viewer(), past_view()
    page = endpoint.replace(".", "_")
    if reader is not None:
        return url_for(f"shared.{page}", token=reader.token, **values)
    if past is not None:
        return url_for(f"past.{page}", episode_id=past.id, **values)
    return url_for(endpoint, **values)


class Banner(NamedTuple):
    """The warning that stands first on every page."""

    title: str
    text: str
    href: str
    link_text: str


def open_view() -> EpisodeView | None:
    """Return the open episode of the signed-in account, if there is one."""
    account = current_account()
    return cached_until_commit(episodes.current_episode, account.id) if account else None


def _for_every_page() -> dict[str, object]:
    reader = viewer()
    if reader is not None:
        banner = _banner(reader.account_id, reader.view, page_url("clinician.show"))
        return {"signed_in": False, "owner": "", "viewer": reader, "past": None, "banner": banner}
    account, view = current_account(), open_view()
    banner = _banner(account.id, view, url_for("warning.show")) if account and view else None
    return {
        "signed_in": account is not None,
        "owner": owner_key(account) if account else "",
        "viewer": None,
        "past": past_view(),
        "banner": banner,
    }


def _banner(account_id: int, view: EpisodeView, href: str) -> Banner | None:
    lock = cached_until_commit(clinician.lock_on, account_id, view.id, local_today(view))
    if lock is None:
        return None
    urgency = red_flags.signs(lock.signs)[0].urgency
    return Banner(
        title=urgency.title,
        text=f"{urgency.whom} Running is locked until a clinician clears it.",
        href=href,
        link_text="Why, and what to do next",
    )
