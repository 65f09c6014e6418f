"""Whose diary is open, and when: what the pages of a diary ask first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypedDict
from zoneinfo import ZoneInfo

from flask import request, url_for

from tracker.exchange.cells import to_date
from tracker.progression.diary import DiaryDay
from tracker.progression.protocol_document.reader import known
from tracker.web import database, now
from tracker.web.kit.identity import account_here, current_view

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.progression.protocol import RehabProtocol
    from tracker.services.injury.episodes import EpisodeView
    from tracker.storage.database import Database
    from tracker.web.kit.identity import Viewer


class When(TypedDict):
    """What the services ask for last: the runner's date, and the instant."""

    today: date
    now: datetime


class RequestContext(NamedTuple):
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
        return DiaryDay.of(
            [replace(entry, note="") for entry in records.check_ins],
            [replace(entry, note="") for entry in records.sessions],
        )

    @property
    def when(self) -> When:
        """What the services ask for last."""
        return {"today": self.today, "now": self.instant}


def request_context() -> RequestContext:
    """Return the desk of this request; without an open episode, go and describe one."""
    account, view, instant = account_here(), current_view(), now()
    local = instant.astimezone(ZoneInfo(view.facts.timezone))
    return RequestContext(account.id, account.name, account.unit, view, instant, local)


def asked_day(today: date) -> date | None:
    """Return the past day that the address asks for; None for today and for no day at all."""
    try:
        day = to_date(request.args.get("date", ""))
    except ValueError:
        return None
    return day if day < today else None


def page_of(day: date, today: date) -> str:
    """Return the address where a day is shown."""
    if day == today:
        return url_for("today.show")
    return url_for("history.show", month=f"{day:%Y-%m}", _anchor=day.isoformat())
