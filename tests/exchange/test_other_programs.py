"""An export as other programs see it."""

from __future__ import annotations

from io import BytesIO
from itertools import islice
from typing import Any

import pytest

from tests.exchange.own_format.entries import FIRST, a_check_in, a_session
from tracker.entries.fields import CARE, CHECK_IN, SESSION
from tracker.exchange.own_format.archive import ALL_FILES, FILES, Archive, write_archive
from tracker.exchange.own_format.audit_csv import AUDIT_COLUMNS
from tracker.exchange.own_format.days_csv import DAY_COLUMNS
from tracker.exchange.own_format.diary_csv import check_ins_csv, sessions_csv
from tracker.exchange.own_format.episode_lifecycle import KEEPING_KEYS, EpisodeLifecycle
from tracker.exchange.own_format.zip_or_folder import zip_chunks
from tracker.progression.episode import Episode


@pytest.fixture
def pd() -> Any:
    return pytest.importorskip("pandas")


def as_bytes(note: str) -> bytes:
    return "".join(check_ins_csv([a_check_in(1, note)])).encode()


@pytest.mark.slow
def test_pandas_reads_scores_as_numbers_and_unanswered_ones_as_missing(pd: Any) -> None:
    text = "".join(sessions_csv([a_session(1)]))
    table = pd.read_csv(BytesIO(text.encode()), parse_dates=["date"])
    assert list(table.columns) == list(SESSION.columns)
    assert table["jog_minutes"][0] == pytest.approx(910 / 60, abs=0.001)
    assert table["pain"].isna()[0]
    assert table["date"][0] == pd.Timestamp("2016-01-03")
    assert table["note"][0] == "'-5 degrees"


@pytest.mark.slow
def test_letters_beyond_ascii_come_with_the_mark_that_excel_needs_and_pandas_skips(pd: Any) -> None:
    assert as_bytes("plain").startswith(b"date,time")
    marked = as_bytes("schön")
    assert marked.startswith(b"\xef\xbb\xbfdate,time")
    table = pd.read_csv(BytesIO(marked))
    assert list(table.columns) == list(CHECK_IN.columns)
    assert table["note"][0] == "schön"
    assert table["pain"][0] == 0


def test_the_readme_explains_every_file_and_every_column() -> None:
    archive = Archive(
        Episode(onset=FIRST, baseline_minutes=40),
        EpisodeLifecycle(),
        [],
        [],
        protocol_text="# a clinician's own",
    )
    files = write_archive(archive, FIRST)
    assert tuple(files) == ALL_FILES
    assert set(FILES) < set(ALL_FILES)
    readme = "".join(files["README.txt"])
    for name in ALL_FILES[1:]:
        assert name in readme
    columns = (*CHECK_IN.columns, *SESSION.columns, *DAY_COLUMNS, *CARE.columns, *AUDIT_COLUMNS)
    for column in (*columns, *KEEPING_KEYS):
        assert column in readme, column


def test_ten_years_are_written_line_by_line_as_they_are_asked_for() -> None:
    check_ins = [a_check_in(number) for number in range(7300)]
    sessions = [a_session(number) for number in range(1825)]
    assert len([*check_ins_csv(check_ins)]) == 7301
    assert len([*sessions_csv(sessions)]) == 1826
    first, second = islice(check_ins_csv(check_ins), 2)
    assert (first.count(","), second.count(",")) == (12, 12)


def test_a_zip_is_handed_out_in_chunks() -> None:
    lines = (f"{number * 7919 % 1_000_003:x}\n" * 3 for number in range(100_000))
    sizes = [len(chunk) for chunk in zip_chunks({"a.csv": lines})]
    assert len(sizes) > 2
    assert max(sizes) < 1_000_000
