"""What a clinician wants to know of some days of an episode, gathered in one value.

Everything is told as it stood at the end of the last of the days, a run with its morning after.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression import guardrails
from tracker.progression.diary import RIDES, Moment
from tracker.progression.ladder import prescription
from tracker.progression.protocol import BASELINE, REGULAR_MEDICINE
from tracker.progression.recovery import window
from tracker.progression.rides import suggestion
from tracker.progression.rules import RULES, verdict
from tracker.reports.changed_numbers import changed_numbers
from tracker.reports.confidence import beliefs
from tracker.reports.next_morning import next_mornings
from tracker.reports.pain_figures import pain_of
from tracker.reports.setbacks import setbacks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from tracker.content.visits import Visit
    from tracker.progression.diary import CheckIn, Diary, DiaryDay, SessionLog
    from tracker.progression.episode import Clearance, Episode
    from tracker.progression.ladder import Prescription
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.recovery import Window
    from tracker.progression.rides import Suggestion
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome
    from tracker.progression.verdict import Finding
    from tracker.reports.changed_numbers import Change
    from tracker.reports.confidence import Belief
    from tracker.reports.next_morning import NextMornings
    from tracker.reports.pain_figures import Pain
    from tracker.reports.run_days import PastRunDay
    from tracker.reports.setbacks import Setback

_REST = "rest-between-runs"


class Adherence(NamedTuple):
    """How many of the days due were kept."""

    kept: int
    due: int


class Deviation(NamedTuple):
    """A run that was not cleared, and the rules that did not clear it."""

    date: date
    rules: tuple[str, ...]


class Rides(NamedTuple):
    """On how many days there was bike or swim, and what is suggested at most from here on.

    `suggested` is None where none is cleared, and after the return.
    """

    days: int
    suggested: Suggestion | None


class Flagged(NamedTuple):
    """A day on which warning signs were recorded, by their ids."""

    date: date
    flags: tuple[str, ...]


class Corrected(NamedTuple):
    """Warning signs of a day that were taken back, by their ids, and the reason that was given."""

    date: date
    flags: tuple[str, ...]
    reason: str


class Note(NamedTuple):
    """The runner's own words of a day."""

    date: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The days `first` to `last` of an episode. `protocol` is the one in force on the last day.

    `sharp` are the sessions with sharp pain; `limping` the days with a limp; `night_pain` those
    with a score above zero at night; `concerns` the findings that advise to see somebody;
    `setbacks` are all since onset, for a span hides none of them. With
    `takes_medicine` a daily one is taken by a clinician's leave, and painkillers are besides it.
    """

    episode: Episode
    protocol: RehabProtocol
    first: date
    last: date
    window: Window
    standing: Standing
    plan: Prescription | None
    baseline_minutes: int
    takes_medicine: bool
    pain: Pain
    setbacks: tuple[Setback, ...]
    runs: tuple[PastRunDay, ...]
    mornings: NextMornings
    sharp: tuple[SessionLog, ...]
    deviations: tuple[Deviation, ...]
    flags: tuple[Flagged, ...]
    corrected: tuple[Corrected, ...]
    clearances: tuple[Clearance, ...]
    painkillers: tuple[date, ...]
    limping: tuple[date, ...]
    night_pain: tuple[date, ...]
    rides: Rides
    rest_days: Adherence
    answered: Adherence
    changes: tuple[Change, ...]
    concerns: tuple[Finding, ...]
    notes: tuple[Note, ...]
    beliefs: tuple[Belief, ...]
    visits: tuple[Visit, ...] = ()
    questions: str = ""

    def without_notes(self) -> Summary:
        """The same for who may not read notes: neither the runner's nor what a clinician said."""
        said = tuple(replace(clearance, note="") for clearance in self.clearances)
        visits = tuple(replace(visit, said="", asked="") for visit in self.visits)
        return replace(self, clearances=said, notes=(), visits=visits)


