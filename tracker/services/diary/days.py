"""Days as decided: today's verdict and outlook, the whole course."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.forecast import outlook, way_home
from tracker.progression.job import job_of
from tracker.progression.ladder import prescription
from tracker.progression.plain import to_plain
from tracker.progression.protocol import Stage
from tracker.progression.recovery import window
from tracker.progression.rules import verdict
from tracker.progression.standing import ONE_DAY
from tracker.progression.timeline import timeline
from tracker.progression.verdict import Decision
from tracker.services.diary.news import WEEK, Fold, last_news
from tracker.services.diary.refold import protocol_of
from tracker.services.ownership import own_episode
from tracker.storage.diary import decisions_shown, diaries, standings
from tracker.storage.diary.decisions_shown import DecisionShown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.progression.diary import Diary, DiaryDay
    from tracker.progression.forecast import Outlook, WayHome
    from tracker.progression.job import Job
    from tracker.progression.ladder import Prescription
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.recovery import Window
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome
    from tracker.progression.verdict import Verdict
    from tracker.services.diary.news import DayNews
    from tracker.storage.database import Database, Transaction
    from tracker.storage.injury.episodes import EpisodeRecord


class Today(NamedTuple):
    """What one day asks for: the verdict, when it could change, the plan, what is recorded.

    `protocol` is the one in force that day, changed numbers included; `before` is the standing
    at the end of the day before (None on the day of onset). `news` is what happened since the
    last entry, that entry included.
    """

    day: dt.date
    outcome: DayOutcome
    before: Standing | None
    verdict: Verdict
    outlook: Outlook
    plan: Prescription | None
    window: Window
    records: DiaryDay
    diary: Diary
    news: tuple[DayNews, ...] = ()

    @property
    def standing(self) -> Standing:
        """Where the runner stands, everything recorded so far counted."""
        return self.outcome.standing

    @property
    def protocol(self) -> RehabProtocol:
        """The protocol in force on the day."""
        return self.outcome.protocol

    @property
    def ahead(self) -> dt.date | None:
        """The last day with entries, where it is after this one: a clock was or is wrong."""
        return max((day for day in self.diary.days if day > self.day), default=None)

    @property
    def job(self) -> Job:
        """What there is to do on the day."""
        return job_of(self.protocol, self.verdict, self.standing, self.outlook)

    @property
    def only_easy_walking(self) -> bool:
        """Whether nothing but the walking of daily life is fine on the day."""
        referred = self.verdict.decision is Decision.REFER
        return referred or self.standing.stage is Stage.PROTECT


class Course(NamedTuple):
    """An episode from onset to a day: the diary, and each day as it stood at its end."""

    protocol: RehabProtocol
    diary: Diary
    outcomes: Sequence[DayOutcome]


def today(
    database: Database, account_id: int, episode_id: int, *, today: dt.date, now: dt.datetime
) -> Today:
    """The verdict of a day, everything recorded so far counted; a new one is kept on record.

    On a full disk it is told all the same. Raises NotFound for an episode of another account.
    """
    with database.reading() as tx:
        episode = own_episode(tx, account_id, episode_id)
        view = read_today(tx, episode, today, WEEK)
        findings = _plain_findings(view)
        last = decisions_shown.latest(tx, episode.key, view.day)
    if last != (view.verdict.decision.word, findings):
        decision = DecisionShown(
            date=view.day,
            shown_at=now,
            protocol=view.protocol.id,
            decision=view.verdict.decision.word,
            findings=findings,
            inputs=standings.to_json(view.standing),
        )
        # What is cached is made of none that were shown before: it stays as it is.
        beside = [f"decisions shown to {account_id}"]
        database.note(lambda tx: decisions_shown.add(tx, episode.key, decision), keys=beside)
    return view


def as_it_stands(database: Database, account_id: int, episode_id: int, *, today: dt.date) -> Today:
    """The verdict of a day, for someone else's eyes: nothing is put on record. Raises NotFound."""
    with database.reading() as tx:
        return read_today(tx, own_episode(tx, account_id, episode_id), today, WEEK)


def answered_anew(
    database: Database, account_id: int, episode_id: int, *, today: dt.date
) -> Today | None:
    """The verdict of a day for which another was shown; None if none was. Raises NotFound."""
    with database.reading() as tx:
        episode = own_episode(tx, account_id, episode_id)
        view = read_today(tx, episode, today)
        last = decisions_shown.latest(tx, episode.key, view.day)
    return None if last is None or last[0] == view.verdict.decision.word else view


def read_today(
    tx: Transaction, episode: EpisodeRecord, today: dt.date, back: dt.timedelta = ONE_DAY
) -> Today:
    """The verdict of a day, everything stored so far counted, with the records of days `back`."""
    day = max(today, episode.onset)
    base, entries = standings.resume(tx, episode, day - back)
    diary = entries.diary()
    protocol = protocol_of(episode)
    outcomes = list(timeline(protocol, diary, day, after=base))
    before = outcomes[-2].standing if len(outcomes) > 1 else base
    now = outcomes[-1]
    return Today(
        day=day,
        outcome=now,
        before=before,
        verdict=verdict(now.protocol, now.standing),
        outlook=outlook(protocol, diary, before, now),
        plan=prescription(now.protocol, now.standing),
        window=window(protocol, episode.onset, day),
        records=diary.day(day),
        diary=diary,
        news=last_news(Fold(protocol, diary, base, outcomes)) if back > ONE_DAY else (),
    )


def earliest_way_home(
    database: Database, account_id: int, episode_id: int, *, today: dt.date
) -> WayHome:
    """The sessions that remain if all goes well, and the day of return.

    Raises NotFound for an episode of another account.
    """
    with database.reading() as tx:
        episode = own_episode(tx, account_id, episode_id)
        view = read_today(tx, episode, today)
        protocol = protocol_of(episode)
    return way_home(protocol, view.diary, view.before, view.day)


def _plain_findings(view: Today) -> list[dict[str, object]]:
    return [
        {
            "rule": finding.rule,
            "decision": finding.decision.word,
            "facts": to_plain(dict(finding.named_facts)),
        }
        for finding in view.verdict.findings
    ]


def course_of(database: Database, account_id: int, episode_id: int, *, today: dt.date) -> Course:
    """The whole episode through a day. Raises NotFound for an episode of another account."""
    with database.reading() as tx:
        episode = own_episode(tx, account_id, episode_id)
        diary = diaries.load(tx, episode).diary()
        protocol = protocol_of(episode)
    outcomes = list(timeline(protocol, diary, max(today, episode.onset)))
    return Course(protocol, diary, outcomes)


def dated(database: Database, account_id: int, episode_id: int, day: dt.date) -> frozenset[dt.date]:
    """The day itself if anything is dated it, for the runner's day. Raises NotFound."""
    with database.reading() as tx:
        key = own_episode(tx, account_id, episode_id).key
        return frozenset({day}) if diaries.is_dated(tx, key, day) else frozenset()
