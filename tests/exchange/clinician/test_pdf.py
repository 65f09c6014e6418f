"""The clinician's page on paper: what a reader finds in it, and that nothing breaks it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from tests.builders import check_in, diary, episode, on
from tests.charts.diaries import (
    PROTOCOL,
    decided,
    emoji_and_dollars,
    eventful,
    nothing,
    obedient,
    one_day,
)
from tracker import charts
from tracker.exchange.clinician.fonts import BOX, has_boxes, written
from tracker.exchange.clinician.sheet import CHART_WIDTH, clinician_pdf
from tracker.progression.episode import Clearance
from tracker.reports.report import report
from tracker.reports.summary import summarise
from tracker.translations import languages, speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PageObject

    from tests.charts.diaries import DecidedDiary
    from tracker.exchange.clinician.sheet import PageSize

PLAIN_WHO = "A. L."
ALT = "From 1 Apr 2026: worst pain 6 of 10."


def pdf(
    story: DecidedDiary, size: PageSize = "a4", *, who: str = PLAIN_WHO, notes: bool = False
) -> bytes:
    summary = summarise(PROTOCOL, story.diary, story.outcomes, on(0), story.runs)
    words = report(summary, who=who, onset_about=False, with_notes=notes)
    series = charts.recovery_series(PROTOCOL, story.diary, story.outcomes, on(story.today))
    chart = charts.draw_recovery(series, "print", CHART_WIDTH, "pdf")
    return clinician_pdf(words, chart, size, alt=ALT)


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content), strict=True)


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.slow
def test_a_usual_diary_of_six_weeks_fits_on_one_page_of_either_size() -> None:
    for size, points in (("a4", (595, 842)), ("letter", (612, 792))):
        pages = opened(pdf(eventful(), size)).pages  # type: ignore[arg-type]
        assert len(pages) == 1
        box = pages[0].mediabox
        assert (round(float(box.width)), round(float(box.height))) == points


@pytest.mark.slow
def test_everything_a_clinician_asks_for_can_be_read_and_selected() -> None:
    text = text_of(opened(pdf(eventful())))
    for said in (
        "A. L.", "Left hamstring, onset 1 April 2026. Day 42", "Walk and jog, step 1",
        "onset 6 · worst 6 · now 0", "Sharp pain, 10 May", "Possible re-injuries",
        "12 of 13", "checked in on 39 of 43 days", "24 Apr", "stepped back", "no answer",
        "Warning sign U1", "Cleared to run by Dr. $x_1$", "Stop: sharp pain",
        "Deviation: it follows a run day",
        "Painkiller days", "Changed numbers", "return-to-run-1", "Page 1 of 1",
    ):  # fmt: skip
        assert said in text, said


@pytest.mark.slow
@pytest.mark.parametrize("story", [eventful(), obedient(120)], ids=["eventful", "long"])
@pytest.mark.parametrize("language", sorted(languages()))
def test_no_word_is_broken_or_leaves_the_page_in_any_language(
    story: DecidedDiary, language: str
) -> None:
    with speaking(languages()[language]):
        reader = opened(pdf(story))
        words = report(
            summarise(PROTOCOL, story.diary, story.outcomes, on(0), story.runs),
            who=PLAIN_WHO,
            onset_about=False,
            with_notes=False,
        )
    assert max(start for page in reader.pages for start in _starts(page)) < 595 - 34
    text = text_of(reader)
    for table in (table for table in (words.runs, words.events) if table.rows):
        for cell in {cell for row in (table.header, *table.rows) for cell in row}:
            if cell.isprintable() and BOX not in written(cell):
                assert cell in text, cell


def _starts(page: PageObject) -> list[float]:
    """How far from the left each piece of text begins."""
    starts: list[float] = []

    def note(text: str, drawn: list[float], at: list[float], *_fonts: object) -> None:
        if text.strip():
            starts.append(at[4] * drawn[0] + drawn[4])

    page.extract_text(visitor_text=note)
    return starts


@pytest.mark.slow
def test_the_chart_is_lines_and_words_not_a_picture() -> None:
    page = opened(pdf(eventful())).pages[0]
    assert not page.images
    assert "Worst pain of each day" in page.extract_text()


def fonts_of(reader: PdfReader) -> dict[str, Any]:
    descriptors = {}
    for page in reader.pages:
        for reference in page["/Resources"]["/Font"].values():  # type: ignore[index]
            font = reference.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            descriptors[font["/BaseFont"]] = inner.get("/FontDescriptor")
    return descriptors


@pytest.mark.slow
def test_every_typeface_is_embedded() -> None:
    fonts = fonts_of(opened(pdf(eventful())))
    assert len(fonts) >= 3
    for name, descriptor in fonts.items():
        assert descriptor is not None, name
        assert "/FontFile2" in descriptor.get_object(), name


def test_title_and_language_are_set_and_no_date_of_making_is_claimed() -> None:
    reader = opened(pdf(eventful()))
    assert reader.metadata is not None
    assert reader.metadata.title == "Return-to-running summary, A. L."
    assert reader.metadata.creation_date is None
    assert reader.trailer["/Root"]["/Lang"] == "en"  # type: ignore[index]
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]


@pytest.mark.slow
def test_the_same_report_gives_the_same_bytes() -> None:
    assert pdf(eventful()) == pdf(eventful())


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Мария Петрова", "Ελένη Παπαδοπούλου", "Zoë Łukasz Đỗ"])
def test_names_in_other_scripts_survive(name: str) -> None:
    reader = opened(pdf(eventful(), who=name))
    assert name in text_of(reader)
    assert reader.metadata is not None
    assert name in (reader.metadata.title or "")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "seen"),
    [("שלום", "םולש"), ("Dr כהן", "Dr ןהכ"), ("ليلى", "ﻰﻠﻴﻟ")],
)
def test_names_that_run_from_right_to_left_stand_as_they_are_read(name: str, seen: str) -> None:
    assert written(name) == seen
    text = normalize("NFKC", text_of(opened(pdf(one_day(), who=name))))
    assert name in text
    assert BOX not in text


def test_a_long_text_from_right_to_left_goes_on_below_not_above() -> None:
    first, *later = written(" ".join(["אחת", *["מילה"] * 20, "סוף"])).split("<br/>")
    assert first.endswith("תחא")
    assert later[-1].startswith("ףוס")


@pytest.mark.slow
def test_what_cannot_be_written_is_a_box_that_is_explained() -> None:
    text = text_of(opened(pdf(one_day(), who="\U00013000\U00013001")))
    assert BOX * 2 in text
    assert "a letter that this PDF cannot write" in text
    assert "cannot write" not in text_of(opened(pdf(one_day())))


@pytest.mark.slow
def test_chinese_is_written_with_a_typeface_of_this_computer_or_as_boxes() -> None:
    reader = opened(pdf(one_day(), who="李小龍"))
    expected = BOX * 3 if has_boxes("李") else "李小龍"
    assert expected in text_of(reader)
    assert all(descriptor is not None for descriptor in fonts_of(reader).values())


@pytest.mark.slow
def test_text_is_never_markup() -> None:
    assert written("<b>1 & 2</b>\n\u200d3\ufe0f") == "&lt;b&gt;1 &amp; 2&lt;/b&gt; 3"
    text = text_of(opened(pdf(emoji_and_dollars(), notes=True)))
    assert r"pain $\frac{$ 100%_x $a_$" in text
    assert "</text> &amp;" in text


@pytest.mark.slow
@pytest.mark.parametrize("story", [nothing, one_day])
def test_an_empty_diary_makes_a_page_that_says_so(story: Callable[[], DecidedDiary]) -> None:
    reader = opened(pdf(story(), notes=True))
    text = text_of(reader)
    assert len(reader.pages) == 1
    assert "No runs in these days." in text
    assert "No notes in these days." in text


@pytest.mark.slow
def test_words_of_any_length_find_room() -> None:
    book = diary(
        replace(check_in(0, 2), note="字" * 2000),
        replace(check_in(1, 2), note="a\n" * 1000),
        replace(check_in(2, 2), note="W" * 2000),
        of=episode(clearances=[Clearance(date=on(1), by="x" * 120, note="b " * 1000)]),
    )
    reader = opened(pdf(decided(book, 3), who="N" * 80, notes=True))
    text = text_of(reader)
    assert len(reader.pages) > 1
    assert text.count("W") >= 2000
    assert f"Page {len(reader.pages)} of {len(reader.pages)}" in text


@pytest.mark.slow
def test_ten_years_go_on_over_pages_that_repeat_the_head_of_the_table() -> None:
    reader = opened(pdf(obedient(3652)))
    assert 10 < len(reader.pages) < 40
    assert "Next morning" in " ".join(reader.pages[5].extract_text().split())


@pytest.mark.slow
def test_an_app_starts_without_the_libraries_that_draw_and_print() -> None:
    code = "import sys, tracker.app; print({'reportlab', 'pypdf', 'matplotlib'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
