"""Law 6: the same facts get the same answer from the files, from an import and entry by entry."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from tests.evaluation.comparison import differences, expected_of
from tests.evaluation.folders import DIARIES
from tests.quickly import quickly
from tracker.exchange.own_format.archive import read_archives
from tracker.progression.protocol_document.reader import known
from tracker.services.diary import days, entries
from tracker.services.diary.refusal import Refusal
from tracker.services.injury import episodes
from tracker.services.transfer import evaluation, exports, imports

if TYPE_CHECKING:
    from tracker.storage.database import Database


def _text(name: str, file: str) -> str:
    return (DIARIES / name / file).read_text("utf-8")


NAMES = sorted(path.name for path in DIARIES.iterdir())
SAMPLE = NAMES[7::23]
ACCOUNT = 9
# Without signs and clearances, which have to do with when they were entered.
PLAIN = [
    name
    for name in NAMES
    if not re.search(r'"(clearances|carried_signs)": \[\s*\{', _text(name, "episode.json"))
    and not re.search(r",[EU]\d", _text(name, "check_ins.csv"))
]


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
    actual = list(evaluation.each_day(archive.diary, known(archive.episode.protocol), last))
    assert list(differences(expected, actual)) == []
    assert today.verdict.decision.word == expected[-1]["decision"]
    next_run = today.outlook.next_run
    assert (next_run and next_run.isoformat()) == expected[-1]["next_run"]


@pytest.mark.parametrize("name", quickly(PLAIN[3::29], PLAIN[3], PLAIN[32]))
def test_entry_by_entry_the_answer_is_that_of_the_files(name: str, wiped: Database) -> None:
    assert_entered_alike(name, wiped)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(set(PLAIN) - set(PLAIN[3::29])))
def test_entry_by_entry_the_answer_is_that_of_the_files_in_all_the_others(
    name: str, wiped: Database
) -> None:
    assert_entered_alike(name, wiped)


def assert_entered_alike(name: str, database: Database) -> None:
    """As typed in: each entry on its own, and a run that is refused confirmed."""
    expected = expected_of(DIARIES / name)
    last = dt.date.fromisoformat(expected[-1]["on"])
    now = dt.datetime.combine(last, dt.time(22), dt.UTC)
    (given,) = read_archives(DIARIES / name, now).archives
    imports.import_archives(database, ACCOUNT, [given._replace(check_ins=[], sessions=[])], now=now)
    (view,) = episodes.all_episodes(database, ACCOUNT)
    own = database, ACCOUNT, view.id
    for check_in in given.check_ins:
        entries.save_check_in(*own, check_in, today=last, now=now)
    for session in given.sessions:
        saved = entries.save_session(*own, session, today=last, now=now)
        if isinstance(saved, Refusal):
            sure = saved.fingerprint
            saved = entries.save_session(*own, session, confirmed=sure, today=last, now=now)
        assert not isinstance(saved, Refusal)
    (archive,) = exports.all_archives(database, ACCOUNT)
    actual = list(evaluation.each_day(archive.diary, known(archive.episode.protocol), last))
    assert list(differences(expected, actual)) == []
    assert days.today(*own, today=last, now=now).verdict.decision.word == expected[-1]["decision"]
