"""How long the fold takes, beside the csv module reading the same entries."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tests.bench.measure import Figure, milliseconds, ratio
from tests.builders import diary, good_morning, on, run, walk
from tracker.exchange.own_format.diary_csv import check_ins_csv, sessions_csv
from tracker.progression.diary import CheckIn, SessionLog
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import stand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tracker.progression.diary import Diary

WINDOW, TEN_YEARS = 42, 3652
AT_MOST = 5.0  # times what it costs to read the entries as text
PROTOCOL = shipped()


def figures() -> Iterator[Figure]:
    """The fold of the recovery window, of ten years, and of an edit at the end of ten years."""
    for days, target in ((WINDOW, 1.0), (TEN_YEARS, 60.0)):
        name = f"fold of {days} days with a check-in each and a run every other day"
        yield Figure(name, milliseconds(partial(fold, daily(days), days)), "ms", target)
    for days in (WINDOW, TEN_YEARS):
        for texts, content in (
            (as_csv(days), "its five main columns"),
            (exported(days), "its export"),
        ):
            yield Figure(
                f"fold of {days} days",
                ratio(partial(fold, daily(days), days), partial(read, texts)),
                "x",
                AT_MOST,
                anchor=f"csv.DictReader reading the same entries, {content}",
            )
    story = daily(TEN_YEARS)
    known = stand(PROTOCOL, story, on(TEN_YEARS - 8)).standing
    yield Figure(
        "fold of the last week of ten years, from a stored standing",
        ratio(
            lambda: stand(PROTOCOL, story, on(TEN_YEARS - 1), after=known),
            lambda: fold(story, TEN_YEARS),
        ),
        "x",
        anchor="the fold from onset",
    )


def fold(story: Diary, days: int) -> object:
    """The standing of the last day."""
    return stand(PROTOCOL, story, on(days - 1))


def daily(days: int) -> Diary:
    """Pain-free from the start, the walk on day 1, then a run every other day."""
    return diary(*_entries(days))


def _entries(days: int) -> Iterator[CheckIn | SessionLog]:
    for day in range(days):
        yield replace(good_morning(day), id=f"c{day}")
        if day == 1:
            yield walk(day)
        elif day and day % 2 == 0:
            yield run(day)


def read(texts: Iterable[str]) -> list[dict[str, str]]:
    """Every row of some files."""
    return [row for text in texts for row in csv.DictReader(io.StringIO(text))]


def exported(days: int) -> tuple[str, ...]:
    """The same entries as the export writes them, with all of their columns."""
    entries = list(_entries(days))
    asked = [entry for entry in entries if isinstance(entry, CheckIn)]
    done = [entry for entry in entries if isinstance(entry, SessionLog)]
    return "".join(check_ins_csv(asked)), "".join(sessions_csv(done))


def as_csv(days: int) -> tuple[str]:
    """The same entries as rows of text, each with as little as tells them apart."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["date", "time", "pain", "sensation", "id"])
    writer.writerows(
        [e.date.isoformat(), str(e.time), e.pain, e.sensation, e.id] for e in _entries(days)
    )
    return (text.getvalue(),)
