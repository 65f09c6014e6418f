"""The left side of a story: what happened, said in a few words.

    ok                              a waking check-in, 0, no sensation
    evening feels 3 soreness limp   a check-in; a score above 0 is `pain` unless said otherwise
    feels 1 flag E1 flag R4         with warning signs ticked, or all `denied`
    feels 0 painkiller
    walk 30 scored 0                a session of 30 minutes; unsaid, it is scored 0, felt none
    bike 20 scored 2 felt sharp     `unscored`, `unfelt`: left unanswered
    run 25 stopped limp             25 minutes of jogging;  `bout 12` names the longest bout
    walk_jog jog 5 walk 20 bout 1   minutes may also be written 5:30
    plan, plan scored 2             what the tracker planned, done to the second
    obeys                           the best of answers, and whatever is then cleared or due
    run 25 effort 7                 how hard it was
    cleared by Rivera of E1         a clinician's clearance, of all or only of what it names
    sets pain_allowed 1 by Rivera   a number is changed
    deletes runs, deletes check-ins of that day
    -                               nothing

Records of a day get a time an hour apart, from seven on, in the order told, unless they say
`at 06:30` or `untimed`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from tests.builders import MINUTE, check_in, good_morning, number, on, planned, session, walk
from tracker.progression.diary import Diary, Kind, Moment, Sensation
from tracker.progression.episode import DENIED, Clearance, Setting
from tracker.progression.ladder import prescription
from tracker.progression.protocol import Stage
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import verdict
from tracker.progression.timeline import stand

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn, SessionLog
    from tracker.progression.episode import Episode
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.timeline import DayOutcome

FIRST_HOUR = 7


class Teller:
    """Everything entered so far, in the order it was entered."""

    def __init__(self, episode: Episode, protocol: RehabProtocol | None = None) -> None:
        self.protocol = protocol or shipped()
        self.episode = episode
        self.check_ins: list[CheckIn] = []
        self.sessions: list[SessionLog] = []
        self.today = 0
        self._told: Counter[int] = Counter()

    @property
    def diary(self) -> Diary:
        return Diary.of(self.episode, self.check_ins, self.sessions)

    def stand(self, day: int) -> DayOutcome:
        return stand(self.protocol, self.diary, on(day))

    def tell(self, day: int, happening: str) -> None:
        """Enter one happening of a day."""
        self.today = max(self.today, day)
        words = _Words(happening)
        first = words.peek()
        if first == "-":
            words.take()
        elif first == "obeys":
            words.take()
            self._obey(day)
        elif first == "deletes":
            self._delete(day, words)
        elif first == "cleared":
            words.expect("cleared", "by")
            by = words.take()
            named = tuple(words.take().split("+")) if words.took("of") else ()
            clearance = Clearance(date=on(day), by=by, covers=named)
            self.episode = replace(self.episode, clearances=(*self.episode.clearances, clearance))
        elif first == "sets":
            self._set(day, words)
        else:
            self._record(day, words)
        words.done()

    def _delete(self, day: int, words: _Words) -> None:
        words.expect("deletes")
        if words.take() == "runs":
            self.sessions = [s for s in self.sessions if s.date != on(day) or not s.is_run]
        else:
            self.check_ins = [c for c in self.check_ins if c.date != on(day)]

    def _set(self, day: int, words: _Words) -> None:
        words.expect("sets")
        name, value = words.take(), int(words.take())
        by = words.take() if words.took("by") else ""
        setting = Setting(name=name, value=value, date=on(day), by=by)
        self.episode = replace(self.episode, settings=(*self.episode.settings, setting))

    def _obey(self, day: int) -> None:
        self.check_ins.append(good_morning(day))
        outcome = self.stand(day)
        plan = prescription(outcome.protocol, outcome.standing)
        if outcome.standing.stage is Stage.CROSS_TRAIN:
            self.sessions.append(walk(day))
        elif plan and verdict(outcome.protocol, outcome.standing).decision.allows_running:
            self.sessions.append(planned(day, plan))

    def _record(self, day: int, words: _Words) -> None:
        at = self._time(day, words)
        moment = next((Moment(m) for m in Moment if words.took(m)), Moment.DAY)
        if words.took("ok"):
            self.check_ins.append(good_morning(day) if at is None else _at(good_morning(day), at))
        elif words.took("feels"):
            self.check_ins.append(_check_in(day, words, at, moment))
        elif words.took("plan"):
            outcome = self.stand(day)
            plan = prescription(outcome.protocol, outcome.standing)
            assert plan is not None, f"no plan on day {day}"
            self.sessions.append(_felt(planned(day, plan, at=at), words))
        else:
            self.sessions.append(_felt(_session(day, words, at), words))

    def _time(self, day: int, words: _Words) -> time | None:
        if words.took("untimed"):
            return None
        if words.took("at"):
            return time.fromisoformat(words.take())
        self._told[day] += 1
        return time(FIRST_HOUR - 1 + self._told[day])


class _Words:
    """The words of one happening, taken one by one; what is left over is a mistake."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = text.split()

    def peek(self) -> str:
        return self.words[0]

    def take(self) -> str:
        assert self.words, f"something is missing in {self.text!r}"
        return self.words.pop(0)

    def took(self, word: str) -> bool:
        if self.words and self.words[0] == word:
            self.words.pop(0)
            return True
        return False

    def has(self, word: str) -> bool:
        """Take a word from wherever it stands."""
        if word in self.words:
            self.words.remove(word)
            return True
        return False

    def after(self, word: str) -> str | None:
        """Take a word and the one behind it, from wherever they stand."""
        if word not in self.words:
            return None
        index = self.words.index(word)
        value = self.words[index + 1]
        del self.words[index : index + 2]
        return value

    def minutes_after(self, word: str) -> float | None:
        value = self.after(word)
        return None if value is None else minutes(value)

    def expect(self, *words: str) -> None:
        for word in words:
            assert self.take() == word, f"{word!r} is missing in {self.text!r}"

    def done(self) -> None:
        assert not self.words, f"{' '.join(self.words)!r} is not understood in {self.text!r}"


