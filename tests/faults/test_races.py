"""Several browsers on two servers at once: the diary stays true, and who loses is told why."""

from __future__ import annotations

import hashlib
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from itertools import cycle
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.cli.test_commands import free_port
from tests.faults.people import a_check_in, runners, today
from tests.faults.servers import served
from tests.raw_sql import Rows, rows
from tests.web.diaries import check_in, ladder_from
from tracker.services.diary import days, entries, integrity
from tracker.services.transfer import exports, staged_files
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tests.faults.people import Answer, Runner
    from tracker.settings import Settings

pytestmark = pytest.mark.slow
WORKERS = 8
Form = tuple[str, dict[str, str]]


class Track(NamedTuple):
    """Two servers of the same diaries, and who races on them."""

    ports: tuple[int, int]
    runner: Runner
    database: Database

    def race(self, forms: Sequence[Form]) -> list[Answer]:
        """Send forms at the same moment, in turn to the one server and the other."""
        ready = threading.Barrier(len(forms))

        def send(form: Form, port: int) -> Answer:
            ready.wait()
            return self.runner.send(port, *form)

        with ThreadPoolExecutor(len(forms)) as pool:
            return list(pool.map(send, forms, cycle(self.ports)))

    def rows(self, query: str) -> Rows:
        """Ask the database itself."""
        return rows(self.database.place, query)


@pytest.fixture
def track(settings: Settings) -> Iterator[Track]:
    ports = (free_port(), free_port())
    (runner,) = runners(settings, 1)
    database = Database(settings.place)
    with served(settings, ports[0]), served(settings, ports[1]):
        yield Track(ports, runner, database)
        assert integrity.faults(database) == []  # in every race
    database.close()


def _statuses(answers: Sequence[Answer]) -> list[int]:
    return sorted(answer.status for answer in answers)


def _uid() -> str:
    return uuid.uuid4().hex


def _cleared_run(track: Track, day: date) -> Form:
    """The form of a run exactly as it is planned for a day."""
    whose = (track.database, track.runner.account_id, track.runner.episode_id)
    plan = days.today(*whose, today=day, now=datetime.now(UTC)).plan
    assert plan is not None
    return "/session", {
        "uid": _uid(),
        "date": f"{day}",
        "time": "17:00",
        "kind": "walk_jog",
        "effort": "3",
        "minutes": f"{plan.total_seconds // 60}",
        "walk_minutes": f"{plan.total_walk_seconds // 60}",
        "jog_minutes": f"{plan.total_jog_seconds // 60}",
        "longest_jog_minutes": f"{plan.jog_seconds // 60}",
        "pain": "0",
        "sensation": "none",
    }


def test_of_runs_on_two_days_side_by_side_one_is_saved_and_all_others_are_refused(
    track: Track,
) -> None:
    first, second = today() - timedelta(days=2), today() - timedelta(days=1)
    now = datetime.combine(today(), time(0), UTC)
    ladder_from(track.database, track.runner, first, now)
    whose = (track.database, track.runner.account_id, track.runner.episode_id)
    for day in (first, second):
        entries.save_check_in(*whose, check_in(day), today=today(), now=now)
    forms = [_cleared_run(track, day) for day in (first, second) * (WORKERS // 2)]
    answers = track.race(forms)
    assert _statuses(answers) == [303] + [409] * (WORKERS - 1), answers
    assert all("run" in answer.page for answer in answers if answer.status == 409)
    assert track.rows("SELECT count(*), max(deviation) FROM sessions WHERE jog_seconds > 0") == [
        (1, None)
    ]


def test_an_entry_that_is_sent_by_everyone_at_once_is_stored_once(track: Track) -> None:
    uid = _uid()
    answers = track.race([("/check-in", a_check_in(uid, today()))] * WORKERS)
    assert _statuses(answers) == [303] * WORKERS, answers
    assert track.rows("SELECT uid FROM check_ins") == [(uid,)]
    assert track.rows("SELECT uid, action FROM changes") == [(uid, "create")]


def test_who_edits_what_is_deleted_meanwhile_gets_back_what_was_typed(track: Track) -> None:
    for _ in range(5):
        uid = _uid()
        assert (
            track.runner.send(track.ports[0], "/check-in", a_check_in(uid, today())).status == 303
        )
        edits = [
            (f"/check-ins/{uid}/edit", a_check_in(uid, today(), f"stairs {n}"))
            for n in range(WORKERS // 2)
        ]
        deletes = [(f"/check-ins/{uid}/delete", dict[str, str]())] * (WORKERS // 2)
        answers = track.race([form for pair in zip(edits, deletes, strict=True) for form in pair])
        assert set(_statuses(answers)) == {303, 404}, answers
        assert _statuses(answers[1::2]).count(303) == 1, "one of them deleted it"
        for number, answer in enumerate(answers[::2]):
            if answer.status == 404:
                assert "not there any more" in answer.page
                assert f"stairs {number}" in answer.page
        assert track.rows(f"SELECT uid FROM check_ins WHERE uid = '{uid}'") == []


def test_an_import_and_new_entries_get_along(track: Track, settings: Settings) -> None:
    whose = (track.database, track.runner.account_id, track.runner.episode_id)
    past = [today() - timedelta(days=ago) for ago in range(20)]
    now = datetime.now(UTC)
    for day in past:
        entries.save_check_in(*whose, check_in(day), today=today(), now=now)
    archives = exports.all_archives(track.database, track.runner.account_id)
    content = b"".join(exports.zipped(archives, now))
    for day in past[::2]:
        track.runner.send(track.ports[0], f"/check-ins/check-in-{day}/delete", {})
    if settings.server:
        staged_files.stage(track.database, track.runner.account_id, content, now)
    else:
        settings.incoming.mkdir(exist_ok=True)
        (settings.incoming / f"{track.runner.account_id}").write_bytes(content)
    file = hashlib.sha256(content).hexdigest()
    assert track.rows("SELECT count(*) FROM check_ins") == [(10,)]
    new = [_uid() for _ in range(WORKERS - 1)]
    forms = [("/import/preview", {"file": file})]
    forms += [("/check-in", a_check_in(uid, past[9])) for uid in new]
    answers = track.race(forms)
    assert _statuses(answers) == [303] * WORKERS, answers
    stored = sorted(str(uid) for (uid,) in track.rows("SELECT uid FROM check_ins"))
    assert stored == sorted([*new, *(f"check-in-{day}" for day in past)])
