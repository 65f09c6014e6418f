"""The course of the pain as the first of a report's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import above_allowed, decimal
from tracker.reports.tables import Figure, short_date
from tracker.translations import gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.reports.pain_figures import DayScore, Pain
    from tracker.reports.summary import Summary


def pain_figure(summary: Summary) -> Figure:
    """The course in three scores: the first, the worst, the latest."""
    pain = summary.pain
    worst = None if pain.unscored and pain.worst and not pain.worst.score else pain.worst
    value = gettext(
        "onset %(first)s · worst %(worst)s · now %(now)s",
        first=_score(pain.at_first and pain.at_first.score),
        worst=_score(worst and worst.score),
        now=_score(pain.latest and pain.latest.score),
    )
    return Figure(gettext("Pain, 0–10"), value, "; ".join(_parts(summary, worst)))


def _parts(summary: Summary, worst: DayScore | None) -> Iterator[str]:
    pain, since = summary.pain, summary.standing.pain_free_since
    if pain.at_first is not None and pain.at_first.day != summary.episode.onset:
        yield gettext("first score on %(day)s", day=short_date(summary, pain.at_first.day))
    if worst:
        yield gettext("worst on %(day)s", day=short_date(summary, worst.day))
    if pain.latest:
        yield gettext("now on %(day)s", day=short_date(summary, pain.latest.day))
    yield _middles(pain)
    yield ngettext(
        "no pain on %(free)d of %(num)d scored day",
        "no pain on %(free)d of %(num)d scored days",
        pain.scored_days,
        free=pain.without_pain,
    )
    if pain.unscored:
        yield ngettext(
            "pain without a score on %(num)d day",
            "pain without a score on %(num)d days",
            len(pain.unscored),
        )
    if since is not None:
        day, above = short_date(summary, since), above_allowed(summary.protocol)
        if above:
            yield gettext("no pain%(above)s since %(day)s", above=above, day=day)
        else:
            yield gettext("pain-free since %(day)s", day=day)


def _middles(pain: Pain) -> str:
    """How the latest week compares with the first; too few scores for either are no riddle."""
    last, first = _score(pain.last_week), _score(pain.first_week)
    if pain.last_week is None and pain.first_week is None:
        return gettext("too few scores for a middle of 7 days")
    if pain.first_week is None:
        return gettext("middle of the last 7 days %(last)s", last=last)
    if pain.last_week is None:
        return gettext("middle of the first 7 %(first)s", first=first)
    return gettext(
        "middle of the last 7 days %(last)s, of the first 7 %(first)s", last=last, first=first
    )


def _score(value: float | None) -> str:
    return "?" if value is None else decimal(value)