def minutes(text: str) -> float:
    """Minutes from `25`, `2.5` or `2:30`."""
    whole, _, seconds = text.partition(":")
    return float(whole) + (int(seconds) / MINUTE if seconds else 0)


def day_number(day: date | None) -> str:
    """A day as it is written in a story."""
    return "never" if day is None else str(number(day))


def _at(record: CheckIn, at: time) -> CheckIn:
    return replace(record, time=at)


def _check_in(day: int, words: _Words, at: time | None, moment: Moment) -> CheckIn:
    pain = int(words.take())
    flags = []
    while (flag := words.after("flag")) is not None:
        flags.append(flag)
    if words.has("denied"):
        flags.append(DENIED)
    return check_in(
        day,
        pain,
        next((s for s in Sensation if words.has(s)), None),
        at=at,
        moment=moment,
        limp=words.has("limp"),
        painkiller=words.has("painkiller"),
        red_flags=flags,
    )


def _session(day: int, words: _Words, at: time | None) -> SessionLog:
    kind = Kind(words.take())
    length = 0.0 if kind is Kind.WALK_JOG else minutes(words.take())
    jog = words.minutes_after("jog") or (length if kind is Kind.RUN else 0)
    walked = words.minutes_after("walk") or 0
    bout = words.minutes_after("bout")
    return session(day, kind, max(length, jog + walked), at=at, jog=jog, walk=walked, bout=bout)


def _felt(done: SessionLog, words: _Words) -> SessionLog:
    scored = words.after("scored")
    if (effort := words.after("effort")) is not None:
        done = replace(done, effort=int(effort))
    felt = words.after("felt")
    if words.has("unscored"):
        done = replace(done, pain=None, sensation=None)
    if scored is not None:
        done = replace(done, pain=int(scored))
        if int(scored):
            done = replace(done, sensation=Sensation.PAIN)
    if words.has("unfelt"):
        done = replace(done, sensation=None)
    if felt is not None:
        done = replace(done, sensation=Sensation(felt))
    return replace(done, limp=words.has("limp"), stopped_early=words.has("stopped"))
