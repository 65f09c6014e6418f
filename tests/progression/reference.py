"""The contract a second time, for the days of the small worlds, looking back instead of folding.

It shares no code with the engine. Every day keeps what happened; each question is answered by
searching the past for it. Only what the contract itself calls kept (stage, step, counts) is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tests.progression.told import Said, Told, caution, median_of

LADDER = [(5, 1), (10, 2), (15, 3), (20, 4), (24, 6), (27, 9), (28, 14), (25, 25), (30, 30)]
TO_PASS = [3, 2, 2, 2, 2, 2, 2, 2, 2]
BASELINE = 40
HOLDS_ONLY_ON_THE_WAY = {"check-in-today", "rest-between-runs", "one-run-a-day"}


@dataclass
class Reference:
    """One course of a runner with a baseline of 40 minutes."""

    stage: str = "protect"
    step: int = 1
    clean: int = 0
    at_baseline: int = 0
    progressed: int | None = None
    returned: int | None = None
    past: list[Told] = field(default_factory=list)
    clean_days: dict[int, int] = field(default_factory=dict)
    setbacks: list[int | None] = field(default_factory=list)  # None: a clean run
    pending: dict[int, dict[str, bool]] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)
    opening_walks: set[int] = field(default_factory=set)

    def apply_day(self, told: Told) -> Said:
        """Live the next day."""
        self._dawn()
        deviations = []
        if told.early_run is not None:
            deviations.append(self._so_far(Told()).against())
        if told.run is not None:
            deviations.append(self._so_far(Told(morning=told.morning)).against())
        self._take_in(told)
        if told.walk and self.stage == "cross_train":
            self.opening_walks.add(self.today)
        if told.ran and not told.sharp:
            pain = told.run_pain >= 2
            quiet = not told.run_pain and not told.evening
            minutes = told.run if told.run is not None else told.early_run or 0
            self.pending[self.today] = {
                "back": bool(deviations[0]) or pain,
                "clean": not deviations[0] and quiet,
                "baseline": minutes >= BASELINE,
            }
        return self.says(deviations)

    @property
    def today(self) -> int:
        return len(self.past) - 1

    def _so_far(self, told: Told) -> Reference:
        """A copy that has lived only part of the day."""
        copy = replace(
            self,
            past=list(self.past),
            clean_days=dict(self.clean_days),
            setbacks=list(self.setbacks),
            pending=dict(self.pending),
            settled=set(self.settled),
            opening_walks=set(self.opening_walks),
        )
        copy._take_in(told)
        return copy

    def _dawn(self) -> None:
        day = len(self.past)
        if (run := self.pending.pop(day - 2, None)) is not None:
            self._judge(day, day - 2, {**run, "clean": False})
        gap = day - self._last_run() if self._last_run() is not None else 0  # type: ignore[operator]
        if self.stage != "returned" and gap >= 14 and gap % 7 == 0:
            self._down(1)

    def _last_run(self) -> int | None:
        return max((n for n, told in enumerate(self.past) if told.ran), default=None)

    def _take_in(self, told: Told) -> None:
        self.past.append(told)
        settling = told.morning if told.morning is not None else told.evening
        if settling is not None:
            self._settle(settling)
        if told.sharp:
            self.stage = "protect"
            self._down(2)
            self.setbacks.append(self.today)
            self.returned = self.progressed = None
            self.pending.clear()
        if self.stage == "cross_train" and told.painful:
            self.stage = "protect"
        if self.stage == "protect" and all(d.pain_free for d in self.past[-2:]) and self.today:
            self.stage = "cross_train"

    def _settle(self, score: int) -> None:
        yesterday = self.today - 1
        self.settled.add(yesterday)
        if (run := self.pending.pop(yesterday, None)) is not None:
            back = run["back"] or score > 0
            self._judge(self.today, yesterday, {**run, "back": back})
        if self.stage == "cross_train" and yesterday in self.opening_walks and not score:
            self.stage = "walk_jog" if self.step < 8 else "run"
            self.progressed = self.today

    def _judge(self, today: int, day: int, run: dict[str, bool]) -> None:
        if self.stage in {"protect", "cross_train"}:
            return
        if run["back"]:
            if self.stage == "returned":
                if today - (self.returned or 0) >= 60:
                    return
                self.stage, self.returned, self.progressed = "build", None, today
                self.clean = self.at_baseline = 0
            else:
                self._down(1)
            self.setbacks.append(today)
        elif run["clean"]:
            told = self.past[day]
            self.clean_days[day] = told.run if told.run is not None else told.early_run or 0
            self.setbacks.append(None)
            self._count(today, at_baseline=run["baseline"])

    def _count(self, today: int, *, at_baseline: bool) -> None:
        if self.stage == "returned":
            return
        self.at_baseline += at_baseline and self.stage != "walk_jog"
        if self.stage != "build":
            self.clean += 1
            if self.clean == TO_PASS[self.step - 1]:
                self.step, self.clean, self.progressed = self.step + 1, 0, today
                self.stage = self._ladder_stage()
        if self.stage == "build" and self.at_baseline >= 2:
            self.stage, self.returned = "returned", today

    def _ladder_stage(self) -> str:
        return "walk_jog" if self.step < 8 else "run" if self.step < 10 else "build"

    def _down(self, steps: int) -> None:
        self.step = max(1, self.step - steps)
        self.clean = self.at_baseline = 0
        if self.stage not in {"protect", "cross_train"}:
            self.stage = self._ladder_stage()

    def against(self) -> list[str]:
        """The rules that hold, stop or refer."""
        return [rule for rule, word in self.says([]).rules.items() if word in {"hold", "stop"}]

    def says(self, deviations: list[list[str]]) -> Said:
        """Answer every rule by looking back."""
        returned = self.stage == "returned"
        rules = {
            "sharp-pain": self._sharp_pain(),
            "pain-gone": self._worst(self.stage == "protect" or self._painful_lately(2)),
            "check-in-today": self._worst(not self.past[-1].answered),
            "walk-first": self._worst(self.stage in {"protect", "cross_train"}),
            "rest-between-runs": self._worst(self.today > 0 and self.past[-2].ran),
            "one-run-a-day": self._worst(self.past[-1].ran),
            "morning-after": self._morning_after(),
            "longest-run": caution(returned and self._is_jump()),
            "worsening": caution(self._risen()),
            "not-improving": caution(self.today >= 14 and self._not_improved()),
            "stalled": caution(
                self.stage in {"walk_jog", "run"} and self.today - (self.progressed or 0) >= 21
            ),
            "past-window": caution(self._painful_lately(min(7, self.today - 42))),
            "stepped-back-twice": caution(
                len(self.setbacks) > 1 and None not in self.setbacks[-2:]
            ),
        }
        for rule in HOLDS_ONLY_ON_THE_WAY & rules.keys():
            rules[rule] = "cleared" if returned else rules[rule]
        passed = self.stage in {"build", "returned"}
        counted = self.at_baseline if self.stage == "build" else self.clean
        return Said(
            stage=self.stage,
            step=None if passed else self.step,
            clean=None if returned else counted,
            rules={rule: word for rule, word in rules.items() if word != "cleared"},
            deviations=deviations,
            plan=self._plan(),
        )

    def _worst(self, held: bool) -> str:  # noqa: FBT001 - a yes or no is what is asked
        return "cleared" if not held else "caution" if self.stage == "returned" else "hold"

    def _painful_lately(self, days: int) -> bool:
        return days > 0 and any(told.painful for told in self.past[-days:])

    def _sharp_pain(self) -> str:
        ago = next((n for n, told in enumerate(reversed(self.past)) if told.sharp), 3)
        return "stop" if ago == 0 else self._worst(ago <= 2)

    def _morning_after(self) -> str:
        run = max((n for n, told in enumerate(self.past[:-1]) if told.ran), default=None)
        if run is None or self.past[-1].ran or run in self.settled:
            return "cleared"
        return self._worst(True) if run == self.today - 1 else "caution"  # noqa: FBT003

    def _is_jump(self) -> bool:
        month = self.past[-31:-1]
        longest = max((told.run or told.early_run or 0 for told in month), default=0)
        today = self.past[-1].run or self.past[-1].early_run or 0
        return today > longest * 1.1

    def _risen(self) -> bool:
        now, before = median_of(self.past[-7:]), median_of(self.past[-14:-7])
        return now is not None and before is not None and now >= before + 2

    def _not_improved(self) -> bool:
        now, first = median_of(self.past[-7:]), median_of(self.past[:7])
        if not now or first is None:
            return False
        return first - now < 2 and first - now < 0.3 * first

    def _plan(self) -> int | None:
        if self.stage not in {"walk_jog", "run", "build"}:
            return None
        if self.stage != "build":
            return LADDER[self.step - 1][0]
        month = [n for day, n in self.clean_days.items() if 1 <= self.today - day <= 30]
        return min(BASELINE, max(month) * 110 // 100 if month else 30)
