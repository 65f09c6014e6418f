"""A clinician's answer through a link: proposed once, taken or refused, and nothing looser."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import check_in
from tests.services.access.answering import (
    BY,
    TODAY,
    answer,
    clears,
    facts,
    linked,
    locked_by,
    sets,
    take,
)
from tests.services.conftest import ALICE, NOW, Runner
from tracker.content.visits import Visit
from tracker.progression.episode import Clearance, Setting, Through
from tracker.progression.guardrails import Objection
from tracker.services.access import answers
from tracker.services.diary import entries
from tracker.services.injury import clinician, proposals
from tracker.services.injury.clinician import SettingRefused
from tracker.services.injury.proposals import AlreadyDecided, CannotBeTaken
from tracker.storage.diary import changes
from tracker.storage.injury import visits


@pytest.fixture
def flagged(runner: Runner) -> Runner:
    """E1 and U2, recorded today."""
    runner.check(check_in(400, pain=3, red_flags=("E1", "U2")))
    return runner


def test_nothing_counts_before_it_is_accepted(flagged: Runner) -> None:
    answer(flagged.database, clears("E1", "U2"), sets("pain_allowed", 1))
    assert set(locked_by(flagged.database)) == {"E1", "U2"}
    assert facts(flagged.database).episode.settings == ()


def test_a_clearance_that_is_accepted_clears_the_signs_it_names_and_no_other(
    flagged: Runner,
) -> None:
    (one,) = answer(flagged.database, clears("E1"), now=NOW + timedelta(hours=1))
    take(flagged.database, one, NOW + timedelta(hours=2))
    assert locked_by(flagged.database) == ("U2",)
    (stored,) = facts(flagged.database).episode.clearances
    assert (stored.by, stored.through, stored.covers) == (BY, Through.LINK, ("E1",))


def test_a_sign_recorded_after_the_answer_stays_open_though_it_is_accepted_later(
    flagged: Runner,
) -> None:
    """Else a yes to last week's answer would open what nobody has looked at."""
    database = flagged.database
    (one,) = answer(database, clears("E1"), now=NOW - timedelta(hours=1))
    seen = proposals.prospect(database, ALICE, one, TODAY)
    assert (seen.clears, seen.renewed, seen.left) == ((), ("E1",), ("U2",))
    with pytest.raises(CannotBeTaken):
        take(database, one)
    assert set(locked_by(database)) == {"E1", "U2"}
    assert [it.id for it in proposals.waiting(database, ALICE)] == [one]


def test_of_two_signs_the_one_that_was_recorded_again_stays_open(flagged: Runner) -> None:
    database = flagged.database
    (one,) = answer(database, clears("E1", "U2"), now=NOW + timedelta(hours=1))
    later = NOW + timedelta(hours=2)
    again = check_in(400, pain=3, red_flags=("U2",))
    entries.save_check_in(database, ALICE, 1, replace(again, id="again"), today=TODAY, now=later)
    seen = proposals.prospect(database, ALICE, one, TODAY)
    assert (seen.clears, seen.renewed) == (("E1",), ("U2",))
    take(database, one, NOW + timedelta(hours=3))
    assert locked_by(database) == ("U2",)


def test_what_is_not_open_any_more_is_told_and_cannot_be_accepted(flagged: Runner) -> None:
    database = flagged.database
    (one,) = answer(database, clears("E1"), now=NOW + timedelta(hours=1))
    clinician.record_clearance(
        database, ALICE, 1, Clearance(date=TODAY, by="Dr Lind"), today=TODAY,
        now=NOW + timedelta(hours=2),
    )  # fmt: skip
    assert proposals.prospect(database, ALICE, one, TODAY).gone == ("E1",)
    with pytest.raises(CannotBeTaken):
        take(database, one)


