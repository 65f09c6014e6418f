"""A clinician who answers through a link, and the runner who takes what they said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import on
from tests.services.conftest import ALICE, NOW
from tracker.progression.episode import Clearance, Setting, Through
from tracker.services.access import answers, share_links
from tracker.services.access.origin import SHELL
from tracker.services.injury import clinician, episodes, proposals

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tracker.storage.database import Database
    from tracker.storage.injury.proposals import Word

BY = "Dr Okafor, sports medicine"
TODAY = on(400)


def linked(database: Database, days: int = 7, *, for_answer: bool = True) -> str:
    return share_links.share(
        database,
        ALICE,
        1,
        shared_with="Dr Okafor",
        with_notes=False,
        days=days,
        for_answer=for_answer,
        now=NOW,
    )


def answer(
    database: Database, *words: Word, token: str | None = None, now: datetime = NOW
) -> list[int]:
    """Answer through a new link; return the ids of what waits, the first first."""
    answers.give(database, token or linked(database), words, origin=SHELL, today=TODAY, now=now)
    return [it.id for it in proposals.waiting(database, ALICE)]


def clears(*signs: str) -> Clearance:
    return Clearance(date=TODAY, by=BY, covers=signs, through=Through.LINK)


def sets(name: str, value: int) -> Setting:
    return Setting(name=name, value=value, date=TODAY, by=BY, through=Through.LINK)


def take(database: Database, proposal: int, now: datetime = NOW) -> None:
    proposals.accept(database, ALICE, proposal, today=TODAY, now=now)


def locked_by(database: Database) -> Sequence[str]:
    lock = clinician.lock_on(database, ALICE, 1, TODAY)
    return lock.signs if lock else ()


def facts(database: Database) -> episodes.EpisodeView:
    return episodes.episode(database, ALICE, 1)
