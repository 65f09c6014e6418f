"""A diary's file damaged at random places, and what the commands make of it.

By hand, for the figures in docs/hosting.md: `python -m tests.faults.damage 5000 [SEED]`.
"""

from __future__ import annotations

import io
import random
import shutil
import sys
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.web.conftest import START
from tests.web.everything import a_diary
from tests.web.household import client_of
from tracker.app import build_app, connect, open_diary
from tracker.cli import main
from tracker.settings import DATA_DIR, Settings
from tracker.settings_error import SettingsError
from tracker.storage.database import Database
from tracker.storage.schema import SchemaError, migrate
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LENGTHS = (1, 1, 4, 16, 64, 512, 4096)  # of one damage, in bytes
STARTED, REFUSED = "starts", "is refused"


class Outcome(NamedTuple):
    """What was damaged, and how each command and the page of today ended, or broke."""

    at: int
    length: int
    ended: dict[str, str]

    @property
    def broken(self) -> list[str]:
        return [
            f"{self.at}+{self.length} {c}: {how}" for c, how in self.ended.items() if "!" in how
        ]


class Bench:
    """A small diary with one of everything, a sound copy of it, and the commands."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(data_dir=folder / "data")
        self.app = build_app()
        migrate(self.settings.database)
        database = Database(self.settings.database)
        self.token = a_diary(database, "Ada").token
        database.close()
        with redirect_stderr(io.StringIO()):
            self._start()
        self.copy = backups.make(self.settings.database, folder / "copies", START, keep=1)
        self.sound = self.copy.read_bytes()

    def damaged(self, count: int, seed: int) -> Iterator[Outcome]:
        chance = random.Random(seed)  # noqa: S311 - the same places for the same seed
        for _ in range(count):
            at, length = chance.randrange(len(self.sound)), chance.choice(LENGTHS)
            rotten = bytearray(self.sound)
            rotten[at : at + length] = chance.randbytes(len(rotten[at : at + length]))
            yield Outcome(at, length, self._try(bytes(rotten)))

    def _try(self, content: bytes) -> dict[str, str]:
        shutil.rmtree(self.settings.data_dir)
        self.settings.data_dir.mkdir()
        self.settings.database.write_bytes(content)
        check = _ending(lambda: str(main(["check"])))
        serve = _ending(self._start)
        restore = _ending(lambda: str(main(["restore", str(self.copy), "--replace"])))
        whole = _ending(lambda: str(backups.faults(self.settings.database)))
        return {"check": check, "serve": serve, "restore": restore, "then": whole}

    def _start(self) -> str:
        """Start as `tracker serve` does, ask for today, and stop."""
        try:
            database = open_diary(self.app, self.settings, START)
            connect(self.app, self.settings, database, clock=lambda: START)
        except (SchemaError, SettingsError):
            return REFUSED
        client, _ = client_of(self.app, self.token)
        status = client.get("/").status_code
        self.app.config["DATABASE"].close()
        return f"{'!' if status == 500 else ''}{STARTED}, {status}"


def _ending(command: Callable[[], str]) -> str:
    said = io.StringIO()
    try:
        with redirect_stderr(said), redirect_stdout(said):
            return command()
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return f"!{type(error).__name__}: {error}"


def by_hand(count: int, seed: int) -> int:
    """Print how often each command ended how; 1 if any broke."""
    counted: Counter[str] = Counter()
    broken = 0
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATA_DIR, str(Path(folder) / "data"))
        for number, outcome in enumerate(Bench(Path(folder)).damaged(count, seed), 1):
            if number % 100 == 0:
                print(f"{number} damages, {broken} broke", flush=True)  # noqa: T201
            counted.update(f"{command}: {how[:80]}" for command, how in outcome.ended.items())
            broken += bool(outcome.broken)
            for line in outcome.broken:
                print(line, flush=True)  # noqa: T201
    for ending, times in sorted(counted.items()):
        print(f"{times:6} {ending}")  # noqa: T201
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(by_hand(int(sys.argv[1]), int((sys.argv[2:] or ["1"])[0])))
