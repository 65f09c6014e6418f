"""Refolding: after any edit every later day is decided anew, in the edit's own transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.progression.protocol_document.reader import known
from tracker.progression.review import (
    Redecided,
    StandingChange,
    mark_for,
    place_of,
    run_changes,
)
from tracker.progression.standing import ONE_DAY
from tracker.progression.timeline import timeline
from tracker.storage.diary import diaries, entries, standings
from tracker.storage.diary.entries import UNMARKED, RunMark

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeAlias

    from tracker.progression.episode import Episode
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.run_assessment import RunAssessment
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome
    from tracker.storage.database import Transaction
    from tracker.storage.injury.episodes import EpisodeRecord

    _Days: TypeAlias = tuple[Standing | None, Sequence[DayOutcome]]  # after a standing, if any


def protocol_of(episode: EpisodeRecord) -> RehabProtocol:
    """The protocol that an episode is pinned to."""
    return known(episode.protocol)


def redecide(tx: Transaction, episode: EpisodeRecord, *, since: dt.date | None) -> Redecided:
    """Decide every day from `since` on anew (every day at all if None), as now stored.

    For changes of the episode itself whose rows are already flushed: a clearance, a number.
    """
    base, loaded = standings.resume(tx, episode, since or episode.onset)
    diary = loaded.diary()
    outcomes = list(timeline(protocol_of(episode), diary, diary.last_day, after=base))
    return rewrite(tx, episode, Edit(outcomes, base, since))


def redecide_facts(
    tx: Transaction, episode: EpisodeRecord, changed: Episode, write: Callable[[], object]
) -> Redecided:
    """Decide every day anew under `changed` facts (onset, say), which `write` puts in the row."""
    loaded = diaries.load(tx, episode)
    loaded.episode = changed
    diary = loaded.diary()
    outcomes = list(timeline(protocol_of(episode), diary, diary.last_day))
    return rewrite(tx, episode, Edit(outcomes, None, None, lambda _: write()))


class Edit(NamedTuple):
    """An edited course, and how to store the edit itself.

    `outcomes` is the timeline with the edit made, from the day after `base` (from onset if None);
    `since` is the first day the edit touches (None: all); `write` stores the edited entry,
    given every run's assessment; `entered` is the id of the run that the edit enters, if any.
    `days` are the stored columns of `outcomes` where they are made already.
    """

    outcomes: Sequence[DayOutcome]
    base: Standing | None
    since: dt.date | None
    write: Callable[[Mapping[str, RunAssessment]], object] = lambda _: None
    entered: str | None = None
    days: Sequence[Mapping[str, Any]] | None = None


def rewrite(tx: Transaction, episode: EpisodeRecord, edit: Edit) -> Redecided:
    """Store an edit, and all that follows from it: marks of other runs, daily standings.

    The database refuses two unmarked run days side by side at every moment, so marks are set
    before the edit is written, and taken away after it.
    """
    last = standings.last_day(tx, episode.key)
    base, outcomes = _to_store(edit, last)
    assessed = {run.run.id: run for day in outcomes for run in day.runs}
    changes = Redecided(
        run_changes(outcomes, entered=edit.entered), _standing_change(tx, episode, edit, last)
    )
    others = {uid: run_mark(run) for uid, run in assessed.items() if uid != edit.entered}
    known = {uid: stored.mark for uid, stored in entries.marks(tx, episode.key, others).items()}
    later = {uid: others[uid] for uid, mark in known.items() if mark != others[uid]}
    before = {uid: mark for uid, mark in later.items() if mark != UNMARKED}
    entries.set_marks(tx, episode.key, before)
    edit.write(assessed)
    entries.set_marks(tx, episode.key, {u: m for u, m in later.items() if u not in before})
    days = edit.days
    if days is None:
        days = [standings.columns_of(episode.protocol, outcome) for outcome in outcomes]
    standings.replace_after(tx, episode.key, base, days)
    return changes


def _to_store(edit: Edit, last: dt.date | None) -> _Days:
    """The days from the edit on, and those before it that are not stored yet."""
    if edit.since is None or last is None:
        return edit.base, edit.outcomes
    return from_day(min(edit.since, last + ONE_DAY), edit.base, edit.outcomes)


def from_day(day: dt.date, base: Standing | None, outcomes: Sequence[DayOutcome]) -> _Days:
    """A course without the days before one: nothing that is dated later changes them."""
    earlier = [outcome for outcome in outcomes if outcome.standing.day < day]
    return earlier[-1].standing if earlier else base, outcomes[len(earlier) :]


def run_mark(run: RunAssessment, *, entered: str | None = None) -> RunMark:
    """How a run is marked; `entered` is the id of the run that an edit enters, if any."""
    return RunMark(mark_for(run, entered=entered), run.exempt)


def _standing_change(
    tx: Transaction, episode: EpisodeRecord, edit: Edit, last: dt.date | None
) -> StandingChange | None:
    """How the standing of the last stored day changes, where an edit of an earlier day does it."""
    if last is None or (edit.since is not None and edit.since >= last):
        return None
    before = standings.place_stored(tx, episode.key, last)
    after = next((place_of(d.standing) for d in edit.outcomes if d.standing.day == last), before)
    if before is None or after is None or before == after:
        return None
    return StandingChange(before, after)
