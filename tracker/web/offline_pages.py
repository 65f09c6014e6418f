"""What opens without a network: the service worker and the pages it keeps, which hold no data."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, Response, jsonify, render_template, request, url_for

from tracker import paths
from tracker.web import now
from tracker.web.diary.check_in_form import CheckInForm
from tracker.web.diary.guide import SIGN_GROUPS, blank_form
from tracker.web.injury.red_flags_form import FlagsForm
from tracker.web.kit.static_files import static_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask.typing import ResponseReturnValue

    from tracker.web.diary.entry_form import EntryForm

bp = Blueprint("offline_pages", __name__)

# Which page stands in for which, without a network.
STAND_INS: Mapping[str, str] = {
    "guide.guided_run": "offline_pages.guide",
    "check_ins.new": "offline_pages.check_in",
    "sessions.new": "offline_pages.session",
    "red_flags.questions": "offline_pages.red_flags",
}
_KEPT = {".css", ".js", ".svg", ".webmanifest", ".woff2"}
_NOT_KEPT = {
    "service-worker.js",
    "fonts/hanken-grotesk-ext-400.woff2",
    "fonts/hanken-grotesk-ext-600.woff2",
    "css/report.css",
    "js/archive.js",
    "js/passkey.js",
    "js/share.js",
    "js/timezone.js",
    "js/usual-week.js",
}  # of other pages


@bp.after_app_request
def say_where(response: Response) -> Response:
    """Tell a script where an answer leads, for browsers hide a redirect from it."""
    if (
        response.status_code == HTTPStatus.SEE_OTHER
        and request.headers.get("Accept") == "application/json"
    ):
        return jsonify(location=response.location)
    return response


@bp.get("/service-worker.js")
def service_worker() -> ResponseReturnValue:
    """Send the worker, told what to keep; it changes whenever a page or file does."""
    files = [static_url(name) for name in _files()]
    known = {
        "VERSION": _version(),
        "FILES": files,
        "PAGES": {url_for(page): url_for(stand_in) for page, stand_in in STAND_INS.items()},
        "OFFLINE": url_for("offline_pages.no_connection"),
        "CHECK_IN": url_for("check_ins.new"),
    }
    constants = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in known.items())
    worker = (paths.STATIC / "service-worker.js").read_text("utf-8")
    headers = {"Cache-Control": "no-cache"}
    return Response(constants + worker, mimetype="text/javascript", headers=headers)


@bp.get("/offline")
def no_connection() -> str:
    """Say that there is no connection, and what works without one."""
    return _shell("kit/offline.html")


@bp.get("/offline/guide")
def guide() -> str:
    """Show the guide, for a clearance that the phone keeps."""
    form = blank_form()
    return _shell("diary/guide.html", form=form, plan=None, list=[], sign_groups=SIGN_GROUPS)


@bp.get("/offline/check-in")
def check_in() -> str:
    """Show an empty check-in."""
    form = CheckInForm(now=now(), formdata=None, meta={"csrf": False})
    return _shell("diary/check_in.html", form=_undated(form), uid="")


@bp.get("/offline/session")
def session() -> str:
    """Show an empty session."""
    return _shell("diary/session.html", form=_undated(blank_form()), uid="")


@bp.get("/offline/red-flags")
def red_flags() -> str:
    """Ask about the warning signs."""
    form = FlagsForm(now=now(), formdata=None, meta={"csrf": False})
    return _shell("injury/red_flags.html", form=_undated(form))


def _shell(template: str, **context: object) -> str:
    """Render a page as it is for everybody: menu, no warning, no message, no token."""
    return render_template(template, **context, offline=True, signed_in=True, banner=None)


def _undated(form: EntryForm) -> EntryForm:
    """Leave the id and the moment to the phone."""
    form.uid.data = ""
    form.shown.data = "on the phone"
    return form


@cache
def _files() -> tuple[str, ...]:
    """The files that the kept pages load; the system's icons are not among them."""
    files = (path for path in paths.STATIC.rglob("*") if path.suffix in _KEPT)
    names = {path.relative_to(paths.STATIC).as_posix() for path in files}
    return tuple(sorted(names - _NOT_KEPT))


@cache
def _version() -> str:
    digest = hashlib.sha256()
    for folder in (paths.STATIC, paths.TEMPLATES):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
