"""Files that other programs wrote, byte by byte, are read for what they say."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest

from tests.exchange.own_format.files import episode_json, folder
from tracker.exchange.own_format.diary_csv import read_diary
from tracker.progression.diary import CheckIn, Kind, Mark, Moment, Sensation, SessionLog
from tracker.progression.episode import Clearance, Setting, Side, Site

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 4, 5)


def test_a_full_check_in_is_read_column_by_column(tmp_path: Path) -> None:
    row = (
        '2026-04-05,06:45,night,4,sharp,yes,yes,U6;R2,7,2026-06-01,"turned over, twice",'
        "2026-04-05T05:00:00+02:00,c1"
    )
    header = (
        "date,time,moment,pain,sensation,limp,painkiller,red_flags,confidence,expected_return,"
        "note,entered_at,id"
    )
    read = read_diary(folder(tmp_path, check_ins=f"{header}\n{row}\n"))
    assert read.notices == ()
    assert read.diary.day(DAY).check_ins == (
        CheckIn(
            date=DAY,
            time=time(6, 45),
            moment=Moment.NIGHT,
            pain=4,
            sensation=Sensation.SHARP,
            limp=True,
            painkiller=True,
            red_flags=("U6", "R2"),
            confidence=7,
            expected_return=date(2026, 6, 1),
            note="turned over, twice",
            entered_at=datetime(2026, 4, 5, 3, tzinfo=UTC),
            id="c1",
        ),
    )


def test_a_full_session_is_read_column_by_column(tmp_path: Path) -> None:
    header = (
        "date,time,kind,minutes,walk_minutes,jog_minutes,longest_jog_minutes,distance_km,effort,"
        "pain,sensation,limp,stopped_early,deviation,note,entered_at,id"
    )
    row = "2026-04-05,17:05:30,walk_jog,25,20:00,5.0,1:00,3.25,4,1,pain,yes,yes,re-decided,hm,,s1"
    read = read_diary(folder(tmp_path, sessions=f"{header}\n{row}\n"))
    assert read.diary.day(DAY).sessions == (
        SessionLog(
            date=DAY,
            time=time(17, 5, 30),
            kind=Kind.WALK_JOG,
            seconds=1500,
            walk_seconds=1200,
            jog_seconds=300,
            longest_jog_seconds=60,
            distance_m=3250,
            effort=4,
            pain=1,
            sensation=Sensation.PAIN,
            limp=True,
            stopped_early=True,
            deviation=Mark.RE_DECIDED,
            note="hm",
            id="s1",
        ),
    )


def test_a_full_episode_is_read_key_by_key(tmp_path: Path) -> None:
    content = episode_json(
        site="gluteal",
        side="both",
        screening=["pregnant", "U3"],
        screened_on="2026-04-02",
        settings=[{"name": "pain_allowed", "value": 1, "date": "2026-04-09", "by": "Dr. Ada"}],
        clearances=[{"date": "2026-04-03", "by": "Dr. Ada", "note": "may run"}],
    )
    episode = read_diary(folder(tmp_path, episode=content)).diary.episode
    assert (episode.onset, episode.baseline_minutes) == (date(2026, 4, 1), 40)
    assert (episode.site, episode.side) == (Site.GLUTEAL, Side.BOTH)
    assert (episode.timezone, episode.protocol) == ("Europe/Berlin", "return-to-run-1")
    assert (episode.screening, episode.screened_on) == (("pregnant", "U3"), date(2026, 4, 2))
    assert episode.settings == (
        Setting(name="pain_allowed", value=1, date=date(2026, 4, 9), by="Dr. Ada"),
    )
    assert episode.clearances == (Clearance(date=date(2026, 4, 3), by="Dr. Ada", note="may run"),)


def test_missing_csv_files_mean_that_nothing_was_recorded(tmp_path: Path) -> None:
    assert read_diary(folder(tmp_path)).diary.days == {}


def test_an_empty_score_of_a_session_is_unanswered_and_never_zero(tmp_path: Path) -> None:
    rows = "date,kind,minutes,pain,sensation\n2026-04-05,bike,30,,\n"
    (session,) = read_diary(folder(tmp_path, sessions=rows)).diary.day(DAY).sessions
    assert (session.pain, session.sensation) == (None, None)


def test_a_score_of_zero_is_an_answer(tmp_path: Path) -> None:
    rows = "date,kind,minutes,pain\n2026-04-05,bike,30,0\n"
    (session,) = read_diary(folder(tmp_path, sessions=rows)).diary.day(DAY).sessions
    assert session.pain == 0


def test_a_run_of_zero_jog_minutes_is_a_session_but_no_run(tmp_path: Path) -> None:
    rows = "date,kind,minutes,jog_minutes\n2026-04-05,walk_jog,30,0\n"
    (session,) = read_diary(folder(tmp_path, sessions=rows)).diary.day(DAY).sessions
    assert not session.is_run


SAME = {
    "with a byte order mark": b"\xef\xbb\xbfdate,pain,sensation,note\n2026-04-05,3,pain,x\n",
    "with CRLF": b"date,pain,sensation,note\r\n2026-04-05,3,pain,x\r\n",
    "with CR alone": b"date,pain,sensation,note\r2026-04-05,3,pain,x\r",
    "without a last line end": b"date,pain,sensation,note\n2026-04-05,3,pain,x",
    "with every cell quoted": b'"date","pain","sensation","note"\n"2026-04-05","3","pain","x"\n',
    "with columns in another order": b"note,sensation,date,pain\nx,pain,2026-04-05,3\n",
    "with whole numbers as a data frame writes them": (
        b"date,pain,sensation,note\n2026-04-05,3.0,pain,x\n"
    ),
    "with capital letters and blanks": b"Date, Pain ,Sensation,note\n 2026-04-05 ,3 ,Pain,x\n",
    "with the empty rows of a spreadsheet": (
        b"date,pain,sensation,note\n,,,\n2026-04-05,3,pain,x\n\n,,,\n"
    ),
    "with no for an empty tick": b"date,pain,sensation,note,limp\n2026-04-05,3,pain,x,no\n",
}


@pytest.mark.parametrize("content", SAME.values(), ids=SAME.keys())
def test_files_of_many_writers_read_the_same(tmp_path: Path, content: bytes) -> None:
    (check_in,) = read_diary(folder(tmp_path, check_ins=content)).diary.day(DAY).check_ins
    assert check_in == CheckIn(date=DAY, pain=3, sensation=Sensation.PAIN, note="x")


def test_a_quoted_note_keeps_its_commas_quotes_and_line_ends(tmp_path: Path) -> None:
    rows = 'date,pain,sensation,note\n2026-04-05,3,pain,"a ""b"", c\r\nd\ne"\n'
    (check_in,) = read_diary(folder(tmp_path, check_ins=rows)).diary.day(DAY).check_ins
    assert check_in.note == 'a "b", c\r\nd\ne'


def test_rows_without_times_keep_the_order_of_the_file(tmp_path: Path) -> None:
    rows = "date,kind,minutes,note\n" + "".join(f"2026-04-05,swim,20,{n}\n" for n in "bac")
    sessions = read_diary(folder(tmp_path, sessions=rows)).diary.day(DAY).sessions
    assert [session.note for session in sessions] == ["b", "a", "c"]


def test_an_entry_that_stands_twice_with_one_id_counts_once(tmp_path: Path) -> None:
    rows = "date,pain,sensation,id\n2026-04-05,3,pain,one\n2026-04-05,3.0,pain,one\n"
    assert len(read_diary(folder(tmp_path, check_ins=rows)).diary.day(DAY).check_ins) == 1


def test_equal_rows_without_an_id_all_count(tmp_path: Path) -> None:
    rows = "date,pain,sensation\n2026-04-05,3,pain\n2026-04-05,3,pain\n"
    assert len(read_diary(folder(tmp_path, check_ins=rows)).diary.day(DAY).check_ins) == 2


UNASKED = (
    "check_ins.csv did not ask about limp, painkiller, red flags: its entries say nothing of that."
)


def test_unknown_columns_and_keys_are_reported_and_not_read(tmp_path: Path) -> None:
    source = folder(
        tmp_path,
        episode=episode_json(
            shoes="blue",
            settings=[{"name": "pain_free_days", "value": 3, "date": "2026-04-02", "x": 1}],
        ),
        check_ins="date,pain,sensation,mood,\n2026-04-05,3,pain,fine,\n",
    )
    assert read_diary(source).notices == (
        "episode.json: the key 'shoes' is not known and is not read",
        "episode.json: the key 'settings[1].x' is not known and is not read",
        "check_ins.csv: the column 'mood' is not known and is not read",
        "check_ins.csv: a column without a name is not read",
        UNASKED,
    )


def test_a_file_with_all_ticks_or_without_entries_left_nothing_unasked(tmp_path: Path) -> None:
    ticks = "limp,painkiller,red_flags"
    asked = f"date,pain,sensation,{ticks}\n2026-04-05,3,pain,,,\n"
    done = "date,kind,minutes,stopped_early\n2026-04-05,bike,20,\n"
    assert read_diary(folder(tmp_path, check_ins=asked, sessions=done)).notices == (
        "sessions.csv did not ask about limp: its entries say nothing of that.",
    )
    empty = "date,pain,sensation\n"
    assert read_diary(folder(tmp_path, check_ins=empty, sessions="date,kind\n")).notices == ()


def test_facts_that_are_missing_are_taken_as_usual_and_said(tmp_path: Path) -> None:
    content = b'{"format": "return-to-run/1", "onset": "2026-04-01", "baseline_run_minutes": 40}'
    read = read_diary(folder(tmp_path, episode=content))
    assert read.diary.episode.site is Site.HAMSTRING
    assert "episode.json: site is missing and taken as hamstring" in read.notices
    assert len(read.notices) == 4


def test_days_and_unknown_files_are_ignored(tmp_path: Path) -> None:
    source = folder(tmp_path)
    (source / "days.csv").write_text("not,a\ntable")
    (source / "photo.jpg").write_bytes(b"\xff\xd8")
    assert read_diary(source).notices == ()
