"""Clients by the dozen, each of another account: those who look at Today, and those who save."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from tests.bench.load import SAVE, TODAY, put_on, seconds_of
from tests.bench.served import tracker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.bench.load import Load
    from tests.bench.served import Server

    Figures = Iterator[tuple[str, float, str]]

CLIENTS = (1, 8, 64)


def crowds(folder: Path, cookie: Callable[[int], str], seconds: float) -> Figures:
    """What they see of one process and of two; `cookie` is that of the nth client's browser."""
    for processes in (1, 2):
        with ExitStack() as stack:
            servers = [stack.enter_context(tracker(folder)) for _ in range(processes)]
            for clients in CLIENTS:
                asked = [
                    (servers[number % processes].address, cookie(number * 7))
                    for number in range(clients)
                ]
                put_on(asked, 1.0)  # what is shown is put on record once, and cached
                for save in (False, True):
                    before = _used(servers)
                    load = put_on(asked, seconds, save=save)
                    used = (_used(servers) - before) / max(1, load.answers)
                    what = "Today, a check-in saved, Today, taken out" if save else "Today"
                    head = f"{clients} clients, {processes} processes: {what}"
                    yield from _figures(head, load, used, save=save)


def _figures(head: str, load: Load, used: float, *, save: bool) -> Figures:
    yield head, load.per_second, "/s"
    for what in (TODAY, SAVE) if save else (TODAY,):
        yield f"  the slowest of a hundred of {what}", load.p99_ms(what), "ms"
    yield "  the servers' processor for each answer", used * 1000, "ms"
    yield "  answers that were not as they should be", sum(load.failures.values()), ""
    for words, number in load.failures.items():
        yield f"    {words}", number, ""


def _used(servers: list[Server]) -> float:
    return sum(seconds_of(server.pid) for server in servers)
