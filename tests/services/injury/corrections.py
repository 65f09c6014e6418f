"""Short ways to correct what was said of Alice's injury, and to record a clinician's word."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import ONSET, check_in, on
from tests.services.conftest import ALICE, NOW, Runner
from tracker.progression.diary import Moment
from tracker.progression.episode import Clearance, Setting, Side, Site
from tracker.progression.review import Redecided
from tracker.services.diary import days
from tracker.services.diary.refold import redecide
from tracker.services.injury import clinician, corrections
from tracker.services.injury.episodes import EpisodeFacts
from tracker.services.ownership import own_episode

FACTS = EpisodeFacts(
    site=Site.HAMSTRING,
    side=Side.LEFT,
    onset=ONSET,
    onset_about=False,
    baseline_minutes=40,
    timezone="UTC",
)


def check(runner: Runner, day: int, red_flags: tuple[str, ...] = ()) -> None:
    entry = check_in(day, moment=Moment.WAKING, red_flags=red_flags)
    runner.check(replace(entry, id=f"check-in {day}"))


def edit(runner: Runner, **changed: object) -> Redecided:
    facts = replace(FACTS, **changed)  # type: ignore[arg-type]
    return corrections.edit_episode(
        runner.database, ALICE, 1, facts, today=on(runner.today), now=NOW
    )


def change(runner: Runner, name: str, value: int, day: int = 10, by: str = "") -> Redecided:
    setting = Setting(name=name, value=value, date=on(day), by=by)
    return clinician.change_setting(
        runner.database, ALICE, 1, setting, today=on(runner.today), now=NOW
    )


def clear(runner: Runner, day: int) -> Redecided:
    clearance = Clearance(date=on(day), by="Dr Okafor", note="Go on.")
    return clinician.record_clearance(
        runner.database, ALICE, 1, clearance, today=on(runner.today), now=NOW
    )


def answer(runner: Runner, *screening: str, day: int | None = None, reason: str = "") -> Redecided:
    today = on(runner.today if day is None else day)
    return corrections.answer_screening(
        runner.database, ALICE, 1, screening, reason=reason, today=today, now=NOW
    )


def decided(runner: Runner, day: int) -> str:
    view = days.today(runner.database, ALICE, 1, today=on(day), now=NOW)
    return view.verdict.decision.word


def stored_equals_derived(runner: Runner) -> bool:
    """Refolding everything changes nothing that is stored."""
    with runner.database.writing() as db:
        return redecide(db, own_episode(db, ALICE, 1), since=None) == Redecided()
