"""Another protocol for an injury: by a clinician's word, told wherever it decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.builders import good_morning, on, session, walk
from tests.services.conftest import ALICE, BOB, NOW
from tests.services.injury.kept_variants import SHORT_LADDER, SLOWER, SLOWEST
from tracker.progression.diary import Kind
from tracker.progression.episode import Setting
from tracker.progression.protocol import Stage
from tracker.progression.protocol_document import reader
from tracker.reports.tables import facts
from tracker.services.diary import basis, clinician_summary, days, integrity
from tracker.services.errors import NotFound
from tracker.services.injury import clinician, episodes, protocol_choice, variants
from tracker.services.injury.protocol_choice import Choice, Objection, ProtocolRefused
from tracker.storage.diary import changes

if TYPE_CHECKING:
    from tests.services.conftest import Runner
    from tracker.progression.review import Redecided

WORD = Choice(protocol="okafor-1", by=" Dr Okafor ", date=on(1))


@pytest.fixture(autouse=True)
def _stored_protocol(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    variants.keep(runner.database, SLOWER, NOW)
    basis.decide_anew(runner.database, NOW)


def answer(runner: Runner, days: int) -> None:
    """A good answer on each of the first days."""
    for number in range(days):
        runner.check(replace(good_morning(number), id=f"c{number}"))


def choose(runner: Runner, choice: Choice = WORD, *, account: int = ALICE) -> Redecided:
    return protocol_choice.choose(
        runner.database, account, runner.episode, choice, today=on(10), now=NOW
    )


def chosen(runner: Runner) -> tuple[str, str, object]:
    view = episodes.episode(runner.database, ALICE, runner.episode).episode
    return view.protocol, view.protocol_by, view.protocol_on


def refused(runner: Runner, choice: Choice) -> ProtocolRefused:
    before = chosen(runner)
    with pytest.raises(ProtocolRefused) as caught:
        choose(runner, choice)
    assert chosen(runner) == before
    return caught.value


def test_it_decides_the_whole_injury_and_what_that_changes_is_told(runner: Runner) -> None:
    answer(runner, 3)
    redecided = choose(runner)
    assert redecided.standing is not None
    assert [place[0] for place in redecided.standing] == [Stage.CROSS_TRAIN, Stage.PROTECT]
    assert chosen(runner) == ("okafor-1", "Dr Okafor", on(1))
    assert integrity.faults(runner.database) == []
    today = days.as_it_stands(runner.database, ALICE, runner.episode, today=on(2))
    assert today.standing.stage is Stage.PROTECT


def test_runs_that_it_does_not_clear_become_deviations(runner: Runner) -> None:
    answer(runner, 4)
    runner.session(replace(walk(1), id="walk"))
    runner.session(replace(session(2, Kind.WALK_JOG, 25, walk=20, jog=5, bout=1), id="run"))
    (change,) = choose(runner).runs
    assert (change.uid, bool(change.rules)) == ("run", True)


@pytest.mark.parametrize("by", ["", "  ", "self", "Self"])
def test_it_needs_a_clinicians_name(runner: Runner, by: str) -> None:
    assert refused(runner, replace(WORD, by=by)).objection is Objection.NEEDS_CLINICIAN


def test_its_date_lies_within_the_injury_and_has_come(runner: Runner) -> None:
    assert refused(runner, replace(WORD, date=on(-1))).objection is Objection.BEFORE_ONSET
    with pytest.raises(ValueError, match="in the future"):
        choose(runner, replace(WORD, date=on(11)))


def test_only_what_is_offered_can_be_chosen(runner: Runner) -> None:
    assert refused(runner, replace(WORD, protocol="okafor-9")).objection is Objection.NOT_OFFERED
    variants.withdraw(runner.database, "okafor-1", NOW)
    assert refused(runner, WORD).objection is Objection.NOT_OFFERED


def test_a_changed_number_that_it_does_not_know_or_allow_stands_against_it(runner: Runner) -> None:
    variants.keep(runner.database, SHORT_LADDER, NOW)
    step = Setting(name="step", value=7, date=on(2), by="Dr Rivera")
    clinician.change_setting(runner.database, ALICE, runner.episode, step, today=on(10), now=NOW)
    against = refused(runner, replace(WORD, protocol="short-1"))
    assert against.objection is Objection.NUMBER_OUT_OF_BOUNDS
    assert against.setting is not None
    assert (against.setting.name, against.setting.value) == ("step", 7)
    choose(runner)


def test_nobody_chooses_for_another(runner: Runner) -> None:
    with pytest.raises(NotFound):
        choose(runner, account=BOB)


def test_an_injury_stays_with_its_version_when_a_new_one_is_kept(runner: Runner) -> None:
    choose(runner)
    variants.keep(runner.database, SLOWEST, NOW)
    assert chosen(runner)[0] == "okafor-1"
    assert integrity.faults(runner.database) == []
    choose(runner, replace(WORD, protocol="okafor-2"))
    assert chosen(runner)[0] == "okafor-2"


def test_the_usual_protocol_is_chosen_again_by_the_same_door(runner: Runner) -> None:
    choose(runner)
    choose(runner, Choice(protocol="return-to-run-1", by="Dr Okafor", date=on(3)))
    assert chosen(runner) == ("return-to-run-1", "Dr Okafor", on(3))


def test_it_lifts_no_lock(runner: Runner) -> None:
    runner.check(replace(good_morning(0), red_flags=("E1",)))
    choose(runner)
    lock = clinician.lock_on(runner.database, ALICE, runner.episode, on(10))
    assert lock is not None
    assert lock.signs == ("E1",)


def test_the_record_of_edits_and_the_sheet_name_it_and_who_chose_it(runner: Runner) -> None:
    runner.check(good_morning(0))
    choose(runner)
    with runner.database.reading() as tx:
        (change,) = [c for c in changes.every(tx, runner.key) if c.entity == "episode"]
    assert change.before is not None
    assert change.after is not None
    assert change.before["protocol"] == "return-to-run-1"
    chosen = [change.after[key] for key in ("protocol", "protocol_by", "protocol_on")]
    assert chosen == ["okafor-1", "Dr Okafor", on(1).isoformat()]
    sheet = clinician_summary.tell(
        runner.database, ALICE, runner.episode, first=on(0), last=on(10), today=on(10)
    )
    words = dict(facts(sheet.summary))["Protocol"]
    assert words.startswith("Northside (okafor-1), chosen by Dr Okafor on ")
