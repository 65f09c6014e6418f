"""Many clients at once, in a process of their own: `python -m tests.bench.load SECONDS [--save]`.

It reads a line for each client from its input, an address and a cookie, and prints as JSON how long
each answer took, by what was asked, and what was answered otherwise than it should be. So what the
clients cost is not the server's.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter, defaultdict
from http.client import HTTPException
from pathlib import Path
from threading import Barrier, Thread
from time import monotonic, perf_counter
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from tests.bench.served import Browser, Server
from tests.bench.web import CHECK_IN, now_typed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.bench.served import Answer

    Expected = tuple[int, str | None]  # the status, and where it leads to
    Asked = Iterator[tuple[str, Expected, Answer]]

TODAY, SAVE, TAKE_OUT = "Today", "a save", "a deletion"
A_PAGE: Expected = (200, None)
TO_TODAY: Expected = (303, "/")


class Load(NamedTuple):
    """What clients saw: seconds of each answer, by what was asked, and failures by their words.

    `seconds` are from the first question to the last answer.
    """

    seconds: float
    times: dict[str, list[float]]
    failures: dict[str, int]

    @property
    def answers(self) -> int:
        """How many there were, those that failed not counted."""
        return sum(map(len, self.times.values()))

    @property
    def per_second(self) -> float:
        """How many of them in a second."""
        return self.answers / self.seconds

    def p99_ms(self, what: str) -> float:
        """The slowest of a hundred, in milliseconds; 0 where none was answered."""
        times = sorted(self.times.get(what, ()))
        return times[min(len(times) - 1, len(times) * 99 // 100)] * 1000 if times else 0.0


def put_on(clients: Sequence[tuple[str, str]], seconds: float, *, save: bool = False) -> Load:
    """Let each client (an address, a cookie) ask for Today again and again, so long.

    Who saves asks for Today, saves a check-in, asks again, and takes it out, so that the diary
    stays as long as it was.
    """
    pairs = "\n".join(f"{address} {cookie}" for address, cookie in clients)
    command = [sys.executable, "-m", "tests.bench.load", f"{seconds}", *(["--save"] * save)]
    done = subprocess.run(command, input=pairs, stdout=subprocess.PIPE, text=True, check=True)
    return Load(*json.loads(done.stdout))


def seconds_of(pid: int) -> float:
    """The processor's time that a process has used, its children's aside; Linux only."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def main() -> None:
    """Ask, in one thread for each client."""
    clients = [line.split(" ", 1) for line in sys.stdin.read().splitlines()]
    seconds, save, together = float(sys.argv[1]), "--save" in sys.argv, Barrier(len(clients) + 1)
    times: defaultdict[str, list[float]] = defaultdict(list)
    failures: Counter[str] = Counter()

    def ask(address: str, cookie: str) -> None:
        browser = Browser(Server(address, 0), cookie)
        if save:
            browser.open_form()
        mine: list[tuple[str, float]] = []
        together.wait()
        end = monotonic() + seconds
        while monotonic() < end:
            try:
                _go_round(browser, mine, save=save)
            except (AssertionError, OSError, HTTPException) as error:
                failures[f"{type(error).__name__}: {error}"[:100]] += 1
                browser.close()
        for what, took in mine:
            times[what].append(took)

    threads = [Thread(target=ask, args=client) for client in clients]
    for thread in threads:
        thread.start()
    together.wait()
    start = monotonic()
    for thread in threads:
        thread.join()
    sys.stdout.write(json.dumps([monotonic() - start, times, failures]))


def _go_round(browser: Browser, mine: list[tuple[str, float]], *, save: bool) -> None:
    """Ask for all of it once; raises AssertionError for an answer that should be another."""
    rounds = _saving(browser) if save else _looking(browser)
    start = perf_counter()
    for what, expected, answer in rounds:
        took = perf_counter() - start
        is_as_expected = (answer.status, answer.headers["Location"]) == expected
        assert is_as_expected, f"{what}: {answer.status} {answer.headers['Location']}"
        mine.append((what, took))
        start = perf_counter()


def _looking(browser: Browser) -> Asked:
    yield TODAY, A_PAGE, browser.get("/")


def _saving(browser: Browser) -> Asked:
    uid = uuid4().hex
    yield TODAY, A_PAGE, browser.get("/")
    yield SAVE, TO_TODAY, browser.post("/check-in", uid=uid, **(CHECK_IN | now_typed()))
    yield TODAY, A_PAGE, browser.get("/")
    yield TAKE_OUT, TO_TODAY, browser.post(f"/check-ins/{uid}/delete")


if __name__ == "__main__":
    main()
