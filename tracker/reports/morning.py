"""Who needs a clinician's look first, and why: one line for each runner."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.language.phrases import full_date
from tracker.progression.rules.trends import stalled
from tracker.progression.standing import ONE_DAY
from tracker.progression.verdict import Decision
from tracker.progression.watch import watch
from tracker.reports.setbacks import Cause, setbacks
from tracker.reports.tables import sign_names
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from tracker.progression.diary import Diary, DiaryDay
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome

SHORTEST_SILENCE, USUAL_SILENCE, LONGEST_SILENCE = 1, 3, 60  # days without an answer


class Need(IntEnum):
    """Why somebody may need a look, what comes first first."""

    OPEN_SIGN = 1
    HURT = 2
    STALLED = 3
    SILENT = 4
    WATCHED = 5
    NONE = 6


class Reason(NamedTuple):
    """What there is to look at, in one line, and the day it is of."""

    need: Need
    day: date
    line: str


def reason(
    diary: Diary, outcomes: Sequence[DayOutcome], *, looked_at: datetime, silence: int
) -> Reason:
    """The first reason to look at a runner today, the last day of `outcomes`.

    A stop or a flare counts if anything of its day was entered after the last look; one that an
    edit makes of an older entry does not. `silence` is how many days without a check-in are worth
    a line, 1 to 60.
    """
    now = outcomes[-1]
    standing = now.standing
    if standing.locked_on is not None:
        since = full_date(standing.locked_on)
        line = gettext(
            "A sign is open since %(day)s: %(signs)s.",
            day=since,
            signs=sign_names(standing.locked_by),
        )
        return Reason(Need.OPEN_SIGN, standing.locked_on, line)
    for back in reversed(setbacks(diary, outcomes)):
        if back.is_new_hurt and _is_news(diary.day(back.day), looked_at):
            return Reason(Need.HURT, back.day, _hurt(back.cause, back.day, back.pain))
    decision, facts = stalled(now.protocol, standing)
    if decision is Decision.CAUTION and facts.since is not None:
        days = (standing.day - facts.since).days
        line = ngettext(
            "No stage entered and no step passed for %(num)d day.",
            "No stage entered and no step passed for %(num)d days.",
            days,
        )
        return Reason(Need.STALLED, facts.since, line)
    return (
        _silent(diary, standing, silence)
        or _watched(now)
        or Reason(Need.NONE, standing.day, gettext("Nothing that needs a look."))
    )


def _is_news(records: DiaryDay, looked_at: datetime) -> bool:
    """Whether anything of a day was entered after the last look; what has no time counts."""
    entered = [entry.entered_at for entry in records.check_ins]
    entered += [entry.entered_at for entry in records.sessions]
    return any(at is None or at > looked_at for at in entered)


def _hurt(cause: Cause, day: date, pain: int | None) -> str:
    is_stop, date_ = cause is Cause.SHARP, full_date(day)
    if pain is None:
        words = N_("A stop for sharp pain on %(day)s.") if is_stop else N_("A flare on %(day)s.")
        return gettext(words, day=date_)
    if is_stop:
        words = N_("A stop for sharp pain on %(day)s, worst pain %(score)d.")
    else:
        words = N_("A flare on %(day)s, worst pain %(score)d.")
    return gettext(words, day=date_, score=pain)


def _silent(diary: Diary, standing: Standing, silence: int) -> Reason | None:
    """Whether no check-in came for so many days, today left out: it is not over."""
    answered = [day for day, of in diary.days.items() if of.check_ins and day <= standing.day]
    last = max(answered, default=diary.episode.onset - ONE_DAY)
    days = (standing.day - last).days - 1
    if days < silence:
        return None
    if answered:
        line = ngettext(
            "No check-in since %(day)s: %(num)d day.",
            "No check-in since %(day)s: %(num)d days.",
            days,
            day=full_date(last),
        )
    else:
        line = ngettext(
            "No check-in at all: %(num)d day.", "No check-in at all: %(num)d days.", days
        )
    return Reason(Need.SILENT, last, line)


def _watched(now: DayOutcome) -> Reason | None:
    seen = watch(now.standing, now.protocol.numbers)
    if seen is None or seen.is_over:
        return None
    line = gettext("Returned. Day %(day)d of %(days)d of watch.", day=seen.day, days=seen.days)
    return Reason(Need.WATCHED, seen.last_day, line)
