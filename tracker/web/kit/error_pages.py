"""Error pages: what happened, and what to do now."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from flask import current_app, redirect, render_template, request, session
from flask_wtf.csrf import CSRFError
from werkzeug import exceptions
from werkzeug.exceptions import HTTPException, InternalServerError

from tracker.progression.protocol_document.reader import UnknownProtocolError, is_known
from tracker.services.access import accounts
from tracker.services.access.rate_limit import TooManyAtOnce
from tracker.services.errors import NotFound
from tracker.services.injury import protocols
from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.words import SecurityEvent
from tracker.web import address_asked_for, database
from tracker.web.kit.carried_form import carried_form
from tracker.web.kit.error_words import (
    BROKEN,
    CROWDED,
    FORM_EXPIRED,
    GONE,
    PAGES,
    PROTOCOL_GONE,
    TROUBLES,
    Page,
)
from tracker.web.kit.field_names import field_name
from tracker.web.kit.identity import TOKEN, SignInEnded, note_refusal
from tracker.web.kit.logs import request_id
from tracker.web.kit.problems import is_of_a_program, problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask
    from flask.typing import ResponseReturnValue
    from werkzeug.wrappers import Response

# Typed again rather than shown: who stands behind the runner need not read them.
_SECRET = ("csrf_token", "passphrase", "password", "code")
_SECRET_NAMES = ("old", "new")  # of the form that changes a passphrase
# What a form of these pages held is given back after signing in again: all of it is of the diary.
_GIVEN_BACK = ("check_ins", "sessions", "red_flags", "care", "episodes", "lock", "numbers")
_OF_NOBODY = ("shared_link.answer.give",)  # forms for which nobody has to sign in
_HIDDEN = ("uid", "shown", "confirmed")  # nobody typed these


_STATUS = dict.fromkeys(
    (
        ErrorKind.BUSY,
        ErrorKind.CONFLICT,
        ErrorKind.UNREACHABLE,
        ErrorKind.UNCERTAIN,
        ErrorKind.DAMAGED,
    ),
    503,
)
_INSUFFICIENT_STORAGE = 507
_SECONDS_TO_WAIT = "30"
_SECONDS_OF_A_CROWD = "10"


def register(app: Flask) -> None:
    """Answer every error with a page of our own."""
    app.register_error_handler(CSRFError, _or_out_of_order(_form_expired))
    app.register_error_handler(SignInEnded, _or_out_of_order(_sign_in_ended))
    app.register_error_handler(NotFound, _or_out_of_order(_not_found))
    app.register_error_handler(HTTPException, _or_out_of_order(_http_error))
    app.register_error_handler(TooManyAtOnce, _or_out_of_order(_crowded))
    app.register_error_handler(StorageError, _out_of_order)
    app.register_error_handler(UnknownProtocolError, _undecidable)
    app.register_error_handler(InternalServerError, _broken)


def _or_out_of_order(
    handler: Callable[[Any], ResponseReturnValue | HTTPException],
) -> Callable[[Any], ResponseReturnValue | HTTPException]:
    """Let a page of an error ask the diary too, which may be lost at that moment."""

    @wraps(handler)
    def handled(error: Any) -> ResponseReturnValue | HTTPException:  # noqa: ANN401 - of its kind
        try:
            return handler(error)
        except StorageError as lost:
            return _out_of_order(lost)

    return handled


def _not_found(_error: NotFound) -> ResponseReturnValue | HTTPException:
    """Answer as for a missing page, and put it on record: it may be another's."""
    note_refusal(SecurityEvent.ACCESS_REFUSED)
    return _http_error(exceptions.NotFound())


def _sign_in_ended(_error: SignInEnded) -> tuple[str, int]:
    """Ask to sign in again; what was typed is shown afterwards, to be sent."""
    is_of_the_diary = request.blueprint in _GIVEN_BACK and not _has_secret()
    carried = carried_form(_sent()) if is_of_the_diary else ""
    return render_template("kit/sign_in_ended.html", carried=carried), 401


