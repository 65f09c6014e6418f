"""Where a runner stands, what the mornings said and when they may be back, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import above_allowed, full_date, minutes
from tracker.progression.protocol import Stage
from tracker.reports.next_morning import NEEDED_MORNINGS
from tracker.reports.way_back import NotYet

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
    (0.1, "A painful morning is unlikely"),
    (0.33, "A painful morning is possible"),
    (0.66, "A painful morning is about as likely as not"),
    (1.0, "A painful morning is likely"),
)


def where_you_stand(summary: Summary) -> str:
    """The one sentence that answers first: how the pain is, and which step it is."""
    return f"{_pain(summary)}; {_place(summary.standing, summary.protocol)}."


def _pain(summary: Summary) -> str:
    standing, latest = summary.standing, summary.pain.latest
    days, above = standing.pain_free_days, above_allowed(summary.protocol)
    if days:
        free = f"No pain{above}" if above else "Pain-free"
        return f"{free} for {_days(days)}"
    if latest is None:
        return "No answer yet"
    ago = (summary.last - latest.day).days
    when = ("today", "yesterday")[ago] if ago < 2 else f"{_days(ago)} ago, not answered since"  # noqa: PLR2004 - words for two days
    return f"Pain {latest.score} of 10 {when}"


def _place(standing: Standing, protocol: RehabProtocol) -> str:
    steps = len(protocol.steps)
    if standing.locked_on is not None:
        return "running is locked by a warning sign"
    if standing.has_returned:
        return "back at your usual run"
    if standing.stage is Stage.BUILD:
        return f"all {steps} steps passed, building up to your usual run"
    if standing.on_ladder:
        return f"step {standing.step} of {steps}"
    return f"the ladder waits at step {standing.step} of {steps}"


def mornings(said: NextMornings) -> str:
    """How many mornings after runs answered, and how many of them hurt."""
    if not said.answered:
        return "no morning after a run answered yet"
    return f"{said.hurt} of {said.answered} answered mornings after a run painful"


def chance_sentences(said: NextMornings, *, returned: bool) -> list[str]:
    """What a runner's own mornings say of the next one: in words first, then in numbers."""
    counted = f"{mornings(said).capitalize()}."
    if not said.can_tell:
        missing = NEEDED_MORNINGS - said.answered
        more = "1 more is" if missing == 1 else f"{missing} more are"
        return [f"It cannot be told yet: {more} needed before your mornings say anything.", counted]
    if said.planned is None:
        why = "you plan your runs yourself again" if returned else "no run is planned today"
        return [f"There is no chance to name, because {why}.", counted]
    sentences = [_chance("After today’s plan", said.planned)]
    if said.step_less is not None:
        sentences.append(_chance("After one step less", said.step_less))
    return [*sentences, counted]


def _chance(after: str, chance: Chance) -> str:
    dose = f"{after} ({minutes(chance.jog_seconds)} of jogging)"
    low, middle, high = (_in_hundred(p) for p in (chance.low, chance.middle, chance.high))
    if chance.high - chance.low >= _TOO_WIDE:
        return f"{dose}: your mornings cannot tell. Anything from {low} to {high} in 100 fits them."
    words = next(said for most, said in _LIKELY if chance.middle <= most)
    return f"{dose}: {words[0].lower()}{words[1:]}, about {middle} in 100 (from {low} to {high})."


def _in_hundred(probability: float) -> int:
    return round(probability * _HUNDRED)


def way_back_sentences(way: WayBack) -> list[str]:
    """When running may be as before: a range and its reason, or that it cannot be said yet."""
    if way.earliest is None:
        return ["It cannot be said yet: running is locked until a clinician has cleared you."]
    earliest = f"if every answer from now on is good, {full_date(way.earliest)} at the earliest"
    if way.not_yet is not None:
        return [f"It cannot be said yet: {_NOT_YET[way.not_yet]}.", f"Only this: {earliest}."]
    if not way.is_a_range or way.at_pace is None:
        return [
            f"{earliest[0].upper()}{earliest[1:]}.",
            (
                "So far every day went as well as it could, so your record names no later end."
                " A bad day would."
            ),
        ]
    return [
        _range(way.earliest, way.at_pace),
        (
            f"In the {_days(way.days)} since you first jogged you came as far as"
            f" {_days(way.gained)} of good answers would have brought you."
        ),
    ]


def _range(earliest: date, at_pace: date) -> str:
    return (
        f"Between {full_date(earliest)}, if every answer from now on is good, and about"
        f" {full_date(at_pace)}, if it goes on as it has since you first jogged."
    )


_NOT_YET: Mapping[NotYet, str] = {
    NotYet.NO_JOGGING: "you have not begun to jog, so there is no pace of yours to go by",
    NotYet.TOO_EARLY: "you have jogged for less than two weeks",
    NotYet.NO_GAIN: "since you first jogged you went back as far as you came",
    NotYet.TOO_FAR: "at the pace so far it would be more than a year, and that will change",
}


def _days(number: int) -> str:
    return f"{number} {'day' if number == 1 else 'days'}"
