"""Consent between a runner and a clinician: how it begins, what it allows, how it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.builders import check_in, on, walk
from tests.services.conftest import ALICE, BOB, NOW, Runner
from tracker.content.visits import Visit
from tracker.progression.diary import Sensation
from tracker.progression.episode import Clearance, Setting, Through
from tracker.reports.morning import Need
from tracker.services.access import clinicians, consents, morning, restored
from tracker.services.access.consents import WrongRole
from tracker.services.access.origin import SHELL
from tracker.services.diary import visits
from tracker.services.errors import NotFound
from tracker.services.injury import clinician, episodes
from tracker.services.injury.clinician import SettingRefused
from tracker.services.injury.episodes import CloseReason
from tracker.storage.access.roles import administrators
from tracker.storage.access.roles import clinicians as stored
from tracker.storage.database import Database

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.storage.access.consents import Consent

TODAY = on(400)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def practice(runner: Runner) -> Runner:
    """Bob is a clinician."""
    with runner.database.writing() as tx:
        stored.add(tx, BOB, NOW)
    return runner


def let_in(database: Database, *, with_notes: bool = False) -> Consent:
    """Alice makes a link, Bob takes it."""
    token = consents.make_link(
        database, ALICE, by_clinician=False, with_notes=with_notes, origin=SHELL, now=NOW
    )
    consents.accept(database, token, BOB, with_notes=False, origin=SHELL, now=NOW)
    (consent,) = consents.given_by(database, ALICE)
    return consent


def test_a_runner_lets_a_clinician_in_and_says_whether_notes_are_shown(practice: Runner) -> None:
    consent = let_in(practice.database, with_notes=True)
    assert (consent.runner.id, consent.clinician.id, consent.with_notes) == (ALICE, BOB, True)
    assert consents.given_to(practice.database, BOB) == [consent]


def test_a_clinician_invites_and_the_runner_says_whether_notes_are_shown(
    practice: Runner,
) -> None:
    database = practice.database
    token = consents.make_link(database, BOB, by_clinician=True, origin=SHELL, now=NOW)
    consents.accept(database, token, ALICE, with_notes=True, origin=SHELL, now=NOW)
    (consent,) = consents.given_by(database, ALICE)
    assert (consent.clinician.id, consent.with_notes) == (BOB, True)


def test_a_link_is_good_once_for_seven_days_until_it_is_taken_back(practice: Runner) -> None:
    database = practice.database
    used, late, back = (
        consents.make_link(database, ALICE, by_clinician=False, origin=SHELL, now=NOW)
        for _ in range(3)
    )
    consents.accept(database, used, BOB, with_notes=False, origin=SHELL, now=NOW)
    link = consents.links_of(database, ALICE, now=NOW)[-1]
    consents.end_link(database, ALICE, link.id, origin=SHELL, now=NOW)
    for token, now in ((used, NOW), (late, NOW + consents.LASTS), (back, NOW), ("x" * 43, NOW)):
        with pytest.raises(NotFound):
            consents.accept(database, token, BOB, with_notes=False, origin=SHELL, now=now)


def test_nobody_takes_a_link_that_is_not_for_their_role(runner: Runner) -> None:
    """Bob is no clinician here; and nobody takes their own."""
    database = runner.database
    token = consents.make_link(database, ALICE, by_clinician=False, origin=SHELL, now=NOW)
    for account in (BOB, ALICE):
        with pytest.raises(WrongRole):
            consents.accept(database, token, account, with_notes=False, origin=SHELL, now=NOW)
    with pytest.raises(NotFound):
        consents.make_link(database, BOB, by_clinician=True, origin=SHELL, now=NOW)
    assert consents.given_by(database, ALICE) == []


def test_a_clinicians_word_counts_at_once_under_their_name(practice: Runner) -> None:
    database = practice.database
    practice.check(check_in(400, pain=3, red_flags=("E1",)))
    consent = let_in(database)
    by, through = consent.clinician.name, Through.ACCOUNT
    consents.decide(
        database,
        BOB,
        consent.id,
        [
            Clearance(date=TODAY, by=by, covers=("E1",), through=through),
            Setting(name="pain_allowed", value=1, date=TODAY, by=by, through=through),
            Visit(date=TODAY, by=by, said="Go on", through=through),
        ],
        today=TODAY,
        now=LATER,
    )
    assert clinician.lock_on(database, ALICE, 1, TODAY) is None
    facts = episodes.episode(database, ALICE, 1).episode
    assert [(c.by, c.through) for c in facts.clearances] == [(by, through)]
    assert [(s.name, s.by, s.through) for s in facts.settings] == [("pain_allowed", by, through)]
    assert [v.said for v in visits.visits_of(database, ALICE, 1)] == ["Go on"]


def test_nothing_of_a_word_is_recorded_where_a_part_of_it_is_too_loose(practice: Runner) -> None:
    consent = let_in(practice.database)
    good = Setting(name="pain_free_days", value=1, date=TODAY, by="Bob", through=Through.ACCOUNT)
    loose = Setting(name="pain_allowed", value=3, date=TODAY, by="Bob", through=Through.ACCOUNT)
    with pytest.raises(SettingRefused):
        consents.decide(practice.database, BOB, consent.id, [good, loose], today=TODAY, now=LATER)
    assert episodes.episode(practice.database, ALICE, 1).episode.settings == ()


@pytest.mark.parametrize("how", ["runner", "clinician", "role", "restore"])
def test_it_ends_and_then_nothing_is_decided_or_seen(practice: Runner, how: str) -> None:
    database = practice.database
    consent = let_in(database)
    if how == "role":
        with database.writing() as tx:
            administrators.add(tx, ALICE, NOW)
        clinicians.end_role(database, ALICE, BOB, origin=SHELL, now=LATER)
    elif how == "restore":
        restored.end_everything(database, LATER)
    else:
        who, by_clinician = (ALICE, False) if how == "runner" else (BOB, True)
        consents.end(database, who, consent.id, by_clinician=by_clinician, origin=SHELL, now=LATER)
    word = Setting(name="pain_free_days", value=1, date=TODAY, by="Bob", through=Through.ACCOUNT)
    with pytest.raises(NotFound):
        consents.decide(database, BOB, consent.id, [word], today=TODAY, now=LATER)
    with pytest.raises(NotFound):
        consents.mark_seen(database, BOB, consent.id, now=LATER)
    assert consents.given_to(database, BOB) == consents.given_by(database, ALICE) == []


def test_a_restore_keeps_the_consents_of_later_and_no_others(
    practice: Runner, tmp_path: Path
) -> None:
    """One that was ended after the copy does not come back; one given after it stays."""
    import shutil

    later = practice.database
    ended = let_in(later)
    shutil.copyfile(later.path, tmp_path / "copy.db")
    consents.end(later, ALICE, ended.id, origin=SHELL, now=LATER)
    copy = Database(tmp_path / "copy.db")
    restored.end_everything(copy, LATER)
    restored.since(copy, later)
    assert consents.given_by(copy, ALICE) == []
    given = let_in(later)
    restored.since(copy, later)
    assert [it.since for it in consents.given_by(copy, ALICE)] == [given.since]
    copy.close()


def test_the_list_says_who_needs_a_look_and_why(practice: Runner) -> None:
    day = int((NOW.date() - on(0)).days)
    practice.today = day
    let_in(practice.database)
    now = NOW

    def need(silence: int = 3) -> Need:
        (line,) = morning.lines(practice.database, BOB, silence=silence, now=now)
        assert line.reason is not None
        return line.reason.need

    assert need() is Need.STALLED, "nothing was entered or passed for very long"
    practice.session(replace(walk(day), pain=5, sensation=Sensation.SHARP))
    assert need() is Need.STALLED, "what is as old as the last look was seen by it"
    consent = consents.given_to(practice.database, BOB)[0]
    with practice.database.writing() as tx:
        tx.connection().exec_driver_sql("UPDATE consents SET since = '2020-01-01 00:00:00'")
    assert need() is Need.HURT
    consents.mark_seen(practice.database, BOB, consent.id, now=now)
    assert need() is not Need.HURT
    practice.check(check_in(day, pain=3, red_flags=("E1",)))
    assert need() is Need.OPEN_SIGN


def test_without_an_open_diary_there_is_no_reason(practice: Runner) -> None:
    let_in(practice.database)
    episodes.end_episode(practice.database, ALICE, 1, CloseReason.RETURNED, today=TODAY)
    (line,) = morning.lines(practice.database, BOB, silence=3, now=NOW)
    assert (line.view, line.reason) == (None, None)


def test_questions_go_with_the_visit_they_were_for(runner: Runner) -> None:
    database = runner.database
    visits.ask(database, ALICE, 1, "May I ski?", now=NOW)
    assert visits.questions(database, ALICE, 1) == "May I ski?"
    said = Visit(date=TODAY, by="Dr Lind", said="Yes", next_on=TODAY + timedelta(days=7))
    visits.record(database, ALICE, 1, said, today=TODAY, now=NOW)
    assert [v.asked for v in visits.visits_of(database, ALICE, 1)] == ["May I ski?"]
    assert visits.questions(database, ALICE, 1) == ""
    with pytest.raises(NotFound):
        visits.visits_of(database, BOB, 1)
