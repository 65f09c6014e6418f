"""How a clinician's word came, visits and questions go out and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import on
from tests.services.conftest import ALICE, NOW, Runner
from tests.services.transfer.lived_in import read, zipped
from tracker.content.visits import Visit
from tracker.progression.episode import Clearance, Setting, Through
from tracker.services.diary import visits
from tracker.services.injury import clinician, episodes
from tracker.services.transfer import imports

if TYPE_CHECKING:
    from tracker.storage.database import Database

NEW = 9  # who has the wiped diary
DAY = on(200)
SAID = Visit(
    date=DAY, by="Dr Lind", said="Go on", next_on=on(220), asked="", through=Through.RUNNER
)


def decide(runner: Runner, through: Through) -> None:
    whose = (runner.database, ALICE, 1)
    clinician.record_clearance(
        *whose, Clearance(date=DAY, by="Dr Lind", through=through), today=DAY, now=NOW
    )
    number = Setting(name="pain_allowed", value=1, date=DAY, by="Dr Lind", through=through)
    clinician.change_setting(*whose, number, today=DAY, now=NOW)
    visits.record(*whose, SAID, today=DAY, now=NOW)
    visits.ask(*whose, "May I ski?", now=NOW)


def brought(wiped: Database) -> tuple[Through, ...]:
    """How the words of the injury that was read in came."""
    (view,) = episodes.all_episodes(wiped, NEW)
    assert visits.visits_of(wiped, NEW, view.id) == (SAID,)
    assert visits.questions(wiped, NEW, view.id) == "May I ski?"
    return (view.episode.clearances[0].through, view.episode.settings[0].through)


def test_what_came_through_a_link_comes_back_as_that(runner: Runner, wiped: Database) -> None:
    decide(runner, Through.LINK)
    imports.import_archives(wiped, NEW, read(zipped(runner.database)), now=NOW)
    assert brought(wiped) == (Through.LINK, Through.LINK)
    assert zipped(wiped, NEW) == zipped(runner.database)


def test_that_a_word_came_by_an_account_is_from_then_on_what_a_file_says(
    runner: Runner, wiped: Database
) -> None:
    decide(runner, Through.ACCOUNT)
    imports.import_archives(wiped, NEW, read(zipped(runner.database)), now=NOW)
    assert brought(wiped) == (Through.FILE, Through.FILE)


def test_a_visit_that_is_not_here_is_told_where_the_injury_is(runner: Runner) -> None:
    (archive,) = read(zipped(runner.database))
    more = archive._replace(keeping=archive.keeping.__class__(visits=(SAID,)))
    (given,) = imports.preview(runner.database, ALICE, (more,), now=NOW).episodes
    assert given.left_out == ("1 visit to a clinician: Dr Lind, 18 October 2026.",)
