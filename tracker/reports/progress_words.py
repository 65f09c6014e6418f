"""Where a runner stands, what the mornings said and when they may be back, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import above_allowed, full_date, minutes
from tracker.progression.protocol import Stage
from tracker.reports.next_morning import NEEDED_MORNINGS
from tracker.reports.way_back import NotYet
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing
    from tracker.reports.next_morning import Chance, NextMornings
    from tracker.reports.summary import Summary
    from tracker.reports.way_back import WayBack

_HUNDRED = 100
_TOO_WIDE = 0.7  # an interval as wide as this says nothing
# How a chance is said, by the most that it may be: 0-1.
_LIKELY = (
    (
        0.1,
        N_(
            "%(after)s: a painful morning is unlikely, about %(middle)d in 100 (from %(low)d to"
            " %(high)d)."
        ),
    ),
    (
        0.33,
        N_(
            "%(after)s: a painful morning is possible, about %(middle)d in 100 (from %(low)d to"
            " %(high)d)."
        ),
    ),
    (
        0.66,
        N_(
            "%(after)s: a painful morning is about as likely as not, about %(middle)d in 100"
            " (from %(low)d to %(high)d)."
        ),
    ),
    (
        1.0,
        N_(
            "%(after)s: a painful morning is likely, about %(middle)d in 100 (from %(low)d to"
            " %(high)d)."
        ),
    ),
)


def where_you_stand(summary: Summary) -> str:
    """The one sentence that answers first: how the pain is, and which step it is."""
    place = _place(summary.standing, summary.protocol)
    return gettext("%(pain)s; %(place)s.", pain=_pain(summary), place=place)


def _pain(summary: Summary) -> str:
    standing, latest = summary.standing, summary.pain.latest
    days, above = standing.pain_free_days, above_allowed(summary.protocol)
    if days and above:
        return ngettext(
            "No pain%(above)s for %(num)d day",
            "No pain%(above)s for %(num)d days",
            days,
            above=above,
        )
    if days:
        return ngettext("Pain-free for %(num)d day", "Pain-free for %(num)d days", days)
    if latest is None:
        return gettext("No answer yet")
    ago = (summary.last - latest.day).days
    if not ago:
        return gettext("Pain %(score)d of 10 today", score=latest.score)
    if ago == 1:
        return gettext("Pain %(score)d of 10 yesterday", score=latest.score)
    return ngettext(
        "Pain %(score)d of 10 %(num)d day ago, not answered since",
        "Pain %(score)d of 10 %(num)d days ago, not answered since",
        ago,
        score=latest.score,
    )


def _place(standing: Standing, protocol: RehabProtocol) -> str:
    steps = {"step": standing.step, "steps": len(protocol.steps)}
    if standing.locked_on is not None:
        return gettext("running is locked by a warning sign")
    if standing.has_returned:
        return gettext("back at your usual run")
    if standing.stage is Stage.BUILD:
        return gettext("all %(steps)d steps passed, building up to your usual run", **steps)
    if standing.on_ladder:
        return gettext("step %(step)d of %(steps)d", **steps)
    return gettext("the ladder waits at step %(step)d of %(steps)d", **steps)


def mornings(said: NextMornings) -> str:
    """How many mornings after runs answered, and how many of them hurt."""
    if not said.answered:
        return gettext("no morning after a run answered yet")
    return ngettext(
        "%(hurt)d of %(num)d answered mornings after a run painful",
        "%(hurt)d of %(num)d answered mornings after a run painful",
        said.answered,
        hurt=said.hurt,
    )


def _mornings_sentence(said: NextMornings) -> str:
    if not said.answered:
        return gettext("No morning after a run answered yet.")
    return ngettext(
        "%(hurt)d of %(num)d answered mornings after a run painful.",
        "%(hurt)d of %(num)d answered mornings after a run painful.",
        said.answered,
        hurt=said.hurt,
    )


def chance_sentences(said: NextMornings, *, returned: bool) -> list[str]:
    """What a runner's own mornings say of the next one: in words first, then in numbers."""
    counted = _mornings_sentence(said)
    if not said.can_tell:
        not_yet = ngettext(
            "It cannot be told yet: %(num)d more is needed before your mornings say anything.",
            "It cannot be told yet: %(num)d more are needed before your mornings say anything.",
            NEEDED_MORNINGS - said.answered,
        )
        return [not_yet, counted]
    if said.planned is None and returned:
        none = gettext("There is no chance to name, because you plan your runs yourself again.")
        return [none, counted]
    if said.planned is None:
        return [gettext("There is no chance to name, because no run is planned today."), counted]
    jogging = minutes(said.planned.jog_seconds)
    after = gettext("After today’s plan (%(minutes)s of jogging)", minutes=jogging)
    sentences = [_chance(after, said.planned)]
    if said.step_less is not None:
        jogging = minutes(said.step_less.jog_seconds)
        after = gettext("After one step less (%(minutes)s of jogging)", minutes=jogging)
        sentences.append(_chance(after, said.step_less))
    return [*sentences, counted]


