"""Episodes of archives: is one here already, and how is one stored that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tracker.exchange.own_format.episode_json import EPISODE
from tracker.exchange.parse_errors import FilesError, ParseError
from tracker.services.injury.episodes import CloseReason
from tracker.services.transfer import import_audit
from tracker.storage.models import ClearanceRow, EpisodeRow, SettingsChangeRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from tracker.exchange.own_format.archive import Archive
    from tracker.progression.episode import Episode
    from tracker.storage.database import DbSession


def known_episode(
    db: DbSession, account_id: int, archive: Archive, taken: Collection[int]
) -> EpisodeRow | None:
    """The account's episode that an archive is of: opened then, or else the same injury.

    `taken` are the ids of those that other archives are of.
    """

    def likeness(row: EpisodeRow) -> int:
        opened_then = row.opened_at == archive.keeping.opened_at
        return 2 * opened_then + (_injury(row) == _injury(archive.episode))

    own = select(EpisodeRow).where(EpisodeRow.account_id == account_id).order_by(EpisodeRow.id)
    alike = [row for row in db.scalars(own) if row.id not in taken and likeness(row)]
    return max(alike, key=likeness, default=None)


def _injury(facts: Episode | EpisodeRow) -> tuple[object, ...]:
    return facts.onset, facts.site, facts.side


def new_episode(db: DbSession, account_id: int, archive: Archive, now: dt.datetime) -> EpisodeRow:
    """Store an episode with its record, and no entries yet. Raises FilesError."""
    _check_closing(db, account_id, archive)
    facts, keeping = archive.episode, archive.keeping
    row = EpisodeRow(
        account_id=account_id,
        site=facts.site,
        side=facts.side,
        onset=facts.onset,
        onset_about=keeping.onset_about,
        baseline_minutes=facts.baseline_minutes,
        timezone=facts.timezone,
        protocol=facts.protocol,
        screening=list(facts.screening),
        screened_on=facts.screened_on or facts.onset,
        opened_at=keeping.opened_at or now,
        closed_on=keeping.closed_on,
        closed_reason=keeping.closed_reason,
        reopened_at=keeping.reopened_at,
    )
    db.add(row)
    db.flush()
    _add_details(db, row.id, facts, now)
    import_audit.restore(db, row.id, archive)
    return row


def _check_closing(db: DbSession, account_id: int, archive: Archive) -> None:
    """Refuse a second open episode, and an end that has no known reason."""
    file, reason = archive.folder + EPISODE, archive.keeping.closed_reason
    if reason is not None and reason not in set(CloseReason):
        what = f"must be one of {', '.join(CloseReason)}"
        raise FilesError([ParseError(file, what, column="closed_reason", value=reason)])
    is_open = select(EpisodeRow.id).where(
        EpisodeRow.account_id == account_id, EpisodeRow.closed_on.is_(None)
    )
    if reason is None and db.scalars(is_open.limit(1)).one_or_none() is not None:
        what = "is another open episode: end the one that is open here first, then import again"
        raise FilesError([ParseError(file, what)])


def _add_details(db: DbSession, episode_id: int, facts: Episode, now: dt.datetime) -> None:
    for setting in facts.settings:
        db.add(
            SettingsChangeRow(
                episode_id=episode_id,
                name=setting.name,
                value=setting.value,
                date=setting.date,
                by=setting.by,
                entered_at=setting.entered_at or now,
            )
        )
    for clearance in facts.clearances:
        db.add(
            ClearanceRow(
                episode_id=episode_id,
                date=clearance.date,
                by=clearance.by,
                note=clearance.note,
                entered_at=clearance.entered_at or now,
            )
        )
    db.flush()


def opened_at(db: DbSession, follower: EpisodeRow, instant: dt.datetime) -> int | None:
    """The id of the episode opened at an instant that another one of the account follows."""
    query = select(EpisodeRow.id).where(
        EpisodeRow.account_id == follower.account_id,
        EpisodeRow.opened_at == instant,
        EpisodeRow.id != follower.id,
    )
    return db.scalars(query.order_by(EpisodeRow.id).limit(1)).one_or_none()
