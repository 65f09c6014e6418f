"""Entries as they are stored: page after page, the latest first, and one by its id."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from flask import url_for
from marshmallow import ValidationError, fields

from tracker.entries.cells import to_date, to_time
from tracker.entries.fields import is_id, schema_of
from tracker.services.diary import care, entries
from tracker.services.errors import NotFound
from tracker.translations import gettext
from tracker.web.api.context import EpisodeQuery, answer, diary
from tracker.web.api.limits import Within
from tracker.web.api.openapi import Blueprint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask import Response

    from tracker.content.care import CareEntry
    from tracker.progression.diary import CheckIn, SessionLog

    Entry = CheckIn | SessionLog | CareEntry

bp = Blueprint("entries", "Check-ins, sessions and care as they are stored")

_PAGE, _LARGEST_PAGE = 100, 500
_BETWEEN = "~"


def _key(entry: Entry) -> tuple[dt.date, dt.time, str]:
    """Where an entry stands in the order: it stays there whatever is added meanwhile."""
    return entry.date, entry.time or dt.time.min, entry.id


class CursorField(fields.String):
    """Where the page before ended, as its `next` says."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        text = super()._deserialize(value, *args, **kwargs)
        try:
            day, clock, uid = str(text).split(_BETWEEN)
            return to_date(day), to_time(clock), uid
        except ValueError:
            raise ValidationError(gettext("take it from the `next` of the page before")) from None


class PageQuery(EpisodeQuery):
    """Which page."""

    limit = fields.Integer(
        load_default=_PAGE,
        validate=Within(1, _LARGEST_PAGE),
        metadata={"description": "how many at most"},
    )
    cursor = CursorField(
        metadata={
            "description": "where the page before ended: from its next",
            "pattern": f"^[0-9-]{{10}}{_BETWEEN}[0-9:]{{8}}{_BETWEEN}.+$",
        }
    )


@bp.reads("/check-ins", "CheckIns", PageQuery)
def check_ins(query: dict[str, Any]) -> Response:
    """Check-ins: how it felt."""
    recorded, _ = entries.every(*diary(query.get("episode")).diary)
    return _page(recorded, query, ".check_ins")


@bp.reads("/sessions", "Sessions", PageQuery)
def sessions(query: dict[str, Any]) -> Response:
    """Sessions: what was done."""
    _, recorded = entries.every(*diary(query.get("episode")).diary)
    return _page(recorded, query, ".sessions")


@bp.reads("/care", "Cares", PageQuery)
def care_log(query: dict[str, Any]) -> Response:
    """Care: what was done for the sore area."""
    return _page(care.log(*diary(query.get("episode")).diary), query, ".care_log")


@bp.reads("/check-ins/<uid>", "CheckIn", EpisodeQuery)
def check_in(query: dict[str, Any], uid: str) -> Response:
    """One check-in."""
    return one(entries.find_check_in(*diary(query.get("episode")).diary, _known(uid)))


@bp.reads("/sessions/<uid>", "Session", EpisodeQuery)
def session(query: dict[str, Any], uid: str) -> Response:
    """One session."""
    return one(entries.find_session(*diary(query.get("episode")).diary, _known(uid)))


@bp.reads("/care/<uid>", "Care", EpisodeQuery)
def care_entry(query: dict[str, Any], uid: str) -> Response:
    """One care entry."""
    return one(care.find(*diary(query.get("episode")).diary, _known(uid)))


def one(entry: Entry, status: int = 200) -> Response:
    """Return an entry as it is stored."""
    return answer(schema_of(entry).snapshot(entry), status)


def _known(uid: str) -> str:
    """The id, if it can be one: what is none is not asked for."""
    if not is_id(uid):
        raise NotFound(uid)
    return uid


def _page(recorded: Sequence[Entry], query: dict[str, Any], endpoint: str) -> Response:
    latest_first = sorted(recorded, key=_key, reverse=True)
    after, limit = query.get("cursor"), query["limit"]
    left = [entry for entry in latest_first if after is None or _key(entry) < after]
    page = left[:limit]
    following = None
    if len(left) > limit:
        day, clock, uid = _key(page[-1])
        cursor = _BETWEEN.join((day.isoformat(), clock.isoformat(), uid))
        asked = {"episode": query.get("episode"), "limit": limit, "cursor": cursor}
        following = url_for(endpoint, **asked)
    return answer(
        {"items": [schema_of(entry).snapshot(entry) for entry in page], "next": following}
    )
