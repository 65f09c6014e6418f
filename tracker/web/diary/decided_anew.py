"""The notice that every day was decided anew: by another engine, or by other numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, redirect, url_for

from tracker.language import basis as words
from tracker.services.diary import basis
from tracker.web import now
from tracker.web.kit.identity import cached_until_commit, sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.services.diary.basis import DecidedAnew
    from tracker.storage.database import Database
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("decided_anew", __name__)


class Notice(NamedTuple):
    """What changed in sentences: what counts first, then day by day."""

    sentences: tuple[str, ...]
    days: tuple[str, ...]


def notice(context: RequestContext) -> Notice | None:
    """Return what the runner is told, until they put it away; None where there is nothing.

    It is for their own eyes, and about the episode that goes on.
    """
    if context.viewer is not None or not context.view.is_open:
        return None
    anew = cached_until_commit(_latest, context.account_id, context.view.id, context.today)
    if anew is None:
        return None
    today = context.today
    days = [words.answer(*day, today) for day in anew.days]
    first = days[:1] if anew.days and anew.days[0].date == today else []
    sentences = (
        *first,
        words.why(engine_changed=anew.engine_changed),
        words.where(anew.before, anew.after),
        words.runs(anew.deviations, anew.cleared),
    )
    return Notice(tuple(s for s in sentences if s), tuple(days[len(first) :]))


@bp.post("/decided-anew/seen")
@sign_in_required
def seen() -> ResponseReturnValue:
    """Put the notice away."""
    context = request_context()
    basis.put_away(*context.diary, now=now())
    return redirect(url_for("today.verdict"), 303)


def _latest(diary: Database, account_id: int, episode_id: int, day: date) -> DecidedAnew | None:
    del day  # what the notice is cached for
    return basis.latest(diary, account_id, episode_id, now=now())