def _form_expired(error: CSRFError) -> tuple[str, int]:
    # Without a cookie there is no token to check: the browser says itself whose page it was.
    is_ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    is_ours = is_ours and request.endpoint not in _OF_NOBODY
    if is_ours and TOKEN not in session and accounts.any_account(database()):
        return _sign_in_ended(SignInEnded(error))
    note_refusal(SecurityEvent.REQUEST_REFUSED)
    return render_template("kit/error.html", page=FORM_EXPIRED.translated(), typed=_typed()), 400


def _crowded(_error: TooManyAtOnce) -> ResponseReturnValue:
    page = render_template("kit/error.html", page=CROWDED.translated(), typed=[])
    return page, 503, {"Retry-After": _SECONDS_OF_A_CROWD}


def _http_error(error: HTTPException) -> tuple[str, int] | HTTPException | Response:
    if error.code is None or error.code < 400:  # noqa: PLR2004 - a redirect is no error
        return error
    of_program = is_of_a_program()
    is_gone = error.code == 404 and not of_program and bool(_sent())  # noqa: PLR2004 - no such entry to change
    named = Page(error.name, error.description or "")
    page = (GONE if is_gone else PAGES.get(error.code, named)).translated()
    if error.description and error.description != type(error).description:
        page = page._replace(text=error.description)
    if of_program:
        return problem(error.code, page.title, page.text, _headers_of(error))
    typed = _typed() if is_gone else []
    response = error.get_response()
    response.set_data(render_template("kit/error.html", page=page, typed=typed))
    return response


def _out_of_order(error: StorageError) -> ResponseReturnValue:
    """Say what is the matter with the diary's file; other errors are errors of ours."""
    if error.kind is None:
        raise error
    current_app.logger.error("The diary cannot be used: %s", error.kind.value)
    status, wait = _STATUS.get(error.kind, _INSUFFICIENT_STORAGE), {"Retry-After": _SECONDS_TO_WAIT}
    if is_of_a_program():
        return problem(status, *TROUBLES[error.kind].translated(), wait)
    again = [] if request.files or _has_secret() else _sent()
    return _alone(TROUBLES[error.kind], typed=_typed(), again=again), status, wait


def _undecidable(error: UnknownProtocolError) -> ResponseReturnValue:
    """Say that the protocol is gone, unless another process has stored it meanwhile."""
    protocols.recall(database())
    (protocol_id,) = error.args
    if is_of_a_program():
        return problem(503, *PROTOCOL_GONE.translated(), {"Retry-After": _SECONDS_TO_WAIT})
    if request.method == "GET" and is_known(protocol_id):
        return redirect(address_asked_for(), 303)
    again = [] if request.files or _has_secret() else _sent()
    page = _alone(PROTOCOL_GONE, typed=_typed(), again=again)
    return page, 503, {"Retry-After": _SECONDS_TO_WAIT}


def _broken(_error: InternalServerError) -> ResponseReturnValue:
    if is_of_a_program():
        return problem(500, *BROKEN.translated())
    return _alone(BROKEN, typed=[], again=[]), 500


def _alone(page: Page, *, typed: list[tuple[str, str]], again: list[tuple[str, str]]) -> str:
    """Render without the app's context: whatever broke must not break this page too."""
    template = current_app.jinja_env.get_template("kit/broken.html")
    return template.render(
        page=page.translated(),
        typed=typed,
        again=again,
        here=address_asked_for(),
        home=f"{request.script_root}/",
        request_id=request_id(),
    )


def _headers_of(error: HTTPException) -> dict[str, str]:
    """Return what is said beside the words of an error: what is allowed, how long to wait."""
    kinds = ("Content-Type", "Content-Length")
    return {name: value for name, value in error.get_headers() if name not in kinds}


def _sent() -> list[tuple[str, str]]:
    """Return the fields of the form; none if it is what was wrong."""
    try:
        return list(request.form.items(multi=True))
    except HTTPException:
        return []


def _typed() -> list[tuple[str, str]]:
    """Return what a form held that its sender may want to copy."""
    return readable(_sent())


def readable(fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the fields of a form as they are shown: what was typed, and nothing secret."""
    return [
        (field_name(name), value)
        for name, value in fields
        if value and name not in _HIDDEN and not _is_secret(name)
    ]


def _has_secret() -> bool:
    return any(name != "csrf_token" and _is_secret(name) for name in request.form)


def _is_secret(name: str) -> bool:
    return name in _SECRET_NAMES or any(secret in name for secret in _SECRET)
