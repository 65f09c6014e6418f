"""Law 5: no sequence of actions lifts a warning sign but a clearance that covers it."""

from __future__ import annotations

import datetime as dt
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.builders import check_in, on, walk
from tests.services.conftest import ALICE, NOW, Runner, open_database
from tests.services.injury.corrections import FACTS
from tracker.exchange.own_format.archive import Archive
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.exchange.parse_errors import FilesError
from tracker.progression.episode import DENIED, Clearance, Episode, Setting, Site
from tracker.services.diary import entries
from tracker.services.errors import CannotUndo, ReasonNeeded
from tracker.services.injury import clinician, corrections, episodes
from tracker.services.injury.corrections import SignLeftOut
from tracker.services.injury.episodes import CloseReason
from tracker.services.transfer import exports, imports
from tracker.services.transfer.import_history import imports_of
from tracker.services.transfer.undo_import import undo_import

LAST = 40
DAYS = st.integers(0, LAST)
WHOLE_PAST = st.integers(0, 10)


class LockedRunner(RuleBasedStateMachine):
    """Somebody with an open sign, who tries everything but a clearance that covers it."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.runner = Runner(open_database(Path(self._folder.name) / "tracker.sqlite3"), today=LAST)
        self.count = 0
        self.of_the_sign = 1
        self.owed = {"E1"}
        self.harmless: list[tuple[int, str]] = []

    def _uid(self) -> str:
        self.count += 1
        return f"entry-{self.count}"

    def _some_episode(self, which: int) -> int:
        every = episodes.all_episodes(self.runner.database, ALICE)
        return every[which % len(every)].id

    @initialize(day=DAYS, again=st.booleans())
    def has_a_sign(self, day: int, again: bool) -> None:  # noqa: FBT001 - drawn
        """In the first episode, or in one after it that may be ended in its turn."""
        if again:
            self.begins_anew(0)
            self.runner.episode = max(
                e.id for e in episodes.all_episodes(self.runner.database, ALICE)
            )
        self.of_the_sign = self.runner.episode
        self.runner.check(replace(check_in(day, red_flags=["E1"]), id="sign"))

    @rule(day=DAYS, which=WHOLE_PAST, denied=st.booleans())
    def answers(self, day: int, which: int, denied: bool) -> None:  # noqa: FBT001 - drawn
        self.runner.episode = self._some_episode(which)
        uid = self._uid()
        flags = [DENIED] if denied else []
        self.runner.check(replace(check_in(day, red_flags=flags), id=uid))
        self.harmless.append((self.runner.episode, uid))

    @rule(which=WHOLE_PAST)
    def has_another_sign(self, which: int) -> None:
        """Entered into an open episode, or into one that is ended."""
        self.runner.episode = self._some_episode(which)
        self.runner.check(replace(check_in(LAST, red_flags=["U3"]), id=self._uid()))
        self.owed.add("U3")

    @rule(day=DAYS, moment=st.integers(1, 5))
    def moves_the_sign(self, day: int, moment: int) -> None:
        """With no reason: refused where that would lift its lock."""
        self.runner.episode = self.of_the_sign
        sign = replace(check_in(day, red_flags=["E1"]), id="sign")
        now = NOW + dt.timedelta(minutes=moment)
        with suppress(ReasonNeeded):
            entries.edit_check_in(
                self.runner.database, ALICE, self.of_the_sign, sign, today=on(LAST), now=now
            )

    @rule(day=DAYS, which=WHOLE_PAST)
    def walks(self, day: int, which: int) -> None:
        self.runner.episode = self._some_episode(which)
        self.runner.insist(replace(walk(day), id=self._uid()))

    @rule(which=WHOLE_PAST)
    def takes_another_answer_back(self, which: int) -> None:
        if self.harmless:
            self.runner.episode, uid = self.harmless.pop(which % len(self.harmless))
            deleted = self.runner.delete_check_in(uid)
            self.runner.undo(deleted.change_id)
            self.runner.delete_check_in(uid)

    def _end_current(self, reason: CloseReason = CloseReason.MISTAKE) -> None:
        current = episodes.current_episode(self.runner.database, ALICE)
        if current is not None:
            whose = self.runner.database, ALICE, current.id
            episodes.end_episode(*whose, reason, today=on(LAST))

    @rule(which=WHOLE_PAST, reason=st.sampled_from(CloseReason))
    def reopens(self, which: int, reason: CloseReason) -> None:
        self._end_current(reason)
        episodes.reopen_episode(self.runner.database, ALICE, self._some_episode(which), now=NOW)

    @rule(onset=DAYS)
    def begins_anew(self, onset: int) -> None:
        self._end_current()
        facts = replace(FACTS, onset=on(onset))
        episodes.open_episode(self.runner.database, ALICE, facts, (), today=on(LAST), now=NOW)

    @rule(which=WHOLE_PAST, onset=DAYS)
    def moves_the_onset(self, which: int, onset: int) -> None:
        facts = replace(FACTS, onset=on(onset))
        whose = self.runner.database, ALICE, self._some_episode(which)
        try:
            corrections.edit_episode(*whose, facts, today=on(LAST), now=NOW)
        except SignLeftOut:
            return

    @rule(which=WHOLE_PAST)
    def denies_the_screen(self, which: int) -> None:
        whose = self.runner.database, ALICE, self._some_episode(which)
        corrections.answer_screening(*whose, (), today=on(LAST), now=NOW)

    @rule(onset=DAYS, site=st.sampled_from(Site))
    def imports_an_episode(self, onset: int, site: Site) -> None:
        self._end_current()
        facts = Episode(onset=on(onset), baseline_minutes=40, site=site)
        self._import([Archive(facts, EpisodeLifecycle(), [], [])])

    @rule()
    def imports_the_own_export(self) -> None:
        self._import(exports.all_archives(self.runner.database, ALICE))

    def _import(self, archives: list[Archive]) -> None:
        try:
            imports.import_archives(self.runner.database, ALICE, archives, now=NOW)
        except FilesError:
            return

    @rule(which=WHOLE_PAST)
    def undoes_an_import(self, which: int) -> None:
        whose = self.runner.database, ALICE
        brought = [it.id for e in episodes.all_episodes(*whose) for it in imports_of(*whose, e.id)]
        if brought:
            with suppress(CannotUndo, ReasonNeeded):
                undo_import(*whose, brought[which % len(brought)], now=NOW)

    @rule(which=WHOLE_PAST, step=st.integers(1, 9))
    def is_placed(self, which: int, step: int) -> None:
        setting = Setting(name="step", value=step, date=on(LAST), by="Dr Ada")
        whose = self.runner.database, ALICE, self._some_episode(which)
        clinician.change_setting(*whose, setting, today=on(LAST), now=NOW)

    @rule(which=WHOLE_PAST)
    def is_cleared_of_something_else(self, which: int) -> None:
        clearance = Clearance(date=on(LAST), by="Dr Ada", covers=("U1",))
        whose = self.runner.database, ALICE, self._some_episode(which)
        clinician.record_clearance(*whose, clearance, today=on(LAST), now=NOW)

    @invariant()
    def running_is_locked(self) -> None:
        current = episodes.current_episode(self.runner.database, ALICE)
        if current is not None:  # an import may have ended it for good
            lock = clinician.lock_on(self.runner.database, ALICE, current.id, on(LAST))
            assert lock is not None
            assert self.owed <= set(lock.signs)

    def teardown(self) -> None:
        self.runner.database.close()
        self._folder.cleanup()


_LEISURELY = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def test_no_action_lifts_a_warning_sign() -> None:
    few = settings(_LEISURELY, max_examples=4, stateful_step_count=12)
    run_state_machine_as_test(LockedRunner, settings=few)


@pytest.mark.slow
def test_no_sequence_of_many_actions_lifts_a_warning_sign() -> None:
    many = settings(_LEISURELY, max_examples=150, stateful_step_count=25)
    run_state_machine_as_test(LockedRunner, settings=many)
