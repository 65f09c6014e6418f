"""What opens without a network: the service worker and the pages it keeps, which hold no data."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, Response, jsonify, render_template, request, url_for

from tracker import paths
from tracker.language.script_words import notification
from tracker.translations import chosen, gettext, speak, spoken
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
_KEPT = {".css", ".js", ".svg", ".woff2"}
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


@bp.before_request
def speak_as_asked() -> None:
    """Speak the language that the address names: these pages are asked for without a cookie."""
    if tag := request.args.get("language"):
        speak(chosen([tag]))


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
    """Send the worker, told what to keep; it changes when a page, a file or the language does."""
    files = [static_url(name) for name in _files()]
    known = {
        "VERSION": f"{_version()}-{spoken().tag}",
        "FILES": files,
        "PAGES": {url_for(page): _kept_as(stand_in) for page, stand_in in STAND_INS.items()},
        "OFFLINE": _kept_as("offline_pages.no_connection"),
        "CHECK_IN": url_for("check_ins.new"),
        "WORDS": notification(),
    }
    constants = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in known.items())
    worker = (paths.STATIC / "service-worker.js").read_text("utf-8")
    headers = {"Cache-Control": "no-cache"}
    return Response(constants + worker, mimetype="text/javascript", headers=headers)


@bp.get("/app.webmanifest")
def manifest() -> ResponseReturnValue:
    """Describe the app that a phone can install, in the language that the address names."""
    root = f"{request.script_root}/"
    icons = [
        {"src": static_url("icon.svg"), "sizes": "any", "type": "image/svg+xml"},
        *(
            {"src": static_url(f"icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
            for size in (192, 512)
        ),
        {
            "src": static_url("icon-maskable-512.png"),
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        },
    ]
    described = {
        "name": "Return to Run",
        "short_name": "Return to Run",
        "lang": spoken().tag,
        "id": root,
        "start_url": root,
        "scope": root,
        "display": "standalone",
        "background_color": "#eff3f1",
        "theme_color": "#123c34",
        "icons": icons,
        "shortcuts": [
            {"name": gettext("Today’s run"), "url": url_for("guide.guided_run")},
            {"name": gettext("Check in"), "url": url_for("check_ins.new")},
        ],
    }
    return Response(json.dumps(described), mimetype="application/manifest+json")


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


def _kept_as(stand_in: str) -> str:
    """The address of a page as it is kept: a worker asks for it without a cookie."""
    return url_for(stand_in, language=spoken().tag)


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
