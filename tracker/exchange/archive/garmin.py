"""Garmin's archive, and any ZIP of recordings: files of all kinds, often in ZIPs within.

Most FIT files of a takeout are no recordings but steps, sleep and settings. Each file is summed up
by its own messages; one that has no sum is read as a recording.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from tracker.exchange.archive import fit_summary
from tracker.exchange.archive.activity import Activity, Place, Step, Unreadable
from tracker.exchange.archive.bounded import UnusableMemberError
from tracker.exchange.archive.container import names_ending
from tracker.exchange.archive.fit_sports import sport_of
from tracker.exchange.parse_errors import FilesError
from tracker.exchange.watch.wrapping import MOST_BYTES
from tracker.progression.diary import Kind
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from tracker.exchange.archive.activity import Piece
    from tracker.exchange.archive.container import Files
    from tracker.exchange.archive.fit_summary import Summary

SOURCE, FROM_A_FILE = "Garmin", "a file"
_OF_GARMIN = "di_connect/"
_HEAD = 200
_LONGEST_S = 86_400 * 2
_FILES_A_STEP = 50
_RECORDINGS = (".fit", ".gpx", ".tcx", ".fit.gz", ".gpx.gz", ".tcx.gz")


def is_there(files: Files) -> bool:
    """Whether there is anything that may be a recording."""
    return bool(names_ending(files, ".zip", *_RECORDINGS))


def activities(files: Files, begin: int = 0) -> Iterator[Piece]:
    """Every activity of every file; after some files is a step that one may go on from."""
    source = SOURCE if any(_OF_GARMIN in name.lower() for name in files.sizes) else FROM_A_FILE
    places = names_ending(files, *_RECORDINGS, ".zip")
    number = 0
    for done, name in enumerate(places):
        inside: Sequence[str] = ("",)
        if name.lower().endswith(".zip"):
            try:
                inside = list(files.inside(name).sizes)
            except UnusableMemberError as error:
                yield Unreadable(name, str(error))
                inside = ()
        for within, inner in enumerate(inside):
            number += 1
            if number <= begin:
                continue
            pieces = list(_pieces_of(files, Place(name, inner), source))
            yield from pieces
            if pieces or number % _FILES_A_STEP == 0:
                share = round(1000 * (within + 1) / len(inside))
                yield Step(1000 * done + share, 1000 * len(places), number)
    yield Step(1, 1, number)


def _pieces_of(files: Files, place: Place, source: str) -> Iterator[Piece]:
    name = (place.inside or place.file).lower()
    if name.endswith(_RECORDINGS):
        yield from _activities_of(files, place, source)
    elif name.endswith(".zip"):
        yield Unreadable(str(place), gettext("is a ZIP in a ZIP in a ZIP: it is not opened"))


def _activities_of(files: Files, place: Place, source: str) -> Iterator[Piece]:
    try:
        if not _may_be_recording(files, place):
            return
        content = files.read(place, MOST_BYTES)
    except UnusableMemberError as error:
        yield Unreadable(str(place), str(error))
        return
    uid = f"file-{hashlib.sha256(content).hexdigest()[:32]}"
    summary = fit_summary.summary(content) if _is_fit(content) else None
    if summary is not None and summary.type not in (fit_summary.ACTIVITY, None):
        return
    if summary is None or not summary.sessions:
        yield from _as_recording(content, place, source, uid)
    else:
        yield from _summed_up(summary, place, source, uid)


def _may_be_recording(files: Files, place: Place) -> bool:
    """Whether a FIT file says at its beginning that it is a recording; any other may be one."""
    head = files.head(place, _HEAD)
    return fit_summary.file_type(head) in (fit_summary.ACTIVITY, None)


def _is_fit(content: bytes) -> bool:
    return content[8:12] == fit_summary.SIGNATURE


def _summed_up(summary: Summary, place: Place, source: str, uid: str) -> Iterator[Piece]:
    """An activity for each session; one alone can be read more closely later."""
    single = len(summary.sessions) == 1
    for number, session in enumerate(summary.sessions):
        if not 0 < session.seconds <= _LONGEST_S:
            yield Unreadable(str(place), gettext("says no time that can be right"))
            continue
        yield Activity(
            id=uid if single else f"{uid}-{number + 1}",
            kind=sport_of(session.sport, session.sub_sport),
            start=_at(session.start, summary.offset),
            seconds=session.seconds,
            metres=session.metres or None,
            source=source,
            recording=place if single else None,
        )


def _at(start: datetime, offset: timedelta | None) -> datetime:
    """An instant as the watch's own clock showed it, where that is known."""
    within_a_day = offset is not None and abs(offset) < timedelta(days=1)
    return start.astimezone(timezone(offset)) if offset is not None and within_a_day else start


def _as_recording(content: bytes, place: Place, source: str, uid: str) -> Iterator[Piece]:
    from tracker.exchange.watch.recording import read_recording  # readers of three formats

    try:
        recording = read_recording(content, str(place))
    except FilesError as error:
        yield Unreadable(str(place), error.faults[0].what)
        return
    leg = recording.legs[0]
    yield Activity(
        id=uid,
        kind=leg.sport.kind or Kind.OTHER,
        start=leg.start,
        seconds=leg.seconds,
        metres=leg.metres,
        source=source,
        recording=place,
    )
