"""How long pages and entries take, beside bare Flask behind the same server."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from tests.bench.bare import NOTE
from tests.bench.measure import Figure, ratio
from tests.bench.people import settle
from tests.bench.served import Browser, bare, tracker

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOW, YEAR, TEN_YEARS = 42, 365, 3652
ROUNDS = 200
GZIP = {"Accept-Encoding": "gzip"}
CHECK_IN = {"pain": "0", "sensation": "none"}
WALK = {"kind": "walk", "minutes": "30", "pain": "0", "sensation": "none"}


def figures() -> Iterator[Figure]:
    """Pages, entries and pictures of one runner who is alone on the server."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        young, old, other = settle(folder, (WINDOW, TEN_YEARS, WINDOW))
        server = stack.enter_context(tracker(folder))
        anchor = Browser(stack.enter_context(bare(folder)))
        own, long, his = (Browser(server, person.cookie) for person in (young, old, other))
        for browser in (own, long, his, anchor):
            stack.callback(browser.close)
        own.open_form()
        his.open_form()
        yield from _pages(own, long, anchor)
        yield _beside_a_writer(own, his)
        yield from _pictures(own, anchor)
        yield _saving("check-in", own, anchor, CHECK_IN, target=2.5)
        own.save("check-in", CHECK_IN | now_typed())
        yield _saving("session", own, anchor, WALK, target=3.0)


def _pages(own: Browser, long: Browser, anchor: Browser) -> Iterator[Figure]:
    yield Figure(
        f"Today with {WINDOW} days, its check-in due",
        ratio(lambda: own.get("/"), lambda: anchor.get("/select"), ROUNDS),
        "x",
        5.0,
        anchor="bare Flask with one SELECT",
    )
    yield Figure(
        "the same, compressed",
        ratio(lambda: own.get("/", **GZIP), lambda: anchor.get("/select"), ROUNDS),
        "x",
        5.0,
        anchor="bare Flask with one SELECT",
    )
    yield Figure(
        "the same after an entry, decided anew",
        ratio(
            lambda: own.get("/"), lambda: anchor.get("/select"), ROUNDS, after=lambda: _edit(own)
        ),
        "x",
        7.0,
        anchor="bare Flask with one SELECT",
    )
    yield Figure(
        "Today with ten years of daily check-ins",
        ratio(lambda: long.get("/"), lambda: own.get("/"), ROUNDS),
        "x",
        1.2,
        anchor=f"the same with {WINDOW} days",
    )


def _beside_a_writer(own: Browser, his: Browser) -> Figure:
    """Today right after another account has saved something, beside Today while nobody saves."""
    beside, alone = [], []
    for _ in range(ROUNDS):
        _edit(his)
        beside.append(timed(own))
        alone.append(timed(own))
    return Figure(
        "Today while another account saves",
        median(beside) / median(alone),
        "x",
        1.2,
        anchor="Today while nobody does",
    )


def timed(own: Browser) -> float:
    """Seconds until Today was there."""
    start = perf_counter()
    own.get("/")
    return perf_counter() - start


def _edit(own: Browser) -> None:
    own.take_out("check-in", own.save("check-in", CHECK_IN | now_typed()))


def _pictures(own: Browser, anchor: Browser) -> Iterator[Figure]:
    chart = "/progress/recovery.svg"
    tag = own.get(chart).headers["ETag"]

    def unchanged() -> None:
        assert own.get(chart, **{"If-None-Match": tag}).status == 304

    yield Figure(
        "a chart that the browser has (304)",
        ratio(unchanged, lambda: anchor.get("/"), ROUNDS),
        "x",
        2.5,
        anchor="bare Flask saying hello",
    )


def _saving(
    entry: str, own: Browser, anchor: Browser, answers: dict[str, str], *, target: float
) -> Figure:
    saved: list[str] = []

    def save() -> None:
        saved.append(own.save(entry, answers | now_typed()))

    def take_out() -> None:
        own.take_out(entry, saved.pop())
        own.get("/")  # where a browser is led

    return Figure(
        f"saving a {entry}, all that follows from it included",
        ratio(save, lambda: anchor.post("/insert", note=NOTE), ROUNDS, after=take_out),
        "x",
        target,
        anchor="bare Flask with one INSERT and its commit, synchronous=FULL",
    )


def now_typed() -> dict[str, str]:
    """The present day and time, as a form sends them."""
    now = datetime.now(UTC)
    return {"date": f"{now:%Y-%m-%d}", "time": f"{now:%H:%M}"}
