"""Corrections of what was said of an injury; what was said before stays on record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.progression import guardrails
from tracker.progression.episode import Setting
from tracker.progression.protocol import BASELINE
from tracker.progression.timeline import stand
from tracker.services.diary.refold import protocol_of, redecide, redecide_facts
from tracker.services.injury.clinician import add_setting
from tracker.services.injury.episodes import check_not_future, write_facts
from tracker.services.ownership import own_episode
from tracker.storage import diaries
from tracker.storage.columns import ChangeAction
from tracker.storage.models import ChangeRow

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.progression.review import Redecided
    from tracker.services.injury.episodes import EpisodeFacts
    from tracker.storage.database import Database, DbSession
    from tracker.storage.diaries import Entries
    from tracker.storage.models import EpisodeRow


class SignLeftOut(ValueError):
    """An open warning sign would lie before the onset, where nothing is read."""


def edit_episode(
    database: Database,
    account_id: int,
    episode_id: int,
    facts: EpisodeFacts,
    *,
    today: date,
    now: datetime,
) -> Redecided:
    """Correct what was said of an injury, and decide every day anew.

    Once anything is recorded, another baseline is a changed number from today on. Raises
    NotFound; SettingRefused if it needs a clinician; SignLeftOut, for no correction lifts a lock;
    ValueError for an onset in the future.
    """
    check_not_future(facts.onset, today)
    with database.writing() as db:
        row = own_episode(db, account_id, episode_id)
        if _has_begun(db, row):
            change = Setting(name=BASELINE, value=facts.baseline_minutes, date=today)
            if facts.baseline_minutes != _baseline(db, row, today):
                add_setting(db, row, change, now)
            facts = replace(facts, baseline_minutes=row.baseline_minutes)
        return _correct(db, row, facts, today, now)


def answer_screening(
    database: Database,
    account_id: int,
    episode_id: int,
    screening: tuple[str, ...],
    *,
    today: date,
    now: datetime,
) -> Redecided:
    """Correct the answers of the screen; the earlier ones stay on record. Raises NotFound.

    New answers count from today, unless they only take some back.
    """
    with database.writing() as db:
        row = own_episode(db, account_id, episode_id)
        before = _on_record(row)
        if not set(screening) <= set(row.screening):
            row.screened_on = max(today, row.onset)
        row.screening = list(screening)
        _note_change(db, row, before, now)
        return redecide(db, row, since=None)


def _has_begun(db: DbSession, row: EpisodeRow) -> bool:
    """Whether anything was recorded, so that the past was decided by the baseline."""
    entries = diaries.load(db, row)
    return bool(entries.check_ins or entries.sessions or entries.episode.settings)


def _baseline(db: DbSession, row: EpisodeRow, day: date) -> int:
    return guardrails.current(protocol_of(row), diaries.episode_value(db, row), BASELINE, day)


def _correct(
    db: DbSession, row: EpisodeRow, facts: EpisodeFacts, today: date, now: datetime
) -> Redecided:
    before = _on_record(row)
    entries = diaries.load(db, row)
    open_signs = _open_signs(row, entries, today)
    corrected = entries.episode = replace(
        entries.episode,
        onset=facts.onset,
        baseline_minutes=facts.baseline_minutes,
    )
    if not open_signs <= _open_signs(row, entries, today):
        raise SignLeftOut
    redecided = redecide_facts(db, row, corrected, lambda: write_facts(row, facts))
    _note_change(db, row, before, now)
    return redecided


def _open_signs(row: EpisodeRow, entries: Entries, today: date) -> set[str]:
    """The warning signs that lock running today."""
    day = max(today, entries.episode.onset)
    return set(stand(protocol_of(row), entries.diary(), day).standing.locked_by)


def _on_record(row: EpisodeRow) -> dict[str, object]:
    return {
        "site": row.site.value,
        "side": row.side.value,
        "onset": row.onset.isoformat(),
        "onset_about": row.onset_about,
        "baseline_minutes": row.baseline_minutes,
        "timezone": row.timezone,
        "screening": list(row.screening),
        "screened_on": row.screened_on.isoformat(),
    }


def _note_change(db: DbSession, row: EpisodeRow, before: dict[str, object], now: datetime) -> None:
    """Keep what was said before a correction; nothing undoes it but another correction."""
    db.add(
        ChangeRow(
            episode_id=row.id,
            at=now,
            entity="episode",
            uid=str(row.id),
            action=ChangeAction.UPDATE,
            before=before,
            after=_on_record(row),
        )
    )
