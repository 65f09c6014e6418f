"""What is said after something was stored: flashes, Undo, and where to go next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, request, session, url_for

from tracker.language.sentences import changes
from tracker.progression.diary import CheckIn
from tracker.progression.pain import is_alarming
from tracker.services.diary import days, entries
from tracker.services.errors import CannotUndo, ReasonNeeded
from tracker.translations import gettext
from tracker.web.diary.answer import answer, sentences_of_news
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import RequestContext, page_of, request_context

if TYPE_CHECKING:
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.progression.diary import SessionLog
    from tracker.services.diary.entry_edit import Saved

bp = Blueprint("feedback", __name__)


def redirect_saved(
    context: RequestContext, saved: Saved, text: str, day: date
) -> ResponseReturnValue:
    """Say what was done, with Undo and what else it changed, and go to the day's page."""
    flash_saved(saved, text)
    if day < context.today:  # today's own page says it itself
        _flash_news(context, saved)
        anew = days.answered_anew(*context.diary, today=context.today)
        if anew is not None:
            flash(gettext("Today’s answer is another now: %(answer)s.", answer=answer(anew).word))
    return redirect(page_of(day, context.today), 303)


def redirect_entry(
    context: RequestContext, saved: Saved, entry: CheckIn | SessionLog, text: str
) -> ResponseReturnValue:
    """Say that an entry is stored, and go on: after alarming pain to the warning signs."""
    is_answered = isinstance(entry, CheckIn) and entry.red_flags
    if is_answered or not is_alarming(entry, context.protocol.numbers):
        return redirect_saved(context, saved, text, entry.date)
    flash_saved(saved, text)
    _flash_news(context, saved)
    if "queued" not in request.form:  # a phone that sends what waited shows no page for it
        flash(gettext("Pain like this needs a few more answers."))
    return redirect(url_for("red_flags.questions"), 303)


def flash_saved(saved: Saved, text: str) -> None:
    """Say on the next page what was done, with Undo and what else it changed."""
    if saved.already and ("_flashes" in session or "queued" in request.form):
        return  # sent twice: the first answer has said it, or the phone's own list did
    if saved.change_id is None or ("queued" in request.form and _offers_undo(besides=saved.uid)):
        flash(text)  # one Undo for what a phone sends of one stop: that of the session
    else:
        undo_url = url_for("feedback.undo", change_id=saved.change_id)
        _take_undo_from(saved.uid)
        flash({"text": text, "undo_url": undo_url, "uid": saved.uid}, "undo")  # type: ignore[arg-type]  # any JSON
    for sentence in changes(saved.redecided):
        flash(sentence)


def _flash_news(context: RequestContext, saved: Saved) -> None:
    """Say what happened by it, on a page that does not say it by itself."""
    for sentence in sentences_of_news(saved.news, context.today):
        flash(sentence)


def _offers_undo(*, besides: str) -> bool:
    """Whether another entry than this is offered to be undone already."""
    said = session.get("_flashes", ())
    return any(category == "undo" and it.get("uid") != besides for category, it in said)


def _take_undo_from(uid: str) -> None:
    """Say of an entry that is changed once more what was done before, without its Undo."""
    said = session.get("_flashes", [])
    session["_flashes"] = [
        ("message", it["text"]) if category == "undo" and it.get("uid") == uid else (category, it)
        for category, it in said
    ]


@bp.post("/undo/<int:change_id>")
@sign_in_required
def undo(change_id: int) -> ResponseReturnValue:
    """Take back one change of an entry."""
    context = request_context()
    try:
        saved = entries.undo(*context.diary, change_id, **context.when)
    except CannotUndo:
        flash(gettext("This cannot be undone any more: the entry was changed again since."))
        return redirect(url_for("reading.history"), 303)
    except ReasonNeeded as needed:
        flash(
            gettext(
                "A warning sign is taken back only with a reason. Correct the check-in here,"
                " or delete it."
            )
        )
        return redirect(url_for("check_ins.edit", uid=needed.uid), 303)
    return redirect_saved(context, saved, gettext("Undone."), context.today)
