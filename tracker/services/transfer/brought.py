"""What an import brought to an episode as it is by now, and how it is taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.content.care import CareEntry
from tracker.entries.fields import CARE, schema_of
from tracker.progression.diary import CheckIn, Mark, SessionLog
from tracker.progression.signs import taken_away
from tracker.progression.timeline import timeline
from tracker.services.diary import audit
from tracker.services.diary.open_signs import DatedSign
from tracker.services.diary.refold import Edit, protocol_of, rewrite
from tracker.services.transfer.import_items import EPISODE, MARK, digest, episode_digest
from tracker.storage.diary import care, changes, diaries, entries
from tracker.storage.injury import episodes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from tracker.progression.review import Redecided
    from tracker.storage.database import Transaction
    from tracker.storage.injury.episodes import EpisodeRecord
    from tracker.storage.keys import EpisodeKey
    from tracker.storage.transfer.imports import ImportItem

    AnyEntry = CheckIn | SessionLog | CareEntry


class Brought(NamedTuple):
    """What an import brought to an episode, sorted by what became of it.

    `as_it_was` are the entries that nobody changed, `changed` the others, `deleted` how many are
    there no more; `own` is how many the runner has added besides. `facts` is the digest of the
    injury where the import brought it whole, else empty. `marked` are the runs that were
    confirmed as deviations, and beside what was brought are none.
    """

    episode: EpisodeRecord
    as_it_was: tuple[AnyEntry, ...]
    changed: tuple[AnyEntry, ...]
    deleted: int
    own: int
    facts: str
    marked: tuple[str, ...]


def brought_by(tx: Transaction, account_id: int, items: Sequence[ImportItem]) -> Iterator[Brought]:
    """What an import brought to each episode."""
    for episode in episodes.of_account(tx, account_id):
        if its_own := [item for item in items if item.episode_id == episode.id]:
            yield _by_now(tx, episode, its_own)


def _by_now(tx: Transaction, episode: EpisodeRecord, items: Sequence[ImportItem]) -> Brought:
    facts = [item.content for item in items if item.entity == EPISODE]
    marked = [item.uid for item in items if item.entity == MARK]
    came = {(i.entity, i.uid): i.content for i in items if i.entity not in {EPISODE, MARK}}
    there = {(schema_of(entry).word, entry.id): entry for entry in _entries(tx, episode)}
    stay = {what: entry for what, entry in there.items() if what in came}
    same = {what for what, entry in stay.items() if digest(entry) == came[what]}
    return Brought(
        episode,
        tuple(entry for what, entry in stay.items() if what in same),
        tuple(entry for what, entry in stay.items() if what not in same),
        len(came) - len(stay),
        len(there) - len(stay),
        "".join(facts),
        tuple(marked),
    )


def _entries(tx: Transaction, episode: EpisodeRecord) -> list[AnyEntry]:
    stored = diaries.load(tx, episode)
    return [*stored.check_ins, *stored.sessions, *care.load_as_entered(tx, episode.key)]


def is_untouched(tx: Transaction, one: Brought) -> bool:
    """Whether an injury that was brought whole is as it came, but for its end and its start."""
    facts = episode_digest(diaries.episode_value(tx, one.episode))
    return facts == one.facts and not (one.changed or one.deleted or one.own)


def signs_in(tx: Transaction, one: Brought) -> dict[str, tuple[str, ...]]:
    """The warning signs that go with each check-in, by the ids of both."""
    facts = diaries.episode_value(tx, one.episode)
    check_ins = (entry for entry in one.as_it_was if isinstance(entry, CheckIn))
    taken = {check_in.id: taken_away(facts, check_in, None) for check_in in check_ins}
    return {uid: signs for uid, signs in taken.items() if signs}


def dated_signs_in(tx: Transaction, one: Brought) -> set[DatedSign]:
    """The same, each with its day."""
    days = {entry.id: entry.date for entry in one.as_it_was if isinstance(entry, CheckIn)}
    signs = signs_in(tx, one)
    return {DatedSign(days[uid], sign) for uid, of_it in signs.items() for sign in of_it}


def take_out(tx: Transaction, one: Brought, reason: str, now: dt.datetime) -> Redecided:
    """Delete what nobody changed, noted as edits, and decide every day anew."""
    signs = signs_in(tx, one)
    of_kind = {
        kind: {e.id for e in one.as_it_was if isinstance(e, kind)}
        for kind in (CheckIn, SessionLog, CareEntry)
    }
    left = diaries.load(tx, one.episode)
    left.check_ins = [e for e in left.check_ins if e.id not in of_kind[CheckIn]]
    left.sessions = [e for e in left.sessions if e.id not in of_kind[SessionLog]]
    diary = left.diary()
    outcomes = list(timeline(protocol_of(one.episode), diary, diary.last_day))

    def write(_: object) -> None:
        for kind in (CheckIn, SessionLog):
            entries.delete_all(tx, one.episode.key, kind, of_kind[kind])
        for uid in of_kind[CareEntry]:
            entries.delete(tx, one.episode.key, CareEntry, uid)

    redecided = rewrite(tx, one.episode, Edit(outcomes, None, None, write))
    _confirm_again(tx, one)
    for entry in one.as_it_was:
        _note(tx, one.episode.key, entry, reason if entry.id in signs else "", now)
    return redecided


def _confirm_again(tx: Transaction, one: Brought) -> None:
    """Let runs be confirmed deviations again that were before the import."""
    stored = entries.marks(tx, one.episode.key, one.marked)
    again = {
        uid: entry.mark._replace(deviation=Mark.CONFIRMED)
        for uid, entry in stored.items()
        if entry.mark.deviation is Mark.RE_DECIDED
    }
    entries.set_marks(tx, one.episode.key, again)


def _note(tx: Transaction, key: EpisodeKey, entry: AnyEntry, reason: str, now: dt.datetime) -> None:
    if isinstance(entry, CareEntry):
        snapshot = CARE.snapshot(entry)
        changes.add(tx, key, (CARE.word, entry.id), snapshot, None, now=now)
    else:
        audit.note_change(tx, key, entry, None, now, reason=reason)