def _chance(after: str, chance: Chance) -> str:
    low, middle, high = (_in_hundred(p) for p in (chance.low, chance.middle, chance.high))
    if chance.high - chance.low >= _TOO_WIDE:
        return gettext(
            "%(after)s: your mornings cannot tell. Anything from %(low)d to %(high)d in 100 fits"
            " them.",
            after=after,
            low=low,
            high=high,
        )
    words = next(said for most, said in _LIKELY if chance.middle <= most)
    return gettext(words, after=after, middle=middle, low=low, high=high)


def _in_hundred(probability: float) -> int:
    return round(probability * _HUNDRED)


def way_back_sentences(way: WayBack) -> list[str]:
    """When running may be as before: a range and its reason, or that it cannot be said yet."""
    if way.earliest is None:
        return [
            gettext("It cannot be said yet: running is locked until a clinician has cleared you.")
        ]
    day = full_date(way.earliest)
    if way.not_yet is not None:
        only = gettext(
            "Only this: if every answer from now on is good, %(day)s at the earliest.", day=day
        )
        return [gettext(_NOT_YET[way.not_yet]), only]
    if not way.is_a_range or way.at_pace is None:
        return [
            gettext("If every answer from now on is good, %(day)s at the earliest.", day=day),
            gettext(
                "So far every day went as well as it could, so your record names no later end."
                " A bad day would."
            ),
        ]
    return [_range(way.earliest, way.at_pace), _pace(way)]


def _range(earliest: date, at_pace: date) -> str:
    return gettext(
        "Between %(earliest)s, if every answer from now on is good, and about %(later)s, if it"
        " goes on as it has since you first jogged.",
        earliest=full_date(earliest),
        later=full_date(at_pace),
    )


def _pace(way: WayBack) -> str:
    gained = ngettext("%(num)d day", "%(num)d days", way.gained)
    return ngettext(
        "In the %(num)d day since you first jogged you came as far as %(gained)s of good answers"
        " would have brought you.",
        "In the %(num)d days since you first jogged you came as far as %(gained)s of good answers"
        " would have brought you.",
        way.days,
        gained=gained,
    )


_NOT_YET: Mapping[NotYet, str] = {
    NotYet.NO_JOGGING: N_(
        "It cannot be said yet: you have not begun to jog, so there is no pace of yours to go by."
    ),
    NotYet.TOO_EARLY: N_("It cannot be said yet: you have jogged for less than two weeks."),
    NotYet.NO_GAIN: N_(
        "It cannot be said yet: since you first jogged you went back as far as you came."
    ),
    NotYet.TOO_FAR: N_(
        "It cannot be said yet: at the pace so far it would be more than a year, and that will"
        " change."
    ),
}
