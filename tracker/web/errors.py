"""Error pages: what happened, and what to do now."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, NamedTuple

from flask import current_app, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.wrappers import Response

# Typed again rather than shown: who stands behind the runner need not read them.
_SECRET = ("csrf_token", "passphrase", "password", "code")


class Page(NamedTuple):
    """The words of an error page."""

    title: str
    text: str


PAGES = {
    400: Page("That did not come through", "The tracker could not read what the browser sent."),
    403: Page("This page is not yours to see", "Sign in with the account it belongs to."),
    404: Page(
        "There is no page here",
        "The address may be mistyped, or what it showed may have been deleted.",
    ),
    405: Page("This address takes no such request", "Go to today's page and start from there."),
    413: Page("That is too large", "Nothing was saved. Send a smaller file or a shorter note."),
    429: Page("Too many tries", "Wait a few minutes, then try again."),
}
FORM_EXPIRED = Page(
    "This form was open for too long",
    "Nothing was saved yet. Go back, reload the page and send it again."
    " What you typed stands below, to copy.",
)


def register(app: Flask) -> None:
    """Answer every error with a page of our own."""
    app.register_error_handler(CSRFError, _form_expired)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(InternalServerError, _broken)


def trace(error: BaseException) -> str:
    """Return where an error and those behind it came from: files, lines and kinds.

    Never their messages, for these may repeat a note, a score or a secret.
    """
    behind = error.__cause__ or error.__context__
    lines = "".join(traceback.format_tb(error.__traceback__))
    told = f"{lines}{type(error).__module__}.{type(error).__qualname__}"
    return f"{trace(behind)}\n\n{told}" if behind else told


def _form_expired(_error: CSRFError) -> tuple[str, int]:
    typed = [
        (name.replace("_", " "), value)
        for name, value in request.form.items(multi=True)
        if value and not any(secret in name for secret in _SECRET)
    ]
    return render_template("errors/error.html", page=FORM_EXPIRED, typed=typed), 400


def _http_error(error: HTTPException) -> tuple[str, int] | HTTPException | Response:
    if error.code is None or error.code < 400:  # noqa: PLR2004 - a redirect is no error
        return error
    page = PAGES.get(error.code, Page(error.name, error.description or ""))
    if error.description and error.description != type(error).description:
        page = page._replace(text=error.description)
    response = error.get_response()
    response.set_data(render_template("errors/error.html", page=page, typed=[]))
    return response


def _broken(_error: InternalServerError) -> tuple[str, int]:
    """Render without the app's context: whatever broke must not break this page too."""
    template = current_app.jinja_env.get_template("errors/broken.html")
    return template.render(home=f"{request.script_root}/"), 500
