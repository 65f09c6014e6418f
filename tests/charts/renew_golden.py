"""Draws the golden pictures anew: `python -m tests.charts.renew_golden`, then look at them."""

from tests.charts.diaries import eventful
from tests.charts.drawn import every_chart
from tests.charts.test_rendered import GOLDEN, GOLDENS

if __name__ == "__main__":
    for name, theme in GOLDENS:
        picture = every_chart(eventful())[name].draw(theme, 358, "png")
        (GOLDEN / f"{name}-{theme}.png").write_bytes(picture)
