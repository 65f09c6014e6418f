"""Changed numbers and clearances in the record of an export: what, by whom, when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.builders import on
from tests.services.conftest import ALICE, NOW
from tests.services.transfer.lived_in import lived_in, read, zipped
from tracker.exchange.own_format.audited_words import audited_words
from tracker.progression.episode import Clearance, Setting
from tracker.services.injury import clinician
from tracker.services.transfer import exports, imports

if TYPE_CHECKING:
    from tests.services.conftest import Runner
    from tracker.exchange.own_format.audit_csv import Audited

LATER = NOW + timedelta(hours=1)


def test_a_changed_number_says_what_it_was_what_it_is_on_whose_word_and_when(
    runner: Runner,
) -> None:
    who = runner.database, ALICE, runner.episode
    own = Setting(name="pain_free_days", value=3, date=on(2))
    clinician.change_setting(*who, own, today=on(2), now=NOW)
    theirs = Setting(name="pain_free_days", value=2, date=on(4), by="Dr. Okafor")
    clinician.change_setting(*who, theirs, today=on(4), now=LATER)
    mine = {"value": 3, "date": on(2).isoformat(), "by": "self"}
    after = {"value": 2, "date": on(4).isoformat(), "by": "Dr. Okafor"}
    assert [tuple(line)[:6] for line in _lines(runner)] == [
        (NOW, "setting", "pain_free_days", "create", None, mine),
        (LATER, "setting", "pain_free_days", "update", mine, after),
    ]


def test_what_was_entered_later_for_an_earlier_day_does_not_follow_what_held_after_it(
    runner: Runner,
) -> None:
    who = runner.database, ALICE, runner.episode
    for day, now in ((4, NOW), (2, LATER)):
        given = Setting(name="pain_free_days", value=3, date=on(day), by="Dr. Okafor")
        clinician.change_setting(*who, given, today=on(4), now=now)
    assert [(line.action, line.before) for line in _lines(runner)] == [("create", None)] * 2


def test_a_clearance_says_who_gave_it_in_what_words_and_what_it_covers(runner: Runner) -> None:
    word = Clearance(date=on(3), by="Dr. Okafor", note="go on", covers=("U2",))
    clinician.record_clearance(runner.database, ALICE, runner.episode, word, today=on(3), now=LATER)
    (line,) = _lines(runner)
    assert tuple(line)[:5] == (LATER, "clearance", "", "create", None)
    assert line.after == {
        "date": on(3).isoformat(),
        "by": "Dr. Okafor",
        "note": "go on",
        "covers": ["U2"],
    }


def test_the_lines_stand_among_the_edits_in_the_order_of_time(runner: Runner) -> None:
    lived_in(runner)
    archive, _ = exports.all_archives(runner.database, ALICE)
    assert {"setting", "clearance", "check_in", "episode", "decision"} <= {
        line.what for line in archive.audit
    }
    assert [line.at for line in archive.audit] == sorted(line.at for line in archive.audit)


def test_a_line_that_was_changed_in_the_file_changes_nothing_for_episode_json_says_it(
    runner: Runner,
) -> None:
    lived_in(runner)
    whole = zipped(runner.database)
    first, second = read(whole)
    forged = [line._replace(after={"value": 1}) for line in first.audit if line.what == "setting"]
    rest = [line for line in first.audit if line.what != "setting"]
    with runner.database.writing() as tx:
        tx.connection().exec_driver_sql("DELETE FROM episodes")
    given = (first._replace(audit=[*rest, *forged, *forged]), second)
    imports.import_archives(runner.database, ALICE, given, now=LATER)
    assert zipped(runner.database) == whole


def test_what_a_file_tells_without_the_time_of_its_entry_has_no_line(runner: Runner) -> None:
    (archive,) = exports.all_archives(runner.database, ALICE)
    timeless = replace(
        archive.episode,
        settings=(Setting(name="pain_free_days", value=3, date=on(2)),),
        clearances=(Clearance(date=on(3), by="Dr. Okafor"),),
    )
    assert audited_words(timeless) == []


def _lines(runner: Runner) -> list[Audited]:
    (archive,) = exports.all_archives(runner.database, ALICE)
    return [line for line in archive.audit if line.what in {"setting", "clearance"}]
