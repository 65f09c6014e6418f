"""What an archive says of an injury that is here already: told, and never taken over.

Such facts decide whether running is cleared; the runner changes them where that is explained.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import full_date
from tracker.reports.authority import by_whom

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tracker.content.visits import Visit
    from tracker.exchange.own_format.archive import Archive
    from tracker.progression.episode import Episode

_FACTS = {
    "onset": "the day it began",
    "site": "where it hurts",
    "side": "the side",
    "baseline_minutes": "minutes of the usual run",
    "baseline_week_minutes": "minutes of the usual week",
    "timezone": "the time zone",
    "protocol": "the protocol",
    "protocol_by": "who chose the protocol",
}


def left_out(stored: Episode, visits: Sequence[Visit], given: Archive) -> tuple[str, ...]:
    """What the given archive says of its injury beyond what is here, in sentences."""
    facts = given.episode
    return (
        *_facts(stored, facts),
        *_answers(stored, facts),
        *_words_of_clinicians(stored, facts),
        *_visits(visits, given.keeping.visits),
    )


def _visits(stored: Sequence[Visit], given: Iterable[Visit]) -> Iterator[str]:
    visits = [f"{it.by}, {full_date(it.date)}" for it in given if it not in stored]
    yield from _counted(visits, "visit to a clinician", "visits to a clinician")


def _facts(stored: Episode, given: Episode) -> Iterator[str]:
    for name, words in _FACTS.items():
        ours, theirs = getattr(stored, name), getattr(given, name)
        if ours != theirs:
            said = ("not said" if fact is None else fact for fact in (theirs, ours))
            yield "{}: {} in the file, {} here.".format(words.capitalize(), *said)


def _answers(stored: Episode, given: Episode) -> Iterator[str]:
    answers = [_plain(answer) for answer in given.screening if answer not in stored.screening]
    yield from _counted(answers, "yes to a first question", "yes to first questions")


def _words_of_clinicians(stored: Episode, given: Episode) -> Iterator[str]:
    settings = [
        f"{_plain(setting.name)} {setting.value} from {full_date(setting.date)}"
        for setting in given.settings
        if setting not in stored.settings
    ]
    yield from _counted(settings, "changed number", "changed numbers")
    clearances = [
        f"{by_whom(clearance)}, {full_date(clearance.date)}"
        for clearance in given.clearances
        if clearance not in stored.clearances
    ]
    yield from _counted(clearances, "clearance by a clinician", "clearances by a clinician")


def _counted(items: Iterable[str], one: str, many: str) -> Iterator[str]:
    if items := list(items):
        yield f"{len(items)} {one if len(items) == 1 else many}: {'; '.join(items)}."


def _plain(name: str) -> str:
    return name.replace("_", " ")
