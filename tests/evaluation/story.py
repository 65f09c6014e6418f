"""A diary worked out by hand, as text: what was recorded each day, and what is to be decided.

    Pain 1 on the next morning costs a step          the title
    Why it matters, in plain lines.                  until an empty line

    set: step 4 on 0 by Dr Rivera                    the episode, until an empty line

    0 | ok; walk 30 | cross_train 4 0, next +1, ...  days | entries | what is decided

What is decided holds on from the day before: stage, step and clean runs, `plan`, `free` (pain-free
since), `bike` and `swim`. Rules and the next run are told anew each day; a rule that is not named
is cleared. `rest +1` holds until tomorrow, `rest ~` cautions. The rest is written out here: dates,
the window, and the decision, which is the most cautious finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.evaluation.story_entries import check_in, is_check_in, session

if TYPE_CHECKING:
    from collections.abc import Iterator

ONSET = date(2026, 4, 1)
RULES = {
    "flag": "red-flag",
    "signs": "signs-asked",
    "sharp": "sharp-pain",
    "pain": "pain-gone",
    "check": "check-in-today",
    "walk": "walk-first",
    "rest": "rest-between-runs",
    "one": "one-run-a-day",
    "morning": "morning-after",
    "tablet": "painkiller",
    "planned": "more-than-planned",
    "longest": "longest-run",
    "layoff": "lay-off",
    "ride": "cross-training",
    "worse": "worsening",
    "same": "not-improving",
    "stalled": "stalled",
    "window": "past-window",
    "twice": "stepped-back-twice",
}
_DECISIONS = ("cleared", "caution", "hold", "stop", "refer")
_STAGES = ("protect", "cross_train", "walk_jog", "run", "build", "returned")
_PLANNED = ("walk_jog", "run", "build")


@dataclass
class Story:
    title: str
    why: str
    episode: dict[str, Any]
    check_ins: list[dict[str, str]] = field(default_factory=list)
    sessions: list[dict[str, str]] = field(default_factory=list)
    expected: list[dict[str, Any]] = field(default_factory=list)


def read_story(text: str) -> Story:
    title_and_why, head, days = text.strip().split("\n\n", 2)
    title, _, why = title_and_why.partition("\n")
    story = Story(title, why, _episode(head))
    teller = _Teller(date.fromisoformat(story.episode["onset"]))
    for line in days.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        which, entries, expectation = (part.strip() for part in line.split("|"))
        for day in _days(which):
            _record(story, entries, teller.date(day))
            if day >= 0:
                story.expected.append(teller.tell(day, expectation))
    return story


def _days(text: str) -> Iterator[int]:
    for part in text.split(","):
        match = re.fullmatch(r"(-?\d+)(?:-(\d+))?", part.strip())
        assert match, text
        yield from range(int(match[1]), int(match[2] or match[1]) + 1)


def _episode(head: str) -> dict[str, Any]:
    pairs = [(k.strip(), v.strip()) for k, v in (ln.split(":", 1) for ln in head.splitlines())]
    given = {key: value for key, value in pairs if key not in {"set", "clear", "carried"}}
    onset = date.fromisoformat(given.get("onset", ONSET.isoformat()))
    week = {"baseline_week_minutes": int(given["week"])} if "week" in given else {}
    carried = [_carried(v, onset) for k, v in pairs if k == "carried"]
    return {
        "format": "return-to-run/1",
        "onset": onset.isoformat(),
        "site": given.get("site", "hamstring"),
        "side": "left",
        "baseline_run_minutes": int(given.get("baseline", "40")),
        **week,
        "timezone": given.get("timezone", "UTC"),
        "protocol": "return-to-run-1",
        "screening": given.get("screening", "").split(),
        "settings": [_setting(value, onset) for key, value in pairs if key == "set"],
        "clearances": [_clearance(value, onset) for key, value in pairs if key == "clear"],
        **({"carried_signs": carried} if carried else {}),
    }


def _setting(text: str, onset: date) -> dict[str, Any]:
    match = re.fullmatch(r"(\w+) (\d+) on (-?\d+) by ([\w ]+?)(?: entered (\S+))?", text)
    assert match, text
    day = onset + timedelta(days=int(match[3]))
    made = {"name": match[1], "value": int(match[2]), "date": day.isoformat(), "by": match[4]}
    return made | ({"entered_at": match[5]} if match[5] else {})


def _clearance(text: str, onset: date) -> dict[str, Any]:
    match = re.fullmatch(r"on (-?\d+) by ([\w ]+?)(?: covers ([\w+]+))?(?: entered (\S+))?", text)
    assert match, text
    day = onset + timedelta(days=int(match[1]))
    made = {"date": day.isoformat(), "by": match[2], "note": "may run"}
    covers = {"covers": match[3].split("+")} if match[3] else {}
    return made | covers | ({"entered_at": match[4]} if match[4] else {})


def _carried(text: str, onset: date) -> dict[str, Any]:
    flags, day = text.split(" on ")
    return {
        "date": (onset + timedelta(days=int(day))).isoformat(),
        "flags": flags.split("+"),
    }


def _record(story: Story, entries: str, day: date) -> None:
    for text in (part.strip() for part in entries.split(";")):
        if text in {"", "-"}:
            continue
        if is_check_in(text):
            story.check_ins.append(check_in(text, day, f"c{len(story.check_ins) + 1}"))
        else:
            story.sessions.append(session(text, day, f"s{len(story.sessions) + 1}"))


class _Teller:
    """Writes out what is expected of each day; what stays the same is carried on."""

    def __init__(self, onset: date) -> None:
        self.onset = onset
        self.place: list[str] = ["protect", "1", "0"]
        self.plan, self.free = "-", "-"
        self.rides = {"bike": 15, "swim": 15}
        self.deviations: list[dict[str, Any]] = []

    def date(self, day: int) -> date:
        return self.onset + timedelta(days=day)

    def tell(self, day: int, expectation: str) -> dict[str, Any]:
        assert day == self.told_days, f"day {day} is out of order"
        self.told_days += 1
        next_run, findings = None, []
        for token in (part.strip() for part in expectation.split(",")):
            word, _, rest = token.partition(" ")
            if word in RULES:
                findings.append(self._finding(RULES[word], rest, day))
            elif word == "next":
                next_run = rest
            elif token:
                self._set(word, rest, day)
        order = list(RULES.values())
        findings.sort(key=lambda finding: order.index(str(finding["rule"])))
        return self._day(day, next_run, findings)

    told_days = 0

    def _set(self, word: str, rest: str, day: int) -> None:
        if word in _STAGES:
            self.place = [word, *rest.split()]
            if word not in _PLANNED:
                self.plan = "-"
        elif word == "clean":
            self.place[2] = rest
        elif word in {"bike", "swim"}:
            self.rides[word] = int(rest)
        elif word == "dev":
            broken = [RULES[rule] for rule in rest.split()]
            self.deviations.append({"date": self.date(day).isoformat(), "rules": broken})
        else:
            assert word in {"plan", "free"}, word
            setattr(self, word, rest)

    def _finding(self, rule: str, rest: str, day: int) -> dict[str, Any]:
        words = rest.split()
        if words == ["~"]:
            return {"rule": rule, "decision": "caution", "until": None}
        if words == ["refer"]:
            return {"rule": rule, "decision": "refer", "until": None}
        decision = words.pop(0) if words[0] == "stop" else "hold"
        return {"rule": rule, "decision": decision, "until": self._when(words[0], day)}

    def _when(self, text: str, day: int) -> str | None:
        if text == "-":
            return None
        return self.date(day + int(text) if text.startswith("+") else int(text)).isoformat()

    def _day(self, day: int, next_run: str | None, findings: list[Any]) -> dict[str, Any]:
        stage, step, clean = self.place
        decision = max((f["decision"] for f in findings), key=_DECISIONS.index, default="cleared")
        held = decision not in {"cleared", "caution"}
        assert held == (next_run is not None), f"day {day}: a next run goes with a hold"
        rides = {f"{kind}_minutes": minutes for kind, minutes in self.rides.items()}
        rides_named = stage in {"cross_train", *_PLANNED} and decision != "refer"
        return {
            "on": self.date(day).isoformat(),
            "stage": stage,
            "step": None if step == "-" else int(step),
            "clean_runs": None if clean == "-" else int(clean),
            "decision": decision,
            "next_run": self._when("+0" if next_run is None else next_run, day),
            "prescription": _plan(self.plan),
            "findings": findings,
            "deviations": list(self.deviations),
            "window": _window(self, day),
            "pain_free_since": self._when(self.free, day),
            "cross_training": rides if rides_named else None,
            "engine": 2,
        }


def _plan(text: str) -> dict[str, int] | None:
    """`4/1x5` is walk and jog minutes and repeats, `25` a continuous run, `-` none."""
    if text == "-":
        return None
    walk, jog, repeats = re.split(r"[/x]", text) if "/" in text else ("0", text, "1")
    return {"walk_seconds": int(walk) * 60, "jog_seconds": int(jog) * 60, "repeats": int(repeats)}


def _window(teller: _Teller, day: int) -> dict[str, Any]:
    position = "before" if day < 14 else "inside" if day <= 42 else "beyond"
    opens, closes = (teller.date(14).isoformat(), teller.date(42).isoformat())
    return {"day": day, "position": position, "opens": opens, "closes": closes}
