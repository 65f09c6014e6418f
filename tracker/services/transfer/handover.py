"""An episode for other systems: as a FHIR document, and as records of REDCap."""

from __future__ import annotations

import hashlib
from operator import attrgetter
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from tracker.entries.fields import CARE, CHECK_IN, SESSION
from tracker.exchange.clinician import redcap
from tracker.exchange.clinician.fhir.bundle import BUNDLE, bundle_json
from tracker.exchange.clinician.fhir.values import Handover
from tracker.progression.engine import ENGINE_VERSION, digest
from tracker.reports.report import initials
from tracker.services.diary import days
from tracker.services.injury.episodes import CloseReason
from tracker.services.ownership import own_episode
from tracker.storage.access import accounts
from tracker.storage.diary import care, diaries

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tracker.storage.database import Database

_NAME_LENGTH = 12


def handover(
    database: Database, account_id: int, episode_id: int, *, today: dt.date, now: dt.datetime
) -> Handover:
    """All that a document says of an episode, as it stands. Raises NotFound."""
    stands = days.as_it_stands(database, account_id, episode_id, today=today)
    with database.reading() as tx:
        record = own_episode(tx, account_id, episode_id)
        there = diaries.load(tx, record)
        holder = accounts.holder(tx, account_id)
    returned = record.closed_reason == CloseReason.RETURNED
    return Handover(
        seed=f"{record.id} {record.opened_at.isoformat()}",
        initials="" if holder is None else initials(holder.account.name),
        episode=there.episode,
        onset_about=record.onset_about,
        opened_at=record.opened_at,
        closed_on=record.closed_on,
        ended=None if record.closed_on is None else returned,
        check_ins=sorted(there.check_ins, key=lambda c: c.date),
        sessions=sorted(there.sessions, key=lambda s: s.date),
        open_signs=stands.standing.locked_by,
        protocol=stands.protocol,
        digest=digest(stands.protocol),
        engine=ENGINE_VERSION,
        plan=stands.plan,
        zone=ZoneInfo(record.timezone),
        made_at=now,
    )


def redcap_records(database: Database, account_id: int, episode_id: int) -> Iterator[str]:
    """The records of an episode, line by line, by a name that says nobody's. Raises NotFound."""
    with database.reading() as tx:
        record = own_episode(tx, account_id, episode_id)
        there = diaries.load(tx, record)
        cared = care.load_as_entered(tx, record.key)
    name = hashlib.sha256(f"redcap {record.id} {record.opened_at}".encode()).hexdigest()
    by_day = attrgetter("date")
    entries: dict[str, Sequence[Any]] = {
        CHECK_IN.word: sorted(there.check_ins, key=by_day),
        SESSION.word: sorted(there.sessions, key=by_day),
        CARE.word: sorted(cared, key=by_day),
    }
    return redcap.records(name[:_NAME_LENGTH], there.episode, entries)


def files_of(
    database: Database, account_id: int, episode_id: int, *, today: dt.date, now: dt.datetime
) -> Mapping[str, Callable[[], Iterable[str]]]:
    """The files for other systems, by their names, each made when it is asked for."""
    whose = (database, account_id, episode_id)
    return {
        BUNDLE: lambda: (bundle_json(handover(*whose, today=today, now=now)),),
        redcap.DICTIONARY: redcap.dictionary,
        redcap.RECORDS: lambda: redcap_records(*whose),
    }
