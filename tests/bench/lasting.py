"""Whether the server holds no more after twenty thousand requests than after a few. On Linux."""

from __future__ import annotations

import tempfile
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.bench.measure import Figure
from tests.bench.people import settle
from tests.bench.served import Browser, tracker
from tests.bench.web import CHECK_IN, WINDOW, YEAR, now_typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.served import Server

REQUESTS = 20_000
WARM = 2_000  # until what is kept for later is there: templates, charts, statements
EVERY = 2_000
FLAT = 1.1  # of what it held when it was warm
RARE = 300  # PDFs with their charts, which have an allowance, and entries, which decide anew
PAGES = (
    "/", "/history", "/check-in", "/session", "/more", "/guide", "/guide/clearance", "/learn",
    "/about", "/healthz", "/how-this-decides", "/care", "/account", "/service-worker.js",
)  # fmt: skip


def figures() -> Iterator[Figure]:
    """What the process holds, every two thousand requests, against what it held when warm."""
    with tempfile.TemporaryDirectory() as name:
        people = settle(Path(name), (WINDOW, YEAR))
        with tracker(Path(name)) as server:
            browsers = [Browser(server, person.cookie) for person in people]
            for browser in browsers:
                browser.open_form()
            yield from _measured(server, browsers)
            for browser in browsers:
                browser.close()


def _measured(server: Server, browsers: list[Browser]) -> Iterator[Figure]:
    chance = Random(1)  # noqa: S311 - the same requests each time
    turns = cycle(browsers)
    warm = 0.0
    for done in range(EVERY, REQUESTS + 1, EVERY):
        for number, browser in enumerate(islice(turns, EVERY)):
            _ask(browser, chance, is_rare=number % RARE == 0)
        held = server.resident_megabytes
        warm = held if done == WARM else warm
        of = f"what it held after {WARM}, {warm:.0f} MB"
        yield Figure(f"memory after {done} mixed requests", held / warm, "x", FLAT, anchor=of)


def _ask(browser: Browser, chance: Random, *, is_rare: bool) -> None:
    if not is_rare:
        browser.get(chance.choice(PAGES))
    elif chance.random() < 0.5:
        browser.get(
            f"/clinician.pdf?first=2026-{chance.randint(1, 9):02}-{chance.randint(1, 28):02}"
        )
    else:
        browser.take_out("check-in", browser.save("check-in", CHECK_IN | now_typed()))
