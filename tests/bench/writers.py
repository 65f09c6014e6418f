"""Eight runners who save at once, for as long as is wished: nobody is refused, few wait long."""

from __future__ import annotations

import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles
from threading import Barrier
from time import monotonic, perf_counter
from typing import TYPE_CHECKING

from tests.bench.measure import Figure
from tests.bench.people import settle
from tests.bench.served import Browser, tracker
from tests.bench.web import CHECK_IN, WINDOW, now_typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.people import Person
    from tests.bench.served import Server

WRITERS = 8


def figures(seconds: float) -> Iterator[Figure]:
    """Errors and the slowest of a hundred, over that long; an error ends the measurement."""
    with tempfile.TemporaryDirectory() as name:
        people = settle(Path(name), (WINDOW,) * WRITERS)
        with tracker(Path(name)) as server:
            times = _write_at_once(server, people, seconds)
    slowest = quantiles(times, n=100)[-1]
    about = f"{WRITERS} writers at once for {seconds:g} s, {len(times)} check-ins"
    yield Figure(f"errors of {about}", 0, "", 0)
    yield Figure(f"p99 of {about}", slowest / median(times), "x", 10.0, anchor="their own median")


def _write_at_once(server: Server, people: list[Person], seconds: float) -> list[float]:
    together = Barrier(len(people))

    def write(person: Person) -> list[float]:
        browser, times = Browser(server, person.cookie), []
        browser.open_form()
        together.wait()
        end = monotonic() + seconds
        while monotonic() < end:
            answers = CHECK_IN | now_typed()
            start = perf_counter()
            uid = browser.save("check-in", answers)
            times.append(perf_counter() - start)
            browser.take_out("check-in", uid)
        browser.close()
        return times

    with ThreadPoolExecutor(len(people)) as pool:
        return [time for times in pool.map(write, people) for time in times]
