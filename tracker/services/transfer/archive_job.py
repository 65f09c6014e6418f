"""The work on one archive, kept on disk: it goes on where it was left, whoever stopped it.

First the archive is looked through for what was done, then the recordings of what was chosen are
read. Both go piece by piece; a piece that is there twice counts once.
"""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.exchange.archive.activity import Step, Unreadable
from tracker.exchange.archive.opened import open_archive
from tracker.exchange.archive.reading import Reading, has_to_be_read, read
from tracker.progression.diary import Kind
from tracker.services.transfer import archive_choice
from tracker.services.transfer.archive_choice import Choice
from tracker.services.transfer.archive_lines import (
    adding_to,
    lines_of,
    to_activity,
    to_line,
    to_step,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from tracker.exchange.archive.activity import Activity
    from tracker.exchange.archive.opened import Archive

ARCHIVE = "archive.zip"
_SOURCE, _LOOKED, _CHOSEN, _READ = "source.json", "looked.jsonl", "chosen.json", "read.jsonl"


class Progress(NamedTuple):
    """How much of the work is done, and how much there is."""

    done: int
    of: int
    is_over: bool

    @property
    def percent(self) -> int:
        """The share that is done, from 0 to 100."""
        return 100 if self.is_over else min(99, 100 * self.done // max(1, self.of))


class Looked(NamedTuple):
    """What was seen of an archive so far, each activity once; `number` is where to go on."""

    activities: Mapping[str, Activity]
    unreadable: tuple[Unreadable, ...]
    progress: Progress
    number: int


class Job:
    """The work on an archive, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def is_there(self) -> bool:
        """Whether there is an archive to work on."""
        return (self.folder / _SOURCE).is_file()

    @property
    def name(self) -> str:
        """What its owner calls the archive."""
        return str(self._json(_SOURCE)["name"])

    def begin(self, source: Path, name: str) -> None:
        """Begin with an archive; go on if it is the one that was begun with."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        facts = source.stat()
        given = {"path": str(source), "name": name, "is": [facts.st_size, facts.st_mtime_ns]}
        if self.is_there and self._json(_SOURCE) == given:
            return
        for file in (_LOOKED, _CHOSEN, _READ):
            (self.folder / file).unlink(missing_ok=True)
        self._write(_SOURCE, given)

    def discard(self) -> None:
        """Throw the work away, and the archive with it if it lies here."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def look(self, keep_on: Callable[[], bool]) -> Progress:
        """Look through the archive while `keep_on` says so, and longer where there is no stop.

        Raises FilesError for what is no archive.
        """
        looked = self.looked()
        if looked.progress.is_over:
            return looked.progress
        with self._open() as archive, adding_to(self.folder / _LOOKED) as add:
            for piece in archive.activities(looked.number):
                add(to_line(piece))
                if isinstance(piece, Step) and piece.number is not None and not keep_on():
                    break
            else:
                add({"over": True})
        return self.looked().progress

    def looked(self) -> Looked:
        """What was seen so far."""
        activities: dict[str, Activity] = {}
        unreadable: dict[str, Unreadable] = {}
        step, is_over = Step(0, 1), False
        for line in lines_of(self.folder / _LOOKED):
            if "id" in line:
                activities[line["id"]] = to_activity(line)
            elif "what" in line:
                unreadable[line["name"]] = Unreadable(**line)
            step, is_over = to_step(line) or step, is_over or "over" in line
        progress = Progress(step.done, step.of, is_over)
        return Looked(activities, tuple(unreadable.values()), progress, step.number or 0)

    def choose(self, choice: Choice, zone: dt.tzinfo, today: dt.date) -> int:
        """Keep what is wanted, and return how many that are; what was read before stays read."""
        wanted = archive_choice.chosen(self.looked().activities.values(), choice, zone, today)
        since = choice.since and choice.since.isoformat()
        said = choice._asdict() | {"kinds": sorted(choice.kinds), "since": since}
        self._write(_CHOSEN, {"choice": said, "ids": [activity.id for activity in wanted]})
        return len(wanted)

    @property
    def is_chosen(self) -> bool:
        """Whether anything was chosen yet."""
        return (self.folder / _CHOSEN).is_file()

    def choice(self) -> Choice:
        """What is wanted; nothing as long as nothing was chosen."""
        if not self.is_chosen:
            return Choice(frozenset())
        said = self._json(_CHOSEN)["choice"]
        since = said["since"] and date.fromisoformat(said["since"])
        return Choice(frozenset(map(Kind, said["kinds"])), since, said["fast_are_runs"])

    def chosen(self) -> list[Activity]:
        """The activities that were chosen."""
        ids = self._json(_CHOSEN)["ids"] if self.is_chosen else []
        activities = self.looked().activities
        return [activities[uid] for uid in ids if uid in activities]

    def read_on(self, keep_on: Callable[[], bool]) -> Progress:
        """Read recordings of what was chosen while `keep_on` says so, at least one.

        Raises FilesError where the archive itself cannot be read any more.
        """
        read_before = self.readings()
        chosen = [activity for activity in self.chosen() if has_to_be_read(activity)]
        left = [activity for activity in chosen if activity.id not in read_before]
        done = len(chosen) - len(left)
        if left:
            with self._open() as archive, adding_to(self.folder / _READ) as add:
                for activity in left:
                    add({"of": activity.id, **read(archive, activity)._asdict()})
                    done += 1
                    if not keep_on():
                        break
        return Progress(done, len(chosen), done == len(chosen))

    def reading_progress(self) -> Progress:
        """How many of the recordings that were chosen are read."""
        read_before = self.readings()
        chosen = [activity.id for activity in self.chosen() if has_to_be_read(activity)]
        done = sum(uid in read_before for uid in chosen)
        return Progress(done, len(chosen), done == len(chosen))

    def readings(self) -> dict[str, Reading]:
        """What was read so far, by the ids of the activities."""
        read_before = {}
        for line in lines_of(self.folder / _READ):
            uid, kind = line.pop("of"), line.pop("kind")
            read_before[uid] = Reading(kind and Kind(kind), **line)
        return read_before

    def _open(self) -> AbstractContextManager[Archive]:
        return open_archive(Path(self._json(_SOURCE)["path"]), self.folder)

    def _json(self, name: str) -> Any:  # noqa: ANN401 - what was written
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def _write(self, name: str, value: object) -> None:
        begun = self.folder / f"{name}.begun"
        begun.write_text(json.dumps(value), encoding="utf-8")
        begun.replace(self.folder / name)
