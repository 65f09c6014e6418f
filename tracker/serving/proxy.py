"""What is true in front of a proxy: who asked, and for which address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.web.kit.security import is_own_name, name_of

if TYPE_CHECKING:
    from wsgiref.types import WSGIEnvironment

    from tracker.public_address import PublicAddress


def believe(environ: WSGIEnvironment, public: PublicAddress) -> None:
    """Put the caller and the address as the caller's browser knows it in place of the proxy's.

    Who asked is the last that X-Forwarded-For names. The address is the public one: it is known,
    and what proxies pass on as Host or X-Forwarded-Host is often without its port, or whatever the
    caller sent. Another site's name stays, to be refused: see `is_known_host`.
    """
    forwarded = str(environ.get("HTTP_X_FORWARDED_FOR", ""))
    if forwarded:
        environ["REMOTE_ADDR"] = forwarded.rpartition(",")[2].strip()
    host = str(environ.get("HTTP_HOST", ""))
    if name_of(host) == public.name or (forwarded and is_own_name(host)):
        environ["HTTP_HOST"] = public.netloc
        environ["wsgi.url_scheme"] = public.scheme
    elif environ.get("HTTP_X_FORWARDED_PROTO") == "https":
        environ["wsgi.url_scheme"] = "https"
    _enter(environ, public.prefix)


def _enter(environ: WSGIEnvironment, prefix: str) -> None:
    """Tell the app under which path it stands; the proxy may have taken that away, or not."""
    environ["SCRIPT_NAME"] = prefix
    path = str(environ["PATH_INFO"])
    is_taken_away = environ.get("HTTP_X_FORWARDED_PREFIX", "").rstrip("/") == prefix
    if not is_taken_away and f"{path}/".startswith(f"{prefix}/"):
        environ["PATH_INFO"] = path.removeprefix(prefix) or "/"
