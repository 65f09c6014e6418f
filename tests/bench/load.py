"""Many clients at once, in a process of their own: `python -m tests.bench.load SECONDS CLIENTS`.

It reads a line for each client from its input, an address and a cookie, and prints as JSON how many
answers there were and how long each took. So what the clients cost is not the server's.
"""

from __future__ import annotations

import json
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from threading import Barrier, Thread
from time import monotonic, perf_counter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Sequence


class Load(NamedTuple):
    """What clients saw: answers in a second, and the slowest of a hundred in milliseconds."""

    answers: int
    per_second: float
    p99_ms: float


def put_on(clients: Sequence[tuple[str, str]], seconds: float) -> Load:
    """Let each client (an address, a cookie) ask for Today again and again, so long."""
    pairs = "\n".join(f"{address} {cookie}" for address, cookie in clients)
    command = [sys.executable, "-m", "tests.bench.load", f"{seconds}"]
    done = subprocess.run(command, input=pairs, capture_output=True, text=True, check=True)
    times = sorted(json.loads(done.stdout))
    slowest = times[min(len(times) - 1, len(times) * 99 // 100)]
    return Load(len(times), len(times) / seconds, slowest * 1000)


def seconds_of(pid: int) -> float:
    """The processor's time that a process has used, its children's aside; Linux only."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def main() -> None:
    """Ask, in one thread for each client."""
    clients = [line.split(" ", 1) for line in sys.stdin.read().splitlines()]
    seconds, together = float(sys.argv[1]), Barrier(len(clients))
    times: list[float] = []

    def ask(address: str, cookie: str) -> None:
        parts = urlsplit(address)
        connection = HTTPConnection(str(parts.hostname), parts.port, timeout=60)
        mine = []
        together.wait()
        end = monotonic() + seconds
        while monotonic() < end:
            start = perf_counter()
            connection.request("GET", "/", headers={"Cookie": cookie})
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, answer.status
            mine.append(perf_counter() - start)
        times.extend(mine)

    threads = [Thread(target=ask, args=client) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.stdout.write(json.dumps(times))


if __name__ == "__main__":
    main()
