"""Made-up diaries for Hypothesis: anything the forms would store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from tracker.progression.contradictions import check_in_contradictions, session_contradictions
from tracker.progression.diary import CheckIn, Diary, Kind, Mark, Moment, Sensation, SessionLog
from tracker.progression.episode import (
    DENIED,
    RED_FLAGS,
    SCREENING,
    CarriedSign,
    Clearance,
    Episode,
    Setting,
    Side,
    Site,
)

DAYS = st.dates(date(2026, 3, 25), date(2026, 5, 10))
TIMES = st.none() | st.times().map(lambda t: time(t.hour, t.minute, t.second))
SCORES = st.integers(0, 10)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
NOTES = WORDS | st.builds("{}{}".format, st.sampled_from(list("=+-@\t\r\n'")), WORDS)
_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
INSTANTS = st.none() | st.timedeltas(timedelta(0), timedelta(36500)).map(_FIRST.__add__)
SECONDS = st.integers(0, 24 * 60 * 60)
CHECK_INS = st.builds(
    CheckIn,
    date=DAYS,
    pain=SCORES,
    sensation=st.sampled_from(Sensation),
    time=TIMES,
    moment=st.sampled_from(Moment),
    limp=st.booleans(),
    painkiller=st.booleans(),
    red_flags=st.just((DENIED,))
    | st.lists(st.sampled_from(RED_FLAGS), unique=True, max_size=2).map(tuple),
    confidence=st.none() | SCORES,
    expected_return=st.none() | DAYS,
    note=NOTES,
    entered_at=INSTANTS,
).filter(lambda c: not check_in_contradictions(c))
SESSIONS = st.builds(
    SessionLog,
    date=DAYS,
    kind=st.sampled_from(Kind),
    seconds=st.none() | SECONDS,
    walk_seconds=st.just(0) | SECONDS,
    jog_seconds=st.just(0) | st.integers(0, 3600),
    longest_jog_seconds=st.none() | st.integers(0, 3600),
    time=TIMES,
    pain=st.none() | SCORES,
    sensation=st.none() | st.sampled_from(Sensation),
    limp=st.booleans(),
    stopped_early=st.booleans(),
    distance_m=st.none() | st.integers(0, 100_000),
    effort=st.none() | SCORES,
    deviation=st.none() | st.sampled_from(Mark),
    note=NOTES,
    entered_at=INSTANTS,
).filter(lambda s: not session_contradictions(s))
SIGNS = st.lists(st.sampled_from(SCREENING + RED_FLAGS), unique=True, max_size=2).map(tuple)
SETTINGS = st.builds(
    Setting,
    name=st.just("pain_free_days"),
    value=st.integers(1, 14),
    date=DAYS,
    by=st.sampled_from(["Dr. Ada", " Dr. Ada\n"]),
)
CLEARANCES = st.builds(
    Clearance,
    date=DAYS,
    by=WORDS.filter(lambda words: words.strip() != ""),
    note=NOTES,
    covers=SIGNS,
)
CARRIED = st.builds(CarriedSign, date=DAYS, flags=SIGNS)
EPISODES = st.builds(
    Episode,
    onset=st.dates(date(2026, 4, 1), date(2026, 4, 5)),
    baseline_minutes=st.integers(10, 300),
    site=st.sampled_from(Site),
    side=st.sampled_from(Side),
    timezone=st.sampled_from(["UTC", "Pacific/Auckland", "America/Los_Angeles"]),
    screening=SIGNS,
    screened_on=st.none() | DAYS,
    settings=st.lists(SETTINGS, max_size=3).map(tuple),
    clearances=st.lists(CLEARANCES, max_size=2).map(tuple),
    baseline_week_minutes=st.none() | st.integers(300, 3000),
    carried_signs=st.lists(CARRIED, max_size=2).map(tuple),
)


@st.composite
def diaries(draw: st.DrawFn) -> Diary:
    """A diary whose entries have ids of their own."""
    check_ins = draw(st.lists(CHECK_INS, max_size=12))
    sessions = draw(st.lists(SESSIONS, max_size=8))
    return Diary.of(
        draw(EPISODES),
        [replace(entry, id=f"-{index}") for index, entry in enumerate(check_ins)],
        [replace(entry, id=f"{index}") for index, entry in enumerate(sessions)],
    )
