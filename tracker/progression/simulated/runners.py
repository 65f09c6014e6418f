"""Made-up runners: what befalls each of them, drawn once from a seed, whichever protocol decides.

They compare rules; they foretell nobody's recovery. No chance below is measured in people: all are
our own guesses, and pain in a run does not depend here on how long the run was.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = "return-to-run"
MOST_RUNNERS = 1000
DAYS = 90  # what is lived of each diary; an obedient course returns on day 55
BASELINES = (20, 30, 40, 60)  # minutes of the usual run


class Kind(NamedTuple):
    """How likely a runner is, on a day, to do or to feel something (0 to 1)."""

    name: str
    silent: float = 0.02  # gives no answer on waking
    bad: float = 0.03  # wakes with pain although the injury has healed
    hurts: float = 0.04  # a session hurts
    evening: float = 0.02  # pain in the evening
    sharp: float = 0.05  # of what hurts in a session
    breaks: float = 0.0  # runs although it is held
    too_much: float = 0.0  # runs three tenths more than planned
    lazy: float = 0.1  # lets a cleared day pass
    unscored: float = 0.02  # leaves a session's score out
    tablet: float = 0.01  # takes a painkiller
    denies: float = 0.9  # answers the warning-sign questions when asked, with no


KINDS = (
    Kind("obedient"),
    Kind("impatient", silent=0.08, bad=0.05, hurts=0.08, breaks=0.25, too_much=0.25, lazy=0.02),
    Kind("silent", silent=0.3, unscored=0.3, tablet=0.05, denies=0.5),
    Kind("flaring", bad=0.1, hurts=0.15, evening=0.1, sharp=0.2, tablet=0.06),
)


class Fate(NamedTuple):
    """What a day holds for a runner, before any protocol has said anything.

    Scores are 0-10. `waking` is None without an answer, `session_pain` None where a session of
    that day is not scored; `evening` is 0 where nothing is recorded.
    """

    waking: int | None = 0
    evening: int = 0
    session_pain: int | None = 0
    sharp: bool = False
    tablet: bool = False
    denies: bool = True
    lazy: bool = False
    breaks: bool = False
    too_much: bool = False


class Runner(NamedTuple):
    """One made-up runner: the usual run in minutes, and a fate for each day from onset on."""

    name: str
    kind: str
    baseline_minutes: int
    fates: tuple[Fate, ...]


def made_up(count: int, *, days: int = DAYS, seed: str = SEED) -> Iterator[Runner]:
    """So many runners, of each kind in turn, always the same ones for a seed."""
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        name = f"{kind.name} {number // len(KINDS) + 1}"
        yield _runner(kind, name, Random(f"{seed} {name}"), days)  # noqa: S311 - no secrets


def _runner(kind: Kind, name: str, rng: Random, days: int) -> Runner:
    """Nothing but `random()` is drawn: of all that Random offers it is sure to stay the same."""
    baseline = BASELINES[int(rng.random() * len(BASELINES))]
    worst = 2 + int(rng.random() * 6)  # on the day of onset: 2 to 7
    heals = 2 + int(rng.random() * 18)  # the first day without pain of the injury's own: 2 to 19
    fates = tuple(_fate(kind, rng, _fading(worst, day, heals)) for day in range(days))
    return Runner(name, kind.name, baseline, fates)


def _fading(worst: int, day: int, heals: int) -> int:
    return max(0, -(-worst * (heals - day) // heals))


def _fate(kind: Kind, rng: Random, fading: int) -> Fate:
    """One day; the same draws in the same order whatever they come to."""
    draws = [rng.random() for _ in range(13)]
    happens = iter(draws)
    silent, bad, evening, hurts, unscored, sharp, tablet, denies, lazy, breaks, too_much = (
        next(happens) < chance
        for chance in (
            kind.silent,
            kind.bad,
            kind.evening,
            kind.hurts,
            kind.unscored,
            kind.sharp,
            kind.tablet,
            kind.denies,
            kind.lazy,
            kind.breaks,
            kind.too_much,
        )
    )
    pain, later = (_SCORES[int(draw * len(_SCORES))] for draw in happens)
    waking = max(fading, pain if bad else 0)
    session_pain = None if unscored else later if hurts else 0
    return Fate(
        waking=None if silent else waking,
        evening=later if evening else 0,
        session_pain=session_pain,
        sharp=sharp and bool(session_pain),
        tablet=tablet,
        denies=denies,
        lazy=lazy,
        breaks=breaks,
        too_much=too_much,
    )


_SCORES = (1, 1, 1, 2, 2, 3, 3, 4, 5, 8)
