"""Charts by address: told once as long as the diary stays as it is, drawn once for good."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple

from flask import Response, abort, current_app, request

from tracker import charts
from tracker.services.diary import clinician_summary
from tracker.web import database
from tracker.web.kit.single_flight_cache import SingleFlightCache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flask import Flask

    from tracker.charts import Description, Format, RecoverySeries, Theme
    from tracker.services.diary.clinician_summary import ClinicianSummary
    from tracker.web.kit.request_context import RequestContext
    from tracker.web.reading.date_range import DateRange

WIDTHS = {"narrow": 358, "wide": 672}
THEMES: Mapping[str, Theme] = {"light": "light", "dark": "dark", "print": "print"}
FORMATS: Mapping[str, Format] = {"svg": "svg", "png": "png", "pdf": "pdf"}
_TYPES: Mapping[Format, str] = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
}
_TOLD, _DRAWN = 8, 64
_EXTENSION = "pictures"
SO_FAR = "so-far"  # the recovery chart without what may lie ahead


class Chart(NamedTuple):
    """One chart: what it is called, how it is drawn, what it says, and what it is made of.

    `digest` is the same as long as the data are.
    """

    name: str
    title: str
    draw: Callable[[Theme, int, Format], bytes]
    height: Callable[[int], int]
    description: Description
    digest: str

    @property
    def sizes(self) -> dict[str, tuple[int, int]]:
        """Width and height on narrow and on wide screens, in pixels."""
        return {name: (width, self.height(width)) for name, width in WIDTHS.items()}


class Shown(NamedTuple):
    """Some days as told, and their charts by name."""

    told: ClinicianSummary
    charts: Mapping[str, Chart]


class Pictures:
    """What one app remembers of them."""

    def __init__(self) -> None:
        self.shown: SingleFlightCache[Shown] = SingleFlightCache(_TOLD)
        self.drawn: SingleFlightCache[bytes] = SingleFlightCache(_DRAWN)


def register(app: Flask) -> None:
    """Give the app its memory for pictures."""
    app.extensions[_EXTENSION] = Pictures()


def shown(context: RequestContext, date_range: DateRange) -> Shown:
    """The days of a span and their charts; told anew only if the diary changed since."""
    key = (database().revision(), context.account_id, context.view.id, context.today, date_range)

    def tell() -> Shown:
        told = clinician_summary.tell(
            *context.diary, first=date_range.first, last=date_range.last, today=context.today
        )
        return Shown(told, {chart.name: chart for chart in _charts(told.charts)})

    return _pictures().shown.get(key, tell)


def drawn(context: RequestContext, chart: Chart, theme: Theme, width: int, fmt: Format) -> bytes:
    """The picture of a chart, drawn unless it was before."""
    key = (context.account_id, chart.name, chart.digest, theme, width, fmt)
    return _pictures().drawn.get(key, lambda: chart.draw(theme, width, fmt))


def answer(context: RequestContext, chart: Chart, suffix: str) -> Response:
    """The picture asked for; nothing is drawn if the browser has it.

    `?theme=` light, dark or print; `?size=` narrow or wide. Anything else is a missing page.
    """
    theme, size = request.args.get("theme", "light"), request.args.get("size", "wide")
    if theme not in THEMES or size not in WIDTHS or suffix not in FORMATS:
        abort(404)
    fmt = FORMATS[suffix]
    response = Response(mimetype=_TYPES[fmt])
    set_etag(response, context.account_id, chart.name, chart.digest, theme, size, fmt)
    if is_news(response):
        response.set_data(drawn(context, chart, THEMES[theme], WIDTHS[size], fmt))
    return response


def set_etag(response: Response, *made_of: object) -> None:
    """Let the browser keep an answer, and ask each time whether it is still the same."""
    response.headers["Cache-Control"] = "private, no-cache"
    response.vary.add("Cookie")
    response.set_etag(_digest((_release(), *made_of)))
    response.make_conditional(request)


def is_news(response: Response) -> bool:
    """Whether the browser does not have a tagged answer yet."""
    return response.status_code == 200  # noqa: PLR2004 - OK, not 304


def _pictures() -> Pictures:
    pictures: Pictures = current_app.extensions[_EXTENSION]
    return pictures


def _charts(told: clinician_summary.Charts) -> list[Chart]:
    """All charts. Long, because it is a list of them."""
    recovery, response, calendar, ladder = told
    return [
        _recovery("recovery", recovery),
        _recovery(SO_FAR, replace(recovery, way_home=None)),
        Chart(
            "response",
            "What your runs did",
            lambda *how: charts.draw_response(response, *how),
            lambda width: charts.response_height(response, width),
            charts.describe_response(response),
            _digest(response),
        ),
        Chart(
            "calendar",
            "Calendar",
            lambda *how: charts.draw_calendar(calendar, *how),
            lambda width: charts.calendar_height(calendar, width),
            charts.describe_calendar(calendar),
            _digest(calendar),
        ),
        Chart(
            "ladder",
            "The ladder",
            lambda *how: charts.draw_ladder(ladder, *how),
            lambda width: charts.ladder_height(ladder, width),
            charts.describe_ladder(ladder),
            _digest(ladder),
        ),
    ]


def _recovery(name: str, series: RecoverySeries) -> Chart:
    return Chart(
        name,
        "Recovery",
        lambda *how: charts.draw_recovery(series, *how),
        lambda width: charts.recovery_height(series, width),
        charts.describe_recovery(series),
        _digest(series),
    )


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:32]


@cache
def _release() -> str:
    """Another release may draw the same data differently."""
    return version("return-to-run-tracker")
