"""Draws the golden pictures anew: `python -m tests.charts.renew_golden`, then look at them."""

from tests.charts.diaries import eventful
from tests.charts.drawn import chart_of
from tests.charts.test_rendered import GOLDEN, GOLDENS

if __name__ == "__main__":
    for theme in GOLDENS:
        picture = chart_of(eventful()).draw(theme, 328, "png")
        (GOLDEN / f"recovery-{theme}.png").write_bytes(picture)
