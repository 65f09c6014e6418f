"""Whose diary is open, and when: what the pages of a diary ask first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypedDict
from zoneinfo import ZoneInfo

from flask import g, request, url_for

from tracker.entries.cells import to_date
from tracker.progression.diary import DiaryDay
from tracker.progression.guardrails import changes
from tracker.progression.protocol import REGULAR_MEDICINE
from tracker.progression.protocol_document.reader import known
from tracker.web import database, now
from tracker.web.kit.identity import current_view, day_of, own_account

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.progression.protocol import RehabProtocol
    from tracker.services.injury.episodes import EpisodeView
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database


class When(TypedDict):
    """What the services ask for last: the runner's date, and the instant."""

    today: date
    now: datetime


class Viewer(NamedTuple):
    """Who reads a diary that is not theirs: whose, how much of it, and whether they may answer.

    By a shared link: by which (`token`), until when. By consent: as which account, by which
    consent. `mount` is the blueprint that its pages hang on.
    """

    owner: str
    with_notes: bool
    for_answer: bool
    mount: str
    token: str = ""
    until: datetime | None = None
    account_id: int = 0
    consent_id: int = 0

    @property
    def answer(self) -> str:
        """The endpoint of the form for an answer, where there may be one."""
        return f"{self.mount}.answer" if self.account_id else f"{self.mount}.answer.give"


class RequestContext(NamedTuple):
    """Whose diary is open, and when: `local` is the runner's own time, on the runner's day.

    `viewer` is who reads it that it does not belong to; its owner does where that is None.
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

    @property
    def may_read_notes(self) -> bool:
        """Whether this reader is shown what the runner wrote in their own words."""
        return self.viewer is None or self.viewer.with_notes

    def readable(self, records: DiaryDay) -> DiaryDay:
        """The records of a day as they may be read here: with notes, or without."""
        if self.may_read_notes:
            return records
        return DiaryDay.of(
            [replace(entry, note="") for entry in records.check_ins],
            [replace(entry, note="") for entry in records.sessions],
        )

    def takes_medicine(self, day: date | None = None) -> bool:
        """Whether a daily medicine is known of on a day, today if none is given."""
        known_of = changes(self.view.episode, day or self.today).get(REGULAR_MEDICINE)
        return known_of is not None and bool(known_of.value)

    @property
    def when(self) -> When:
        """What the services ask for last."""
        return {"today": self.today, "now": self.instant}


def context_of(account: Account, view: EpisodeView, viewer: Viewer | None = None) -> RequestContext:
    """Return the context of an episode's pages, now."""
    instant = now()
    local = instant.astimezone(ZoneInfo(view.facts.timezone))
    local += day_of(account.id, view) - local.date()
    return RequestContext(account.id, account.name, account.unit, view, instant, local, viewer)


def request_context() -> RequestContext:
    """Return whose diary this request is about: as it was opened for reading, else one's own.

    Without an open episode, go and describe one.
    """
    return opened_context() or context_of(own_account(), current_view())


def open_for_reading(context: RequestContext) -> None:
    """Let the pages of this request read a diary that is not the runner's own open one."""
    g.context = context


def opened_context() -> RequestContext | None:
    """Return what this request was opened for: an ended episode, a shared link; else None."""
    context: RequestContext | None = g.get("context")
    return context


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
        return url_for("today.verdict")
    return url_for("reading.history", month=f"{day:%Y-%m}", _anchor=day.isoformat())
