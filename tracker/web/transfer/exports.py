"""Export: everything that is kept of the episodes, as a ZIP or file by file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, abort, render_template

from tracker.entries.fields import CARE, CHECK_IN, SESSION
from tracker.exchange.clinician.fhir.bundle import BUNDLE
from tracker.exchange.clinician.redcap import DICTIONARY, RECORDS
from tracker.exchange.own_format.archive import write_file
from tracker.exchange.own_format.audit_csv import AUDIT
from tracker.exchange.own_format.days_csv import DAYS
from tracker.exchange.own_format.episode_json import EPISODE
from tracker.services.access import security_log
from tracker.services.injury import episodes
from tracker.services.transfer import exports, handover
from tracker.storage.words import SecurityEvent
from tracker.translations import N_, gettext
from tracker.web import database, now
from tracker.web.kit.confirmation import confirmed_first
from tracker.web.kit.identity import current_view, origin, own_account, sign_in_required
from tracker.web.kit.request_context import context_of
from tracker.web.kit.work_budget import PICTURE, SHEET, spend_of_account
from tracker.web.kit.workload import heavy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flask.typing import ResponseReturnValue

bp = Blueprint("exports", __name__)

ZIP = "episode.zip"
FILES = {
    ZIP: N_("All of it, in one file that can be read back in."),
    CHECK_IN.file: N_("Every check-in: how it felt, and when."),
    SESSION.file: N_("Every session: what was done, and how the sore area took it."),
    DAYS: N_(
        "Every day since it began: stage, decision, and the rules behind it. For reading only."
    ),
    CARE.file: N_("The care log."),
    AUDIT: N_("What was changed when, and what you were shown."),
    EPISODE: N_("The injury itself: facts, changed numbers, a clinician’s word."),
}

FOR_OTHERS = {
    BUNDLE: N_("FHIR R4, one document: for a clinic’s system. Your initials, no notes."),
    DICTIONARY: N_("REDCap, for research: what the records hold."),
    RECORDS: N_("REDCap, for research: the records. No name, no notes."),
}


@bp.get("/export")
@sign_in_required
@confirmed_first
def list_files() -> ResponseReturnValue:
    """Show what can be taken away."""
    every = episodes.all_episodes(database(), own_account().id)
    return render_template(
        "transfer/export.html",
        files=_described(FILES),
        for_others=_described(FOR_OTHERS),
        episodes=every,
    )


@bp.get("/export/everything.zip")
@heavy
@sign_in_required
@confirmed_first
def everything() -> ResponseReturnValue:
    """Return all episodes, a folder each."""
    spend_of_account(own_account().id, SHEET)
    _note()
    archives = exports.all_archives(database(), own_account().id)
    return _file("return-to-run.zip", exports.zipped(archives, now()), "application/zip")


@bp.get("/export/<name>", defaults={"episode_id": None})
@bp.get("/export/<int:episode_id>/<name>")
@heavy
@sign_in_required
@confirmed_first
def file_of_episode(episode_id: int | None, name: str) -> ResponseReturnValue:
    """Return one file of an episode (of the open one unless told), or its ZIP of all files."""
    if episode_id is None:
        episode_id = current_view().id
    spend_of_account(own_account().id, SHEET if name == ZIP else PICTURE)
    _note()
    if name in FOR_OTHERS:
        return _for_others(episode_id, name)
    archive = exports.archive_of(database(), own_account().id, episode_id)
    if name == ZIP:
        return _file(name, exports.zipped([archive], now()), "application/zip")
    if name not in FILES:
        abort(404)
    lines = write_file(archive, name, exports.last_day(archive, now()))
    return _file(name, lines, "application/json" if name == EPISODE else "text/csv")


def _for_others(episode_id: int, name: str) -> Response:
    account = own_account()
    context = context_of(account, episodes.episode(database(), account.id, episode_id))
    files = handover.files_of(*context.diary, **context.when)
    mimetype = "application/fhir+json" if name == BUNDLE else "text/csv"
    return _file(name, files[name](), mimetype)


def _described(files: Mapping[str, str]) -> dict[str, str]:
    return {name: gettext(about) for name, about in files.items()}


def _note() -> None:
    """Put on record that the diary was taken away."""
    exported = SecurityEvent.EXPORTED
    security_log.note(database(), exported, own_account().id, origin=origin(), now=now())


def _file(name: str, parts: Iterable[str] | Iterable[bytes], mimetype: str) -> Response:
    return Response(
        parts,
        mimetype=mimetype,
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f'attachment; filename="{name}"',
        },
    )
