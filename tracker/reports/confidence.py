"""How sure a runner was of coming back, and when they expected to: told beside, never scored."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.phrases import full_date
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tracker.progression.diary import CheckIn


class Belief(NamedTuple):
    """What was answered on a day: how sure, 0-10, and the day expected; None where not answered."""

    day: date
    confidence: int | None
    expected: date | None


def beliefs(check_ins: Iterable[CheckIn]) -> tuple[Belief, ...]:
    """Every answer, by day; of several on a day the last."""
    by_day: dict[date, Belief] = {}
    for it in check_ins:
        if it.confidence is not None or it.expected_return is not None:
            known = by_day.get(it.date, Belief(it.date, None, None))
            by_day[it.date] = Belief(
                it.date,
                known.confidence if it.confidence is None else it.confidence,
                it.expected_return or known.expected,
            )
    return tuple(by_day[day] for day in sorted(by_day))


def in_a_line(said: Sequence[Belief]) -> str:
    """The first and the last answers, for a clinician."""
    sure = [(it.confidence, it.day) for it in said if it.confidence is not None]
    parts = []
    if sure:
        (first, began), (last, ended) = sure[0], sure[-1]
        parts.append(gettext("%(score)d of 10 on %(day)s", score=first, day=full_date(began)))
        if ended != began:
            parts.append(gettext("%(score)d on %(day)s", score=last, day=full_date(ended)))
    expected = [it.expected for it in said if it.expected is not None]
    if expected:
        day = full_date(expected[-1])
        parts.append(gettext("expects to run as before on %(day)s", day=day))
    return ", ".join(parts) or gettext("not asked or not answered")
