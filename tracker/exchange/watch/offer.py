"""What is offered of a leg: the answers it gives to the session form, and what has to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.exchange.watch.plausible import RIDE_M_S, is_too_fast
from tracker.exchange.watch.split import DEFAULT, Threshold, split
from tracker.exchange.watch.sports import unless_on_treadmill
from tracker.language.recordings import Remark
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from tracker.exchange.watch.split import Split
    from tracker.exchange.watch.values import Leg

_NO_WALK_SECONDS = 30  # a start, a kerb, a traffic light


class Offer(NamedTuple):
    """A session's answers; `kind` is None where it has to be asked.

    Walking and jogging are None where the leg was not on foot, or does not tell them apart.
    `may_be_on_foot` says whether the runner's word for it would change that.
    """

    kind: Kind | None
    seconds: int
    metres: int | None = None
    walk_seconds: int | None = None
    jog_seconds: int | None = None
    longest_jog_seconds: int | None = None
    steps: int | None = None
    remarks: tuple[Remark, ...] = ()
    may_be_on_foot: bool = False

    @property
    def is_split(self) -> bool:
        """Whether walking and jogging were told apart."""
        return self.jog_seconds is not None


def offered(leg: Leg, jogging: Threshold = DEFAULT, *, on_foot: bool = False) -> Offer:
    """Return what to offer of a leg; `on_foot` is the runner's word that it was.

    Whatever holds jogging is a run, as recorded or not. What is faster than people run is offered
    as a run on the runner's word alone, and a ride not even then.
    """
    kind = leg.sport.kind
    if kind is not None and not (on_foot or leg.sport.is_on_foot):
        remarks = leg.remarks
        if leg.sport.is_treadmill_walk:
            remarks = (*remarks, Remark.TREADMILL)
        return Offer(kind, leg.seconds, leg.metres, remarks=remarks)
    parts = split(leg, jogging)
    fast = (Remark.TOO_FAST,) if _is_fast(leg, parts) else ()
    is_ride = _is_ride(leg, parts)
    whole = Offer(None, leg.seconds, leg.metres, remarks=(*leg.remarks, *fast))
    if is_ride or not (on_foot or (leg.sport.is_on_foot and not fast)):
        return whole._replace(may_be_on_foot=not is_ride)
    if parts.jog_seconds is None:
        open_kind = None if on_foot else kind
        return whole._replace(kind=open_kind, remarks=(*whole.remarks, Remark.NO_WAY))
    return _off_the_treadmill(_told_apart(whole, parts), leg)


def _off_the_treadmill(offer: Offer, leg: Leg) -> Offer:
    """The offer, with what was only walked on a treadmill as something else."""
    kind = offer.kind and unless_on_treadmill(offer.kind, leg.sport.name)
    if kind is offer.kind:
        return offer
    return offer._replace(kind=kind, remarks=(*offer.remarks, Remark.TREADMILL))


def _told_apart(whole: Offer, parts: Split) -> Offer:
    return whole._replace(
        kind=_kind(parts),
        seconds=parts.seconds,
        metres=parts.metres,
        walk_seconds=parts.walk_seconds,
        jog_seconds=parts.jog_seconds,
        longest_jog_seconds=parts.longest_jog_seconds,
        steps=parts.steps,
        remarks=(*whole.remarks, Remark.RIDE) if parts.ride_seconds else whole.remarks,
    )


def _is_fast(leg: Leg, parts: Split) -> bool:
    """Whether it is faster than people run so far, or a ride for the most part."""
    is_fast = parts.is_too_fast or is_too_fast(parts.seconds, parts.metres)
    return is_fast or _is_ride(leg, parts)


def _is_ride(leg: Leg, parts: Split) -> bool:
    """Whether nobody runs like that: most of it a ride, or all of it as fast as one."""
    mean = (parts.metres or 0) / max(1, parts.seconds)
    return 2 * parts.ride_seconds > leg.seconds or mean > RIDE_M_S


def _kind(parts: Split) -> Kind:
    if not parts.jog_seconds:
        return Kind.WALK
    return Kind.RUN if (parts.walk_seconds or 0) < _NO_WALK_SECONDS else Kind.WALK_JOG
