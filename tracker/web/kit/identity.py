"""Who is signed in, which episode is open, and which day it is there."""

from __future__ import annotations

import hashlib
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from flask import abort, current_app, g, redirect, request, session, url_for

from tracker.progression.runners_day import runners_day
from tracker.progression.standing import ONE_DAY
from tracker.services.access import accounts, clinicians, request_identity, security_log
from tracker.services.access.origin import Origin
from tracker.services.diary import days
from tracker.services.injury import episodes
from tracker.web import address_asked_for, database, now, settings
from tracker.web.kit import languages
from tracker.web.kit.single_flight_cache import SingleFlightCache

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from datetime import date

    from flask import Flask
    from flask.typing import ResponseReturnValue

    from tracker.services.access.request_identity import Identity
    from tracker.services.injury.episodes import EpisodeView
    from tracker.storage.access.accounts import Account
    from tracker.storage.words import SecurityEvent

TOKEN = "token"  # noqa: S105 - the name of a place, not what is in it


class SignInEnded(Exception):
    """A form was sent from a page whose sign-in has ended since."""


_P = ParamSpec("_P")


T = TypeVar("T")
_EXTENSION = "remembered"
_REMEMBERED = 1024


def origin() -> Origin:
    """From where this request comes."""
    return Origin(request.remote_addr or "", request.user_agent.string)


def note_refusal(kind: SecurityEvent) -> None:
    """Put on record that this request is refused, once a minute for each network."""
    account = current_account()
    whose = account.id if account else None
    security_log.note(database(), kind, whose, origin=origin(), now=now())


def forget_old_log() -> None:
    """Delete what has been on record for as long as the settings say."""
    security_log.forget_old(database(), period=settings().security_log_kept, now=now())


def start_cache(app: Flask) -> None:
    """Begin with nothing cached: accounts of one database are not those of another."""
    app.extensions[_EXTENSION] = SingleFlightCache(_REMEMBERED)


def cached_until_commit(ask: Callable[..., T], account_id: int, *what: Hashable) -> T:
    """Return what a service says of `what` is an account's: asked again once it was written to.

    Nothing else may go into the answer: no role, no link, nobody else's rows, and no time but a
    day that is one of `what`.
    """
    remembered: SingleFlightCache[T] = current_app.extensions[_EXTENSION]
    opened = database()
    key = (opened.revision_of(account_id), ask, account_id, *what)
    return remembered.get(key, lambda: ask(opened, account_id, *what))


def current_account() -> Account | None:
    """Return the account this browser is signed in to; the visit is noted once a request."""
    if "account" not in g:
        g.account, g.identity, token = None, None, session.get(TOKEN)
        if isinstance(token, str):
            g.identity = request_identity.identify(database(), token)
            g.account = request_identity.signed_in(database(), g.identity, now())
            if g.account:
                languages.follow(g.account)
    account: Account | None = g.account
    return account


def current_identity() -> Identity:
    """Return the sign-in of a page behind `sign_in_required`."""
    own_account()
    identity: Identity = g.identity
    return identity


def owner_key(account: Account) -> str:
    """Return a name for the account that means nothing elsewhere, nor once it is deleted."""
    key = str(current_app.config["SECRET_KEY"]).encode()[:64]
    unique = f"{account.id} {account.since.isoformat()}"
    return hashlib.blake2b(unique.encode(), key=key, digest_size=12).hexdigest()


def own_account() -> Account:
    """Return the signed-in account of a page behind `sign_in_required`."""
    account = current_account()
    if account is None:
        abort(403)
    return account


def sign_in_first() -> ResponseReturnValue | None:
    """Return the way to the sign-in page, and back here afterwards; None for who is signed in.

    Raises SignInEnded for a form of who was signed in here: what was typed is not to be lost.
    """
    if current_account() is not None:
        return None
    if not accounts.any_account(database()):
        return redirect(url_for("sign_in.create_account"), 303)
    is_form = request.method == "POST" and request.headers.get("Accept") != "application/json"
    if is_form and TOKEN in session:
        raise SignInEnded
    wanted = address_asked_for() if request.method == "GET" and request.full_path != "/?" else None
    return redirect(url_for("sign_in.sign_in", next=wanted), 303)


def sign_in_required(
    view: Callable[_P, ResponseReturnValue],
) -> Callable[_P, ResponseReturnValue]:
    """Send a browser that is not signed in to the sign-in page, and back here afterwards."""

    @wraps(view)
    def checked(*args: _P.args, **kwargs: _P.kwargs) -> ResponseReturnValue:
        return sign_in_first() or view(*args, **kwargs)

    return checked


def current_view() -> EpisodeView:
    """Return the open episode of the signed-in account; without one, go to where one begins."""
    view = open_view()
    if view is None:
        abort(redirect(where_to_begin(own_account().id), 303))
    return view


def where_to_begin(account_id: int) -> str:
    """Return the first page of who has no open episode: a clinician's is the morning's list."""
    if episodes.all_episodes(database(), account_id):
        return url_for("episodes.list_episodes")
    is_clinician = clinicians.is_one(database(), account_id)
    return url_for("morning.runners" if is_clinician else "onboarding.start")


def local_today(view: EpisodeView) -> date:
    """Return the runner's day, by the app's clock and the episode's time zone."""
    return day_of(own_account().id, view)


def day_of(account_id: int, view: EpisodeView) -> date:
    """Return the runner's day: the local date, or the next while entries are dated that."""
    local = day_in(view.facts.timezone)
    dated = cached_until_commit(days.dated, account_id, view.id, local + ONE_DAY)
    return runners_day(local, dated)


def day_in(timezone: str) -> date:
    """Return the date it is now in a time zone."""
    return now().astimezone(ZoneInfo(timezone)).date()


def safe_target(wanted: str | None) -> str:
    """Return an address of our own to go to next: a foreign or odd one becomes today's page."""
    if not wanted or not wanted.startswith("/") or wanted.startswith("//") or "\\" in wanted:
        return url_for("today.verdict")
    parts = urlsplit(wanted)
    own = not parts.scheme and not parts.netloc and wanted.isprintable()
    return wanted if own else url_for("today.verdict")


def open_view() -> EpisodeView | None:
    """Return the open episode of the signed-in account, if there is one."""
    account = current_account()
    return cached_until_commit(episodes.current_episode, account.id) if account else None
