"""What the second reading of the contract reads of a day, and what it says of it."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Told:
    """What happened on a day. Scores are None where nothing was answered."""

    early_run: int | None = None  # minutes, before the morning answer
    morning: int | None = None
    walk: bool = False  # 30 minutes, without pain
    run: int | None = None  # minutes, after the morning answer
    run_pain: int = 0
    sharp: bool = False
    evening: int | None = None

    @property
    def ran(self) -> bool:
        return self.run is not None or self.early_run is not None

    @property
    def scores(self) -> list[int]:
        run = 0 if self.walk or self.early_run is not None else None
        run = self.run_pain if self.run is not None else run
        return [s for s in (self.morning, run, self.evening) if s is not None]

    @property
    def painful(self) -> bool:
        return self.sharp or any(self.scores)

    @property
    def answered(self) -> bool:
        return self.morning is not None or self.evening is not None

    @property
    def pain_free(self) -> bool:
        return self.answered and not self.painful


@dataclass(frozen=True)
class Said:
    """What the contract says at the end of a day."""

    stage: str
    step: int | None
    clean: int | None
    rules: dict[str, str]
    deviations: list[list[str]]
    plan: int | None


def caution(spoken: bool) -> str:  # noqa: FBT001 - a yes or no is what is asked
    return "caution" if spoken else "cleared"


def median_of(days: list[Told]) -> float | None:
    worst = [max(told.scores) for told in days if told.scores]
    return median(worst) if len(worst) >= 3 else None
