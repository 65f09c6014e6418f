"""What a clinician proposed through a link: the runner takes or refuses each, and it is on record.

Taken, it goes the way of a clinician's word that the runner writes down, and is held to the same
bounds. A clearance is of the moment it was given: a sign recorded since stays open.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tracker.content.visits import Visit
from tracker.progression.episode import Clearance, Setting
from tracker.progression.review import Redecided
from tracker.progression.signs import covers
from tracker.services.diary import visits
from tracker.services.diary.refold import redecide
from tracker.services.errors import NotFound
from tracker.services.injury.clinician import (
    SettingRefused,
    add_setting,
    check_setting,
    standing_on,
)
from tracker.services.ownership import own_episode
from tracker.storage.database import retried
from tracker.storage.diary import changes, diaries
from tracker.storage.injury import episodes as stored_episodes
from tracker.storage.injury import proposals as stored

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from tracker.progression.guardrails import Objection
    from tracker.storage.database import Database, Transaction
    from tracker.storage.injury.episodes import EpisodeRecord
    from tracker.storage.injury.proposals import Proposal, Word
    from tracker.storage.keys import EpisodeKey

PROPOSAL = "proposal"  # what the record of edits calls it
_State = dict[str, object]


class Prospect(NamedTuple):
    """What taking a proposal would do today, and what has changed since it was made.

    Of a clearance: `clears` are the ids of signs that it opens now, `renewed` those it names that
    were recorded again since, `gone` those that are not open any more, `left` what it leaves open.
    Of a number: `changed` is who changed it since, `objection` why it cannot be set any more.
    `ended_on` is when its injury's diary was ended.
    """

    proposal: Proposal
    ended_on: date | None = None
    clears: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    changed: Setting | None = None
    objection: Objection | None = None

    @property
    def can_be_taken(self) -> bool:
        """Whether taking it would do anything that may be done."""
        if self.ended_on is not None or self.objection is not None:
            return False
        return bool(self.clears) or not isinstance(self.proposal.word, Clearance)


class CannotBeTaken(ValueError):
    """Too much has changed since it was proposed: the `prospect` says what."""

    def __init__(self, prospect: Prospect) -> None:
        self.prospect = prospect
        super().__init__(prospect.proposal.id)


class AlreadyDecided(ValueError):
    """The runner has taken or refused it before."""


def propose(tx: Transaction, key: EpisodeKey, words: Iterable[Word], now: datetime) -> None:
    """Store what was entered through a link, and put it on record; nothing counts by it yet."""
    for word in words:
        proposal = stored.add(tx, key, word, now)
        _note(tx, proposal, None, _on_record(proposal), now)


def check_word(tx: Transaction, record: EpisodeRecord, word: Word, today: date) -> None:
    """Raise SettingRefused for a number that no clinician may set so, today."""
    if isinstance(word, Setting):
        check_setting(tx, record, word, today)


def record(
    tx: Transaction, episode: EpisodeRecord, words: Iterable[Word], *, today: date, now: datetime
) -> Redecided:
    """Record words that nobody has to accept: whoever says them is known, and may.

    Raises SettingRefused, by which the transaction ends and nothing is recorded.
    """
    redecided = Redecided()
    for word in words:
        redecided = _take(tx, episode, word, said_at=now, today=today, now=now)
    return redecided


def waiting(database: Database, account_id: int) -> list[Proposal]:
    """What waits for an account's yes or no, the first proposed first."""
    with database.reading() as tx:
        return [it for it in reversed(stored.of_account(tx, account_id)) if it.decided_at is None]


def decided(database: Database, account_id: int) -> list[Proposal]:
    """What an account took or refused, the latest first."""
    with database.reading() as tx:
        return [it for it in stored.of_account(tx, account_id) if it.decided_at is not None]


def prospect(database: Database, account_id: int, proposal_id: int, today: date) -> Prospect:
    """What taking a proposal would do on a day. Raises NotFound for another account's."""
    with database.reading() as tx:
        proposal, record = _own(tx, account_id, proposal_id)
        return _prospect(tx, proposal, record, today)


@retried
def accept(
    database: Database, account_id: int, proposal_id: int, *, today: date, now: datetime
) -> Redecided:
    """Take a proposal: it counts from now on, and a clearance from its own day.

    Raises NotFound, AlreadyDecided, and CannotBeTaken.
    """
    with database.writing(account_id) as tx:
        proposal, record = _undecided(tx, account_id, proposal_id)
        expected = _prospect(tx, proposal, record, today)
        if not expected.can_be_taken:
            raise CannotBeTaken(expected)
        word = proposal.word
        redecided = _take(tx, record, word, said_at=proposal.at, today=today, now=now)
        _decide(tx, proposal, now, is_accepted=True)
        return redecided


