"""What browsers are told to refuse, and which addresses are answered at all."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import request
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_wtf.csrf import CSRFProtect
from werkzeug.exceptions import BadRequest

from tracker.storage.words import SecurityEvent
from tracker.translations import gettext
from tracker.web import settings
from tracker.web.kit.identity import note_refusal
from tracker.web.kit.problems import is_of_a_program
from tracker.web.kit.vary import vary_on

if TYPE_CHECKING:
    from flask import Flask, Response

    from tracker.settings import Settings

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",  # CSRF checks read it over https
    "X-Content-Type-Options": "nosniff",
}
HEALTH = "health.is_well"  # a watchman asks on the machine itself
HEADERS_OF_PARTS = {"Cross-Origin-Resource-Policy", "X-Content-Type-Options"}


class CookieSessions(SecureCookieSessionInterface):
    """Sessions in a signed cookie, renewed with every page but not by what is asked for beside it.

    Such an answer, a file's or a script's, may overtake a page's, and its older cookie would undo
    the page's newer one.
    """

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie with a page, and with what changed the session."""
        if session.modified or response.mimetype == "text/html":
            super().save_session(app, session, response)
        elif session.accessed:
            vary_on(response, "Cookie")

    def should_set_cookie(self, app: Flask, session: SessionMixin) -> bool:
        """Return whether this answer carries the cookie; none does that a program gets."""
        return not is_of_a_program() and super().should_set_cookie(app, session)


def register(app: Flask) -> None:
    """Check every request's host and form token, and send the headers with every answer."""
    app.session_interface = CookieSessions()
    app.config.update(
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # A page may lie open for days; its token is good as long as the sign-in.
        WTF_CSRF_TIME_LIMIT=None,
        PROVIDE_AUTOMATIC_OPTIONS=False,  # no other site has anything to ask first
    )
    app.before_request(_check_host)
    CSRFProtect(app)
    app.after_request(_add_headers)


def configure(app: Flask, settings: Settings) -> None:
    """Set what depends on how the app is served: its cookie."""
    path = settings.public_address.prefix if settings.public_address else ""
    # By these beginnings browsers refuse the cookie from anywhere but here: a whole name, where it
    # is ours; else from http.
    beginning = "" if not settings.https else "__Secure-" if path else "__Host-"
    app.config.update(
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_NAME=f"{beginning}return_to_run",
        SESSION_COOKIE_PATH=path or "/",
    )


def _check_host() -> None:
    public, host = settings().public_address, request.host
    if public and host != public.netloc and is_own_name(host) and request.endpoint != HEALTH:
        raise BadRequest(
            gettext(
                "This address is not the public one. The tracker is at %(public)s. If you asked for"
                " that, your proxy must say who asked, in X-Forwarded-For.",
                public=public,
            )
        )
    if not is_known_host(host, settings().host_names):
        note_refusal(SecurityEvent.REQUEST_REFUSED)
        raise BadRequest(
            gettext(
                "The tracker does not answer to this address. Use the one it printed when it"
                " started, or add this name to TRACKER_HOST_NAMES and start it again;"
                " behind a proxy of yours, name its address with --public-url."
            )
        )


@lru_cache
def is_known_host(host: str, names: tuple[str, ...]) -> bool:
    """Return whether a request's Host may be answered.

    Numbers, `localhost` and the given names may. Any other name could be a foreign site's that
    points here, to read the diary through the runner's own browser.
    """
    return is_own_name(host) or name_of(host) in names


def is_own_name(host: str) -> bool:
    """Return whether a Host is a number or `localhost`, as no foreign site can be called."""
    name = name_of(host)
    return name == "localhost" or is_number(name)


def name_of(host: str) -> str:
    """Return the name in a Host without its port, in small letters; "" where there is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def is_number(name: str) -> bool:
    """Return whether a host is named by its number."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _add_headers(response: Response) -> Response:
    is_part = request.endpoint == "static"  # of a page, whose own headers rule what it may do
    for header, value in HEADERS.items():
        if header in HEADERS_OF_PARTS or not is_part:
            response.headers.setdefault(header, value)
    if response.mimetype == "text/html":
        response.headers["Cache-Control"] = "no-store"
    # Not for a certificate of one's own: a home-made one may have to be replaced.
    if settings().https and settings().public_address:
        response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    return response
