"""What the pages of check-ins and sessions share: whose diary, which moment, what is said after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypedDict
from zoneinfo import ZoneInfo

from flask import Blueprint, flash, redirect, request, session, url_for

from tracker.exchange.cells import to_date
from tracker.progression.diary import Sensation
from tracker.progression.protocol_file import known
from tracker.progression.wording import changes, headline
from tracker.services import days, entries
from tracker.services.errors import CannotUndo
from tracker.web import database, now
from tracker.web.context import account_here, current_view, sign_in_required

if TYPE_CHECKING:
    from datetime import date, datetime

    from flask.typing import ResponseReturnValue

    from tracker.progression.diary import CheckIn, DiaryDay, SessionLog
    from tracker.progression.protocol import RehabProtocol
    from tracker.services.entry_edit import Saved
    from tracker.services.episodes import EpisodeView
    from tracker.storage.database import Database
    from tracker.web.context import Viewer

bp = Blueprint("entries", __name__)


class When(TypedDict):
    """What the services ask for last: the runner's date, and the instant."""

    today: date
    now: datetime


class Desk(NamedTuple):
    """Whose diary is open, and when: `local` is the runner's own time.

    `viewer` is who reads it by a shared link; its owner does where that is None.
    """

    account_id: int
    name: str
    unit: str
    view: EpisodeView
    instant: datetime
    local: datetime
    viewer: Viewer | None = None

    @property
    def today(self) -> date:
        """The runner's date; of an ended episode, its last day."""
        day, closed = self.local.date(), self.view.closed_on
        return day if closed is None else min(day, closed)

    @property
    def protocol(self) -> RehabProtocol:
        """The protocol as it ships, before numbers were changed for the episode."""
        return known(self.view.episode.protocol)

    @property
    def diary(self) -> tuple[Database, int, int]:
        """What the services ask for first."""
        return database(), self.account_id, self.view.id

    def shown(self, records: DiaryDay) -> DiaryDay:
        """The records of a day as they may be read here: with notes, or without."""
        if self.viewer is None or self.viewer.with_notes:
            return records
        return replace(
            records,
            check_ins=tuple(replace(entry, note="") for entry in records.check_ins),
            sessions=tuple(replace(entry, note="") for entry in records.sessions),
        )

    @property
    def when(self) -> When:
        """What the services ask for last."""
        return {"today": self.today, "now": self.instant}


def desk() -> Desk:
    """Return the desk of this request; without an open episode, go and describe one."""
    account, view, instant = account_here(), current_view(), now()
    local = instant.astimezone(ZoneInfo(view.facts.timezone))
    return Desk(account.id, account.name, account.unit, view, instant, local)


def asked_day(today: date) -> date | None:
    """Return the past day that the address asks for; None for today and for no day at all."""
    try:
        day = to_date(request.args.get("date", ""))
    except ValueError:
        return None
    return day if day < today else None


def told(here: Desk, saved: Saved, text: str, day: date) -> ResponseReturnValue:
    """Say what was done, with Undo and what else it changed, and go to the day's page."""
    say(saved, text)
    if day < here.today:  # today's own page says it itself
        found = days.answered_anew(*here.diary, today=here.today)
        if found is not None:
            answer = headline(found.verdict, found.protocol, found.outlook.next_run, found.day)
            flash(f"Today’s answer is another now: {answer.word}.")
    return redirect(page_of(day, here.today), 303)


def stored(here: Desk, saved: Saved, entry: CheckIn | SessionLog, text: str) -> ResponseReturnValue:
    """Say that an entry is stored, and go on: after alarming pain to the warning signs."""
    severe = here.protocol.numbers.severe_pain
    if entry.sensation is not Sensation.SHARP and (entry.pain is None or entry.pain < severe):
        return told(here, saved, text, entry.date)
    say(saved, text)
    if "queued" not in request.form:  # a phone that sends what waited shows no page for it
        flash("Pain like this needs a few more answers.")
    return redirect(url_for("flags.screen"), 303)


def say(saved: Saved, text: str) -> None:
    """Say on the next page what was done, with Undo and what else it changed."""
    if saved.already and ("_flashes" in session or "queued" in request.form):
        return  # sent twice: the first answer has said it, or the phone's own list did
    if saved.change_id is None:
        flash(text)
    else:
        undo_url = url_for("entries.undo", change_id=saved.change_id)
        flash({"text": text, "undo_url": undo_url}, "undo")  # type: ignore[arg-type]  # any JSON
    for sentence in changes(saved.redecided):
        flash(sentence)


def page_of(day: date, today: date) -> str:
    """Return the address where a day is shown."""
    if day == today:
        return url_for("today.show")
    return url_for("history.show", month=f"{day:%Y-%m}", _anchor=day.isoformat())


@bp.post("/undo/<int:change_id>")
@sign_in_required
def undo(change_id: int) -> ResponseReturnValue:
    """Take back one change of an entry."""
    here = desk()
    try:
        saved = entries.undo(*here.diary, change_id, **here.when)
    except CannotUndo:
        flash("This cannot be undone any more: the entry was changed again since.")
        return redirect(url_for("history.show"), 303)
    return told(here, saved, "Undone.", here.today)
