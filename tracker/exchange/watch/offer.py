"""What is offered of a leg: the answers it gives to the session form, and what has to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.exchange.watch.plausible import is_too_fast
from tracker.exchange.watch.split import DEFAULT, Threshold, split
from tracker.language.recordings import Remark
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from tracker.exchange.watch.split import Split
    from tracker.exchange.watch.values import Leg

_NO_WALK_SECONDS = 30  # a start, a kerb, a traffic light


class Offer(NamedTuple):
    """A session's answers; `kind` is None where it has to be asked.

    Walking and jogging are None where the leg was not on foot, or does not tell them apart.
    """

    kind: Kind | None
    seconds: int
    metres: int | None = None
    walk_seconds: int | None = None
    jog_seconds: int | None = None
    longest_jog_seconds: int | None = None
    steps: int | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def is_split(self) -> bool:
        """Whether walking and jogging were told apart."""
        return self.jog_seconds is not None


def offered(leg: Leg, jogging: Threshold = DEFAULT, *, on_foot: bool = False) -> Offer:
    """Return what to offer of a leg; `on_foot` is the runner's word that it was.

    Whatever holds jogging is a run, as recorded or not; no run is offered that is faster than
    people run.
    """
    kind = leg.sport.kind
    if not (on_foot or leg.sport.is_on_foot):
        remarks = (*leg.remarks, Remark.TOO_FAST) if kind is None and _is_ride(leg) else leg.remarks
        return Offer(kind, leg.seconds, leg.metres, remarks=remarks)
    parts = split(leg, jogging)
    if parts.jog_seconds is None:
        said = None if on_foot or is_too_fast(leg.seconds, leg.metres) else kind
        why = Remark.TOO_FAST if is_too_fast(leg.seconds, leg.metres) else Remark.NO_WAY
        return Offer(said, leg.seconds, leg.metres, remarks=(*leg.remarks, why))
    if _is_beyond(leg, parts):
        return Offer(None, leg.seconds, leg.metres, remarks=(*leg.remarks, Remark.TOO_FAST))
    return Offer(
        _kind(parts),
        parts.seconds,
        parts.metres,
        parts.walk_seconds,
        parts.jog_seconds,
        parts.longest_jog_seconds,
        parts.steps,
        (*leg.remarks, Remark.RIDE) if parts.ride_seconds else leg.remarks,
    )


def _is_ride(leg: Leg) -> bool:
    return _is_beyond(leg, split(leg))


def _is_beyond(leg: Leg, parts: Split) -> bool:
    """Whether it cannot have been on foot: a ride for the most part, or too far for its time."""
    is_ride = 2 * parts.ride_seconds > leg.seconds
    return is_ride or parts.is_too_fast or is_too_fast(parts.seconds, parts.metres)


def _kind(parts: Split) -> Kind:
    if not parts.jog_seconds:
        return Kind.WALK
    return Kind.RUN if (parts.walk_seconds or 0) < _NO_WALK_SECONDS else Kind.WALK_JOG