def test_a_number_and_a_step_count_from_the_day_they_are_accepted(runner: Runner) -> None:
    database = runner.database
    one, two = answer(database, sets("pain_allowed", 1), sets("step", 4))
    later = TODAY + timedelta(days=3)
    for proposal in (one, two):
        proposals.accept(database, ALICE, proposal, today=later, now=NOW + timedelta(days=3))
    settings = facts(database).episode.settings
    assert [(s.name, s.value, s.date, s.through) for s in settings] == [
        ("pain_allowed", 1, later, Through.LINK),
        ("step", 4, later, Through.LINK),
    ]


@pytest.mark.parametrize(("name", "value"), [("pain_allowed", 3), ("step", 99), ("nonsense", 1)])
def test_no_answer_is_looser_than_a_clinicians_word_may_be(
    runner: Runner, name: str, value: int
) -> None:
    token = linked(runner.database)
    with pytest.raises(SettingRefused):
        answer(runner.database, sets(name, value), token=token)
    assert proposals.waiting(runner.database, ALICE) == []
    assert answers.link_of(runner.database, token).answered_at is None  # type: ignore[union-attr]


def test_bounds_are_asked_again_when_it_is_accepted(runner: Runner) -> None:
    """A usual week below the usual run of today is none, though it was one when proposed."""
    database = runner.database
    (week,) = answer(database, sets("baseline_week_minutes", 60))
    longer = Setting(name="baseline_run_minutes", value=90, date=TODAY, by="Dr Lind")
    clinician.change_setting(database, ALICE, 1, longer, today=TODAY, now=NOW)
    assert proposals.prospect(database, ALICE, week, TODAY).objection is Objection.OUT_OF_BOUNDS
    with pytest.raises(CannotBeTaken):
        take(database, week)


def test_a_number_that_was_changed_since_is_told(runner: Runner) -> None:
    database = runner.database
    (one,) = answer(database, sets("pain_free_days", 1))
    own = Setting(name="pain_free_days", value=5, date=TODAY)
    clinician.change_setting(database, ALICE, 1, own, today=TODAY, now=NOW + timedelta(minutes=1))
    assert proposals.prospect(database, ALICE, one, TODAY).changed == own


def test_a_note_and_a_date_become_a_visit(runner: Runner) -> None:
    said = Visit(date=TODAY, by=BY, said="Go on slowly", next_on=TODAY + timedelta(days=14),
                 through=Through.LINK)  # fmt: skip
    (one,) = answer(runner.database, said)
    take(runner.database, one)
    with runner.database.reading() as tx:
        (visit,) = visits.of_episode(tx, runner.key)
    assert visit == said
    assert visit.through is Through.LINK


def test_what_is_refused_never_counts_and_can_not_be_accepted_any_more(flagged: Runner) -> None:
    database = flagged.database
    (one,) = answer(database, clears("E1"), now=NOW + timedelta(hours=1))
    proposals.refuse(database, ALICE, one, now=NOW + timedelta(hours=2))
    assert proposals.waiting(database, ALICE) == []
    for decide in (take, lambda db, it: proposals.refuse(db, ALICE, it, now=NOW)):
        with pytest.raises(AlreadyDecided):
            decide(database, one)
    assert set(locked_by(database)) == {"E1", "U2"}


def test_all_of_it_is_in_the_record_of_edits(flagged: Runner) -> None:
    database = flagged.database
    one, two = answer(
        database, clears("E1"), sets("pain_free_days", 1), now=NOW + timedelta(hours=1)
    )
    take(database, one, NOW + timedelta(hours=2))
    proposals.refuse(database, ALICE, two, now=NOW + timedelta(hours=3))
    with database.reading() as tx:
        noted = [it for it in changes.every(tx, flagged.key) if it.entity == proposals.PROPOSAL]
    states = [(it.uid, (it.after or {})["state"]) for it in noted]
    assert states == [
        (str(one), "waiting"), (str(two), "waiting"), (str(one), "accepted"), (str(two), "refused"),
    ]  # fmt: skip
    assert (noted[0].after or {})["said"]["by"] == BY
