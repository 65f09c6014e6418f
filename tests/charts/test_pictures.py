"""What holds of every picture, whatever the diary."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import TYPE_CHECKING, get_args
from xml.etree import ElementTree as ET

import pytest

from tests.builders import on
from tests.charts.diaries import (
    PROTOCOL,
    all_unanswered,
    emoji_and_dollars,
    eventful,
    long_runs,
    nothing,
    obedient,
    one_day,
)
from tests.charts.drawn import chart_of
from tracker import translations
from tracker.charts import Format, Theme, recovery_series
from tracker.charts.recovery.layout import recovery_layout
from tracker.charts.style import LETTERS, palette

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.charts.diaries import DecidedDiary

THEMES: tuple[Theme, ...] = get_args(Theme)
WIDTHS = (320, 328, 800, 1600)


def ten_years() -> DecidedDiary:
    return obedient(3652)


DIARIES = (nothing, one_day, eventful, all_unanswered, emoji_and_dollars, ten_years)
HASHES = """
import hashlib
from tests.charts.diaries import eventful
from tests.charts.drawn import chart_of
for fmt in ("svg", "png", "pdf"):
    print(hashlib.sha256(chart_of(eventful()).draw("light", 800, fmt)).hexdigest())
"""


@pytest.mark.slow
@pytest.mark.parametrize("make", DIARIES)
def test_every_diary_makes_a_picture_as_high_as_promised(make: Callable[[], DecidedDiary]) -> None:
    chart = chart_of(make())
    for width in WIDTHS:
        svg = ET.fromstring(chart.draw("dark", width, "svg"))  # noqa: S314 - our own
        assert svg.get("viewBox") == f"0 0 {width} {chart.height(width)}"


@pytest.mark.parametrize(
    ("fmt", "magic"),
    [
        ("png", b"\x89PNG"),
        pytest.param("pdf", b"%PDF", marks=pytest.mark.slow),  # its pages ask for each, quickly
        ("svg", b"<?xml"),
    ],
)
def test_every_format_is_what_it_says(fmt: str, magic: bytes) -> None:
    chart = chart_of(eventful())
    for theme in THEMES:
        picture = chart.draw(theme, 800, fmt)  # type: ignore[arg-type]
        assert picture.startswith(magic)


@pytest.mark.slow
def test_a_picture_is_small() -> None:
    for course in (eventful(), ten_years()):
        svg = chart_of(course).draw("light", 800, "svg")
        assert len(svg) <= 30_000
        assert len(gzip.compress(svg)) <= 6_000


def test_nothing_a_runner_writes_reaches_a_picture() -> None:
    chart = chart_of(emoji_and_dollars())
    svg = chart.draw("light", 800, "svg").decode()
    assert not {"$", "🤕", "frac", "&lt;"} & {
        sign for sign in ("$", "🤕", "frac", "&lt;") if sign in svg
    }
    assert "$" not in chart.description.sentence


def jogging_bars(course: DecidedDiary, width: int) -> list[tuple[float, float, float]]:
    """The top, the right end and the thickness of every bar of jogging, in the light theme."""
    svg = chart_of(course).draw("light", width, "svg").decode()
    colour = palette("light").ink
    drawn = re.findall(
        rf'<path d="([^"]*)"[^>]*stroke: {colour}; stroke-width: ([\d.]+); [^;"]*"', svg
    )
    bars = []
    for path, thickness in drawn:
        thick, x, y = float(thickness), 0.0, 0.0
        for command, numbers in re.findall(r"([mv])([^mv]+)", path):
            moved = [float(n) for n in re.findall(r"-?[\d.]+", numbers)]
            x, y = (x + moved[0], y + moved[1]) if command == "m" else (x, y + moved[0])
            if command == "v":
                bars.append((y, x + thick / 2, thick))
    return bars


@pytest.mark.parametrize("width", [320, 800])
def test_the_bars_stay_in_their_panel_and_end_with_the_last_day(width: int) -> None:
    course = long_runs()
    series = recovery_series(PROTOCOL, course.diary, course.outcomes, on(course.today))
    layout = recovery_layout(series, width)
    bars = jogging_bars(course, width)
    assert len(bars) == len(series.points)
    assert min(top for top, _, _ in bars) >= layout.minutes[0]
    assert max(right for _, right, _ in bars) <= layout.timeline.end(on(course.today))
    assert series.points[-1].days < series.days_per_point


def test_letters_stay_letters_and_the_fonts_are_those_of_the_page() -> None:
    svg = chart_of(eventful()).draw("light", 800, "svg").decode()
    assert ">minutes a day</text>" in svg
    assert svg.count("font-family") == 2  # of the typeface that comes along, and of its use
    assert "DejaVu" not in svg


@pytest.mark.parametrize("make", [nothing, eventful, all_unanswered, long_runs])
def test_the_letters_that_come_along_are_all_that_a_chart_uses(
    make: Callable[[], DecidedDiary],
) -> None:
    for width in (320, 640, 1040):
        svg = chart_of(make()).draw("light", width, "svg").decode()
        written = "".join(re.findall(r">([^<]+)</text>", svg))
        assert set(written) <= set(LETTERS)


@pytest.mark.parametrize("make", [nothing, eventful, all_unanswered, long_runs])
def test_in_german_its_letters_come_along_too(make: Callable[[], DecidedDiary]) -> None:
    german = translations.chosen(["de"])
    for width in (320, 640, 1040):
        with translations.speaking(german):
            svg = chart_of(make()).draw("light", width, "svg").decode()
        written = "".join(re.findall(r">([^<]+)</text>", svg))
        assert set(written) <= set(LETTERS)
        assert "Joggen" in written


@pytest.mark.slow
def test_the_bytes_are_the_same_in_every_process() -> None:
    pictures = [
        sha256(chart_of(eventful()).draw("light", 800, fmt)).hexdigest()
        for fmt in ("svg", "png", "pdf")
    ]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    there = subprocess.run(
        [sys.executable, "-c", HASHES], env=environment, capture_output=True, text=True, check=True
    )
    assert there.stdout.split() == pictures


def test_a_picture_changes_with_its_theme_and_its_width() -> None:
    chart = chart_of(eventful())
    pictures = {chart.draw(theme, width, "svg") for theme in THEMES for width in (328, 800)}
    assert len(pictures) == len(THEMES) * 2


@pytest.mark.slow
def test_pictures_drawn_at_once_are_those_drawn_one_by_one() -> None:
    charts = [chart_of(eventful()), chart_of(one_day())]
    formats: tuple[Format, ...] = ("svg", "png")
    alone = [chart.draw("light", 328, fmt) for chart in charts for fmt in formats]
    with ThreadPoolExecutor(8) as pool:
        drawing = [
            pool.submit(chart.draw, "light", 328, fmt) for chart in charts for fmt in formats
        ]
        assert [picture.result() for picture in drawing] == alone


@pytest.mark.slow
def test_matplotlib_is_not_imported_before_the_first_picture() -> None:
    asked = (
        "import sys; from tests.charts.diaries import eventful; "
        "from tests.charts.drawn import chart_of; "
        "chart = chart_of(eventful()); chart.height(800); "
        "assert not {'matplotlib', 'numpy'} & set(sys.modules); "
        "chart.draw('light', 800, 'svg'); "
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)
