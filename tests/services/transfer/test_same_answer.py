"""Law 6: the same facts get the same answer from the files, from an import and entry by entry."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.evaluation.comparison import differences, expected_of
from tests.evaluation.folders import DIARIES
from tracker.exchange.own_format.archive import read_archives
from tracker.services.diary import days
from tracker.services.injury import episodes
from tracker.services.transfer import evaluation, exports, imports

if TYPE_CHECKING:
    from tracker.storage.database import Database

NAMES = sorted(path.name for path in DIARIES.iterdir())
SAMPLE = NAMES[7::23]
ACCOUNT = 9


@pytest.mark.parametrize("name", SAMPLE)
def test_an_import_answers_as_the_files_do(name: str, wiped: Database) -> None:
    assert_alike(name, wiped)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(set(NAMES) - set(SAMPLE)))
def test_an_import_answers_as_the_files_do_in_all_the_others(name: str, wiped: Database) -> None:
    assert_alike(name, wiped)


def assert_alike(name: str, database: Database) -> None:
    expected = expected_of(DIARIES / name)
    last = dt.date.fromisoformat(expected[-1]["on"])
    now = dt.datetime.combine(last, dt.time(22), dt.UTC)
    imports.import_archives(database, ACCOUNT, read_archives(DIARIES / name, now).archives, now=now)
    (view,) = episodes.all_episodes(database, ACCOUNT)
    today = days.today(database, ACCOUNT, view.id, today=last, now=now)
    (archive,) = exports.all_archives(database, ACCOUNT)
    told = list(evaluation.each_day(archive.diary, today.protocol, last))
    found = list(differences(expected, told))
    assert found == [], found
    assert today.verdict.decision.word == expected[-1]["decision"]
    next_run = today.outlook.next_run
    assert (next_run and next_run.isoformat()) == expected[-1]["next_run"]
