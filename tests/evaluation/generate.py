"""Made-up diaries of several kinds of runner, always the same ones.

The runners ask the reference whether a run is cleared, and how long it is to be; then they do what
their kind does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from tests.evaluation.reference.entries import Diary
from tests.evaluation.reference.files import check_in_of, episode_of, session_of
from tests.evaluation.reference.live import begin, live_next, next_dawn
from tests.evaluation.reference.numbers import baseline
from tests.evaluation.reference.plans import measure_of_today, ride_minutes
from tests.evaluation.reference.rules import holds, verdict
from tests.evaluation.reference.world import CROSS_TRAIN, PROTECT, Plan
from tests.evaluation.runners import KINDS, Kind, episode

if TYPE_CHECKING:
    from collections.abc import Iterator

EACH = 6  # diaries of each kind
_SIGNS = ("E1", "U4", "U2", "U3", "R1", "R1;R4")


@dataclass
class Made:
    """A diary as rows of the files, and its last day."""

    episode: dict[str, Any]
    check_ins: list[dict[str, str]] = field(default_factory=list)
    sessions: list[dict[str, str]] = field(default_factory=list)
    last: str = ""


def generate() -> Iterator[tuple[str, Made]]:
    for number in range(EACH):
        for kind in KINDS:
            rng = Random(f"{kind.name} {number}")  # noqa: S311 - made-up diaries, no secrets
            length = rng.randint(40, 55) if kind.fast else rng.randint(20, 42)
            yield f"{kind.name}-{number + 1}", _Life(kind, rng, length).live()


class _Life:
    """A runner, day after day."""

    def __init__(self, kind: Kind, rng: Random, length: int) -> None:
        self.kind, self.rng, self.length = kind, rng, length
        self.made = Made(episode(kind, rng, length))
        self.onset = date.fromisoformat(self.made.episode["onset"])
        self.world = begin(Diary(episode_of(self.made.episode, self.onset, None), ()))
        self.timed = rng.random() < 0.6
        self.sore_until = 0 if kind.fast else rng.randint(0, 6)
        self.away_until = 0

    def live(self) -> Made:
        for day in range(self.length):
            if day:
                next_dawn(self.world)
            if self._chance(self.kind.away):
                self.away_until = max(self.away_until, day + self.rng.randint(13, 36))
            self._morning()
            if day >= self.away_until:
                self._move()
            if self._chance(self.kind.evening):
                self._check_in("evening", "20:15", self.rng.choice((1, 1, 2, 3, 4, 5)))
            if self._chance(self.kind.silent / 2):
                self._check_in("night", "23:30", 0)
        self.made.last = (self.onset + timedelta(days=self.length - 1)).isoformat()
        return self.made

    def _chance(self, chance: float) -> bool:
        return self.rng.random() < chance

    def _morning(self) -> None:
        if self._chance(self.kind.silent):
            return
        pain = 0
        if self.world.today < self.sore_until:
            pain = self.rng.choice((1, 2, 2, 3, 5))
        elif self._chance(self.kind.bad):
            pain = self.rng.choice((1, 1, 2, 3, 4, 8))
        self._check_in("waking" if self._chance(0.8) else "day", "07:10", pain)

    def _check_in(self, moment: str, time: str, pain: int) -> None:
        row = self._row(time, f"c{len(self.made.check_ins) + 1}")
        sharp = pain > 0 and self._chance(self.kind.sharp)
        calm = "soreness" if self._chance(0.2) else "none"
        row |= {"moment": moment, "pain": str(pain)}
        row["sensation"] = "sharp" if sharp else "pain" if pain else calm
        row["limp"] = "yes" if pain > 2 and self._chance(0.2) else ""
        row["painkiller"] = "yes" if self._chance(self.kind.tablet) else ""
        row["red_flags"] = self._signs(pain)
        if row["red_flags"] and self._chance(0.7):
            row["entered_at"] = f"{row['date']}T{self.rng.randrange(5, 20):02}:00:00Z"
        self.made.check_ins.append(row)
        self._live(check_in_of(row, self.onset, len(self.made.check_ins)))

    def _signs(self, pain: int) -> str:
        if self._chance(self.kind.signs):
            return self.rng.choice(_SIGNS)
        return "none" if self._chance(0.6 if pain > 3 else 0.25) else ""

    def _row(self, time: str, id_: str) -> dict[str, str]:
        day = self.onset + timedelta(days=self.world.today)
        timed = self.timed and not self._chance(0.03)
        return {"date": day.isoformat(), "time": time if timed else "", "id": id_}

    def _live(self, record: Any) -> None:
        self.world.days.setdefault(self.world.today, []).append(record)
        live_next(self.world)

    def _move(self) -> None:
        if self.world.stage == CROSS_TRAIN and self._chance(0.85):
            self._session("walk", "12:00", {"minutes": self.rng.choice(("30", "40", "25"))})
        if self._chance(self.kind.rides):
            self._ride()
        held = holds(verdict(self.world))
        if self._chance(self.kind.impatient if held else 1 - self.kind.lazy):
            self._run()

    def _ride(self) -> None:
        kind = self.rng.choice(("bike", "bike", "swim"))
        more = self.rng.choice((0, 0, 5, 6, 12))
        self._session(kind, "16:30", {"minutes": str(ride_minutes(self.world, kind) + more)})

    def _run(self) -> None:
        usual = Plan(0, baseline(self.world.episode, self.world.today), 1)
        plan = measure_of_today(self.world) or usual
        if self.world.stage in {PROTECT, CROSS_TRAIN}:
            plan = Plan(0, 600, 1)
        share = self.rng.choice((112, 130)) if self._chance(self.kind.too_much) else 100
        share = 85 if self._chance(0.05) else share
        jog, walk = plan.total * share // 100, plan.walk * plan.repeats
        row = {"minutes": _minutes(walk + jog), "walk_minutes": _minutes(walk)}
        row |= {"jog_minutes": _minutes(jog)}
        row["longest_jog_minutes"] = _minutes(min(plan.jog, jog) if plan.walk else jog)
        if self._chance(0.05):
            row["longest_jog_minutes"] = ""
        row["effort"] = self.rng.choice(("", "3", "4", "6", "7"))
        row["stopped_early"] = "yes" if self._chance(0.04) else ""
        other = self._chance(self.kind.impatient / 8)
        self._session("other" if other else "walk_jog" if walk else "run", "17:30", row)

    def _session(self, kind: str, time: str, amounts: dict[str, str]) -> None:
        row = self._row(time, f"s{len(self.made.sessions) + 1}") | {"kind": kind} | amounts
        row |= {"pain": "0", "sensation": self.rng.choice(("none", "none", "soreness"))}
        if self._chance(self.kind.hurts):
            row["pain"] = str(self.rng.choice((1, 1, 2, 2, 3, 5)))
            row["sensation"] = "sharp" if self._chance(self.kind.sharp) else "pain"
        elif self._chance(self.kind.unscored):
            row["pain"] = ""
        self.made.sessions.append(row)
        self._live(session_of(row, self.onset, len(self.made.sessions)))


def _minutes(seconds: int) -> str:
    whole, rest = divmod(seconds, 60)
    return f"{whole}:{rest:02}" if rest else str(whole)
