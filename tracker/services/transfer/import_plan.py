"""What an archive adds to a diary, and what every day is with it: worked out, nothing written.

Of thousands of entries this takes seconds. So it is done before the transaction, on the diary as
it is read then; under the lock it is only asked whether the diary is still the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tracker.entries.fields import schema_of
from tracker.progression.diary import CheckIn, SessionLog
from tracker.progression.protocol_document.reader import known as protocol_known
from tracker.progression.timeline import timeline
from tracker.services.transfer.entry_times import with_entry_times
from tracker.services.transfer.import_episode import known_episode
from tracker.services.transfer.import_items import digest
from tracker.services.transfer.recognised import without_alike
from tracker.storage.diary import care, diaries, standings
from tracker.storage.diary.diaries import Entries

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tracker.content.care import CareEntry
    from tracker.exchange.own_format.archive import Archive
    from tracker.progression.timeline import DayOutcome
    from tracker.services.transfer.recognised import Alike
    from tracker.storage.database import Database, Transaction
    from tracker.storage.injury.episodes import EpisodeRecord

    AnyEntry = CheckIn | SessionLog | CareEntry

Entry = TypeVar("Entry", CheckIn, SessionLog, "CareEntry")


class Before(NamedTuple):
    """An episode's facts and entries before anything is added."""

    entries: Entries
    care: Sequence[CareEntry]


class Note(NamedTuple):
    """An added entry as it is noted: its word and id, what it says, and a digest of that."""

    word: str
    uid: str
    snapshot: dict[str, Any]
    digest: str


class Plan(NamedTuple):
    """What is added to what was `before`, and what every day is then.

    `known` says of each entry that is there already whether it says the same; `alike` are those
    that may be there under another id. `days` are the stored columns of `outcomes`.
    """

    before: Before
    check_ins: Sequence[CheckIn]
    sessions: Sequence[SessionLog]
    care: Sequence[CareEntry]
    known: Sequence[bool]
    alike: Sequence[Alike]
    notes: Sequence[Note]
    outcomes: Sequence[DayOutcome]
    days: Sequence[Mapping[str, Any]]


def plan(
    before: Before, protocol: str, archive: Archive, now: dt.datetime, *, unless_alike: bool
) -> Plan:
    """What an archive adds to an episode that is decided by a protocol, given by its id."""
    there = before.entries
    alike: tuple[Alike, ...] = ()
    if unless_alike:
        archive, alike = without_alike(there, archive)
    check_ins, known_check_ins = _split(there.check_ins, archive.check_ins, now)
    sessions, known_sessions = _split(there.sessions, archive.sessions, now)
    care_entries, known_care = _split(before.care, archive.care, now)
    together = Entries(
        there.episode, [*there.check_ins, *check_ins], [*there.sessions, *sessions]
    ).diary()
    added: tuple[AnyEntry, ...] = (*check_ins, *sessions, *care_entries)
    outcomes = list(timeline(protocol_known(protocol), together, together.last_day))
    return Plan(
        before,
        check_ins,
        sessions,
        care_entries,
        (*known_check_ins, *known_sessions, *known_care),
        alike,
        [_note(entry) for entry in added],
        outcomes,
        [standings.columns_of(protocol, outcome) for outcome in outcomes],
    )


def plans(
    database: Database,
    account_id: int,
    archives: Sequence[Archive],
    now: dt.datetime,
    *,
    unless_alike: bool,
) -> list[Plan]:
    """A plan for each archive, as the diaries are now; an injury that is new has no entries yet."""
    with database.reading() as tx:
        of_each = [*_before_each(tx, account_id, archives, now)]
    return [
        plan(before, protocol, archive, now, unless_alike=unless_alike)
        for archive, before, protocol in of_each
    ]


def _before_each(
    tx: Transaction, account_id: int, archives: Iterable[Archive], now: dt.datetime
) -> Iterator[tuple[Archive, Before, str]]:
    taken: set[int] = set()
    for archive in archives:
        episode = known_episode(tx, account_id, archive, taken)
        if episode is None:
            dated = with_entry_times(archive, now)
            yield dated, Before(Entries(dated.episode, [], []), ()), dated.episode.protocol
        else:
            taken.add(episode.id)
            yield archive, before_import(tx, episode), episode.protocol


def before_import(tx: Transaction, episode: EpisodeRecord) -> Before:
    """An episode's facts and entries as they are now."""
    return Before(diaries.load(tx, episode), care.load_as_entered(tx, episode.key))


def _split(
    stored: Iterable[Entry], given: Iterable[Entry], now: dt.datetime
) -> tuple[list[Entry], list[bool]]:
    """The given entries that are new, and of each that is known whether it is alike."""
    by_id = {entry.id: entry for entry in stored}
    new, known = [], []
    for entry in given:
        if entry.id in by_id:
            known.append(_content(entry) == _content(by_id[entry.id]))
        else:
            new.append(replace(entry, entered_at=entry.entered_at or now))
    return new, known


def _content(entry: AnyEntry) -> object:
    """An entry without what the diary itself adds to it."""
    bare = replace(entry, entered_at=None)
    return replace(bare, deviation=None) if isinstance(bare, SessionLog) else bare


def _note(entry: AnyEntry) -> Note:
    schema = schema_of(entry)
    return Note(schema.word, entry.id, schema.snapshot(entry), digest(entry))
