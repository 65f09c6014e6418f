"""The server as a whole: how soon it answers, beside whom it still does, and what it weighs."""

from __future__ import annotations

import random
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from threading import Thread
from time import perf_counter
from typing import TYPE_CHECKING

from tests.bench.measure import Figure, ratio
from tests.bench.people import ONE_DAY, settle
from tests.bench.served import Browser, Server, bare, tracker
from tests.bench.web import WINDOW, YEAR, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from tests.bench.people import Person

ROUNDS, STARTS, PEOPLE = 50, 7, 100  # more charts than that are refused at once
MEGABYTES = 150.0


def figures() -> Iterator[Figure]:
    """The start, a drawing server, a crowded one, and its memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        alone, _ = people = settle(folder, (WINDOW, YEAR))
        yield _start(folder, alone)
        yield from _drawing(folder, people)
    yield _crowd()


def _start(folder: Path, person: Person) -> Figure:
    def answered(
        served: Callable[[Path], AbstractContextManager[Server]], cookie: str = ""
    ) -> float:
        start = perf_counter()
        with served(folder) as server:
            browser = Browser(server, cookie)
            browser.get("/")
            seconds = perf_counter() - start
            browser.close()
        return seconds

    times = [(answered(tracker, person.cookie), answered(bare)) for _ in range(STARTS)]
    ours, theirs = (median(column) for column in zip(*times, strict=True))
    return Figure(
        "start of the command to Today answered",
        ours / theirs,
        "x",
        4.0,
        anchor="bare Flask behind waitress, to hello",
    )


def _drawing(folder: Path, people: list[Person]) -> Iterator[Figure]:
    """Both runners are on one server: one looks at Today, the other has chart after chart drawn."""
    with ExitStack() as stack:
        server = stack.enter_context(tracker(folder))
        own, other = (Browser(server, person.cookie) for person in people)
        stack.callback(own.close)
        stack.callback(other.close)
        draws = _new_charts(people[1].days)
        other.get(next(draws))
        usual, meanwhile = [], []
        for _ in range(ROUNDS):
            usual.append(timed(own))
            drawn = Thread(target=other.get, args=(next(draws),))
            drawn.start()
            meanwhile.append(timed(own))
            drawn.join()
        yield Figure(
            "Today while a chart is drawn",
            median(meanwhile) / median(usual),
            "x",
            2.0,
            anchor="its usual time",
        )
        yield _memory(server, other, "every chart drawn, as SVG and PNG", ("svg", "png"))
        other.get("/clinician.pdf")
        yield _memory(server, other, "the charts and the clinician's page as PDF too", ("pdf",))


def _memory(server: Server, browser: Browser, used: str, kinds: tuple[str, ...]) -> Figure:
    for kind in kinds:
        for chart in ("recovery", "sheet"):
            browser.get(f"/progress/{chart}.{kind}")
    return Figure(f"resident memory, {used}", server.resident_megabytes, "MB", MEGABYTES)


def _new_charts(days: int) -> Iterator[str]:
    """Addresses of charts that were not drawn before."""
    onset = datetime.now(UTC).date() - days * ONE_DAY
    for ago in range(days - 30):
        yield f"/progress/recovery.svg?first={onset + ago * ONE_DAY}"


def _crowd() -> Figure:
    with ExitStack() as stack:
        one, hundred = (Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in range(2))
        (alone,) = settle(one, (YEAR,))
        crowd = settle(hundred, (YEAR,) * PEOPLE)
        quiet, busy = (stack.enter_context(tracker(folder)) for folder in (one, hundred))
        own, theirs = Browser(quiet, alone.cookie), Browser(busy)
        stack.callback(own.close)
        stack.callback(theirs.close)
        for person in crowd:
            theirs.get("/", Cookie=person.cookie)  # what it says is put on record once a day
        chosen = random.Random(0)  # noqa: S311 - no secret
        return Figure(
            f"Today, {PEOPLE} accounts of a year on one server, any of them asking",
            ratio(
                lambda: theirs.get("/", Cookie=chosen.choice(crowd).cookie),
                lambda: own.get("/"),
                300,
            ),
            "x",
            1.2,
            anchor="one account of a year",
        )
