"""How heavy a picture is."""

from __future__ import annotations

import gzip

from tests.bench.charts import draw
from tests.charts.diaries import eventful


def test_the_picture_of_forty_two_days_is_a_few_kilobytes() -> None:
    svg = draw(eventful())
    assert len(svg) <= 30_000
    assert len(gzip.compress(svg)) <= 6_000
