"""What a day answers: the job in a few words, what comes next, what happened last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.content.red_flags import locked, signs
from tracker.language import job
from tracker.language.events import follows, happened
from tracker.language.phrases import day_name
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.language.job import Headline
    from tracker.services.diary.days import Today
    from tracker.services.diary.news import DayNews


def answer(decided: Today) -> Headline:
    """Return what is said first of a day: whom to see where a sign is open, else the job."""
    open_signs = signs(decided.standing.locked_by)
    if open_signs:
        urgency = open_signs[0].urgency
        return job.of_warning_sign(urgency.title, urgency.whom, locked())
    return job.headline(_day(decided))


def happens_next(decided: Today) -> str:
    """Return what has to happen next; nothing while a warning sign is open."""
    return job.happens_next(_day(decided))


def instead(decided: Today) -> str:
    """Return what is fine beside or without a run; nothing while a warning sign is open."""
    return job.instead(_day(decided))


def last_news(decided: Today) -> list[str]:
    """Return what happened since the last entry, that entry included, and what follows."""
    said = sentences_of_news(decided.news, decided.day)
    events = [event for day in decided.news for event in day.events]
    follow = follows(events, decided.outlook, decided.day)
    return [*said, follow] if follow else said


def sentences_of_news(news: Iterable[DayNews], today: date) -> list[str]:
    """Return what happened, in words; of another day than today by its name."""
    return [
        said
        if day.outcome.standing.day == today
        else gettext("%(day)s: %(said)s", day=day_name(day.outcome.standing.day), said=said)
        for day in news
        for said in sentences_of_day(day, today)
    ]


def sentences_of_day(news: DayNews, today: date) -> list[str]:
    """Return what happened on one day, in words as they are said on another."""
    day = news.outcome
    is_past = day.standing.day != today
    return [happened(event, day.protocol, day.standing, is_past=is_past) for event in news.events]


def _day(decided: Today) -> job.Day:
    return job.Day(
        decided.job,
        decided.verdict,
        decided.protocol,
        decided.standing,
        decided.plan,
        decided.outlook,
    )
