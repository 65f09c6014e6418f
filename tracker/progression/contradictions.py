"""Answers that cannot both be true. Forms and files ask here, so that they refuse the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import RUNNING_KINDS, Sensation
from tracker.progression.episode import DENIED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, time

    from tracker.progression.diary import CheckIn, Kind, SessionLog

_HURTS = frozenset({Sensation.PAIN, Sensation.SHARP})
_SLACK_SECONDS = 60  # minutes are often rounded


class Contradiction(NamedTuple):
    """A field, named as in files and forms, and what does not fit: a message and its values.

    `language/` says it.
    """

    field: str
    text: str
    values: Mapping[str, object] = {}


def N_(text: str) -> str:  # noqa: N802 - what the catalogues of messages look for
    """Mark a message to be translated."""
    return text


def check_in_contradictions(check_in: CheckIn) -> tuple[Contradiction, ...]:
    """What does not fit between the answers of a check-in."""
    if DENIED in check_in.red_flags and len(check_in.red_flags) > 1:
        text = N_("%(denied)s stands for all signs denied: it cannot stand beside one")
        return (Contradiction("red_flags", text, {"denied": DENIED}),)
    if check_in.pain == 0 and check_in.sensation in _HURTS:
        text = N_("a score of 0 means no pain: choose none or soreness, or a higher score")
        return (Contradiction("sensation", text),)
    if check_in.pain > 0 and check_in.sensation is Sensation.NONE:
        text = N_("felt nothing, yet the score is %(score)d: choose what it felt like")
        return (Contradiction("sensation", text, {"score": check_in.pain}),)
    return ()


def session_contradictions(session: SessionLog) -> tuple[Contradiction, ...]:
    """What does not fit between the minutes of a session."""
    contradictions = []
    jog, longest, whole = session.jog_seconds, session.longest_jog_seconds, session.seconds
    if whole is not None and jog > whole + _SLACK_SECONDS:
        text = N_("the jogging is longer than the whole session")
        contradictions.append(Contradiction("jog_minutes", text))
    if longest is not None and longest > jog:
        text = N_("the longest jog is longer than all jogging together")
        contradictions.append(Contradiction("longest_jog_minutes", text))
    return tuple(contradictions)


def not_come_yet(day: date, clock: time | None, now: datetime) -> tuple[Contradiction, ...]:
    """That an entry is dated after the present, `now` in the runner's own time without a zone."""
    if day > now.date():
        text = N_("This day has not come yet. Choose today or an earlier day.")
        return (Contradiction("date", text),)
    if day == now.date() and clock is not None and clock > now.time():
        text = N_("This time has not come yet. Choose an earlier one.")
        return (Contradiction("time", text),)
    return ()


def expected_in_the_past(check_in: CheckIn) -> tuple[Contradiction, ...]:
    """That the return is expected on a day that had passed."""
    if check_in.expected_return is None or check_in.expected_return >= check_in.date:
        return ()
    text = N_("This day has passed. Give one that is still to come, or leave it empty")
    return (Contradiction("expected_return", text),)


def jogging_outside_a_run(kind: Kind, jog_seconds: int | None) -> tuple[Contradiction, ...]:
    """That jogging is told of what is no run; of a run, that none is told, which may be 0."""
    if kind in RUNNING_KINDS:
        text = N_("give the minutes you jogged; 0 is fine")
        return () if jog_seconds is not None else (Contradiction("jog_minutes", text),)
    text = N_("only a run, or a walk and jog, has jogging: change what you did")
    return (Contradiction("jog_minutes", text),) if jog_seconds else ()
