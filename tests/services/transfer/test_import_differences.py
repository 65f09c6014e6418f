"""Facts of an injury in a file, beside those that are here: told, and left as they are."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import on
from tests.services.conftest import ALICE, NOW, Runner
from tests.services.transfer.lived_in import lived_in, read, zipped
from tracker.progression.episode import Clearance, Setting
from tracker.services.transfer import imports


def test_what_a_file_says_of_an_injury_that_is_here_is_told_and_not_taken_over(
    runner: Runner,
) -> None:
    lived_in(runner)
    content = zipped(runner.database)
    first, second = read(content)
    words = Clearance(date=on(9), by="Dr. Who")
    claimed = replace(
        first.episode,
        baseline_minutes=90,
        screening=("operated",),
        settings=(*first.episode.settings, Setting(name="pain_allowed", value=2, date=on(8))),
        clearances=(*first.episode.clearances, words),
    )
    changed = (first._replace(episode=claimed), second)
    given, nothing = imports.preview(runner.database, ALICE, changed, now=NOW).episodes
    assert nothing.left_out == ()
    assert given.left_out == (
        "Minutes of the usual run: 90 in the file, 40 here.",
        "1 yes to a first question: operated.",
        "1 changed number: pain allowed 2 from 9 April 2026.",
        "1 clearance by a clinician: Dr. Who, 10 April 2026.",
    )
    imports.import_archives(runner.database, ALICE, changed, now=NOW)
    assert zipped(runner.database) == content
