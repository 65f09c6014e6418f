"""The rules. One question, one function; each always answers, and none consults another.

A rule is a pure function of the protocol in force and the standing of a day. Its source is in
the protocol document under its id. In `returned` what would hold becomes a caution.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

from tracker.progression.protocol import Stage
from tracker.progression.recovery import fell_short, first_median, previous_median, recent_median
from tracker.progression.standing import ONE_DAY
from tracker.progression.verdict import Decision, Finding, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing

    Rule: TypeAlias = Callable[[RehabProtocol, Standing], Finding]

CLEARED, CAUTION, HOLD = Decision.CLEARED, Decision.CAUTION, Decision.HOLD


def _hold(standing: Standing, *, if_: bool) -> Decision:
    """Hold, which after the return is only a caution."""
    if not if_:
        return CLEARED
    return CAUTION if standing.stage is Stage.RETURNED else HOLD


def _hold_on_the_way(standing: Standing, *, if_: bool) -> Decision:
    """Hold until the return; nothing after it."""
    return HOLD if if_ and standing.stage is not Stage.RETURNED else CLEARED


def red_flag(_protocol: RehabProtocol, standing: Standing) -> Finding:
    """Is a warning sign open, without a clinician's clearance since?"""
    since = standing.locked_on
    decision = Decision.REFER if since is not None else CLEARED
    facts = {"since": since, "flags": ";".join(standing.locked_by)}
    return Finding("red-flag", decision, facts)


def sharp_pain(protocol: RehabProtocol, standing: Standing) -> Finding:
    """Was there sharp pain in a session, today or in the days just before?"""
    event = standing.sharp_on
    decision = CLEARED
    if event == standing.day:
        decision = Decision.STOP
    elif event is not None:
        held = (standing.day - event).days <= protocol.numbers.sharp_pain_hold_days
        decision = _hold(standing, if_=held)
    return Finding("sharp-pain", decision, {"event": event})


def pain_gone(protocol: RehabProtocol, standing: Standing) -> Finding:
    """Is the pain gone: out of `protect`, and no painful record today or yesterday?"""
    protecting = standing.stage is Stage.PROTECT
    today, yesterday = standing.today.painful, standing.yesterday.painful
    facts = {
        "protecting": protecting,
        "today": today,
        "yesterday": yesterday,
        "pain_free_days": _pain_free_days(standing),
        "needed": protocol.numbers.pain_free_days,
    }
    return Finding("pain-gone", _hold(standing, if_=protecting or today or yesterday), facts)


def _pain_free_days(standing: Standing) -> int:
    """How many in a row: through yesterday while nothing has answered for today."""
    today = standing.today
    if today.painful or today.check_ins or not today.recorded:
        return standing.pain_free_days
    return sum(1 for _ in takewhile(lambda day: day.pain_free, standing.recent[-2::-1]))


def check_in_today(_protocol: RehabProtocol, standing: Standing) -> Finding:
    """Has the injured area been asked about today?"""
    answered = standing.today.check_ins
    decision = _hold_on_the_way(standing, if_=not answered)
    return Finding("check-in-today", decision, {"check_ins": answered})


def walk_first(protocol: RehabProtocol, standing: Standing) -> Finding:
    """Has a pain-free walk, and a good morning after it, opened the ladder?"""
    waiting = not (standing.on_ladder or standing.has_returned)
    facts = {
        "stage": standing.stage.value,
        "walked_on": standing.walk_awaiting,
        "minutes": protocol.numbers.walk_first_minutes,
    }
    return Finding("walk-first", _hold(standing, if_=waiting), facts)


def rest_between_runs(protocol: RehabProtocol, standing: Standing) -> Finding:
    """Was yesterday a run day?"""
    days = protocol.numbers.rest_days
    run_on = standing.run_within(days)
    decision = _hold_on_the_way(standing, if_=run_on is not None)
    return Finding("rest-between-runs", decision, {"run_on": run_on, "rest_days": days})


def one_run_a_day(_protocol: RehabProtocol, standing: Standing) -> Finding:
    """Has a run already been made today?"""
    runs = standing.today.runs
    return Finding("one-run-a-day", _hold_on_the_way(standing, if_=runs > 0), {"runs": runs})


def morning_after(_protocol: RehabProtocol, standing: Standing) -> Finding:
    """Has the morning after the last run answered?"""
    last = standing.last_run
    decision, pending = CLEARED, False
    if last is not None and last < standing.day and not standing.last_run_settled:
        pending = standing.day - last == ONE_DAY
        decision = _hold(standing, if_=True) if pending else CAUTION
    return Finding("morning-after", decision, {"run_on": last, "pending": pending})


def painkiller(_protocol: RehabProtocol, standing: Standing) -> Finding:
    """Was a painkiller taken today?"""
    taken = standing.today.painkiller
    return Finding("painkiller", _hold(standing, if_=taken), {"taken": taken})


