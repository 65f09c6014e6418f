"""How long a chart takes, beside the same content drawn the ordinary way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.measure import Figure, ratio
from tests.bench.ordinary_chart import draw_ordinarily
from tests.builders import on
from tests.charts.diaries import PROTOCOL, eventful, obedient
from tracker.charts import draw_recovery, recovery_series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.charts.diaries import DecidedDiary
    from tracker.charts import RecoverySeries


def figures() -> Iterator[Figure]:
    """A warm draw of the recovery chart, and what ten years cost beside the window."""
    long, short = obedient(3652), eventful()
    yield Figure(
        "recovery chart of 42 days, points and picture",
        ratio(lambda: draw(short), lambda: draw_ordinarily(series_of(short))),
        "x",
        0.6,
        anchor="Figure, twin axes, ax.bar, ax.plot, default ticks",
    )
    yield Figure(
        "recovery chart of ten years",
        ratio(lambda: draw(long), lambda: draw(short)),
        "x",
        2.0,
        anchor="the same of 42 days",
    )


def series_of(story: DecidedDiary) -> RecoverySeries:
    """The points of a diary's recovery chart."""
    return recovery_series(PROTOCOL, story.diary, story.outcomes, on(story.today))


def draw(story: DecidedDiary) -> bytes:
    """Points and picture, as a page asks for them."""
    return draw_recovery(series_of(story), "light", 800, "svg")
