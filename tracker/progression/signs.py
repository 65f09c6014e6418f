"""Warning signs: what locks running, and which clearance opens it again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tracker.progression.episode import LOCKING_FLAGS, SCREENING, CarriedSign
from tracker.progression.standing import OpenSign

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.progression.diary import CheckIn
    from tracker.progression.episode import Clearance, Episode
    from tracker.progression.standing import Draft, Standing


def begin_day(draft: Draft, episode: Episode) -> None:
    """Open what the onboarding and an earlier episode bring, close what is cleared today."""
    if draft.open_signs:
        draft.open_signs = tuple(
            sign
            for sign in draft.open_signs
            if not any(c.date == draft.day and covers(c, sign) for c in episode.clearances)
        )
    if draft.day == draft.onset:
        for carried in episode.carried_signs:
            _open(draft, episode, [OpenSign(f, carried.date) for f in carried.flags])
    if episode.screening:
        answered_on = max(episode.screened_on or episode.onset, episode.onset)
        if draft.day == answered_on:
            _open(draft, episode, [OpenSign(a, answered_on) for a in episode.screening])


def take_in(draft: Draft, check_in: CheckIn, episode: Episode) -> None:
    """Open the signs of a check-in."""
    at = check_in.entered_at
    signs = [OpenSign(f, check_in.date, by_check_in=True, entered_at=at) for f in check_in.signs]
    _open(draft, episode, signs)


def _open(draft: Draft, episode: Episode, signs: Iterable[OpenSign]) -> None:
    """Lock running on those that lock and that no clearance covers by now."""
    draft.open_signs += tuple(
        sign
        for sign in signs
        if (sign.id in LOCKING_FLAGS or sign.id in SCREENING)
        and not any(c.date <= draft.day and covers(c, sign) for c in episode.clearances)
    )


def covers(clearance: Clearance, sign: OpenSign) -> bool:
    """Whether a clearance speaks of a sign: it names it, and was given when it was known.

    A sign that was stored after the clearance is not covered. Where one of the two times is not
    known, a sign of an earlier date is.
    """
    if clearance.covers and sign.id not in clearance.covers:
        return False
    if not sign.by_check_in:
        return sign.date <= clearance.date
    if sign.entered_at is None or clearance.entered_at is None:
        return sign.date < clearance.date
    return sign.date <= clearance.date and sign.entered_at <= clearance.entered_at


def carried(standing: Standing) -> tuple[CarriedSign, ...]:
    """The signs still open at a standing, as a new episode takes them along."""
    by_day: dict[date, list[str]] = defaultdict(list)
    for sign in standing.open_signs:
        by_day[sign.date].append(sign.id)
    return tuple(
        CarriedSign(date=day, flags=tuple(dict.fromkeys(flags)))
        for day, flags in sorted(by_day.items())
    )
