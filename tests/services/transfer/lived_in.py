"""A diary with something of everything in it, taken away and read again."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tests.builders import check_in, good_morning, on, run, session, walk
from tests.services.conftest import ALICE, NOW, Runner
from tracker.content.care import CareEntry, CareKind
from tracker.exchange.own_format.archive import Archive, read_archives
from tracker.progression.diary import Kind, Mark, Moment, Sensation
from tracker.progression.episode import Clearance, Setting
from tracker.services.diary import care, days
from tracker.services.injury import clinician, corrections, episodes
from tracker.services.transfer import exports
from tracker.storage.tables.access import AccountRow
from tracker.storage.tables.diary import DailyStandingRow, EpisodeRow, SessionRow

if TYPE_CHECKING:
    from tracker.storage.database import Database


def zipped(database: Database, account: int = ALICE) -> bytes:
    return b"".join(exports.zipped(exports.all_archives(database, account), NOW))


def read(content: bytes) -> tuple[Archive, ...]:
    content_read = read_archives(BytesIO(content), NOW)
    assert content_read.notices == ()
    return content_read.archives


def standings(database: Database, account: int) -> list[tuple[Any, ...]]:
    with database.reading() as db:
        own = select(EpisodeRow.id).where(EpisodeRow.account_id == account)
        query = select(DailyStandingRow).where(DailyStandingRow.episode_id.in_(own))
        rows = db.scalars(query.order_by(DailyStandingRow.episode_id, DailyStandingRow.date))
        return [
            (row.date, row.stage, row.step, row.decision, row.worst_pain, row.checkpoint)
            for row in rows
        ]


def marks(database: Database) -> list[tuple[str, Mark | None, bool]]:
    with database.reading() as db:
        rows = db.scalars(select(SessionRow).order_by(SessionRow.uid))
        return [(row.uid, row.deviation, row.exempt) for row in rows]


def lived_in(runner: Runner) -> None:
    """Write a diary with something of everything in it."""
    who = runner.database, ALICE, 1
    for number in range(8):
        runner.check(replace(good_morning(number), id=f"c{number}"))
    runner.session(replace(walk(6), id="walk"))
    runner.insist(replace(session(7, Kind.WALK_JOG, 25, walk=20, jog=5, bout=1), id="run-7"))
    runner.insist(replace(run(8), id="run-8", note="=1+1 on the hill, schön"))
    runner.delete_check_in("c3")
    runner.undo(runner.check(replace(check_in(9, 2), id="c9", note="'quoted'")).change_id)
    runner.check(replace(check_in(9, 1, Sensation.SORENESS), id="c9b", moment=Moment.EVENING))
    ice = CareEntry(date=on(1), kind=CareKind.ICE, minutes=15, note="@home", id="ice")
    care.save(*who, ice, today=on(9), now=NOW)
    clearance = Clearance(date=on(5), by="Dr. Öz", note="go on")
    clinician.record_clearance(*who, clearance, today=on(9), now=NOW)
    setting = Setting(name="pain_free_days", value=3, date=on(9), by="Dr. Öz")
    clinician.change_setting(*who, setting, today=on(9), now=NOW)
    facts = episodes.episode(*who).facts
    moved = replace(facts, onset=on(-1), onset_about=True)
    corrections.edit_episode(*who, moved, today=on(9), now=NOW)
    days.today(*who, today=on(9), now=NOW)
    episodes.end_episode(*who, episodes.CloseReason.MISTAKE, today=on(10))
    again = replace(facts, onset=on(20))
    second = episodes.open_episode(
        runner.database, ALICE, again, ("pregnant",), follows=1, today=on(21), now=NOW
    )
    days.today(runner.database, ALICE, second, today=on(22), now=NOW)


def one_account(database: Database) -> None:
    with database.writing() as tx:
        row = AccountRow(id=9, name="New", name_key="new", passphrase_hash="-", created_at=NOW)
        tx.add(row)
