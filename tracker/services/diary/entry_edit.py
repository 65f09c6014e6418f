"""One edit of one episode's diary: stored with all that follows from it, or refused."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import CheckIn, SessionLog
from tracker.progression.review import Redecided
from tracker.progression.signs import taken_away
from tracker.progression.standing import ONE_DAY
from tracker.progression.timeline import timeline
from tracker.services.diary.audit import note_change
from tracker.services.diary.days import read_today
from tracker.services.diary.news import RESPONSE, Fold, made_by_edit
from tracker.services.diary.open_signs import followed
from tracker.services.diary.refold import Edit, protocol_of, rewrite, run_mark
from tracker.services.diary.refusal import Refusal, against, fingerprint
from tracker.services.errors import NotFound, ReasonNeeded
from tracker.services.ownership import own_episode
from tracker.storage.diary import diaries, standings
from tracker.storage.diary import entries as stored_entries
from tracker.storage.diary.entries import UNMARKED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from tracker.progression.diary import Diary
    from tracker.progression.run_assessment import RunAssessment
    from tracker.progression.standing import Standing
    from tracker.progression.verdict import Finding
    from tracker.services.diary.news import DayNews
    from tracker.storage.database import Database, Transaction
    from tracker.storage.diary.entries import Entry as EntryKind
    from tracker.storage.injury.episodes import EpisodeRecord
    from tracker.storage.keys import EpisodeKey

Entry = CheckIn | SessionLog


class Saved(NamedTuple):
    """An entry is stored; `change_id` is what `undo` takes. `already`: it had been before.

    `news` is what happened by it, on its day and on the two that answer for it.
    """

    uid: str
    change_id: int | None = None
    redecided: Redecided = Redecided()
    already: bool = False
    news: tuple[DayNews, ...] = ()


class _Draft(NamedTuple):
    """The course of an episode with an edit made, and its diary as it is stored."""

    fold: Fold
    stored: Diary


def find(tx: Transaction, kind: type[EntryKind], key: EpisodeKey, uid: str) -> EntryKind:
    """An entry by its id. Raises NotFound."""
    entry = stored_entries.find(tx, kind, key, uid)
    if entry is None:
        raise NotFound(uid)
    return entry


@contextmanager
def editing(
    database: Database, account_id: int, episode_id: int, today: dt.date, now: dt.datetime
) -> Iterator[EntryEdit]:
    """Open an episode's diary for one edit; all of it is stored or nothing. Raises NotFound."""
    with database.writing(account_id) as tx:
        yield EntryEdit(tx, own_episode(tx, account_id, episode_id), today, now)


