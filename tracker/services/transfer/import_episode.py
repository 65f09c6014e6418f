"""Episodes of archives: is one here already, and how is one stored that is not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.exchange.own_format.episode_json import EPISODE
from tracker.exchange.parse_errors import FilesError, ParseError
from tracker.services.diary.open_signs import dated, open_signs, without
from tracker.services.injury.episodes import CloseReason
from tracker.services.transfer import import_audit
from tracker.storage.injury import episodes as stored
from tracker.storage.injury import protocols, visits
from tracker.storage.injury.episodes import EpisodeRecord
from tracker.storage.injury.protocols import StoredProtocol
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Collection

    from tracker.exchange.own_format.archive import Archive
    from tracker.progression.episode import CarriedSign, Clearance, Episode
    from tracker.storage.database import Transaction

_A_MOMENT = dt.timedelta(microseconds=1)


def known_episode(
    tx: Transaction, account_id: int, archive: Archive, taken: Collection[int]
) -> EpisodeRecord | None:
    """The account's episode that an archive is of: opened then, or else the same injury.

    `taken` are the ids of those that other archives are of.
    """

    def likeness(episode: EpisodeRecord) -> int:
        opened_then = episode.opened_at == archive.keeping.opened_at
        return 2 * opened_then + (_injury(episode) == _injury(archive.episode))

    own = stored.of_account(tx, account_id)
    alike = [episode for episode in own if episode.id not in taken and likeness(episode)]
    return max(alike, key=likeness, default=None)


def _injury(facts: Episode | EpisodeRecord) -> tuple[object, ...]:
    return facts.onset, facts.site, facts.side


def new_episode(
    tx: Transaction, account_id: int, archive: Archive, now: dt.datetime
) -> EpisodeRecord:
    """Store an episode with its record, and no entries yet. Raises FilesError."""
    _check_closing(tx, account_id, archive)
    facts, keeping = archive.episode, archive.keeping
    episode = EpisodeRecord(
        account_id=account_id,
        site=facts.site,
        side=facts.side,
        onset=facts.onset,
        onset_about=keeping.onset_about,
        baseline_minutes=facts.baseline_minutes,
        baseline_week_minutes=facts.baseline_week_minutes,
        timezone=facts.timezone,
        protocol=facts.protocol,
        protocol_by=facts.protocol_by,
        protocol_on=facts.protocol_on,
        protocol_set_at=facts.protocol_set_at,
        screening=facts.screening,
        screened_on=facts.screened_on or facts.onset,
        screened_at=facts.screened_at,
        carried_signs=facts.carried_signs
        if keeping.closed_on
        else _locks(tx, account_id, facts, now),
        opened_at=keeping.opened_at or now,
        closed_on=keeping.closed_on,
        closed_reason=keeping.closed_reason,
        reopened_at=keeping.reopened_at,
        questions=keeping.questions,
    )
    _take_protocol_along(tx, archive, now)
    episode = stored.add(tx, episode)
    stored.add_settings(tx, episode.key, facts.settings, now)
    stored.add_clearances(tx, episode.key, (_until(c, now) for c in facts.clearances), now)
    visits.add(tx, episode.key, keeping.visits, now)
    import_audit.restore(tx, episode.key, archive)
    return episode


def _take_protocol_along(tx: Transaction, archive: Archive, now: dt.datetime) -> None:
    """Store the clinician's own protocol of an episode, unless it is here; offer it to nobody."""
    text, protocol_id = archive.protocol_text, archive.episode.protocol
    if text is not None and protocols.text_of(tx, protocol_id) is None:
        protocols.put(tx, StoredProtocol(protocol_id, text, offered=False), now)


def _locks(
    tx: Transaction, account_id: int, facts: Episode, now: dt.datetime
) -> tuple[CarriedSign, ...]:
    """What locks running in an open episode from its first day: no import lifts a lock.

    What is open here is brought in after all that the file says, its clearances too.
    """
    own = dated(facts.carried_signs)
    return (*facts.carried_signs, *without(open_signs(tx, account_id, now + _A_MOMENT), own))


def _until(clearance: Clearance, now: dt.datetime) -> Clearance:
    """A clearance as entered now at the latest: nothing was entered later."""
    return replace(clearance, entered_at=min(clearance.entered_at or now, now))


def _check_closing(tx: Transaction, account_id: int, archive: Archive) -> None:
    """Refuse a second open episode, and an end that has no known reason."""
    file, reason = archive.folder + EPISODE, archive.keeping.closed_reason
    if reason is not None and reason not in set(CloseReason):
        what = gettext("must be one of %(words)s", words=", ".join(CloseReason))
        raise FilesError([ParseError(file, what, column="closed_reason", value=reason)])
    if reason is None and stored.open_one(tx, account_id) is not None:
        what = gettext(
            "is another open episode: end the one that is open here first, then import again"
        )
        raise FilesError([ParseError(file, what)])


def opened_at(tx: Transaction, follower: EpisodeRecord, instant: dt.datetime) -> int | None:
    """The id of the episode opened at an instant that another one of the account follows."""
    others = stored.of_account(tx, follower.account_id)
    return next((e.id for e in others if e.opened_at == instant and e.id != follower.id), None)
