"""The chance of a painful next morning, from a runner's own mornings: told, never decided upon.

Bayesian logistic regression on the minutes jogged. The chance after a middling run has Jeffreys'
prior, Beta(1/2, 1/2); the slope, per two standard deviations of the minutes, has the weakly
informative half-Cauchy of scale 2.5 (Gelman, Jakulin, Pittau and Su 2008, "A weakly informative
default prior distribution for logistic and other regression models", Annals of Applied Statistics
2:1360-1383). Half, because more jogging is taken never to make pain less likely: healing time is
not in the model, and without this bound a good recovery would read as "run more, hurt less".
The posterior is summed over a grid; the interval is the equal-tailed credible interval of 90 %.
"""

from __future__ import annotations

from math import exp, log1p
from statistics import fmean, pstdev
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.ladder import prescription, step_plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing
    from tracker.reports.run_days import PastRunDay

NEEDED_MORNINGS = 8  # our own default: with fewer the interval covers almost everything
_LATEST = 40  # mornings that are read, the last ones: an injury of a year ago is another
_TAIL = 0.05
_MINUTE = 60
_INTERCEPTS = [i * 0.1 for i in range(-90, 91)]  # log odds
_SLOPES = [i * 0.5 for i in range(21)]
_SLOPE_SCALE = 2.5


class Chance(NamedTuple):
    """The chance (0-1) of a painful morning after so much jogging, and its interval."""

    jog_seconds: int
    middle: float
    low: float
    high: float


class NextMornings(NamedTuple):
    """What the mornings after runs said: how many answered, how many hurt, and the chances.

    `planned` is at today's plan, `step_less` at that of one step below; both None with too few
    mornings or without a plan, `step_less` on the first step too.
    """

    answered: int
    hurt: int
    planned: Chance | None = None
    step_less: Chance | None = None

    @property
    def can_tell(self) -> bool:
        """Whether there are mornings enough to speak of a chance."""
        return self.answered >= NEEDED_MORNINGS


def next_mornings(
    protocol: RehabProtocol, standing: Standing, runs: Sequence[PastRunDay]
) -> NextMornings:
    """What the mornings after `runs` say of today's plan and of the step below."""
    mornings = [(r.jog_seconds, r.morning_hurt) for r in runs if r.morning_hurt is not None]
    hurt = sum(did_hurt for _, did_hurt in mornings)
    said = NextMornings(len(mornings), hurt)
    plan = prescription(protocol, standing)
    if not said.can_tell or plan is None:
        return said
    doses = [plan.total_jog_seconds]
    if standing.step > 1:
        below = step_plan(protocol, standing.step - 1, standing.baseline_seconds)
        doses.append(min(below.total_jog_seconds, plan.total_jog_seconds))
    after = chances(mornings[-_LATEST:], doses)
    return said._replace(planned=after[0], step_less=after[1] if after[1:] else None)


def chances(mornings: Sequence[tuple[int, bool]], doses: Sequence[int]) -> list[Chance]:
    """The chance after each of `doses`, given `mornings`: seconds jogged, and whether it hurt."""
    minutes = [jogged / _MINUTE for jogged, _ in mornings]
    middle = fmean(minutes)
    scale = max(2 * pstdev(minutes), middle / 2)
    cells = [*_posterior(mornings, middle, scale)]
    after = []
    for dose in doses:
        x = (dose / _MINUTE - middle) / scale
        likely = sorted((_probability(a + b * x), weight) for a, b, weight in cells)
        after.append(Chance(dose, *_summed_up(likely)))
    return after


def _posterior(
    mornings: Sequence[tuple[int, bool]], middle: float, scale: float
) -> Iterator[tuple[float, float, float]]:
    """Every intercept and slope of the grid with its weight; the weights add up to 1."""
    counted: dict[int, list[int]] = {}
    for jogged, hurt in mornings:
        counted.setdefault(jogged, [0, 0])[hurt] += 1
    groups = [((dose / _MINUTE - middle) / scale, n[0], n[1]) for dose, n in counted.items()]
    logs = [(a, b, _log_posterior(a, b, groups)) for a in _INTERCEPTS for b in _SLOPES]
    most = max(value for _, _, value in logs)
    weights = [(a, b, exp(value - most)) for a, b, value in logs]
    total = sum(weight for _, _, weight in weights)
    return ((a, b, weight / total) for a, b, weight in weights)


def _log_posterior(a: float, b: float, groups: Sequence[tuple[float, int, int]]) -> float:
    """The logarithm of prior times likelihood, but for a constant."""
    prior = 0.5 * (_log_probability(a) + _log_probability(-a)) - log1p((b / _SLOPE_SCALE) ** 2)
    return prior + sum(
        fine * _log_probability(-a - b * x) + hurt * _log_probability(a + b * x)
        for x, fine, hurt in groups
    )


def _probability(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))


def _log_probability(log_odds: float) -> float:
    """The logarithm of the probability of some log odds, for large ones too."""
    return -log1p(exp(-log_odds)) if log_odds > 0 else log_odds - log1p(exp(log_odds))


def _summed_up(likely: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """The mean, and both ends of the interval, of probabilities in order with their weights."""
    mean = sum(p * weight for p, weight in likely)
    low = high = likely[-1][0]
    passed = 0.0
    for p, weight in likely:
        if passed < _TAIL <= passed + weight:
            low = p
        if passed < 1 - _TAIL <= passed + weight:
            high = p
        passed += weight
    return mean, low, high
