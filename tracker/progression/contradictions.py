"""Answers that cannot both be true. Forms and files ask here, so that they refuse the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import Sensation
from tracker.progression.episode import DENIED

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn, SessionLog

_HURTS = frozenset({Sensation.PAIN, Sensation.SHARP})
_SLACK_SECONDS = 60  # minutes are often rounded


class Contradiction(NamedTuple):
    """A field, named as in files and forms, and a sentence that says what does not fit."""

    field: str
    sentence: str


def check_in_contradictions(check_in: CheckIn) -> tuple[Contradiction, ...]:
    """What does not fit between the answers of a check-in."""
    if DENIED in check_in.red_flags and len(check_in.red_flags) > 1:
        sentence = f"{DENIED} stands for all signs denied: it cannot stand beside one"
        return (Contradiction("red_flags", sentence),)
    if check_in.pain == 0 and check_in.sensation in _HURTS:
        sentence = "a score of 0 means no pain: choose none or soreness, or a higher score"
        return (Contradiction("sensation", sentence),)
    if check_in.pain > 0 and check_in.sensation is Sensation.NONE:
        sentence = f"felt nothing, yet the score is {check_in.pain}: choose what it felt like"
        return (Contradiction("sensation", sentence),)
    return ()


def session_contradictions(session: SessionLog) -> tuple[Contradiction, ...]:
    """What does not fit between the minutes of a session."""
    contradictions = []
    jog, longest, whole = session.jog_seconds, session.longest_jog_seconds, session.seconds
    if whole is not None and jog > whole + _SLACK_SECONDS:
        sentence = "the jogging is longer than the whole session"
        contradictions.append(Contradiction("jog_minutes", sentence))
    if longest is not None and longest > jog:
        sentence = "the longest jog is longer than all jogging together"
        contradictions.append(Contradiction("longest_jog_minutes", sentence))
    return tuple(contradictions)
