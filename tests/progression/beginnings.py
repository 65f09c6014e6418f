"""Beginnings of small worlds: every kind of standing, each lived from onset, and what it is."""

from __future__ import annotations

from typing import NamedTuple

from tests.builders import episode
from tests.progression.happenings import Teller

LADDER = tuple(range(1, 10))


class Beginning(NamedTuple):
    """What happened on which days, as stories tell it, and what the tracker then says."""

    happened: str
    said: str
    baseline: int = 20

    def teller(self) -> Teller:
        """Everything entered until this beginning; nothing at onset."""
        teller = Teller(episode(baseline=self.baseline))
        for part in self.happened.split(";"):
            days, _, happening = part.strip().partition(" ")
            first, _, last = days.partition("-")
            for day in range(int(first), int(last or first) + 1):
                teller.tell(day, happening)
        return teller


def _placed(step: int, then: str) -> str:
    return f"0 sets step {step} by Rivera; {then}"


_RETURNED = _placed(9, "0-6 obeys")
_RUNNING_ON = "; ".join(f"{day} {'plan' if day < 6 else 'run 20'}" for day in range(8, 66, 4))
_SETTLED = f"{_RETURNED}; 7-66 ok; {_RUNNING_ON}"

BEGINNINGS: dict[str, Beginning] = {
    "in pain": Beginning("0 feels 3", "protect, step 1"),
    "one good day": Beginning("0 ok", "protect, pain-free since 0"),
    "cross-training": Beginning("0-1 ok", "cross_train"),
    "walked": Beginning("0-1 obeys", "cross_train, next 2"),
    **{
        f"step {step}, pending": Beginning(
            _placed(step, "0-2 obeys"), f"step {step}, next 4, morning-after is cleared", 40
        )
        for step in LADDER
    },
    **{
        f"step {step}, rested": Beginning(_placed(step, "0-3 obeys"), f"step {step}, next 4", 40)
        for step in LADDER
    },
    "about to pass step 4": Beginning(_placed(4, "0-5 obeys"), "step 4, clean 1", 40),
    "about to pass step 9": Beginning(_placed(9, "0-5 obeys"), "step 9, clean 1", 40),
    "build, pending": Beginning(_placed(9, "0-6 obeys"), "build, plan 33", 40),
    "build, rested": Beginning(_placed(9, "0-7 obeys"), "build, plan 33", 40),
    "about to return": Beginning(_placed(9, "0-5 obeys"), "run, clean 1"),
    "unjudged": Beginning(_placed(4, "0-2 obeys; 3 -; 4 ok"), "caution, by morning-after", 40),
    "unjudged tomorrow": Beginning(_placed(4, "0-2 obeys; 3 -"), "morning-after is hold", 40),
    "pain 1 on the evening after a run": Beginning(
        _placed(4, "0-2 obeys; 2 evening feels 1"), "walk_jog, pain-gone is hold", 40
    ),
    "two bad days of seven": Beginning(
        _placed(4, "0-2 obeys; 3-4 evening feels 1; 5 ok"), "walk_jog, pain-gone is hold", 40
    ),
    "stepped back": Beginning(
        _placed(4, "0-2 obeys; 3 feels 1; 4-5 ok"), "walk_jog, step 3, cleared", 40
    ),
    "stepped back twice": Beginning(
        _placed(4, "0-2 obeys; 3 feels 1; 4-5 ok; 5 plan; 6 feels 1; 7-8 ok"),
        "step 2, stepped-back-twice is caution",
        40,
    ),
    "flared": Beginning(_placed(4, "0-2 obeys; 3 feels 5; 4 ok"), "protect, step 3", 40),
    "flared in build": Beginning(_placed(9, "0-7 obeys; 8 feels 5; 9 ok"), "protect, step 9", 40),
    "bad days in build": Beginning(
        _placed(9, "0-7 obeys; 8-10 evening feels 1; 11 ok"), "protect, step 10", 40
    ),
    "sharp pain": Beginning(
        _placed(4, "0-1 obeys; 2 ok; 2 plan felt sharp; 2 feels 0 denied; 3 ok"),
        "step 2, sharp-pain is hold",
        40,
    ),
    "locked": Beginning(_placed(4, "0-3 obeys; 4 feels 0 flag E1"), "refer, next never", 40),
    "signs asked": Beginning(
        _placed(4, "0-3 obeys; 4 night feels 2 sharp; 5 ok"), "walk_jog, signs-asked is hold", 40
    ),
    "painkiller late": Beginning(
        _placed(4, "0-3 obeys; 3 evening feels 0 painkiller"), "painkiller is hold", 40
    ),
    "deviated": Beginning(_placed(4, "0-3 obeys; 3 plan"), "deviations 3", 40),
    "lay-off tomorrow": Beginning(_placed(4, "0-2 obeys; 3-15 ok"), "step 4, cleared", 40),
    "laid off": Beginning(_placed(4, "0-2 obeys; 3-16 ok"), "step 3, clean 0", 40),
    "placed while pending": Beginning(
        _placed(4, "0-2 obeys; 3 sets step 6 by Rivera; 3 ok"), "step 6, clean 0", 40
    ),
    "returned": Beginning(_RETURNED, "returned, cleared"),
    "returned, pending": Beginning(f"{_RETURNED}; 6 run 20", "returned, cleared"),
    "returned, unjudged": Beginning(f"{_RETURNED}; 6 run 20; 7 -", "morning-after is caution"),
    "returned, in pain": Beginning(f"{_RETURNED}; 7 feels 1", "returned, caution"),
    "returned, two bad days": Beginning(f"{_RETURNED}; 7-8 feels 1; 9 ok", "returned, caution"),
    "returned, signs asked": Beginning(
        f"{_RETURNED}; 7 night feels 2 sharp; 8-9 ok", "returned, hold, by signs-asked"
    ),
    "returned, locked": Beginning(f"{_RETURNED}; 7 feels 0 flag E1", "refer"),
    "returned, placed": Beginning(
        f"{_RETURNED}; 7 sets step 5 by Rivera; 7 ok; 7 run 20", "returned"
    ),
    "returned, laid off": Beginning(f"{_RETURNED}; 7-34 ok", "lay-off is caution"),
    "the last day of the watch tomorrow": Beginning(_SETTLED.replace("7-66", "7-64"), "returned"),
    "after the watch": Beginning(_SETTLED, "returned, cleared"),
    "after the watch, pending": Beginning(f"{_SETTLED}; 66 run 20", "returned, cleared"),
    "after the watch, in pain": Beginning(f"{_SETTLED}; 67 feels 3", "returned, caution"),
    "after the watch, laid off": Beginning(f"{_SETTLED}; 67-92 ok", "lay-off is caution"),
}