def more_than_planned(protocol: RehabProtocol, standing: Standing) -> Finding:
    """Did a run of today go beyond its plan?"""
    today = standing.today
    if today.over_plan:
        return over_plan(protocol, standing, today.longest_run)
    return Finding("more-than-planned", CLEARED, {"jog_seconds": today.longest_run})


def over_plan(protocol: RehabProtocol, standing: Standing, jog_seconds: int) -> Finding:
    """Say of a run that it went beyond its plan."""
    numbers = protocol.numbers
    facts = {
        "jog_seconds": jog_seconds,
        "percent": numbers.over_plan_percent,
        "seconds": numbers.over_plan_seconds,
    }
    return Finding("more-than-planned", _hold(standing, if_=True), facts)


def longest_run(protocol: RehabProtocol, standing: Standing) -> Finding:
    """After the return: is a run of today a jump against the month before?"""
    numbers = protocol.numbers
    longest = max((d.longest_run for d in standing.past(numbers.longest_run_days)), default=0)
    run = standing.today.longest_run
    jump = run * 100 > longest * numbers.longest_run_percent
    decision = CAUTION if jump and standing.stage is Stage.RETURNED else CLEARED
    facts = {"jog_seconds": run, "longest": longest, "percent": numbers.longest_run_percent}
    return Finding("longest-run", decision, facts)


def worsening(protocol: RehabProtocol, standing: Standing) -> Finding:
    """Is the pain of the last week clearly above that of the week before?"""
    now, before = recent_median(protocol, standing), previous_median(protocol, standing)
    worse = now is not None and before is not None
    decision = CLEARED
    if worse and now - before >= protocol.numbers.worse_points:  # type: ignore[operator]
        decision = CAUTION
    return Finding("worsening", decision, {"now": now, "before": before})


def not_improving(protocol: RehabProtocol, standing: Standing) -> Finding:
    """After two weeks: is the pain clearly below that of the first week?"""
    now, first, decision = None, None, CLEARED
    if standing.day_number >= protocol.numbers.improve_after_days:
        now, first = recent_median(protocol, standing), first_median(protocol, standing)
        if fell_short(protocol, now, first):
            decision = CAUTION
    facts = {"now": now, "first": first, "day": standing.day_number}
    return Finding("not-improving", decision, facts)


def stalled(protocol: RehabProtocol, standing: Standing) -> Finding:
    """Has no step been passed for long, on the ladder up to its last step?"""
    since, decision = standing.progress_on, CLEARED
    climbing = standing.on_ladder and standing.stage is not Stage.BUILD
    if since is not None and climbing:
        days = (standing.day - since).days
        decision = CAUTION if days >= protocol.numbers.stalled_days else CLEARED
    return Finding("stalled", decision, {"since": since, "days": protocol.numbers.stalled_days})


def past_window(protocol: RehabProtocol, standing: Standing) -> Finding:
    """Is there still pain after the usual recovery window?"""
    numbers = protocol.numbers
    beyond = standing.day_number - numbers.window_closes_day
    decision, painful = CLEARED, False
    if beyond > 0:
        days = standing.recent[-min(beyond, numbers.past_window_days) :]
        painful = any(d.painful for d in days)
        decision = CAUTION if painful else CLEARED
    facts = {"painful": painful, "closes": numbers.window_closes_day}
    return Finding("past-window", decision, facts)


def stepped_back_twice(protocol: RehabProtocol, standing: Standing) -> Finding:
    """Have there been setbacks with no clean run between or since?"""
    enough = standing.setbacks >= protocol.numbers.setbacks
    decision = CAUTION if enough else CLEARED
    return Finding("stepped-back-twice", decision, {"setbacks": standing.setbacks})


RULES: Mapping[str, Rule] = {
    "red-flag": red_flag,
    "sharp-pain": sharp_pain,
    "pain-gone": pain_gone,
    "check-in-today": check_in_today,
    "walk-first": walk_first,
    "rest-between-runs": rest_between_runs,
    "one-run-a-day": one_run_a_day,
    "morning-after": morning_after,
    "painkiller": painkiller,
    "more-than-planned": more_than_planned,
    "longest-run": longest_run,
    "worsening": worsening,
    "not-improving": not_improving,
    "stalled": stalled,
    "past-window": past_window,
    "stepped-back-twice": stepped_back_twice,
}


CAUTIONS = {
    "longest-run",
    "worsening",
    "not-improving",
    "stalled",
    "past-window",
    "stepped-back-twice",
}
_STOPPING_RULES = tuple(rule for name, rule in RULES.items() if name not in CAUTIONS)


def verdict(protocol: RehabProtocol, standing: Standing) -> Verdict:
    """Ask all rules of the day, in their order."""
    return Verdict.of(tuple([rule(protocol, standing) for rule in RULES.values()]))


def against(protocol: RehabProtocol, standing: Standing) -> tuple[Finding, ...]:
    """Ask only what speaks against a run: the rules that never do more than warn are left out."""
    findings = [rule(protocol, standing) for rule in _STOPPING_RULES]
    return tuple([f for f in findings if f.decision > CAUTION])
