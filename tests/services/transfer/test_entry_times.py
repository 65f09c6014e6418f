"""What a file brings without the time of its entry is decided by its date, in a diary too."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.builders import check_in, good_morning, on
from tests.services.conftest import NOW
from tracker.exchange.own_format.archive import Archive
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.progression.episode import Clearance, Episode, Setting
from tracker.services.injury import clinician, episodes
from tracker.services.transfer import exports, imports

if TYPE_CHECKING:
    from tracker.storage.database import Database

SIGN = replace(check_in(3, 1, red_flags=["E1"]), id="sign", entered_at=None)
ACCOUNT = 9


def locked_by(
    database: Database, *clearances: Clearance, now: dt.datetime = NOW
) -> tuple[str, ...]:
    """What locks running on day 6 after an import of a sign of day 3 and of clearances."""
    episode = Episode(onset=on(0), baseline_minutes=40, timezone="Pacific/Auckland")
    facts = replace(episode, clearances=clearances)
    archive = Archive(facts, EpisodeLifecycle(), [SIGN], [])
    imports.import_archives(database, ACCOUNT, [archive], now=now)
    (view,) = episodes.all_episodes(database, ACCOUNT)
    lock = clinician.lock_on(database, ACCOUNT, view.id, on(6))
    return () if lock is None else lock.signs


def cleared(day: int, entered: str = "") -> Clearance:
    at = dt.datetime.fromisoformat(entered) if entered else None
    return Clearance(date=on(day), by="Dr. Okafor", entered_at=at)


@pytest.mark.parametrize(
    ("clearance", "locks"),
    [
        (cleared(3), True),  # of the sign's own day: which of them came first is not known
        (cleared(4), False),
        (cleared(3, "2026-04-20T08:00:00+00:00"), True),
        (cleared(4, "2026-04-20T08:00:00+00:00"), False),
    ],
)
def test_a_sign_without_its_time_is_covered_by_a_clearance_of_a_later_day_alone(
    wiped: Database, clearance: Clearance, *, locks: bool
) -> None:
    assert locked_by(wiped, clearance) == (("E1",) if locks else ())


def test_nothing_counts_as_entered_after_the_import(wiped: Database) -> None:
    now = dt.datetime.combine(on(3), dt.time(9), dt.UTC)
    assert locked_by(wiped, now=now) == ("E1",)
    (archive,) = exports.all_archives(wiped, ACCOUNT)
    (entered,) = [check_in.entered_at for check_in in archive.check_ins]
    assert entered is not None
    assert entered < now
    (view,) = episodes.all_episodes(wiped, ACCOUNT)
    clinician.record_clearance(wiped, ACCOUNT, view.id, cleared(3), today=on(3), now=now)
    assert clinician.lock_on(wiped, ACCOUNT, view.id, on(3)) is None


def test_a_placement_without_its_time_acts_on_its_own_day(wiped: Database) -> None:
    placed = Setting(name="step", value=6, date=on(2), by="Dr. Rivera")
    facts = Episode(onset=on(0), baseline_minutes=40, settings=(placed,))
    archive = Archive(facts, EpisodeLifecycle(), [good_morning(0)], [])
    imports.import_archives(wiped, ACCOUNT, [archive], now=NOW)
    (exported,) = exports.all_archives(wiped, ACCOUNT)
    (setting,) = exported.episode.settings
    assert setting.entered_at == dt.datetime.combine(on(2), dt.time.min, dt.UTC)
