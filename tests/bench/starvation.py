"""Whether the runner still gets an answer while others call who mean no good. On Linux."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.bench.attacks import ATTACKS, OVER_TLS
from tests.bench.measure import Figure
from tests.bench.people import ONE_DAY, settle
from tests.bench.served import Browser, tracker
from tests.bench.web import WINDOW, YEAR
from tests.browser.certificates import self_made
from tracker.services.access import accounts, share_links
from tracker.services.injury import episodes
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.people import Person
    from tests.bench.served import Server

ROUNDS = 60
MOST = 5.0


def figures() -> Iterator[Figure]:
    """Today's time under each attack, against its time when nobody else calls."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        people = settle(folder, (WINDOW, YEAR))
        link = _link(folder)
        cert, key = self_made(folder, "tracker.test")
        for attack in ATTACKS:
            is_tls = attack in OVER_TLS
            options = ("--certfile", f"{cert}", "--keyfile", f"{key}") if is_tls else ()
            with tracker(folder, *options) as server:
                yield _under(attack, server, people, link, is_tls=is_tls)


def _under(attack: str, server: Server, people: list[Person], link: str, *, is_tls: bool) -> Figure:
    cookies = [_over_tls(person.cookie) if is_tls else person.cookie for person in people]
    own = Browser(server, cookies[0])
    usual = _today(own)
    with _going_on(attack, server, _given(server, cookies[1], link, is_tls=is_tls)):
        meanwhile = _today(own)
    own.close()
    name = (ATTACKS[attack].__doc__ or "").strip(".")
    ratio = median(meanwhile) / median(usual)
    worst = max(meanwhile) * 1000
    of = f"its idle median, {median(usual) * 1000:.0f} ms; the slowest took {worst:.0f} ms"
    return Figure(f"Today under: {name}", ratio, "x", MOST, anchor=of)


def _today(browser: Browser) -> list[float]:
    times = []
    browser.get("/")
    for _ in range(ROUNDS):
        start = perf_counter()
        browser.get("/")
        times.append(perf_counter() - start)
    return times


@contextmanager
def _going_on(attack: str, server: Server, given: dict[str, object]) -> Iterator[None]:
    port = urlsplit(server.address).port
    command = [sys.executable, "-m", "tests.bench.attacks", attack, f"{port}", json.dumps(given)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        yield
        process.kill()


def _given(server: Server, cookie: str, link: str, *, is_tls: bool) -> dict[str, object]:
    """What an attack needs to know: a link, a cookie, forms with their tokens."""
    if is_tls:
        return {}
    stranger, other = Browser(server), Browser(server, cookie)
    days = [f"{datetime.now(UTC).date() - number * ONE_DAY}" for number in range(40, 340)]
    given: dict[str, object] = {
        "link": link,
        "cookie": cookie,
        "days": days,
        "form": stranger.form_of("/sign-in"),
        "form_in": other.form_of("/session/file"),
    }
    stranger.close()
    other.close()
    return given


def _over_tls(cookie: str) -> str:
    return f"__Host-{cookie}"


def _link(folder: Path) -> str:
    """A link to the diary of the second."""
    database = Database(folder / "diary.db")
    account = accounts.all_accounts(database)[1]
    (episode,) = episodes.all_episodes(database, account.id)
    token = share_links.share(
        database,
        account.id,
        episode.id,
        shared_with="a reader",
        with_notes=False,
        days=7,
        now=datetime.now(UTC),
    )
    database.close()
    return token
