"""The pages of a diary as read: one blueprint, mounted three times.

At the root for the runner, under `/episodes/<id>` for an ended episode (ended_episode.py) and under
`/shared/<token>` for whoever holds a link (shared_link.py). A mount opens the diary before the
page is made; where none has, it is the signed-in runner's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint

from tracker.web.kit.identity import sign_in_first
from tracker.web.kit.request_context import opened_context, request_context
from tracker.web.kit.workload import heavy
from tracker.web.reading.clinician import clinician_page, clinician_sheet
from tracker.web.reading.history import history_page
from tracker.web.reading.progress import chart_picture, progress_page

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("reading", __name__)


@bp.before_request
def let_in() -> ResponseReturnValue | None:
    """Ask to sign in, unless a mount has opened the diary."""
    return None if opened_context() else sign_in_first()


@bp.get("/progress")
def progress() -> ResponseReturnValue:
    """Show the charts of the days asked for, what they say in words, and their numbers."""
    return progress_page(request_context())


@bp.get("/progress/<name>.<suffix>")
@heavy
def chart(name: str, suffix: str) -> ResponseReturnValue:
    """Return one chart; `?first=` and `?last=` name its days, all of them without."""
    return chart_picture(request_context(), name, suffix)


@bp.get("/history")
def history() -> ResponseReturnValue:
    """Show the journal of a month, this one unless `?month=2026-05` asks for another."""
    return history_page(request_context())


@bp.get("/clinician")
def clinician() -> ResponseReturnValue:
    """Show the report for a clinician, and the choices that make it."""
    return clinician_page(request_context())


@bp.get("/clinician.pdf")
@heavy
def clinician_pdf() -> ResponseReturnValue:
    """Return the report as a PDF; choices that cannot be are explained on the page."""
    return clinician_sheet(request_context())
