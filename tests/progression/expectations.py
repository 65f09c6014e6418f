"""The right side of a story: what the tracker says, asked with everything told so far.

    protect  cross_train  walk_jog  run  build  returned     the stage
    step 3 | no step            clean 2                      where on the ladder
    plan 4/1x5 | plan 33 | no plan                           walk/jog minutes x repeats
    cleared  caution  hold  stop  refer                      the decision
    by pain-gone walk-first | by nothing                     every rule that is not cleared
    worsening is caution                                     what one rule says
    next 9 | next never                                      the next day a run could be cleared
    rest-between-runs until 9                                when one rule will not hold any more
    deviations 7 9 | no deviations                           days with a run that was not cleared
    run of 7 breaks one-run-a-day | run of 7 breaks nothing  why
    pain-free since 5 | pain-free since never
    bike 15, swim 15 | no rides                              minutes at most, on the bike, in water
    kept step 9                                              after the return
    home on 54                                               the earliest return
    window inside

Every expectation is answered in its own words, and the two sentences must be the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.builders import MINUTE, number, on
from tests.progression.happenings import Teller, day_number
from tracker.progression.forecast import outlook, way_home
from tracker.progression.ladder import prescription
from tracker.progression.protocol import Stage
from tracker.progression.recovery import window
from tracker.progression.rides import suggestion
from tracker.progression.rules import RULES, verdict
from tracker.progression.timeline import stand, timeline
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.progression.forecast import Outlook
    from tracker.progression.ladder import Prescription
    from tracker.progression.standing import Standing

DECISIONS = {d.word for d in Decision}


class Answer:
    """What the tracker says at the end of everything told so far."""

    def __init__(self, teller: Teller) -> None:
        self.diary = teller.diary
        self.protocol = teller.protocol
        self.day = on(teller.today)
        self.days = list(timeline(self.protocol, self.diary, self.day))
        self.now = self.days[-1]
        self.standing = self.now.standing
        self.verdict = verdict(self.now.protocol, self.standing)

    @property
    def before(self) -> Standing | None:
        return self.days[-2].standing if len(self.days) > 1 else None

    @property
    def outlook(self) -> Outlook:
        return outlook(self.protocol, self.diary, self.before, self.now)

    @property
    def decisions(self) -> dict[str, str]:
        return {f.rule: f.decision.word for f in self.verdict.findings}

    def broken(self, day: int) -> list[str]:
        runs = stand(self.protocol, self.diary, on(day)).runs
        assert runs, f"no run on day {day}"
        return [rule for run in runs for rule in run.rules]


def answer_to(expectation: str, answer: Answer) -> str:
    """The same sentence, as the tracker would say it."""
    if expectation in DECISIONS:
        return answer.verdict.decision.word
    if expectation in set(Stage):
        return answer.standing.stage.value
    for pattern, say in SENTENCES.items():
        if match := re.fullmatch(pattern, expectation):
            return say(answer, *match.groups())
    message = f"{expectation!r} is not understood"
    raise AssertionError(message)


def _step(answer: Answer) -> str:
    passed = answer.standing.stage in {Stage.BUILD, Stage.RETURNED}
    return "no step" if passed else f"step {answer.standing.step}"


def _clean(answer: Answer) -> str:
    standing = answer.standing
    building = standing.stage is Stage.BUILD
    return f"clean {standing.baseline_runs if building else standing.clean_runs}"


def _plan(answer: Answer) -> str:
    plan = prescription(answer.now.protocol, answer.standing)
    return "no plan" if plan is None else f"plan {_short(plan)}"


def _short(plan: Prescription) -> str:
    jog = f"{plan.jog_seconds / MINUTE:g}"
    walk = f"{plan.walk_seconds / MINUTE:g}"
    return jog if plan.is_continuous else f"{walk}/{jog}x{plan.repeats}"


def _by(answer: Answer, rules: str) -> str:
    rules_against = {rule for rule, word in answer.decisions.items() if word != "cleared"}
    expected = [rule for rule in rules.split() if rule in rules_against]
    rest = [rule for rule in RULES if rule in rules_against and rule not in expected]
    return f"by {' '.join([*expected, *rest]) or 'nothing'}"


def _deviations(answer: Answer) -> str:
    days = [
        str(number(outcome.standing.day))
        for outcome in answer.days
        if any(run.is_deviation for run in outcome.runs)
    ]
    return " ".join(["deviations", *days]) if days else "no deviations"


def _breaks(answer: Answer, day: str, rules: str) -> str:
    rules_broken = answer.broken(int(day))
    expected = [rule for rule in rules.split() if rule in rules_broken]
    rest = [rule for rule in rules_broken if rule not in expected]
    return f"run of {day} breaks {' '.join([*expected, *rest]) or 'nothing'}"


def _until(answer: Answer, rule: str) -> str:
    return f"{rule} until {day_number(answer.outlook.until.get(rule))}"


def _home(answer: Answer) -> str:
    way = way_home(answer.protocol, answer.diary, answer.before, answer.day)
    return f"home on {day_number(way.returns_on)}"


def _rides(answer: Answer, kind: str | None) -> str:
    minutes = suggestion(answer.now.protocol, answer.standing)
    if minutes is None:
        return "no rides"
    return f"bike {minutes.bike_minutes}" if kind == "bike" else f"swim {minutes.swim_minutes}"


def _window(answer: Answer) -> str:
    place = window(answer.protocol, answer.diary.episode.onset, answer.day)
    return f"window {place.position}"


SENTENCES: dict[str, Callable[..., str]] = {
    r"step \d+|no step": _step,
    r"clean \d+": _clean,
    r"plan \S+|no plan": _plan,
    r"by (.+)": _by,
    r"(\S+) is \w+": lambda answer, rule: f"{rule} is {answer.decisions[rule]}",
    r"next \w+": lambda answer: f"next {day_number(answer.outlook.next_run)}",
    r"(\S+) until \w+": _until,
    r"deviations [\d ]+|no deviations": _deviations,
    r"run of (\d+) breaks (.+)": _breaks,
    r"pain-free since \w+": lambda answer: (
        f"pain-free since {day_number(answer.standing.pain_free_since)}"
    ),
    r"(bike|swim) \d+|no rides": _rides,
    r"kept step \d+": lambda answer: f"kept step {answer.standing.step}",
    r"home on \w+": _home,
    r"window \w+": _window,
}
