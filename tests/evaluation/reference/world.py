"""The past as known at one moment: the records, and a log of what they did to stage and step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tests.evaluation.reference.entries import PAIN as FELT_PAIN
from tests.evaluation.reference.entries import SHARP, Diary, Record, in_order
from tests.evaluation.reference.numbers import BUILD, SEVERE_PAIN, flare_pain, pain_allowed

if TYPE_CHECKING:
    from collections.abc import Iterator

PROTECT, CROSS_TRAIN = "protect", "cross_train"
WALK_JOG, RUN, BUILD_STAGE, RETURNED = "walk_jog", "run", "build", "returned"
LADDER = (WALK_JOG, RUN, BUILD_STAGE)


class Plan(NamedTuple):
    """A planned run, in seconds."""

    walk: int
    jog: int
    repeats: int

    @property
    def total(self) -> int:
        return self.jog * self.repeats


class Assessed(NamedTuple):
    """What a run met when it was made."""

    stage: str
    plan: Plan | None
    rules: tuple[str, ...]  # those it went against


class Mark(NamedTuple):
    """Something that happened: at a dawn (`seen` is 0) or with the record of that number.

    stage, step: what it became. restart: the count begins anew. setback: pain's, with the steps
    that it takes. ended: runs not yet judged are let go. lay_off. passed: a step. clean: a run of
    the day `value`. placed: by a placement. bad_days.
    """

    day: int
    seen: int
    kind: str
    value: int | str = 0


class World:
    """What is known of a diary while its days are lived, one record after the other."""

    def __init__(self, diary: Diary) -> None:
        self.diary, self.episode = diary, diary.episode
        self.days: dict[int, list[Record]] = {}
        for day in {r.day for r in diary.records if r.day >= 0}:
            self.days[day] = in_order([r for r in diary.records if r.day == day])
        self.log: list[Mark] = []
        self.assessed: dict[tuple[int, int], Assessed] = {}
        self.today, self.seen = 0, 0

    def fork(self) -> World:
        """The same past, to be gone on with otherwise; nothing of today is still to come."""
        other = World.__new__(World)
        known = replace(
            self.episode,
            settings=tuple(s for s in self.episode.settings if s.day <= self.today),
            clearances=tuple(c for c in self.episode.clearances if c.day <= self.today),
        )
        other.diary, other.episode = replace(self.diary, episode=known), known
        other.days = {day: list(records) for day, records in self.days.items() if day <= self.today}
        other.log, other.assessed = list(self.log), dict(self.assessed)
        other.today, other.seen = self.today, self.seen
        return other

    # The log
    def note(self, kind: str, value: int | str = 0) -> None:
        self.log.append(Mark(self.today, self.seen, kind, value))

    def marks(self, kind: str) -> Iterator[Mark]:
        """Marks of a kind, the latest first."""
        return (mark for mark in reversed(self.log) if mark.kind == kind)

    @property
    def stage(self) -> str:
        return str(next(self.marks("stage")).value)

    @property
    def step(self) -> int:
        return int(next(self.marks("step")).value)

    @property
    def on_ladder(self) -> bool:
        return self.stage in LADDER

    def stage_at_end_of(self, day: int) -> str:
        return str(next(mark for mark in self.marks("stage") if mark.day <= day).value)

    def stage_entered(self) -> int:
        """The first of the unbroken days that ended in the stage of now, or today."""
        day = self.today
        while day > 0 and self.stage_at_end_of(day - 1) == self.stage:
            day -= 1
        return day

    @property
    def returned_on(self) -> int | None:
        """The day of the latest return."""
        days = (mark.day for mark in self.marks("stage") if mark.value == RETURNED)
        return next(days, None)

    def enter(self, stage: str) -> None:
        if self.stage != stage:
            self.note("stage", stage)

    def enter_ladder(self) -> None:
        """Take the stage to which the step belongs."""
        step = self.step
        self.enter(BUILD_STAGE if step == BUILD else RUN if step >= 8 else WALK_JOG)

    # The records
    def records(self, day: int) -> list[Record]:
        """What is known of a day so far."""
        records = self.days.get(day, [])
        return records[: self.seen] if day == self.today else records if day < self.today else []

    def past(self, days: int, *, today: bool) -> Iterator[Record]:
        """The records of so many days that end today, or yesterday; none from before onset."""
        last = self.today if today else self.today - 1
        for day in range(max(0, last - days + 1), last + 1):
            yield from self.records(day)

    def run_days(self) -> list[int]:
        return sorted(
            day
            for day in self.days
            if day <= self.today and any(r.is_run for r in self.records(day))
        )

    def has_run(self, day: int) -> bool:
        return any(record.is_run for record in self.records(day))

    def is_painful(self, record: Record) -> bool:
        allowed = pain_allowed(self.episode, record.day)
        scored = record.pain is not None and record.pain > allowed
        felt = record.sensation == SHARP or (allowed == 0 and record.sensation == FELT_PAIN)
        return scored or felt or record.limp

    def is_alarming(self, record: Record) -> bool:
        return record.sensation == SHARP or (record.pain or 0) >= SEVERE_PAIN

    def is_flare(self, record: Record) -> bool:
        """Whether the record would be a flare on the ladder or in `returned`."""
        if record.is_sharp_event:
            return False
        strong = (record.pain or 0) >= flare_pain(self.episode, record.day)
        return strong or record.limp or (record.is_answer and record.sensation == SHARP)

    def painful_day(self, day: int) -> bool:
        return any(self.is_painful(record) for record in self.records(day))

    def pain_free_day(self, day: int) -> bool:
        records = self.records(day)
        answered = any(record.is_answer for record in records)
        return answered and not any(self.is_painful(r) or r.painkiller for r in records)
