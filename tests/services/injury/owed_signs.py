"""Which warning signs are owed a clearance, whatever is done: the books of law 5."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis.stateful import RuleBasedStateMachine, invariant

from tests.builders import on
from tests.services.conftest import ALICE, NOW, open_database
from tracker.services.diary import basis, integrity
from tracker.services.injury import clinician, episodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.progression.diary import CheckIn
    from tracker.services.diary.entry_edit import Saved


@dataclass
class Known:
    """A check-in of an episode, as it is stored now; `owed` are its signs that nobody cleared."""

    episode: int
    entry: CheckIn
    owed: frozenset[str]


class OwedSigns(RuleBasedStateMachine):
    """A diary, and beside it the signs that are owed a clearance: they lock the open injury."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.database = open_database(Path(self.folder.name) / "tracker.sqlite3")
        basis.decide_anew(self.database, NOW)
        self.now, self.day, self.count = NOW, 20, 0
        self.open: int | None = 1
        self.all = [1]
        self.check_ins: dict[str, Known] = {}
        self.screened: dict[int, frozenset[str]] = {}
        self.undos: list[tuple[int, int, Known | None, Known | None]] = []

    def teardown(self) -> None:
        faults = integrity.faults(self.database)
        self.database.close()
        self.folder.cleanup()
        assert faults == [], "what is stored is what is derived"

    @property
    def when(self) -> dict[str, Any]:
        self.now += dt.timedelta(minutes=1)
        return {"today": on(self.day), "now": self.now}

    def whose(self) -> tuple[Any, int, int]:
        assert self.open is not None
        return self.database, ALICE, self.open

    def mine(self) -> list[Known]:
        return [known for known in self.check_ins.values() if known.episode == self.open]

    def stored(
        self, saved: Saved, old: Known | None, new: CheckIn | None, owed: frozenset[str]
    ) -> None:
        assert saved.change_id is not None
        assert self.open is not None
        known = None if new is None else Known(self.open, new, owed)
        self.check_ins.pop(saved.uid, None)
        if known is not None:
            self.check_ins[saved.uid] = known
        self.undos.append((saved.change_id, self.open, old, known))

    def in_force(self, entry: CheckIn, signs: Iterable[str]) -> frozenset[str]:
        """What is recorded before the onset is kept, and not read."""
        onset = episodes.episode(*self.whose()).facts.onset
        return frozenset(signs if entry.date >= onset else ())

    @invariant()
    def every_sign_locks(self) -> None:
        if self.open is None:
            return
        lock = clinician.lock_on(*self.whose(), on(self.day))
        by_check_ins = {flag for known in self.check_ins.values() for flag in known.owed} - {"R1"}
        owed = by_check_ins.union(*self.screened.values())
        assert owed <= set(() if lock is None else lock.signs)
