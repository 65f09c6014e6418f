"""Pictures as a browser shows them, and as they were when someone last looked at them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.image import imread

from tests.charts.diaries import all_unanswered, eventful, long_runs, nothing, obedient
from tests.charts.drawn import chart_of
from tracker.charts import Theme  # noqa: TC001 - read when the module is

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from tests.charts.diaries import DecidedDiary

GOLDEN = Path(__file__).parent / "golden"
GOLDEN_FOR = "3.11.2"
GOLDENS: tuple[Theme, ...] = ("light", "dark", "print")
WORDS = """
() => [...document.querySelectorAll('text')].map(t => {
  const box = t.getBoundingClientRect()
  return [t.textContent, box.left, box.top, box.right, box.bottom]
})
"""
SIZES = """
() => [...document.querySelectorAll('text')].map(t => parseFloat(getComputedStyle(t).fontSize))
"""


def ten_years() -> DecidedDiary:
    return obedient(3652)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("make", [nothing, eventful, all_unanswered, ten_years, long_runs])
def test_no_words_leave_the_picture_or_cover_other_words(
    browser: Browser, make: Callable[[], DecidedDiary]
) -> None:
    chart = chart_of(make())
    page = browser.new_page()
    for width in (320, 328, 640, 1040, 1600):
        svg = chart.draw("light", width, "svg").decode()
        sized = svg[svg.index("<svg") :].replace("<svg", f'<svg style="width:{width}px"', 1)
        page.set_viewport_size({"width": width, "height": 900})
        page.set_content(f'<body style="margin:0">{sized}')
        words = page.evaluate(WORDS)
        outside = [w for w in words if w[1] < -0.5 or w[3] > width + 0.5 or w[2] < -0.5]
        assert not outside, (width, outside)
        assert not _covered(words), (width, _covered(words))
    page.close()


@pytest.mark.browser
def test_letters_are_twelve_pixels_high_on_the_narrowest_screen(browser: Browser) -> None:
    """A screen of 320 pixels leaves the picture 288 of its 328."""
    svg = chart_of(eventful()).draw("light", 328, "svg").decode()
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.set_content(svg[svg.index("<svg") :])
    assert min(page.evaluate(SIZES)) * 288 / 328 >= 12
    page.close()


def _covered(words: list[tuple[str, float, float, float, float]]) -> list[tuple[str, str]]:
    """Pairs of words whose letters (not the room above and below them) lie on each other."""
    pairs = []
    for i, (one, left, top, right, bottom) in enumerate(words):
        for other, left2, top2, right2, bottom2 in words[i + 1 :]:
            across = min(right, right2) - max(left, left2)
            down = min(bottom, bottom2) - max(top, top2)
            if across > 1 and down > (bottom - top) / 3:
                pairs.append((one, other))
    return pairs


@pytest.mark.slow
@pytest.mark.skipif(
    mpl.__version__ != GOLDEN_FOR, reason=f"the pictures are matplotlib {GOLDEN_FOR}'s"
)
@pytest.mark.parametrize("theme", GOLDENS)
def test_a_picture_looks_as_it_did(theme: Theme) -> None:
    drawn = imread(BytesIO(chart_of(eventful()).draw(theme, 328, "png")))
    golden = imread(GOLDEN / f"recovery-{theme}.png")
    assert drawn.shape == golden.shape
    assert float(np.abs(drawn - golden).mean()) < 0.002
