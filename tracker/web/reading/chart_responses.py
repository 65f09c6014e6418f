"""The chart by address: cached and tagged (ETag), made anew only after the diary has changed."""

from __future__ import annotations

import hashlib
from functools import cache
from http import HTTPStatus
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from flask import Response, abort, current_app, request

from tracker import charts
from tracker.services.diary import clinician_summary
from tracker.translations import gettext, spoken
from tracker.web import database
from tracker.web.kit import work_budget
from tracker.web.kit.single_flight_cache import SingleFlightCache
from tracker.web.kit.vary import vary_on

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from flask import Flask

    from tracker.charts import Description, Format, Stretch, Theme
    from tracker.services.diary.clinician_summary import ClinicianSummary
    from tracker.web.kit.request_context import RequestContext
    from tracker.web.reading.date_range import DateRange

T = TypeVar("T")

# As wide as the screens that show it leave room for, so that its letters are never made smaller.
WIDTHS = {"narrow": 328, "middle": 640, "wide": 1040}
THEMES: Mapping[str, Theme] = {"light": "light", "dark": "dark", "print": "print"}
FORMATS: Mapping[str, Format] = {"svg": "svg", "png": "png", "pdf": "pdf"}
_TYPES: Mapping[Format, str] = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
}
_MOST_DIARIES, _MOST_PICTURES = 8, 64
_EXTENSION = "chart_caches"
RECOVERY, SHEET = "recovery", "sheet"  # one picture, named by the page that it stands on


class Chart(NamedTuple):
    """One chart: what it is called, how it is drawn, what it says, and what it is made of.

    `stretches` are the parts of it that a finger can tell apart. `digest` is the same as long as
    the data are.
    """

    name: str
    title: str
    draw: Callable[[Theme, int, Format], bytes]
    height: Callable[[int], int]
    description: Description
    stretches: Sequence[Stretch]
    digest: str

    @property
    def sizes(self) -> dict[str, tuple[int, int]]:
        """Width and height on narrow, middling and wide screens, in pixels."""
        return {name: (width, self.height(width)) for name, width in WIDTHS.items()}


class ChartedDays(NamedTuple):
    """Some days of a diary, summed up, and their charts by name."""

    diary: ClinicianSummary
    charts: Mapping[str, Chart]


class ChartCaches:
    """The caches of one app: days by range and revision of the account, pictures by content.

    Both hold words, and are by language too.
    """

    def __init__(self) -> None:
        self.days: SingleFlightCache[ChartedDays] = SingleFlightCache(_MOST_DIARIES)
        self.pictures: SingleFlightCache[bytes] = SingleFlightCache(_MOST_PICTURES)


def start_cache(app: Flask) -> None:
    """Begin with no days and no pictures cached."""
    app.extensions[_EXTENSION] = ChartCaches()


def charted_days(context: RequestContext, date_range: DateRange) -> ChartedDays:
    """The days of a range and their charts; summed up anew only if the diary changed since."""
    revision = database().revision_of(context.account_id)
    key = (revision, context.account_id, context.view.id, context.today, date_range, spoken().tag)

    def sum_up() -> ChartedDays:
        diary = clinician_summary.tell(
            *context.diary, first=date_range.first, last=date_range.last, today=context.today
        )
        chart = _chart(diary)
        return ChartedDays(diary, {name: chart._replace(name=name) for name in (RECOVERY, SHEET)})

    return _made_once(_caches().days, key, sum_up, context, work_budget.PICTURE)


def picture_of(
    context: RequestContext, chart: Chart, theme: Theme, width: int, fmt: Format
) -> bytes:
    """The picture of a chart, drawn unless it was before."""
    key = (context.account_id, chart.digest, theme, width, fmt, spoken().tag)
    pictures = _caches().pictures
    return _made_once(
        pictures, key, lambda: chart.draw(theme, width, fmt), context, work_budget.PICTURE
    )


def sheet_of(context: RequestContext, made_of: object, make: Callable[[], bytes]) -> bytes:
    """A PDF of several pages, made by `make` unless it was before of the same."""
    key = (context.account_id, "sheet", _digest(made_of), spoken().tag)
    return _made_once(_caches().pictures, key, make, context, work_budget.SHEET)


def chart_response(context: RequestContext, chart: Chart, suffix: str) -> Response:
    """The picture asked for; nothing is drawn if the browser has it.

    `?theme=` light, dark or print; `?size=` narrow, middle or wide. All else is missing.
    """
    theme, size = request.args.get("theme", "light"), request.args.get("size", "wide")
    if theme not in THEMES or size not in WIDTHS or suffix not in FORMATS:
        abort(404)
    fmt = FORMATS[suffix]
    response = Response(mimetype=_TYPES[fmt])
    set_etag(response, context.account_id, chart.name, chart.digest, theme, size, fmt)
    if not not_modified(response):
        response.set_data(picture_of(context, chart, THEMES[theme], WIDTHS[size], fmt))
    return response


def set_etag(response: Response, *made_of: object) -> None:
    """Let the browser keep an answer, and ask each time whether it is still the same."""
    response.headers["Cache-Control"] = "private, no-cache"
    vary_on(response, "Cookie")
    response.set_etag(_digest((_release(), spoken().tag, *made_of)))
    response.make_conditional(request)


def not_modified(response: Response) -> bool:
    """Whether a tagged answer is 304: the browser has it already, and no body need be made."""
    return response.status_code == HTTPStatus.NOT_MODIFIED


def _made_once(
    cache_: SingleFlightCache[T],
    key: Hashable,
    make: Callable[[], T],
    context: RequestContext,
    cost: int,
) -> T:
    """A thing of a cache; who has it made pays for it. Answers 429 where too little is left."""
    if not cache_.has(key):
        work_budget.spend(context, cost)
    return cache_.get(key, make)


def _caches() -> ChartCaches:
    caches: ChartCaches = current_app.extensions[_EXTENSION]
    return caches


def _chart(diary: ClinicianSummary) -> Chart:
    series = diary.recovery
    return Chart(
        name=RECOVERY,
        title=gettext("Pain and jogging"),
        draw=lambda *how: charts.draw_recovery(series, *how),
        height=lambda width: charts.recovery_height(series, width),
        description=charts.describe_recovery(series, diary.summary),
        stretches=charts.recovery_stretches(series),
        digest=_digest(series),
    )


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:32]


@cache
def _release() -> str:
    """Another release may draw the same data differently."""
    return version("return-to-run-tracker")
