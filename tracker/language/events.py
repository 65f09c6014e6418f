"""What a day brought, in one human sentence each, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.names import KIND_NAMES
from tracker.language.phrases import day_name, step_text
from tracker.language.rules import why_not
from tracker.language.sentences import STAGE_NAMES
from tracker.progression.diary import CheckIn, Moment, Sensation
from tracker.progression.events import SETBACKS, Happening
from tracker.progression.ladder import step_plan
from tracker.progression.protocol import Stage
from tracker.progression.review import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from tracker.progression.diary import Record
    from tracker.progression.events import Event
    from tracker.progression.forecast import Outlook
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing

_AT: Mapping[Moment, str] = {
    Moment.WAKING: "this morning",
    Moment.DAY: "today",
    Moment.EVENING: "this evening",
    Moment.NIGHT: "at night",
}
_COMMON = "this is common"


def happened(event: Event, protocol: RehabProtocol, standing: Standing) -> str:
    """What happened, said of today. `protocol` and `standing` are those of the event's day."""
    return _SAID[event.happening](event, protocol, standing)


def follows(events: Iterable[Event], outlook: Outlook, day: date) -> str:
    """When running may be next after a setback, and what it would be; else empty."""
    if not any(event.happening in SETBACKS for event in events):
        return ""
    if outlook.next_run is None or outlook.next_run == day:
        return ""
    plan = "" if outlook.plan is None else f": {step_text(outlook.plan).lower()}"
    return f"No run before {day_name(outlook.next_run)}{plan}."


def _passed(event: Event, protocol: RehabProtocol, standing: Standing) -> str:
    (_, step), (stage, after) = event.before, event.after
    done = f"Step {step} is passed."
    if place_of(standing) != event.after:  # the same day took it back, and says so itself
        return done
    if stage is Stage.BUILD:
        usual = standing.baseline_seconds // 60
        return f"{done} It was the last: from here each run grows a little, up to {usual} minutes."
    if after is None:
        return done
    plan = step_text(step_plan(protocol, after, standing.baseline_seconds))
    if stage is Stage.RUN and event.before[0] is not Stage.RUN:
        return f"{done} From here you jog without walking. Step {after}: {plan.lower()}."
    return f"{done} Next is step {after}: {plan.lower()}."


def _returned(_event: Event, protocol: RehabProtocol, _standing: Standing) -> str:
    watch = protocol.numbers.watch_days
    return f"You are back at your usual run. For {watch} days the tracker looks more closely."


def _lay_off(event: Event, _protocol: RehabProtocol, _standing: Standing) -> str:
    if event.before == event.after:  # after the return
        return f"{event.days} days without a run: when you run again, begin a little lower."
    return f"{event.days} days without a run, so one step lower: {_where(event)}."


def _sharp_pain(event: Event, _protocol: RehabProtocol, _standing: Standing) -> str:
    stop = "Sharp pain: stop for today."
    if event.before[0] is Stage.PROTECT:
        return f"{stop} The pain-free days begin again."
    return f"{stop} Back to {_where(event)}."


def _flare(event: Event, _protocol: RehabProtocol, _standing: Standing) -> str:
    pain = _pain(event.painful)
    if event.before[0] is event.after[0]:
        return f"{pain}. You stay where you are, but wait until it is gone."
    return f"{pain} is a flare, so back to {_where(event)}; {_COMMON}."


def _bad_days(event: Event, protocol: RehabProtocol, _standing: Standing) -> str:
    days, window = protocol.numbers.bad_days, protocol.numbers.bad_days_window
    counted = f"{_pain(event.painful)}: {days} painful days within {window}"
    if event.before[0] is event.after[0]:
        return f"{counted}. You stay where you are, but wait until it is gone."
    return f"{counted}, so back to {STAGE_NAMES[Stage.PROTECT]}. Your step waits for you."


def _step_back(event: Event, _protocol: RehabProtocol, _standing: Standing) -> str:
    pain = _pain(event.painful)
    if event.before == event.after:
        return f"{pain}, so the good runs here are counted anew; {_COMMON}."
    return f"{pain}, so back to {_where(event)}; {_COMMON}."


def _pain_again(event: Event, protocol: RehabProtocol, _standing: Standing) -> str:
    return f"{_pain(event.painful)}, so back to Protect until {_gone(protocol)}."


def _walk_hurt(event: Event, _protocol: RehabProtocol, _standing: Standing) -> str:
    after = "" if not isinstance(event.painful, CheckIn) else " after walking"
    return (
        f"{_pain(event.painful)}{after}: for now walk less, only as far as it does not hurt."
        " The pain-free days begin again."
    )


def _pain_gone(_event: Event, protocol: RehabProtocol, _standing: Standing) -> str:
    days = protocol.numbers.pain_free_days
    walk = protocol.numbers.walk_first_minutes
    free = "A day without pain" if days == 1 else f"{days} days in a row without pain"
    return f"{free}: you may walk, cycle and swim now. A walk of {walk} minutes comes next."


def _ladder_opened(event: Event, _protocol: RehabProtocol, _standing: Standing) -> str:
    step = event.after[1]
    return f"The walk and the morning after it were good, so you may run now, from step {step} on."


def _deviation(event: Event, _protocol: RehabProtocol, _standing: Standing) -> str:
    return (
        f"The run is kept as a deviation: {why_not(event.rules)}. Good runs are counted anew;"
        " it costs no step unless it hurts."
    )


def _pain(record: Record | None) -> str:
    """The pain that did it, and when it was."""
    if record is None:
        return "Pain"
    if isinstance(record, CheckIn):
        when = _AT[record.moment or Moment.DAY]
    else:
        when = f"during “{KIND_NAMES[record.kind]}”"
    if record.pain:
        return f"Pain {record.pain} {when}"
    if record.limp:
        return f"A limp {when}"
    return f"{'Sharp pain' if record.sensation is Sensation.SHARP else 'Pain'} {when}"


def _gone(protocol: RehabProtocol) -> str:
    days = protocol.numbers.pain_free_days
    return "it has been gone for " + ("a day" if days == 1 else f"{days} days in a row")


def _where(event: Event) -> str:
    """Where the runner stands after it, and the step that waits there."""
    stage, step = event.after
    if step is None:
        return f"{STAGE_NAMES[stage]} for now"
    if stage in {Stage.PROTECT, Stage.CROSS_TRAIN}:
        return f"{STAGE_NAMES[stage]} for now, and to step {step} after it"
    return f"step {step} for now"


_SAID: Mapping[Happening, Callable[[Event, RehabProtocol, Standing], str]] = {
    Happening.STEP_PASSED: _passed,
    Happening.RETURNED: _returned,
    Happening.LAY_OFF: _lay_off,
    Happening.SHARP_PAIN: _sharp_pain,
    Happening.FLARE: _flare,
    Happening.BAD_DAYS: _bad_days,
    Happening.STEP_BACK: _step_back,
    Happening.PAIN_AGAIN: _pain_again,
    Happening.WALK_HURT: _walk_hurt,
    Happening.PAIN_GONE: _pain_gone,
    Happening.LADDER_OPENED: _ladder_opened,
    Happening.DEVIATION: _deviation,
}
