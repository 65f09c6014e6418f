"""Pain in figures: the scores of some days, from which every page, chart and file speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import Sensation
from tracker.progression.recovery import first_median, recent_median

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.progression.diary import CheckIn, Diary, SessionLog
    from tracker.progression.timeline import DayOutcome


class DayScore(NamedTuple):
    """The worst score of a day, 0-10."""

    score: int
    day: date


class Pain(NamedTuple):
    """Daily worst scores, 0-10. Medians are None where too few days were scored to carry one.

    `at_first` is the episode's first scored day; `worst` (its first day) and `latest` are of the
    span, as is the rest. `unscored` are the days on which pain was felt that got no score.
    """

    at_first: DayScore | None
    worst: DayScore | None
    latest: DayScore | None
    first_week: float | None
    last_week: float | None
    days: int
    scored_days: int
    without_pain: int
    unscored: tuple[date, ...]


def pain_of(diary: Diary, outcomes: Sequence[DayOutcome], first: date) -> Pain:
    """The pain of the days from `first` to the last of `outcomes`, all days since onset."""
    scores = list(_scored(outcomes))
    span = [it for it in scores if it.day >= first]
    days = [o.standing.day for o in outcomes if o.standing.day >= first]
    felt = {day: [r for r in diary.day(day).records if is_called_pain(r)] for day in days}
    end = outcomes[-1]
    return Pain(
        at_first=scores[0] if scores else None,
        worst=max(span, key=lambda it: it.score, default=None),
        latest=span[-1] if span else None,
        first_week=first_median(end.protocol, end.standing),
        last_week=recent_median(end.protocol, end.standing),
        days=len(days),
        scored_days=len(span),
        without_pain=sum(it.score == 0 and not felt[it.day] for it in span),
        unscored=tuple(day for day, said in felt.items() if any(r.pain is None for r in said)),
    )


def _scored(outcomes: Sequence[DayOutcome]) -> list[DayScore]:
    answers = ((o.standing.today.worst, o.standing.day) for o in outcomes)
    return [DayScore(worst, day) for worst, day in answers if worst is not None]


def is_called_pain(record: CheckIn | SessionLog) -> bool:
    """Whether a record speaks of pain, whatever its score."""
    return record.sensation in {Sensation.PAIN, Sensation.SHARP}
