"""A diary that is lived, added to, edited, back-dated and deleted from, in any order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.builders import episode, number, on
from tests.progression.histories import (
    EXAMPLES,
    Author,
    Record,
    everything,
    of,
    outcome,
    over_histories,
    records,
)
from tracker.progression.diary import Diary
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import DayOutcome, timeline

DAYS = 110
ANY_DAY = st.integers(0, DAYS)
ANY_ENTRY = st.integers(0, 1000)


class EditedDiary(RuleBasedStateMachine):
    """Keeps the days as a database would: refolded from the first day that an entry touched."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Record] = []
        self.outcomes: list[DayOutcome] = []

    @property
    def diary(self) -> Diary:
        return of(Diary(episode()), self.entries)

    @initialize()
    def do_what_is_cleared(self) -> None:
        author = Author(episode())
        for _ in range(DAYS + 1):
            author.obey()
        self.entries = everything(author.diary)
        self.refold(0)

    @rule(record=ANY_DAY.flatmap(records))
    def enter(self, record: Record) -> None:
        self.entries.append(record)
        self.refold(number(record.date))

    @rule(entry=ANY_ENTRY)
    def delete(self, entry: int) -> None:
        gone = self.entries.pop(entry % len(self.entries))
        self.refold(number(gone.date))

    @rule(entry=ANY_ENTRY, day=ANY_DAY)
    def move_to_another_day(self, entry: int, day: int) -> None:
        before = self.entries[entry % len(self.entries)]
        self.entries[entry % len(self.entries)] = replace(before, date=on(day))
        self.refold(min(day, number(before.date)))

    @rule(entry=ANY_ENTRY, pain=st.integers(0, 10))
    def change_the_score(self, entry: int, pain: int) -> None:
        before = self.entries[entry % len(self.entries)]
        self.entries[entry % len(self.entries)] = replace(before, pain=pain)
        self.refold(number(before.date))

    def refold(self, first: int) -> None:
        after = self.outcomes[first - 1].standing if first else None
        self.outcomes[first:] = timeline(shipped(), self.diary, on(DAYS), after=after)

    @invariant()
    def editing_equals_refolding(self) -> None:
        assert self.outcomes == (outcome(self.diary, DAYS) if self.entries else [])

    @invariant()
    def no_unmarked_run_follows_a_run_day(self) -> None:
        for before, day in pairwise(self.outcomes):
            if before.runs:
                assert all(run.is_deviation or run.exempt for run in day.runs)


TestEditedDiary = pytest.mark.slow(EditedDiary.TestCase)
TestEditedDiary.settings = settings(over_histories, max_examples=EXAMPLES, stateful_step_count=25)
