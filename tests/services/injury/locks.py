"""What is done to a diary with an open warning sign, and what locks running then."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.builders import check_in, on
from tests.services.conftest import ALICE, NOW, Runner
from tests.services.injury.corrections import FACTS
from tracker.services.diary import entries
from tracker.services.injury import clinician, episodes
from tracker.services.injury.episodes import CloseReason

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn

FLAGGED = replace(check_in(3, 1, red_flags=["E1", "R1"]), id="flagged")
LATER = NOW + dt.timedelta(hours=1)


def signs(runner: Runner, day: int, episode: int | None = None) -> tuple[str, ...]:
    lock = clinician.lock_on(runner.database, ALICE, episode or runner.episode, on(day))
    return () if lock is None else lock.signs


def end(runner: Runner, day: int, episode: int | None = None) -> None:
    reason, ended = CloseReason.MISTAKE, episode or runner.episode
    episodes.end_episode(runner.database, ALICE, ended, reason, today=on(day))


def begin(runner: Runner, day: int, *screening: str, onset: int | None = None) -> int:
    facts = replace(FACTS, onset=on(day if onset is None else onset))
    return episodes.open_episode(runner.database, ALICE, facts, screening, today=on(day), now=NOW)


def reopen(runner: Runner, episode: int) -> None:
    episodes.reopen_episode(runner.database, ALICE, episode, now=NOW)


def correct(runner: Runner, entry: CheckIn, reason: str = "") -> None:
    entries.edit_check_in(
        runner.database,
        ALICE,
        runner.episode,
        entry,
        reason=reason,
        today=on(runner.today),
        now=LATER,
    )


def delete(runner: Runner, entry: CheckIn, reason: str = "") -> int:
    saved = entries.delete(
        runner.database,
        ALICE,
        runner.episode,
        entry,
        reason=reason,
        today=on(runner.today),
        now=LATER,
    )
    assert saved.change_id is not None
    return saved.change_id


def carried(runner: Runner, episode: int) -> list[tuple[dt.date, str]]:
    signs = episodes.episode(runner.database, ALICE, episode).episode.carried_signs
    return [(sign.date, flag) for sign in signs for flag in sign.flags]
