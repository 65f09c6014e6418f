"""Refolding: after any edit every later day is decided anew, in the edit's own transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.protocol_document.reader import known
from tracker.progression.review import (
    Redecided,
    StandingChange,
    mark_for,
    place_of,
    run_changes,
)
from tracker.progression.timeline import timeline
from tracker.storage import diaries, standings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from tracker.progression.episode import Episode
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.run_assessment import RunAssessment
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome
    from tracker.storage.database import DbSession
    from tracker.storage.models import EpisodeRow, SessionRow


def protocol_of(episode: EpisodeRow) -> RehabProtocol:
    """The protocol that an episode is pinned to."""
    return known(episode.protocol)


def redecide(db: DbSession, episode: EpisodeRow, *, since: dt.date | None) -> Redecided:
    """Decide every day from `since` on anew (every day at all if None), as now stored.

    For changes of the episode itself whose rows are already flushed: a clearance, a number.
    """
    base, entries = standings.resume(db, episode, since or episode.onset)
    diary = entries.diary()
    outcomes = list(timeline(protocol_of(episode), diary, diary.last_day, after=base))
    return rewrite(db, episode, Edit(outcomes, base, since))


def redecide_facts(
    db: DbSession, episode: EpisodeRow, changed: Episode, write: Callable[[], None]
) -> Redecided:
    """Decide every day anew under `changed` facts (onset, say), which `write` puts in the row."""
    entries = diaries.load(db, episode)
    entries.episode = changed
    diary = entries.diary()
    outcomes = list(timeline(protocol_of(episode), diary, diary.last_day))
    return rewrite(db, episode, Edit(outcomes, None, None, lambda _: write()))


class Edit(NamedTuple):
    """An edited course, and how to store the edit itself.

    `outcomes` is the timeline with the edit made, from the day after `base` (from onset if None);
    `since` is the first day the edit touches (None: all); `write` stores the edited entry,
    given every run's assessment; `entered` is the id of the run that the edit enters, if any.
    """

    outcomes: Sequence[DayOutcome]
    base: Standing | None
    since: dt.date | None
    write: Callable[[Mapping[str, RunAssessment]], None] = lambda _: None
    entered: str | None = None


def rewrite(db: DbSession, episode: EpisodeRow, edit: Edit) -> Redecided:
    """Store an edit, and all that follows from it: marks of other runs, daily standings.

    The database refuses two unmarked run days side by side at every moment, so marks are set
    before the edit is written, and taken away after it.
    """
    assessed = {run.run.id: run for day in edit.outcomes for run in day.runs}
    changes = Redecided(
        run_changes(edit.outcomes, entered=edit.entered), _standing_change(db, episode, edit)
    )
    others = {uid: run for uid, run in assessed.items() if uid != edit.entered}
    rows = diaries.session_rows(db, episode.id, others)
    _mark(rows, {uid: r for uid, r in others.items() if r.is_deviation or r.exempt})
    db.flush()
    edit.write(assessed)
    db.flush()
    _mark(rows, others)
    standings.replace_after(db, episode.id, edit.base, edit.outcomes)
    return changes


def _mark(rows: Mapping[str, SessionRow], runs: Mapping[str, RunAssessment]) -> None:
    for uid, run in runs.items():
        if uid in rows:
            rows[uid].deviation = mark_for(run, entered=None)
            rows[uid].exempt = run.exempt


def _standing_change(db: DbSession, episode: EpisodeRow, edit: Edit) -> StandingChange | None:
    """How the standing of the last stored day changes, where an edit of an earlier day does it."""
    last = standings.last_day(db, episode.id)
    if last is None or (edit.since is not None and edit.since >= last):
        return None
    before = standings.place_stored(db, episode.id, last)
    after = next((place_of(d.standing) for d in edit.outcomes if d.standing.day == last), before)
    if before is None or after is None or before == after:
        return None
    return StandingChange(before, after)
