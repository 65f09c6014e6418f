"""The rehab protocol: its numbers with their origins, its ladder of steps, its rules' sources."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Stage(StrEnum):
    """Where in the return to running the runner stands. One progresses, holds or regresses."""

    PROTECT = "protect"
    CROSS_TRAIN = "cross_train"
    WALK_JOG = "walk_jog"
    RUN = "run"
    BUILD = "build"
    RETURNED = "returned"


LADDER = (Stage.WALK_JOG, Stage.RUN, Stage.BUILD)


class Origin(StrEnum):
    """On whose word a number or a rule rests."""

    DOCUMENTED = "documented"
    PUBLISHED = "published"
    DEFAULT = "default"


class Grade(StrEnum):
    """How much it has been put to the test that this is the right number."""

    TRIAL = "trial"
    COHORT = "cohort"
    CONSENSUS = "consensus"
    CLINIC = "clinic"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Source:
    """A document, cited by its author and its title; the title is empty if it has none."""

    title: str
    author: str
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """One number of the protocol: its value, where it comes from and how far it may move."""

    title: str
    value: int
    unit: str
    lowest: int
    highest: int
    looser: str
    origin: Origin
    grade: Grade
    sources: tuple[str, ...]
    note: str
    tunable: bool = False
    site_highest: Mapping[str, int] = field(default_factory=dict)

    def highest_at(self, site: str) -> int:
        """The highest value for an injury at a site."""
        return self.site_highest.get(site, self.highest)

    def allows(self, value: int) -> bool:
        """Whether a value lies within the absolute bounds."""
        return self.lowest <= value <= self.highest

    def is_looser(self, value: int, than: int) -> bool:
        """Whether a value is less cautious than another."""
        return value > than if self.looser == "higher" else value < than


@dataclass(frozen=True, slots=True)
class Numbers:
    """The values the rules read, by name. Units, bounds and origins are in `Number`."""

    pain_allowed: int
    pain_free_days: int
    pain_free_days_after: int
    flare_pain: int
    flare_points: int
    flare_steps: int
    bad_days: int
    bad_days_window: int
    hard_effort: int
    evening_from_hour: int
    walk_first_minutes: int
    step_back_points: int
    plan_done_percent: int
    rest_days: int
    sharp_pain_hold_days: int
    sharp_pain_steps: int
    layoff_days: int
    layoff_every_days: int
    layoff_caution_days: int
    over_plan_percent: int
    over_plan_seconds: int
    longest_run_percent: int
    longest_run_days: int
    build_percent: int
    build_start_minutes: int
    build_clean_runs: int
    week_least_percent: int
    week_days: int
    easy_percent: int
    cross_training_first_minutes: int
    cross_training_percent: int
    cross_training_whole_minutes: int
    cross_training_painful_percent: int
    cross_training_cap_minutes: int
    cross_training_over_minutes: int
    cross_training_days: int
    watch_days: int
    trend_days: int
    trend_scored_days: int
    worse_points: int
    improve_after_days: int
    improve_points: int
    improve_percent: int
    stalled_days: int
    window_opens_day: int
    window_closes_day: int
    past_window_days: int
    setbacks: int
    severe_pain: int
    baseline_shortest_minutes: int
    baseline_longest_minutes: int
    baseline_week_longest_minutes: int
    baseline_week_asked_minutes: int

    @property
    def flare_from(self) -> int:
        """The score from which a record is a flare: higher where more pain is allowed."""
        return max(self.flare_pain, self.pain_allowed + self.flare_points)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the ladder: walk and jog seconds, how often, and the clean runs that pass it."""

    walk_seconds: int
    jog_seconds: int
    repeats: int
    clean_runs: int
    origin: Origin
    grade: Grade
    sources: tuple[str, ...]
    note: str

    @property
    def is_continuous(self) -> bool:
        """Whether it is jogged without walking."""
        return self.walk_seconds == 0


@dataclass(frozen=True, slots=True)
class RuleBasis:
    """What a rule asks, on whose word, and the numbers it reads."""

    title: str
    origin: Origin
    grade: Grade
    sources: tuple[str, ...]
    numbers: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class RehabProtocol:
    """Everything the engine is told; a changed protocol is another file with another id."""

    id: str
    title: str
    summary: str
    numbers: Numbers
    steps: tuple[Step, ...]
    origins: Mapping[str, Number]
    rules: Mapping[str, RuleBasis]
    sources: Mapping[str, Source]

    @property
    def build_step(self) -> int:
        """The step number that `build` and `returned` count as: one above the last step."""
        return len(self.steps) + 1

    def ladder_stage(self, step: int) -> Stage:
        """The stage that a step of the ladder belongs to."""
        if step >= self.build_step:
            return Stage.BUILD
        return Stage.RUN if self.steps[step - 1].is_continuous else Stage.WALK_JOG

    @property
    def tunables(self) -> dict[str, Number]:
        """The numbers that may be changed for one episode, by the name of their setting."""
        return {name: number for name, number in self.origins.items() if number.tunable}

    def tuned(self, name: str, value: int) -> RehabProtocol:
        """The protocol with one tunable number changed; ValueError if it is not tunable."""
        if not (name in self.origins and self.origins[name].tunable):
            message = f"{name} cannot be changed"
            raise ValueError(message)
        if name.startswith(CLEAN_RUNS):
            index = int(name.removeprefix(CLEAN_RUNS)) - 1
            step = replace(self.steps[index], clean_runs=value)
            return replace(self, steps=(*self.steps[:index], step, *self.steps[index + 1 :]))
        if name not in _NAMES:
            return self
        return replace(self, numbers=replace(self.numbers, **{name: value}))


CLEAN_RUNS = "clean_runs_step_"
BASELINE = "baseline_run_minutes"
BASELINE_WEEK = "baseline_week_minutes"
STEP = "step"
REGULAR_MEDICINE = "regular_medicine"
PAIN_ALLOWED = "pain_allowed"
YES_OR_NO = "yes or no"  # the unit of a number that is 1 or 0
_NAMES = {f.name for f in fields(Numbers)}
