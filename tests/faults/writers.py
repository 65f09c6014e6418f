"""People who keep writing, whatever happens to the server, and remember what it said was saved."""

from __future__ import annotations

import threading
import time
import uuid
from collections import Counter
from datetime import timedelta
from http.client import HTTPException
from typing import TYPE_CHECKING

from tests.faults.people import DAYS, a_check_in, a_ride, today

if TYPE_CHECKING:
    from random import Random

    from tests.faults.people import Answer, Runner

Notes = dict[str, str | None]  # what each entry's note is by its id; None: it was deleted


class Writer:
    """Adds, changes and deletes entries, one after the other, each until it is answered.

    `excuses` are words of pages (503) after which it tries again.
    """

    def __init__(
        self, runner: Runner, port: int, random: Random, excuses: tuple[str, ...] = ()
    ) -> None:
        self.runner = runner
        self.excused: Counter[str] = Counter()
        self._excuses = excuses
        self.wrong: list[str] = []  # answers that should not have been given
        self.answered = 0
        self._port = port
        self._random = random
        self._lock = threading.Lock()
        self._notes: Notes = {}
        self._paths: dict[str, str] = {}
        self._asked: str | None = None
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._write_on, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def known(self) -> Notes:
        """What must be so now: every entry but the one that is being asked for."""
        with self._lock:
            return {uid: note for uid, note in self._notes.items() if uid != self._asked}

    def end(self) -> None:
        """Let it finish what it has begun, and wait for that."""
        self._ending.set()
        self._thread.join(120)
        assert not self._thread.is_alive(), "a writer never got an answer"

    def _write_on(self) -> None:
        while not self._ending.is_set():
            present = [uid for uid, note in self._notes.items() if note is not None]
            chance = self._random.random()
            if present and chance < 0.2:
                self._change(self._random.choice(present))
            elif present and chance < 0.3:
                self._delete(self._random.choice(present))
            else:
                self._add()

    def _add(self) -> None:
        uid = uuid.UUID(int=self._random.getrandbits(128)).hex
        self._paths[uid] = self._random.choice(("check-in", "session"))
        self._write(uid, f"/{self._paths[uid]}", f"new {uid}")

    def _change(self, uid: str) -> None:
        note = f"changed {self._random.random()} {uid}"
        self._write(uid, f"/{self._paths[uid]}s/{uid}/edit", note)

    def _delete(self, uid: str) -> None:
        self._write(uid, f"/{self._paths[uid]}s/{uid}/delete", None)

    def _write(self, uid: str, path: str, note: str | None) -> None:
        form = a_check_in if self._paths[uid] == "check-in" else a_ride
        day = today() - timedelta(days=self._random.randrange(DAYS))
        with self._lock:
            self._asked = uid
        answer = self._until_answered(path, form(uid, day, note or ""))
        is_gone = note is None and answer.status == 404  # deleted by a try that was cut short
        with self._lock:
            if answer.status == 303 or is_gone:
                self._notes[uid] = note
                self.answered += 1
            else:
                self.wrong.append(f"{path}: {answer}")
            self._asked = None

    def _until_answered(self, path: str, fields: dict[str, str]) -> Answer:
        """Send the same form, with its id, until there is an answer, as a phone does."""
        while True:
            try:
                answer = self.runner.send(self._port, path, fields)
                excuse = next((words for words in self._excuses if words in answer.page), None)
                if answer.status != 503 or excuse is None:
                    return answer
                self.excused[excuse] += 1
            except (OSError, HTTPException):
                time.sleep(0.01)