@dataclass(frozen=True, slots=True)
class EntryEdit:
    """The diary as it is edited, inside a writing transaction."""

    tx: Transaction
    episode: EpisodeRecord
    today: dt.date
    now: dt.datetime

    def has(self, kind: type[EntryKind], uid: str) -> bool:
        """Whether an entry of this id is stored already."""
        return stored_entries.find(self.tx, kind, self.episode.key, uid) is not None

    def stored(self, entry: Entry) -> Entry:
        """The entry as it is stored now; NotFound."""
        is_check_in = isinstance(entry, CheckIn)
        return self.check_in(entry.id) if is_check_in else self.session(entry.id)

    def check_in(self, uid: str) -> CheckIn:
        """A stored check-in, by its id; NotFound."""
        return find(self.tx, CheckIn, self.episode.key, uid)

    def session(self, uid: str) -> SessionLog:
        """A stored session, by its id; NotFound."""
        return find(self.tx, SessionLog, self.episode.key, uid)

    def enter(
        self,
        old: SessionLog | None,
        session: SessionLog,
        before: CheckIn | None,
        confirmed: str | None,
    ) -> Saved | Refusal:
        """Store a session unless it is a run that is refused."""
        added = (session,) if before is None else (before, session)
        new = tuple(self._entered(None, entry) for entry in added)
        self._check_has_come(old, new)
        draft = self._draft(old, new)
        findings = against(draft.fold.outcomes, session)
        proof = fingerprint(self.episode.id, session, findings)
        if findings and confirmed != proof and not self._known(old, findings):
            return Refusal(findings, self._next_run(), proof)
        return self._store(old, new, draft, entered=session.id)

    def put(
        self, old: Entry | None, new: Entry | None, *, noted: bool = True, reason: str = ""
    ) -> Saved:
        """Store, replace (`old`) or delete (no `new`) an entry, whatever follows from it.

        What is not `noted` brings back what there was, even of a day that the clock has left.
        Raises ReasonNeeded if that takes back a warning sign without a `reason`.
        """
        taken = self._signs_taken(old, new)
        if old is not None and taken and not reason:
            raise ReasonNeeded(taken, old.id)
        added = () if new is None else (self._entered(old, new),)
        if noted:
            self._check_has_come(old, added)
        draft = self._draft(old, added)
        why = reason if taken else ""
        if not any(isinstance(entry, CheckIn) and entry.signs for entry in (old, new)):
            return self._store(old, added, draft, noted=noted, reason=why)
        with followed(self.tx, self.episode, self.now, taken):
            return self._store(old, added, draft, noted=noted, reason=why)

    def _signs_taken(self, old: Entry | None, new: Entry | None) -> tuple[str, ...]:
        """The warning signs that lock running and that an edit takes back."""
        if not isinstance(old, CheckIn) or isinstance(new, SessionLog):
            return ()
        return taken_away(diaries.episode_value(self.tx, self.episode), old, new)

    def _entered(self, old: Entry | None, new: Entry) -> Entry:
        """The entry as it is stored, and so as it is folded: entered now, unless it says when.

        So is one that brings a warning sign (back): no clearance given before covers it.
        """
        is_news = (
            isinstance(old, CheckIn)
            and isinstance(new, CheckIn)
            and set(new.signs) - set(old.signs)
        )
        if new.entered_at is not None and not is_news:
            return new
        return replace(new, entered_at=self.now)

    def _check_has_come(self, old: Entry | None, new: Sequence[Entry]) -> None:
        """Refuse an entry dated after today, unless it is one that had that day before."""
        last = max(self.today, old.date) if old else self.today
        if any(entry.date > last for entry in new):
            raise ValueError("an entry cannot be dated after today")

    def _draft(self, old: Entry | None, new: Sequence[Entry]) -> _Draft:
        """The course with the edit made, from the last checkpoint before the day before it."""
        since = min(entry.date for entry in (old, *new) if entry is not None)
        base, entries = standings.resume(self.tx, self.episode, since - ONE_DAY)
        stored = entries.diary()
        if old is not None and not new:
            entries.remove(old)
        for entry in new:
            entries.put(entry)
        return _Draft(self._folded(base, entries.diary()), stored)

    def _folded(self, base: Standing | None, diary: Diary, until: dt.date | None = None) -> Fold:
        protocol = protocol_of(self.episode)
        last = min(until or diary.last_day, diary.last_day)
        return Fold(protocol, diary, base, list(timeline(protocol, diary, last, after=base)))

    def _news(self, since: dt.date, draft: _Draft) -> tuple[DayNews, ...]:
        """What the edit makes happen."""
        until, fold = since + RESPONSE, draft.fold.since(since)
        as_stored = self._folded(fold.base, draft.stored, until)
        near = [day for day in fold.outcomes if day.standing.day <= until]
        return made_by_edit(as_stored.news(), fold._replace(outcomes=near).news())

    def _known(self, old: SessionLog | None, findings: Sequence[Finding]) -> bool:
        """Whether a run being edited was a deviation for all these reasons before."""
        if old is None or old.deviation is None:
            return False
        outcomes = self._draft(old, (old,)).fold.outcomes
        return {f.rule for f in findings} <= {f.rule for f in against(outcomes, old)}

    def _next_run(self) -> dt.date | None:
        """The next possible date as things stand, without the refused run."""
        return read_today(self.tx, self.episode, self.today).outlook.next_run

    def _store(
        self,
        old: Entry | None,
        new: Sequence[Entry],
        draft: _Draft,
        *,
        entered: str | None = None,
        noted: bool = True,
        reason: str = "",
    ) -> Saved:
        touched = [entry for entry in (old, *new) if entry is not None]
        since = min(entry.date for entry in touched)
        news, fold = self._news(since, draft), draft.fold

        def write(assessed: Mapping[str, RunAssessment]) -> None:
            for entry in new:
                self._write(entry, assessed.get(entry.id), entered)
            if old is not None and not new:
                stored_entries.delete(self.tx, self.episode.key, type(old), old.id)

        edit = Edit(fold.outcomes, fold.base, since, write, entered)
        redecided = rewrite(self.tx, self.episode, edit)
        change_id = None
        if noted:
            for entry in new[:-1]:
                note_change(self.tx, self.episode.key, None, entry, self.now)
            after = new[-1] if new else None
            change_id = note_change(self.tx, self.episode.key, old, after, self.now, reason=reason)
        return Saved(touched[-1].id, change_id, redecided, news=news)

    def _write(self, entry: Entry, run: RunAssessment | None, entered: str | None) -> None:
        mark = run_mark(run, entered=entered) if run else UNMARKED
        stored_entries.save(self.tx, self.episode.key, entry, mark)
