"""What a day brought, in one human sentence each, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language import setbacks
from tracker.language.phrases import day_name, step_within
from tracker.language.setbacks import Told
from tracker.progression.events import SETBACKS, Happening
from tracker.progression.ladder import step_plan
from tracker.progression.protocol import Stage
from tracker.progression.review import place_of
from tracker.translations import gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from tracker.progression.events import Event
    from tracker.progression.forecast import Outlook
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing


def happened(
    event: Event, protocol: RehabProtocol, standing: Standing, *, is_past: bool = False
) -> str:
    """What happened, said of today, or of a past day as such.

    `protocol` and `standing` are those of the event's day.
    """
    return _SAID[event.happening](Told(event, protocol, standing, is_past))


def follows(events: Iterable[Event], outlook: Outlook, day: date) -> str:
    """When running may be next after a setback, and what it would be; else empty."""
    if not any(event.happening in SETBACKS for event in events):
        return ""
    if outlook.next_run is None or outlook.next_run == day:
        return ""
    next_run = day_name(outlook.next_run)
    if outlook.plan is None:
        return gettext("No run before %(day)s.", day=next_run)
    return gettext("No run before %(day)s: %(plan)s.", day=next_run, plan=step_within(outlook.plan))


def _passed(it: Told) -> str:
    (before, step), (stage, after) = it.event.before, it.event.after
    usual = it.standing.baseline_seconds
    if place_of(it.standing) != it.event.after:  # the same day took it back, and says so itself
        return gettext("Step %(step)d is passed.", step=step)
    if stage is Stage.BUILD:
        return gettext(
            "Step %(step)d is passed. It was the last: from here each run grows a little, up to"
            " %(minutes)d minutes.",
            step=step,
            minutes=usual // 60,
        )
    if after is None:
        return gettext("Step %(step)d is passed.", step=step)
    plan = step_within(step_plan(it.protocol, after, usual))
    if stage is Stage.RUN and before is not Stage.RUN:
        return gettext(
            "Step %(step)d is passed. From here you jog without walking. Step %(next)d: %(plan)s.",
            step=step,
            next=after,
            plan=plan,
        )
    return gettext(
        "Step %(step)d is passed. Next is step %(next)d: %(plan)s.",
        step=step,
        next=after,
        plan=plan,
    )


def _returned(it: Told) -> str:
    return ngettext(
        "You are back at your usual run. For %(num)d day the tracker looks more closely.",
        "You are back at your usual run. For %(num)d days the tracker looks more closely.",
        it.protocol.numbers.watch_days,
    )


def _pain_gone(it: Told) -> str:
    return ngettext(
        "A day without pain: you may walk, cycle and swim now."
        " A walk of %(minutes)d minutes comes next.",
        "%(num)d days in a row without pain: you may walk, cycle and swim now."
        " A walk of %(minutes)d minutes comes next.",
        it.protocol.numbers.pain_free_days,
        minutes=it.protocol.numbers.walk_first_minutes,
    )


def _ladder_opened(it: Told) -> str:
    return gettext(
        "The walk and the morning after it were good, so you may run now, from step %(step)d on.",
        step=it.event.after[1],
    )


_SAID: Mapping[Happening, Callable[[Told], str]] = {
    **setbacks.SAID,
    Happening.STEP_PASSED: _passed,
    Happening.RETURNED: _returned,
    Happening.PAIN_GONE: _pain_gone,
    Happening.LADDER_OPENED: _ladder_opened,
}
