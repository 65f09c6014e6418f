"""A made-up diary of forty days: a deviation, a step back and a stop are in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import CheckIn, Kind, Moment, Sensation, SessionLog
from tracker.progression.episode import DENIED, Side, Site
from tracker.progression.forecast import as_planned
from tracker.progression.protocol import Stage
from tracker.services.access import accounts
from tracker.services.diary import days, entries
from tracker.services.diary.refusal import Refusal
from tracker.services.injury import episodes
from tracker.translations import gettext

if TYPE_CHECKING:
    from tracker.progression.ladder import Prescription
    from tracker.storage.database import Database

NAME = "demo"
PASSPHRASE = "a made-up diary"  # noqa: S105 - printed for everybody
DAYS = 40

# What differs from a course in which everything goes well, by day since onset.
_MORNING_PAIN = {0: 5, 1: 4, 2: 4, 4: 2, 5: 1, 16: 1, 23: 3, 24: 2, 25: 1}
_NO_ANSWER = {3, 33}
_SORE = {9, 13, 20, 31}
_RAN_ANYWAY = {13}
_SHARP = {22}
_RIDE = {9, 11, 18, 29}
_CONFIDENCE = {0: 3, 7: 6, 14: 7, 23: 3, 30: 6, 37: 7}  # asked for on these days
_EXPECTED = 70
_NOTES = {
    0: "Felt it pull on the last hill.",
    13: "Friends were running. I went along.",
    16: "A bit stiff going down the stairs.",
    22: "Sharp on a small step up. Walked home.",
}


class _Diarist(NamedTuple):
    """Whose diary is being written."""

    database: Database
    account_id: int
    episode_id: int
    onset: dt.date


def fill(database: Database, now: dt.datetime) -> str:
    """Write the made-up diary, ending today, and return how to sign in to it."""
    account = accounts.register(database, name=NAME, passphrase=PASSPHRASE, now=now)
    onset = now.date() - dt.timedelta(days=DAYS)
    facts = episodes.EpisodeFacts(
        site=Site.HAMSTRING,
        side=Side.RIGHT,
        onset=onset,
        onset_about=False,
        baseline_minutes=40,
        timezone="UTC",
    )
    episode = episodes.open_episode(database, account.id, facts, (), today=onset, now=now)
    diarist = _Diarist(database, account.id, episode, onset)
    for number in range(DAYS):
        _live(diarist, number)
    return gettext(
        "A made-up diary. Sign in as %(name)r with the passphrase %(passphrase)r.",
        name=NAME,
        passphrase=PASSPHRASE,
    )


def _live(diarist: _Diarist, number: int) -> None:
    """Write one day: check in on waking, then do what is cleared, or what was done anyway."""
    day = diarist.onset + dt.timedelta(days=number)
    morning = dt.datetime.combine(day, dt.time(7, 10), dt.UTC)
    if number not in _NO_ANSWER:
        _check_in(diarist, number, day, morning)
    today = days.today(
        diarist.database, diarist.account_id, diarist.episode_id, today=day, now=morning
    )
    allowed = today.verdict.decision.allows_running or number in _RAN_ANYWAY
    if today.plan is not None and allowed and number not in _NO_ANSWER:
        _enter(diarist, _run(number, today.plan, day), morning)
    elif today.standing.stage is Stage.CROSS_TRAIN:
        _enter(diarist, _other(number, Kind.WALK, 35, day), morning)
    elif number in _RIDE:
        _enter(diarist, _other(number, Kind.BIKE, 40, day), morning)


def _check_in(diarist: _Diarist, number: int, day: dt.date, at: dt.datetime) -> None:
    pain = _MORNING_PAIN.get(number, 0)
    quiet = Sensation.SORENESS if number in _SORE else Sensation.NONE
    entries.save_check_in(
        diarist.database,
        diarist.account_id,
        diarist.episode_id,
        CheckIn(
            id=f"demo-check-in-{number}",
            date=day,
            time=at.time(),
            moment=Moment.WAKING,
            pain=pain,
            sensation=Sensation.PAIN if pain else quiet,
            limp=number == 0,
            painkiller=number == 1,
            red_flags=(DENIED,) if number - 1 in _SHARP else (),  # sharp pain asks for them
            confidence=_CONFIDENCE.get(number),
            expected_return=diarist.onset + dt.timedelta(days=_EXPECTED)
            if number in _CONFIDENCE
            else None,
            note=_NOTES.get(number, "") if number not in _SHARP | _RAN_ANYWAY else "",
        ),
        today=day,
        now=at,
    )


def _run(number: int, plan: Prescription, day: dt.date) -> SessionLog:
    run = replace(
        as_planned(plan, day),
        id=f"demo-session-{number}",
        time=dt.time(18),
        pain=0,
        sensation=Sensation.NONE,
        effort=3,
        distance_m=plan.total_jog_seconds * 5 // 2 + plan.total_walk_seconds * 3 // 2,
        note=_NOTES.get(number, "") if number in _SHARP | _RAN_ANYWAY else "",
    )
    if number not in _SHARP:
        return run
    half = replace(run, seconds=plan.total_seconds // 2, walk_seconds=plan.total_walk_seconds // 2)
    return replace(
        half,
        jog_seconds=plan.total_jog_seconds // 2,
        pain=4,
        sensation=Sensation.SHARP,
        stopped_early=True,
        distance_m=None,
    )


def _other(number: int, kind: Kind, minutes: int, day: dt.date) -> SessionLog:
    return SessionLog(
        id=f"demo-session-{number}",
        date=day,
        time=dt.time(12, 30),
        kind=kind,
        seconds=minutes * 60,
        pain=0,
        sensation=Sensation.NONE,
    )


def _enter(diarist: _Diarist, session: SessionLog, now: dt.datetime) -> None:
    """Save a session; a run that is refused is recorded as what it was."""
    whose = diarist.database, diarist.account_id, diarist.episode_id
    saved = entries.save_session(*whose, session, today=session.date, now=now)
    if isinstance(saved, Refusal):
        proof = saved.fingerprint
        entries.save_session(*whose, session, confirmed=proof, today=session.date, now=now)