@retried
def refuse(database: Database, account_id: int, proposal_id: int, *, now: datetime) -> None:
    """Refuse a proposal: it never counts, and stays on record. Raises NotFound, AlreadyDecided."""
    with database.writing(account_id) as tx:
        proposal, _ = _undecided(tx, account_id, proposal_id)
        _decide(tx, proposal, now, is_accepted=False)


def _take(
    tx: Transaction,
    record: EpisodeRecord,
    word: Word,
    *,
    said_at: datetime,
    today: date,
    now: datetime,
) -> Redecided:
    """Record a word. A number holds from today: no day that is over was run by it."""
    if isinstance(word, Visit):
        visits.add(tx, record.key, replace(word, entered_at=said_at), now)
        return Redecided()
    if isinstance(word, Setting):
        add_setting(tx, record, replace(word, date=today), today=today, now=now)
        return redecide(tx, record, since=today)
    stored_episodes.add_clearances(tx, record.key, [replace(word, entered_at=said_at)], now)
    return redecide(tx, record, since=word.date)


def _prospect(tx: Transaction, proposal: Proposal, record: EpisodeRecord, today: date) -> Prospect:
    word = proposal.word
    if record.closed_on is not None:
        return Prospect(proposal, ended_on=record.closed_on)
    if isinstance(word, Clearance):
        return _of_clearance(tx, proposal, word, record, today)
    if isinstance(word, Setting):
        return _of_setting(tx, proposal, word, record, today)
    return Prospect(proposal)


def _of_clearance(
    tx: Transaction, proposal: Proposal, word: Clearance, record: EpisodeRecord, today: date
) -> Prospect:
    given = replace(word, entered_at=proposal.at)
    open_signs = standing_on(tx, record, today).open_signs
    clears = {sign.id for sign in open_signs if covers(given, sign)}
    still = {sign.id for sign in open_signs if not covers(given, sign)}
    named = dict.fromkeys(word.covers)
    return Prospect(
        proposal,
        clears=tuple(sign for sign in named if sign in clears - still),
        renewed=tuple(sign for sign in named if sign in still),
        gone=tuple(sign for sign in named if sign not in clears | still),
        left=tuple(dict.fromkeys(s.id for s in open_signs if s.id in still - set(named))),
    )


def _of_setting(
    tx: Transaction, proposal: Proposal, word: Setting, record: EpisodeRecord, today: date
) -> Prospect:
    later = [
        setting
        for setting in diaries.episode_value(tx, record).settings
        if setting.name == word.name and setting.entered_at and setting.entered_at > proposal.at
    ]
    changed = later[-1] if later else None
    try:
        check_setting(tx, record, replace(word, date=today), today)
    except SettingRefused as refused:
        return Prospect(proposal, changed=changed, objection=refused.objection)
    return Prospect(proposal, changed=changed)


def _own(tx: Transaction, account_id: int, proposal_id: int) -> tuple[Proposal, EpisodeRecord]:
    proposal = stored.own(tx, account_id, proposal_id)
    if proposal is None:
        raise NotFound(proposal_id)
    return proposal, own_episode(tx, *proposal.key)


def _undecided(
    tx: Transaction, account_id: int, proposal_id: int
) -> tuple[Proposal, EpisodeRecord]:
    proposal, record = _own(tx, account_id, proposal_id)
    if proposal.decided_at is not None:
        raise AlreadyDecided(proposal_id)
    return proposal, record


def _decide(tx: Transaction, proposal: Proposal, now: datetime, *, is_accepted: bool) -> None:
    stored.decide(tx, proposal.key.account_id, proposal.id, now, is_accepted=is_accepted)
    after = replace(proposal, decided_at=now, is_accepted=is_accepted)
    _note(tx, proposal, _on_record(proposal), _on_record(after), now)


def _note(
    tx: Transaction, proposal: Proposal, before: _State | None, after: _State, now: datetime
) -> None:
    what = (PROPOSAL, str(proposal.id))
    changes.add(tx, proposal.key, what, before, after, now=now)


def _on_record(proposal: Proposal) -> _State:
    state = {None: "waiting", True: "accepted", False: "refused"}[proposal.is_accepted]
    return {"kind": proposal.kind.value, "said": stored.as_stored(proposal.word), "state": state}
