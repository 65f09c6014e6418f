"""Check-ins and sessions in a few words, as lists of them say it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.language.amounts import distance
from tracker.language.names import felt, kind_name
from tracker.language.phrases import clock, minutes
from tracker.progression.diary import Kind, Sensation
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tracker.progression.diary import CheckIn, SessionLog


def check_in_title(record: CheckIn) -> str:
    """Return a check-in in a few words."""
    score = gettext("Pain %(score)d", score=record.pain) if record.pain else gettext("No pain")
    is_said = record.sensation in {Sensation.NONE, Sensation.PAIN}
    return score if is_said else f"{score}, {felt(record.sensation)}"


def check_in_detail(record: CheckIn, timezone: str) -> str:
    """Return what else a check-in says; `timezone` is the runner's."""
    return joined(
        clock(record.time),
        gettext("at night") * (not record.is_answer),
        gettext("limping") * record.limp,
        gettext("painkiller taken") * record.painkiller,
        gettext("warning sign") * bool(record.signs),
        _entered_later(record, timezone),
    )


def session_title(record: SessionLog) -> str:
    """Return a session in a few words."""
    name = kind_name(record.kind)
    return f"{name}, {minutes(record.seconds)}" if record.seconds else name


def session_detail(record: SessionLog, unit: str, timezone: str, *, uncleared: bool = False) -> str:
    """Return what else a session says; an unanswered score is said to be one."""
    is_all_walking = record.kind is Kind.WALK and not record.is_run  # its title says how long
    seconds = 0 if is_all_walking else record.walked_seconds
    effort = record.effort
    return joined(
        clock(record.time),
        gettext("%(minutes)s walked", minutes=minutes(seconds)) if seconds else "",
        gettext("%(minutes)s jogged", minutes=minutes(record.jog_seconds)) * record.is_run,
        hurt("" if record.pain is None else f"{record.pain}"),
        _felt(record),
        gettext("limped") * record.limp,
        gettext("stopped early") * record.stopped_early,
        f"{distance(record.distance_m, unit)} {unit}" if record.distance_m else "",
        "" if effort is None else gettext("effort %(effort)d", effort=effort),
        gettext("not yet cleared") * uncleared,
        _entered_later(record, timezone),
    )


def _felt(record: SessionLog) -> str:
    """What a session felt like, where its score has not said it."""
    is_said = record.sensation is None or (record.pain and record.sensation is Sensation.PAIN)
    return "" if is_said or record.sensation is None else felt(record.sensation)


_SHORT: Mapping[Kind, str] = {
    Kind.WALK: N_("Walk"),
    Kind.WALK_JOG: N_("Jog"),
    Kind.RUN: N_("Run"),
    Kind.BIKE: N_("Bike"),
    Kind.SWIM: N_("Swim"),
    Kind.STRENGTH: N_("Gym"),
    Kind.STRETCH: N_("Stretch"),
    Kind.MASSAGE: N_("Massage"),
    Kind.OTHER: N_("Other"),
}


def did(sessions: Iterable[SessionLog]) -> str:
    """Return what was done on a day in one short word, a run first; a plus says there is more."""
    done = sorted(sessions, key=lambda session: not session.is_run)
    if not done:
        return ""
    return f"{gettext(_SHORT[done[0].kind])}{'+' if len(done) > 1 else ''}"


def hurt(pain: str) -> str:
    """Return a score in words; an unanswered one is said to be so."""
    return gettext("pain %(score)s", score=pain) if pain else gettext("pain not answered")


def joined(*parts: str) -> str:
    """Return the parts that say something, in one line."""
    return " · ".join(part for part in parts if part)


def _entered_later(record: CheckIn | SessionLog, timezone: str) -> str:
    """Say that an entry was made after its day, as days go in the runner's time zone."""
    entered = record.entered_at
    late = entered is not None and entered.astimezone(ZoneInfo(timezone)).date() > record.date
    return gettext("entered later") if late else ""
