"""Warning signs: what locks running, and which clearance opens it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.episode import LOCKING_FLAGS, SCREENING
from tracker.progression.standing import OpenSign

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.progression.diary import CheckIn
    from tracker.progression.episode import Clearance, Episode
    from tracker.progression.standing import Draft


def begin_day(draft: Draft, episode: Episode) -> None:
    """Open what the onboarding and an earlier episode bring, close what is cleared today."""
    draft.open_signs = tuple(
        sign
        for sign in draft.open_signs
        if not any(c.date == draft.day and covers(c, sign) for c in episode.clearances)
    )
    for carried in episode.carried_signs:
        if draft.day == max(draft.onset, carried.date):
            _open(
                draft,
                episode,
                [OpenSign(f, carried.date, entered_at=carried.entered_at) for f in carried.flags],
            )
    answered_on = max(episode.screened_on or episode.onset, episode.onset)
    if draft.day == answered_on:
        _open(
            draft,
            episode,
            [OpenSign(a, answered_on, entered_at=episode.screened_at) for a in episode.screening],
        )


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
    if sign.entered_at is None or clearance.entered_at is None:
        is_same_day = sign.date == clearance.date and not sign.by_check_in
        return is_same_day or sign.date < clearance.date
    return sign.date <= clearance.date and sign.entered_at <= clearance.entered_at


def taken_away(episode: Episode, old: CheckIn, new: CheckIn | None) -> tuple[str, ...]:
    """The locking signs of a check-in that an edit (a deletion without `new`) takes out of force.

    A sign is taken away too where the check-in is moved before the onset, where nothing is read,
    or to a day whose clearance would cover it.
    """

    def is_covered(check_in: CheckIn, flag: str) -> bool:
        sign = OpenSign(flag, check_in.date, by_check_in=True, entered_at=check_in.entered_at)
        return any(covers(clearance, sign) for clearance in episode.clearances)

    def stands(flag: str) -> bool:
        if new is None or flag not in new.signs or new.date < episode.onset <= old.date:
            return False
        return is_covered(old, flag) or not is_covered(new, flag)

    return tuple(flag for flag in old.signs if flag in LOCKING_FLAGS and not stands(flag))