def summarise(
    protocol: RehabProtocol,
    diary: Diary,
    outcomes: Sequence[DayOutcome],
    first: date,
    runs: Sequence[PastRunDay],
    *,
    corrected: Sequence[Corrected] = (),
    visits: Sequence[Visit] = (),
    questions: str = "",
) -> Summary:
    """The summary of the days from `first` to the last of `outcomes`, all days since onset.

    `protocol` is the one pinned, `runs` are the run days up to the last, `corrected` the signs
    taken back and `visits` those to clinicians, of whatever day: those of these days are told.
    `questions` are what the runner wants to ask now. Long: it lists what there is to know.
    """
    now = outcomes[-1]
    last, standing = now.standing.day, now.standing
    episode = diary.episode.as_of(last)
    span = [day for day in outcomes if day.standing.day >= first]
    days = [(day.standing.day, diary.day(day.standing.day)) for day in span]
    return Summary(
        episode=episode,
        protocol=now.protocol,
        first=first,
        last=last,
        window=window(protocol, episode.onset, last),
        standing=standing,
        plan=prescription(now.protocol, standing),
        baseline_minutes=guardrails.current(protocol, episode, BASELINE, last),
        takes_medicine=bool(guardrails.current(protocol, episode, REGULAR_MEDICINE, last)),
        pain=pain_of(diary, outcomes, first),
        setbacks=setbacks(diary, outcomes),
        runs=tuple(run for run in runs if run.day >= first),
        mornings=next_mornings(now.protocol, standing, runs),
        sharp=tuple(s for _, d in days for s in d.sessions if s.is_sharp_pain_event),
        deviations=tuple(_deviations(span)),
        flags=tuple(_flags(episode, days)),
        corrected=tuple(c for c in corrected if first <= c.date <= last),
        clearances=tuple(c for c in episode.clearances if c.date >= first),
        painkillers=tuple(day for day, d in days if any(c.painkiller for c in d.check_ins)),
        limping=tuple(day for day, d in days if any(r.limp for r in _records(d))),
        night_pain=tuple(day for day, d in days if any(_hurts_at_night(c) for c in d.check_ins)),
        rides=_rides(now, days),
        rest_days=_rest_days(span),
        answered=Adherence(sum(d.standing.today.check_ins > 0 for d in span), len(span)),
        changes=tuple(changed_numbers(protocol, episode, outcomes)),
        concerns=_concerns(now),
        notes=tuple(_notes(days)),
        beliefs=beliefs(c for _, d in days for c in d.check_ins),
        visits=tuple(visit for visit in visits if first <= visit.date <= last),
        questions=questions,
    )


def _rides(now: DayOutcome, days: Iterable[tuple[date, DiaryDay]]) -> Rides:
    ridden = sum(any(s.kind in RIDES for s in records.sessions) for _, records in days)
    return Rides(ridden, suggestion(now.protocol, now.standing))


def _deviations(span: Iterable[DayOutcome]) -> Iterator[Deviation]:
    for day in span:
        for run in day.runs:
            if run.is_deviation:
                yield Deviation(day.standing.day, run.rules)


def _flags(episode: Episode, days: Iterable[tuple[date, DiaryDay]]) -> Iterator[Flagged]:
    """Warning signs by day; those of the first questions on the day they were answered."""
    screened_on = max(episode.screened_on or episode.onset, episode.onset)
    for day, records in days:
        ticked = [flag for c in records.check_ins for flag in c.signs]
        asked = episode.screening if day == screened_on else ()
        flags = tuple(dict.fromkeys((*asked, *ticked)))
        if flags:
            yield Flagged(day, flags)


def _hurts_at_night(check_in: CheckIn) -> bool:
    return check_in.moment is Moment.NIGHT and check_in.pain > 0


def _rest_days(span: Sequence[DayOutcome]) -> Adherence:
    """Days on which a rest was due after a run; the last, still going on, only if it was run on."""
    observed = due = 0
    for day in span:
        broken = any(_REST in run.rules for run in day.runs)
        standing = day.standing
        ran = standing.run_within(day.protocol.numbers.rest_days) is not None
        if broken or (ran and not standing.has_returned and day is not span[-1]):
            due += 1
            observed += not broken
    return Adherence(observed, due)


def _concerns(now: DayOutcome) -> tuple[Finding, ...]:
    findings = verdict(now.protocol, now.standing).findings
    return tuple(f for f in findings if RULES[f.rule].names_clinician and f.decision)


def _notes(days: Iterable[tuple[date, DiaryDay]]) -> Iterator[Note]:
    return (Note(day, r.note) for day, records in days for r in _records(records) if r.note)


def _records(day: DiaryDay) -> tuple[CheckIn | SessionLog, ...]:
    return (*day.check_ins, *day.sessions)
