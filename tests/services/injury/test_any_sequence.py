"""Law 5 over any sequence: no action lifts a warning sign but a clearance or its correction."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.builders import check_in, on
from tests.services.conftest import ALICE
from tests.services.injury.corrections import FACTS
from tests.services.injury.owed_signs import OwedSigns
from tracker.exchange.own_format.archive import Archive, read_archives
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.exchange.parse_errors import FilesError
from tracker.progression.episode import Clearance, Episode, Site
from tracker.services.diary import entries
from tracker.services.errors import CannotUndo, NotFound, ReasonNeeded
from tracker.services.injury import clinician, corrections, episodes
from tracker.services.injury.episodes import CloseReason, EpisodeAlreadyOpen
from tracker.services.transfer import exports, imports

FLAGS = st.sampled_from([("E1",), ("U2",), ("E1", "U2"), ("R1",), ("none",), ()])
AGO = st.integers(0, 6)
SCREENED = st.sampled_from([(), ("operated",), ("E1",), ("operated", "E1")])


class OneLock(OwedSigns):
    """Whatever is done, the open episode locks by every sign that is owed a clearance."""

    @rule()
    def wait(self) -> None:
        self.day += 1

    @precondition(lambda self: self.open)
    @rule(ago=AGO, flags=FLAGS)
    def enter(self, ago: int, flags: tuple[str, ...]) -> None:
        self.count += 1
        entry = replace(check_in(self.day - ago, 1, red_flags=flags), id=f"entry-{self.count}")
        saved = entries.save_check_in(*self.whose(), entry, **self.when)
        self.stored(saved, None, entry, self.in_force(entry, entry.signs))

    @precondition(lambda self: self.open and self.mine())
    @rule(data=st.data(), ago=st.none() | AGO, flags=st.none() | FLAGS, reason=st.booleans())
    def change(
        self, data: st.DataObject, ago: int | None, flags: tuple[str, ...] | None, *, reason: bool
    ) -> None:
        old = data.draw(st.sampled_from(self.mine()))
        new = replace(
            old.entry,
            date=old.entry.date if ago is None else on(self.day - ago),
            red_flags=old.entry.red_flags if flags is None else flags,
        )
        why = "a slip" if reason else ""
        try:
            saved = entries.edit_check_in(*self.whose(), new, reason=why, **self.when)
        except ReasonNeeded:
            assert not reason
            return
        news = set(new.signs) - set(old.entry.signs)
        owed = set(new.signs) if news else set(new.signs) & old.owed
        assert reason or set(old.entry.signs) - {"R1"} <= set(new.signs)
        self.stored(saved, old, new, self.in_force(new, owed))

    @precondition(lambda self: self.open and self.mine())
    @rule(data=st.data(), reason=st.booleans())
    def delete(self, data: st.DataObject, *, reason: bool) -> None:
        old = data.draw(st.sampled_from(self.mine()))
        why = "a slip" if reason else ""
        try:
            saved = entries.delete(*self.whose(), old.entry, reason=why, **self.when)
        except ReasonNeeded:
            assert not reason
            return
        assert reason or not set(old.entry.signs) - {"R1"}
        self.stored(saved, old, None, frozenset())

    @precondition(lambda self: self.open and self.undos)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        change, _, before, after = undone = data.draw(st.sampled_from(self.undos))
        try:
            entries.undo(*self.whose(), change, **self.when)
        except (CannotUndo, NotFound, ReasonNeeded):
            return
        self.undos.remove(undone)
        uid = (before or after).entry.id  # type: ignore[union-attr]  # one of the two is there
        known = self.check_ins.pop(uid, None)
        if before is not None:
            news = set(before.entry.signs) - (set(known.entry.signs) if known else set())
            still = known.owed if known else frozenset()
            owed = self.in_force(before.entry, before.entry.signs if news else still)
            self.check_ins[uid] = replace(before, owed=owed)

    @precondition(lambda self: self.open)
    @rule(answers=SCREENED, reason=st.booleans())
    def screen(self, answers: tuple[str, ...], *, reason: bool) -> None:
        assert self.open is not None
        view = episodes.episode(*self.whose())
        why = "a slip" if reason else ""
        try:
            corrections.answer_screening(*self.whose(), answers, reason=why, **self.when)
        except ReasonNeeded:
            assert set(view.episode.screening) - set(answers)
            assert not reason
            return
        news = set(answers) - set(view.episode.screening)
        still = self.screened.get(self.open, frozenset()) & set(answers)
        self.screened[self.open] = frozenset(answers) if news else still

    @precondition(lambda self: self.open)
    @rule()
    def end(self) -> None:
        episodes.end_episode(*self.whose(), CloseReason.MISTAKE, today=on(self.day))
        self.open = None

    @rule(ago=AGO, answers=SCREENED)
    def begin(self, ago: int, answers: tuple[str, ...]) -> None:
        facts = replace(FACTS, onset=on(self.day - ago))
        try:
            self.open = episodes.open_episode(self.database, ALICE, facts, answers, **self.when)
        except EpisodeAlreadyOpen:
            assert self.open
            return
        self.all.append(self.open)
        self.screened[self.open] = frozenset(answers)

    @rule(data=st.data())
    def reopen(self, data: st.DataObject) -> None:
        again = data.draw(st.sampled_from(self.all))
        try:
            episodes.reopen_episode(self.database, ALICE, again, now=self.when["now"])
        except EpisodeAlreadyOpen:
            assert self.open
            return
        self.open = again

    @precondition(lambda self: self.open)
    @rule(ago=AGO)
    def move_onset(self, ago: int) -> None:
        facts = replace(episodes.episode(*self.whose()).facts, onset=on(self.day - ago))
        try:
            corrections.edit_episode(*self.whose(), facts, **self.when)
        except corrections.SignLeftOut:
            return

    @rule()
    def import_again(self) -> None:
        zipped = b"".join(exports.zipped(exports.all_archives(self.database, ALICE), self.now))
        read = read_archives(BytesIO(zipped), self.when["now"]).archives
        imports.import_archives(self.database, ALICE, read, now=self.now)

    @rule(cleared=st.booleans(), ended=st.booleans())
    def import_another(self, *, cleared: bool, ended: bool) -> None:
        said = Clearance(date=on(self.day), by="Dr Ada", entered_at=self.when["now"])
        facts = Episode(
            onset=on(-300 - len(self.all)),
            baseline_minutes=40,
            site=Site.GLUTEAL,
            clearances=(said,) if cleared else (),
        )
        closed = on(self.day) if ended else None
        keeping = EpisodeLifecycle(
            opened_at=self.now, closed_on=closed, closed_reason="mistake" if ended else None
        )
        archive = Archive(facts, keeping, [], [])
        try:
            imports.import_archives(self.database, ALICE, [archive], now=self.now)
        except FilesError:
            assert self.open
            return
        newest = max(view.id for view in episodes.all_episodes(self.database, ALICE))
        self.all.append(newest)
        self.open = self.open if ended else newest

    @precondition(lambda self: self.open)
    @rule(named=st.booleans())
    def clear(self, *, named: bool) -> None:
        """One that names another sign lifts nothing; one that names none lifts all there is."""
        said = Clearance(date=on(self.day), by="Dr Ada", covers=("U7",) if named else ())
        clinician.record_clearance(*self.whose(), said, **self.when)
        if not named:
            self.screened.clear()
            for uid, known in self.check_ins.items():
                self.check_ins[uid] = replace(known, owed=frozenset())


TestAnySequence = pytest.mark.slow(OneLock.TestCase)
TestAnySequence.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
