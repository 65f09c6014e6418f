"""What set a runner back on a day, in one human sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.names import kind_name, stage_name
from tracker.language.rules import why_not
from tracker.progression.diary import CheckIn, Moment, Sensation
from tracker.progression.events import Happening
from tracker.progression.protocol import Stage
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.progression.diary import Record
    from tracker.progression.events import Event
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing

_AT: Mapping[Moment, str] = {
    Moment.WAKING: N_("this morning"),
    Moment.DAY: N_("today"),
    Moment.EVENING: N_("this evening"),
    Moment.NIGHT: N_("at night"),
}
_AT_OF_PAST: Mapping[Moment, str] = {
    Moment.WAKING: N_("that morning"),
    Moment.DAY: N_("that day"),
    Moment.EVENING: N_("that evening"),
    Moment.NIGHT: N_("at night"),
}


class Told(NamedTuple):
    """An event with the protocol and the standing of its day; `is_past`: not said on that day."""

    event: Event
    protocol: RehabProtocol
    standing: Standing
    is_past: bool

    @property
    def pain(self) -> str:
        """The pain that did it, and when it was; of a flare what makes it one."""
        is_flare = self.event.happening is Happening.FLARE
        least = self.protocol.numbers.flare_from if is_flare else 1
        return _pain(self.event.painful, _AT_OF_PAST if self.is_past else _AT, least)


def _lay_off(it: Told) -> str:
    days = it.event.days
    if it.event.before == it.event.after:  # after the return
        return ngettext(
            "%(num)d day without a run: when you run again, begin a little lower.",
            "%(num)d days without a run: when you run again, begin a little lower.",
            days,
        )
    return ngettext(
        "%(num)d day without a run, so one step lower: %(place)s.",
        "%(num)d days without a run, so one step lower: %(place)s.",
        days,
        place=_where(it.event),
    )


def _sharp_pain(it: Told) -> str:
    if it.event.before[0] is Stage.PROTECT:
        if it.is_past:
            return gettext("Sharp pain: stop for that day. The pain-free days begin again.")
        return gettext("Sharp pain: stop for today. The pain-free days begin again.")
    place = _where(it.event)
    if it.is_past:
        return gettext("Sharp pain: stop for that day. Back to %(place)s.", place=place)
    return gettext("Sharp pain: stop for today. Back to %(place)s.", place=place)


def _flare(it: Told) -> str:
    if it.event.before[0] is it.event.after[0]:
        return gettext("%(pain)s. You stay where you are, but wait until it is gone.", pain=it.pain)
    return gettext(
        "%(pain)s is a flare, so back to %(place)s; this is common.",
        pain=it.pain,
        place=_where(it.event),
    )


def _bad_days(it: Told) -> str:
    numbers = it.protocol.numbers
    counted = {"pain": it.pain, "days": numbers.bad_days, "window": numbers.bad_days_window}
    if it.event.before[0] is it.event.after[0]:
        return gettext(
            "%(pain)s: %(days)d painful days within %(window)d. You stay where you are, but wait"
            " until it is gone.",
            **counted,
        )
    return gettext(
        "%(pain)s: %(days)d painful days within %(window)d, so back to %(stage)s. Your step waits"
        " for you.",
        **counted,
        stage=stage_name(Stage.PROTECT),
    )


def _step_back(it: Told) -> str:
    if it.event.before == it.event.after:
        return gettext(
            "%(pain)s, so the good runs here are counted anew; this is common.", pain=it.pain
        )
    return gettext(
        "%(pain)s, so back to %(place)s; this is common.", pain=it.pain, place=_where(it.event)
    )


def _pain_again(it: Told) -> str:
    return ngettext(
        "%(pain)s, so back to %(stage)s until it has been gone for a day.",
        "%(pain)s, so back to %(stage)s until it has been gone for %(num)d days in a row.",
        it.protocol.numbers.pain_free_days,
        pain=it.pain,
        stage=stage_name(Stage.PROTECT),
    )


def _walk_hurt(it: Told) -> str:
    if isinstance(it.event.painful, CheckIn):
        return gettext(
            "%(pain)s after walking: for now walk less, only as far as it does not hurt."
            " The pain-free days begin again.",
            pain=it.pain,
        )
    return gettext(
        "%(pain)s: for now walk less, only as far as it does not hurt."
        " The pain-free days begin again.",
        pain=it.pain,
    )


def _deviation(it: Told) -> str:
    return gettext(
        "The run is kept as a deviation: %(reasons)s. Good runs are counted anew;"
        " it costs no step unless it hurts.",
        reasons=why_not(it.event.rules),
    )


def _pain(record: Record | None, at: Mapping[Moment, str], least: int) -> str:
    """The score where it is `least` or more; else a limp, or what it felt like."""
    if record is None:
        return gettext("Pain")
    if isinstance(record, CheckIn):
        when = gettext(at[record.moment or Moment.DAY])
    else:
        when = gettext("during “%(kind)s”", kind=kind_name(record.kind))
    if record.pain and record.pain >= least:
        return gettext("Pain %(score)d %(when)s", score=record.pain, when=when)
    if record.limp:
        return gettext("A limp %(when)s", when=when)
    if record.sensation is Sensation.SHARP:
        return gettext("Sharp pain %(when)s", when=when)
    return gettext("Pain %(when)s", when=when)


def _where(event: Event) -> str:
    """Where the runner stands after it, and the step that waits there."""
    stage, step = event.after
    if step is None:
        return gettext("%(stage)s for now", stage=stage_name(stage))
    if stage in {Stage.PROTECT, Stage.CROSS_TRAIN}:
        name = stage_name(stage)
        return gettext("%(stage)s for now, and to step %(step)d after it", stage=name, step=step)
    return gettext("step %(step)d for now", step=step)


SAID: Mapping[Happening, Callable[[Told], str]] = {
    Happening.LAY_OFF: _lay_off,
    Happening.SHARP_PAIN: _sharp_pain,
    Happening.FLARE: _flare,
    Happening.BAD_DAYS: _bad_days,
    Happening.STEP_BACK: _step_back,
    Happening.PAIN_AGAIN: _pain_again,
    Happening.WALK_HURT: _walk_hurt,
    Happening.DEVIATION: _deviation,
}
