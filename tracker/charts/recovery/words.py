"""The recovery chart in words. What is counted is counted once: by the summary of the same days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.charts.recovery.series import event_name
from tracker.charts.words import NOTHING, Description, in_minutes, iso, minutes, score
from tracker.language.names import stage_name
from tracker.language.phrases import listed, short_date_with_year
from tracker.progression.diary import Sensation
from tracker.reports.setbacks import Cause, cause_name
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.charts.recovery.series import Point, RecoverySeries
    from tracker.reports.summary import Summary

_WEEK = 7
_FELT: Mapping[Sensation, str] = {
    Sensation.NONE: N_("none"),
    Sensation.SORENESS: N_("soreness"),
    Sensation.PAIN: N_("pain"),
    Sensation.SHARP: N_("sharp"),
}


def describe(series: RecoverySeries, summary: Summary) -> Description:
    """The sentence and the table of a recovery series; `summary` is that of the same days."""
    header = (
        _first_column(series.days_per_point),
        gettext("Day"),
        gettext("Stage"),
        gettext("Worst pain (0–10)"),
        gettext("Felt like"),
        gettext("Middle of 7 days"),
        gettext("Walking (min)"),
        gettext("Jogging (min)"),
        gettext("Bike, swim (min)"),
        gettext("Marked"),
    )
    return Description(_sentence(summary), header, [_row(series, p) for p in series.points])


def _first_column(days_per_point: int) -> str:
    weeks = days_per_point // _WEEK
    if not weeks:
        return gettext("Date")
    return ngettext("Week from", "%(num)d weeks from", weeks)


def _row(series: RecoverySeries, point: Point) -> tuple[str, ...]:
    return (
        iso(point.first),
        str((point.first - series.onset).days),
        stage_name(point.stage),
        _worst(point),
        _felt(point),
        NOTHING if point.trend is None else score(point.trend),
        minutes(point.walk_seconds),
        minutes(point.jog_seconds),
        minutes(point.ride_seconds),
        listed([event_name(event) for event in point.events]) or NOTHING,
    )


def _worst(point: Point) -> str:
    if point.is_unanswered:
        return gettext("no answer")
    return gettext("not scored") if point.height is None else str(point.height)


def _felt(point: Point) -> str:
    """What it felt like: at the worst score, and what got no score."""
    felt = "" if point.felt is None else gettext(_FELT[point.felt])
    if point.unscored is None:
        return felt or NOTHING
    unscored = gettext("%(felt)s, not scored", felt=gettext(_FELT[point.unscored]))
    return f"{felt}; {unscored}" if point.height and felt else unscored


def _sentence(summary: Summary) -> str:
    span = {
        "first": short_date_with_year(summary.first),
        "last": short_date_with_year(summary.last),
    }
    happened = _happened(summary)
    if not (summary.pain.scored_days or summary.runs or happened):
        return gettext("From %(first)s to %(last)s: nothing recorded yet.", **span)
    parts = [_pain(summary), _answers(summary), _jogging(summary)]
    parts += [listed(happened)] if happened else []
    return gettext("From %(first)s to %(last)s: %(said)s.", **span, said="; ".join(parts))


def _pain(summary: Summary) -> str:
    pain = summary.pain
    if pain.worst is None or pain.latest is None:
        if pain.unscored:
            return gettext("no pain score answered for the pain that was felt")
        return gettext("no pain score answered")
    if not pain.worst.score:
        words = _NO_SCORE[bool(pain.unscored)]
        return gettext(words, last=pain.latest.score)
    return gettext(
        _WORST[bool(pain.unscored)],
        worst=pain.worst.score,
        day=short_date_with_year(pain.worst.day),
        last=pain.latest.score,
    )


# By whether there was pain without a score too.
_NO_SCORE = {
    False: N_("no score above 0, last score %(last)d"),
    True: N_("no score above 0 besides pain without a score, last score %(last)d"),
}
_WORST = {
    False: N_("worst pain %(worst)d of 10 on %(day)s, last score %(last)d"),
    True: N_(
        "worst pain %(worst)d of 10 on %(day)s besides pain without a score, last score %(last)d"
    ),
}


def _answers(summary: Summary) -> str:
    pain = summary.pain
    return ngettext(
        "%(scored)d of %(num)d day scored",
        "%(scored)d of %(num)d days scored",
        pain.days,
        scored=pain.scored_days,
    )


def _jogging(summary: Summary) -> str:
    if not summary.runs:
        return gettext("no jogging")
    return ngettext(
        "%(minutes)s of jogging on %(num)d run day",
        "%(minutes)s of jogging on %(num)d run days",
        len(summary.runs),
        minutes=in_minutes(sum(run.jog_seconds for run in summary.runs)),
    )


def _happened(summary: Summary) -> list[str]:
    """How often each thing happened that the chart marks."""
    causes = [it.cause for it in summary.setbacks if it.day >= summary.first]
    counted = [(causes.count(cause), cause_name(cause)) for cause in Cause]
    counted += [
        (len(summary.flags), gettext("warning sign")),
        (len(summary.deviations), gettext("deviation")),
        (len(summary.clearances), gettext("clearance")),
    ]
    return [f"{number} × {words}" for number, words in counted if number]
