"""FIT files: one leg for each session, timed by the device's own messages."""

from __future__ import annotations

import struct
from bisect import bisect_right
from io import BytesIO
from typing import TYPE_CHECKING

import fitdecode

from tracker.exchange.watch.fit_messages import Messages
from tracker.exchange.watch.sports import fit_sport
from tracker.exchange.watch.values import RawLeg, UnusableError
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.exchange.watch.fit_messages import Session
    from tracker.exchange.watch.values import RawPoint

MOST_BYTES = 4_000_000  # more than a day, a point a second
_MOST_FRAMES = 400_000
SIGNATURE = b".FIT"
_BROKEN = (  # what fitdecode raises where a file does not keep to its format
    fitdecode.FitError, ArithmeticError, AttributeError, LookupError, TypeError, AssertionError,
    ValueError, struct.error,
)  # fmt: skip


class Fit(Messages):
    """A FIT file's messages as legs."""

    def legs(self) -> list[RawLeg]:
        """Return the sessions with their records; one leg of all that there is without any."""
        points = self.records.segments[0]
        sessions = sorted(self.sessions, key=lambda session: session.start)
        if not sessions:
            return [self._without_session(points)]
        legs = [self._leg(session) for session in sessions]
        starts = [session.start for session in sessions]
        last = None
        for point in points:
            index = max(0, bisect_right(starts, point.at) - 1)
            if index and sessions[index - 1].end >= point.at == starts[index] != last:
                index -= 1  # the last of one and the first of the next are of the same second
            legs[index].add(point)
            last = point.at
        for leg, session, end in zip(legs, sessions, [*starts[1:], None], strict=True):
            leg.timer = self._timer(session.start, end)
        return legs

    def _leg(self, session: Session) -> RawLeg:
        sport = fit_sport(*session.sport)
        if sport.kind is None and not sport.name and len(self.sessions) == 1:
            sport = fit_sport(*self.sport)
        return RawLeg(
            sport=sport,
            start=session.start,
            seconds=session.seconds,
            metres=session.metres,
            is_timed=bool(session.seconds),
            offset=self.offset,
        )

    def _without_session(self, points: Sequence[RawPoint]) -> RawLeg:
        """A watch whose battery died wrote no session: what it had written until then."""
        leg = RawLeg(sport=fit_sport(*self.sport), offset=self.offset, unset=self.records.unset)
        for point in points:
            leg.add(point)
        leg.timer = self._timer(None, None)
        leg.seconds = sum(self.lengths) or (0.0 if points else sum(self.laps)) or None
        leg.is_timed = bool(self.lengths)
        return leg

    def _timer(self, first: float | None, last: float | None) -> list[tuple[float, float]]:
        """The stretches in which the timer ran, of those that begin between two instants."""
        points = self.records.segments[0]
        if not points or not any(starts for _, starts in self.timer):
            return []
        end = points[-1].at if last is None else last
        events = [*sorted(self.timer, key=lambda event: event[0]), (end, False)]
        running: float | None = None
        stretches = []
        for at, starts in events:
            if starts and running is None:
                running = at
            elif not starts and running is not None:
                stretches.append((running, at))
                running = None
        begin = points[0].at if first is None else first
        return [(b, e) for b, e in stretches if e > begin and (last is None or b < last)]


def read_fit(content: bytes) -> Fit:
    """Read a FIT file as far as it is good. Raises UnusableError for what holds too much."""
    fit, body_end = Fit(), 0
    how = {
        "check_crc": fitdecode.CrcCheck.READONLY,
        "error_handling": fitdecode.ErrorHandling.IGNORE,
    }
    try:
        with fitdecode.FitReader(BytesIO(_with_its_size(content)), **how) as frames:
            for many, frame in enumerate(frames):
                if many > _MOST_FRAMES:
                    raise UnusableError(gettext("holds more than a day's recording"))
                if frame.frame_type == fitdecode.FIT_FRAME_DATA:
                    fit.take(frame)
                elif frame.frame_type == fitdecode.FIT_FRAME_CRC:
                    fit.is_checked = fit.is_checked and bool(frame.matched)
                elif frame.frame_type == fitdecode.FIT_FRAME_HEADER:
                    body_end += frame.header_size + frame.body_size
    except fitdecode.FitEOFError:
        fit.is_checked = False
        fit.is_whole = body_end == len(content)  # nothing but the checksum is missing
    except _BROKEN:
        fit.is_whole = False
    return fit


def _with_its_size(content: bytes) -> bytes:
    """The file with its true length in its header: a watch that dies leaves 0 there."""
    header, size = content[0], int.from_bytes(content[4:8], "little")
    if size or len(content) <= header:
        return content
    return content[:4] + (len(content) - header).to_bytes(4, "little") + content[8:]
