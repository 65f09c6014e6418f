"""Two servers with one diary between them, each a process of its own: one house, one door."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.cli.test_commands import free_port
from tests.databases import cluster
from tests.faults.servers import Served, served
from tests.postgresql import needs_server
from tests.web.conftest import FACTS
from tests.web.kit.test_logs import Visitor
from tracker.services.access import accounts, rate_limit, share_links
from tracker.services.injury import episodes
from tracker.settings import Settings
from tracker.storage.database import Database
from tracker.storage.schema import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow

PASSPHRASE = "purple wheelbarrow dawn"
WRONG = {"name": "Ada", "passphrase": "not this one"}
RIGHT = {"name": "Ada", "passphrase": PASSPHRASE}
MIB = 1024


class Pair(NamedTuple):
    """Two servers of Ada's diary, and the path of a link to it."""

    first: Served
    second: Served
    link: str


@pytest.fixture(params=["file", pytest.param("server", marks=needs_server)])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    """Two processes on one file, or on one database of a server with a folder each."""
    folders, server = [tmp_path / "data"] * 2, None
    if request.param == "server":
        server = cluster().server(cluster().create())
        folders = [tmp_path / "first", tmp_path / "second"]
    both = [Settings(data_dir=folder, server=server) for folder in folders]
    place = both[0].place
    migrate(place)
    link = f"/shared/{_prepare(Database(place))}/"
    with ExitStack() as stack:
        first, second = (stack.enter_context(served(its, free_port())) for its in both)
        yield Pair(first, second, link)


def visit(server: Served) -> Visitor:
    return Visitor(f"http://127.0.0.1:{server.port}")


def test_failed_tries_at_one_server_count_at_the_other(pair: Pair) -> None:
    with ThreadPoolExecutor(4) as browsers:
        doors = [
            (pair.first, pair.second)[number % 2]
            for number in range(rate_limit.TRIES["account"] + 6)
        ]
        answers = [browsers.submit(_enter, door, WRONG) for door in doors]
        said = sorted(answer.result() for answer in answers)
    assert said == [422] * rate_limit.TRIES["account"] + [429] * 6
    for door in (pair.first, pair.second):
        assert _enter(door, RIGHT) == 429


def test_a_sign_out_and_the_end_of_a_link_count_at_both_at_once(pair: Pair) -> None:
    ada = visit(pair.first)
    assert ada.send("/sign-in", "/sign-in", **RIGHT)[0] == 200
    same = visit(pair.second)
    for cookie in ada.cookies:
        same.cookies.set_cookie(cookie)
    for _ in range(2):  # remembered by now
        assert "Dr Okafor" in same.get("/sharing")[1]
        assert visit(pair.second).get(pair.link)[0] == 200
    ada.send(re.findall(r'action="(/sharing/\d+/end)"', ada.get("/sharing")[1])[0], "/sharing")
    assert visit(pair.second).get(pair.link)[0] == 404
    ada.send("/sign-out", "/more")
    assert "Dr Okafor" not in same.get("/sharing")[1]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux for the memory")
def test_forty_who_sign_in_at_once_take_the_memory_of_two(pair: Pair) -> None:
    """A hash takes 64 MiB; the server has eight threads."""
    _enter(pair.first, WRONG)
    usual = _most_memory(pair.first)
    with ThreadPoolExecutor(40) as browsers:
        names = [{"name": f"Ada {number}", "passphrase": "a guess"} for number in range(29)]
        said = set(browsers.map(lambda typed: _enter(pair.first, typed), names))
    assert said <= {422, 429, 503}  # too many at once
    assert _most_memory(pair.first) - usual < 100 * MIB


def _enter(server: Served, typed: dict[str, str]) -> int:
    return visit(server).send("/sign-in", "/sign-in", **typed)[0]


def _most_memory(server: Served) -> int:
    """The most that a server has had in memory so far, in KiB."""
    status = Path(f"/proc/{server.pid}/status").read_text("ascii")
    match = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert match is not None
    return int(match[1])


def _prepare(database: Database) -> str:
    """Ada, her injury of today, and a link to it; return the link's token."""
    now = datetime.now(UTC)
    account = accounts.register(database, name="Ada", passphrase=PASSPHRASE, now=now)
    whose = (database, account.id)
    episode = episodes.open_episode(*whose, FACTS, (), today=now.date(), now=now)
    token = share_links.share(
        *whose, episode, shared_with="Dr Okafor", with_notes=False, days=7, now=now
    )
    database.close()
    return token
