"""The fields of check-ins, sessions and care entries: whatever reads or writes one derives from it.

A new field stands here, in the value (`progression/diary.py`), as a column of its table
(`storage/tables/diary.py` and a migration) and, where people are asked for it, in a form. The
order is that of the columns of the files.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from tracker.content.care import CareEntry, CareKind
from tracker.entries import codecs
from tracker.entries.schema import Field, Schema
from tracker.progression.contradictions import check_in_contradictions, session_contradictions
from tracker.progression.diary import (
    RUNNING_KINDS,
    CheckIn,
    Kind,
    Mark,
    Moment,
    Sensation,
    SessionLog,
)
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_NOTE = 2000
LONGEST_ID = 80
_ID = re.compile(rf"(?!\.+$)[A-Za-z0-9._:-]{{1,{LONGEST_ID}}}", re.ASCII)  # dots lead elsewhere


def is_id(text: str) -> bool:
    """Whether a text can be the id of an entry, which is part of its page's address."""
    return _ID.fullmatch(text) is not None


def id_rule() -> str:
    """Return what is said of an id that cannot be one."""
    return gettext(
        "must be 1 to %(most)d letters, digits or one of . _ : -, and not dots alone",
        most=LONGEST_ID,
    )


def id_beside(uid: str, word: str) -> str:
    """The id of an entry that is made along with another: the same one each time."""
    beside = f"{uid}-{word}"
    return beside if is_id(beside) else hashlib.sha256(beside.encode()).hexdigest()


def _of_a_run(values: Mapping[str, Any]) -> bool:
    return values["kind"] in RUNNING_KINDS


def _has_walking(session: SessionLog) -> bool:
    return session.kind in RUNNING_KINDS or session.walk_seconds > 0


def _has_jogging(session: SessionLog) -> bool:
    return session.kind in RUNNING_KINDS or session.jog_seconds > 0


_DATE = Field(name="date", codec=codecs.DATE, about="the day")
_TIME = Field(name="time", codec=codecs.TIME, about="the time of day; may be empty")
_NOTE = Field(
    name="note",
    codec=codecs.TEXT,
    about="your words",
    is_text=True,
    limits={"maxLength": LONGEST_NOTE},
)
_ENTERED_AT = Field(
    name="entered_at", codec=codecs.INSTANT, about="when it was typed in", ours=True
)
ID = Field(
    name="id",
    codec=codecs.TEXT,
    about="what the tracker knows it by",
    is_text=True,
    limits={"pattern": f"^{_ID.pattern}$"},
)
_LIMP = Field(name="limp", codec=codecs.TICK, about="a tick: you limped")

CHECK_IN = Schema(
    CheckIn,
    "check_in",
    "check_ins.csv",
    (
        _DATE,
        _TIME,
        Field(name="moment", codec=codecs.word(Moment), about="waking, day, evening or night"),
        Field(
            name="pain",
            codec=codecs.SCORE,
            about="worst pain since the last entry, 0 (none) to 10",
        ),
        Field(
            name="sensation", codec=codecs.word(Sensation), about="none, soreness, pain or sharp"
        ),
        _LIMP,
        Field(name="painkiller", codec=codecs.TICK, about="a tick: you took a painkiller"),
        Field(
            name="red_flags",
            codec=codecs.FLAGS,
            about="ids of warning signs, joined by ; or none: asked, and all denied. Empty:"
            " not asked",
        ),
        Field(
            name="confidence",
            codec=codecs.SCORE,
            about="how sure you were of running as before, 0 to 10, or empty",
        ),
        Field(
            name="expected_return",
            codec=codecs.DATE_OR_NONE,
            about="the day you expected it on, or empty",
        ),
        _NOTE,
        _ENTERED_AT,
        ID,
    ),
    check_in_contradictions,
)

SESSION = Schema(
    SessionLog,
    "session",
    "sessions.csv",
    (
        _DATE,
        _TIME,
        Field(
            name="kind",
            codec=codecs.word(Kind),
            about="walk, walk_jog, run, bike, swim, strength, stretch, massage or other",
        ),
        Field(name="seconds", column="minutes", codec=codecs.SECONDS, about="the whole session"),
        Field(
            name="walk_seconds",
            column="walk_minutes",
            codec=codecs.SECONDS,
            about="walking in a run",
            written_if=_has_walking,
        ),
        Field(
            name="jog_seconds",
            column="jog_minutes",
            codec=codecs.SECONDS,
            about="jogging",
            needed_if=_of_a_run,
            written_if=_has_jogging,
        ),
        Field(
            name="longest_jog_seconds",
            column="longest_jog_minutes",
            codec=codecs.SECONDS,
            about="the longest jog without a break",
        ),
        Field(name="distance_m", column="distance_km", codec=codecs.METRES, about="distance"),
        Field(name="effort", codec=codecs.SCORE, about="how hard it was, 0 to 10, or empty"),
        Field(name="pain", codec=codecs.SCORE, about="worst pain during it, 0 to 10, or empty"),
        Field(
            name="sensation",
            codec=codecs.word(Sensation),
            about="none, soreness, pain or sharp, or empty",
        ),
        _LIMP,
        Field(
            name="stopped_early",
            codec=codecs.TICK,
            about="a tick: you stopped before its end because of it",
        ),
        Field(
            name="deviation",
            codec=codecs.word(Mark),
            about='empty; or this run was not cleared: "confirmed" when it was recorded,'
            ' "re-decided" when something recorded later showed it',
            ours=True,
        ),
        _NOTE,
        _ENTERED_AT,
        ID,
    ),
    session_contradictions,
)

CARE = Schema(
    CareEntry,
    "care",
    "care.csv",
    (
        _DATE,
        _TIME,
        Field(
            name="kind",
            codec=codecs.word(CareKind),
            about="ice, compression, elevation, rest, warm_bath, massage, stretch_before or"
            " stretch_after",
        ),
        Field(name="minutes", codec=codecs.WHOLE_MINUTES, about="how long, in whole minutes"),
        _NOTE,
        _ENTERED_AT,
        ID,
    ),
)

SCHEMAS: Mapping[str, Schema[Any]] = {schema.word: schema for schema in (CHECK_IN, SESSION, CARE)}


def schema_of(entry: CheckIn | SessionLog | CareEntry) -> Schema[Any]:
    """The schema of an entry."""
    return next(schema for schema in SCHEMAS.values() if isinstance(entry, schema.kind))
