"""What a view asks of the server: how large a body it takes, and whether it works for long.

The server reads this before it reads a body or gives a thread. Declare it on the view:

    @bp.post("/import")
    @workload.takes_up_to(20_000_000)
    @workload.heavy
    @sign_in_required
    def receive_file() -> ResponseReturnValue: ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, ParamSpec

from flask import request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from tracker.storage.errors import StorageError
from tracker.web.kit import work_budget
from tracker.web.kit.identity import current_account

if TYPE_CHECKING:
    from collections.abc import Callable
    from wsgiref.types import WSGIEnvironment

    from flask import Flask
    from flask.typing import ResponseReturnValue

WAIT = "tracker.wait"  # seconds, in what the server tells of a request that it did not read

_P = ParamSpec("_P")


class Workload(NamedTuple):
    """How many bytes a request may send, and whether it waits among those that work for long.

    `is_heavy_when_sent`: only what is posted waits there; how far it is may be asked beside it.
    `is_file`: more than a form, which only who is signed in may send. `checks_passphrase`: the
    machine can do few of these at once.
    """

    most_bytes: int
    is_heavy: bool = False
    is_heavy_when_sent: bool = False
    is_file: bool = False
    checks_passphrase: bool = False


def register(app: Flask) -> None:
    """Let the views be sent what they declare; comes before anything that reads a form."""

    @app.before_request
    def allow_as_much() -> None:
        if WAIT in request.environ:
            raise work_budget.too_much(request.environ[WAIT])
        request.max_content_length = _declared(app, request.endpoint).most_bytes


def takes_up_to(
    most_bytes: int,
) -> Callable[[Callable[_P, ResponseReturnValue]], Callable[_P, ResponseReturnValue]]:
    """Let a view of who is signed in be sent more than a form: so many bytes, files and all."""

    def declared(
        view: Callable[_P, ResponseReturnValue],
    ) -> Callable[_P, ResponseReturnValue]:
        view.most_bytes = most_bytes  # type: ignore[attr-defined] # read below
        return view

    return declared


def heavy(view: Callable[_P, ResponseReturnValue]) -> Callable[_P, ResponseReturnValue]:
    """Let a view that draws, or reads files, wait for one of the few places for such work."""
    view.is_heavy = True  # type: ignore[attr-defined] # read below
    return view


def heavy_when_sent(
    view: Callable[_P, ResponseReturnValue],
) -> Callable[_P, ResponseReturnValue]:
    """Let what is posted to a view wait for one of those places; what is asked of it has none."""
    view.is_heavy_when_sent = True  # type: ignore[attr-defined] # read below
    return view


def checks_passphrase(
    view: Callable[_P, ResponseReturnValue],
) -> Callable[_P, ResponseReturnValue]:
    """Let what is posted to a view wait for one of the few places for checking passphrases."""
    view.checks_passphrase = True  # type: ignore[attr-defined] # read below
    return view


def workload_of(app: Flask, environ: WSGIEnvironment) -> Workload:
    """Return what the view of a request declares; of an address that is none, what a form may."""
    try:
        endpoint, _ = app.url_map.bind_to_environ(environ).match()
    except (HTTPException, RequestRedirect):
        endpoint = None
    declared = _declared(app, endpoint)
    is_sent = environ["REQUEST_METHOD"] == "POST"
    return declared._replace(
        is_heavy=declared.is_heavy or (declared.is_heavy_when_sent and is_sent),
        checks_passphrase=declared.checks_passphrase and is_sent,
    )


def largest(app: Flask) -> int:
    """Return the most bytes that any view takes."""
    return max(_declared(app, endpoint).most_bytes for endpoint in app.view_functions)


def may_send_file(app: Flask, environ: WSGIEnvironment) -> bool:
    """Whether a request, whose body is not read yet, comes from a browser that is signed in.

    Where that account has to wait before it may send a file, the environ says so.
    """
    with app.request_context(environ):
        try:
            account = current_account()
        except StorageError:  # the view will say what is the matter
            return False
        if account is not None and (wait := work_budget.wait_for_file(account.id)):
            environ[WAIT] = wait
        return account is not None


def _declared(app: Flask, endpoint: str | None) -> Workload:
    form = app.config["MAX_CONTENT_LENGTH"]
    view = app.view_functions.get(endpoint or "")
    most_bytes = getattr(view, "most_bytes", None)
    return Workload(
        most_bytes or form,
        is_heavy=getattr(view, "is_heavy", False),
        is_heavy_when_sent=getattr(view, "is_heavy_when_sent", False),
        is_file=most_bytes is not None,
        checks_passphrase=getattr(view, "checks_passphrase", False),
    )
