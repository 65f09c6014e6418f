"""What an archive says of an injury that is here already: told, and never taken over.

Such facts decide whether running is cleared; the runner changes them where that is explained.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.language.names import site_name
from tracker.language.phrases import full_date
from tracker.progression.episode import Side, Site
from tracker.reports.authority import by_whom
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tracker.content.visits import Visit
    from tracker.exchange.own_format.archive import Archive
    from tracker.progression.episode import Episode

_FACTS = {
    "onset": N_("The day it began: %(theirs)s in the file, %(ours)s here."),
    "site": N_("Where it hurts: %(theirs)s in the file, %(ours)s here."),
    "side": N_("The side: %(theirs)s in the file, %(ours)s here."),
    "baseline_minutes": N_("Minutes of the usual run: %(theirs)s in the file, %(ours)s here."),
    "baseline_week_minutes": N_(
        "Minutes of the usual week: %(theirs)s in the file, %(ours)s here."
    ),
    "timezone": N_("The time zone: %(theirs)s in the file, %(ours)s here."),
    "protocol": N_("The protocol: %(theirs)s in the file, %(ours)s here."),
    "protocol_by": N_("Who chose the protocol: %(theirs)s in the file, %(ours)s here."),
}

_SIDES = {Side.LEFT: N_("left"), Side.RIGHT: N_("right"), Side.BOTH: N_("both")}


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
    if visits:
        yield ngettext(
            "%(num)d visit to a clinician: %(what)s.",
            "%(num)d visits to a clinician: %(what)s.",
            len(visits),
            what="; ".join(visits),
        )


def _facts(stored: Episode, given: Episode) -> Iterator[str]:
    for name, sentence in _FACTS.items():
        ours, theirs = getattr(stored, name), getattr(given, name)
        if ours != theirs:
            yield gettext(sentence, theirs=_in_words(theirs), ours=_in_words(ours))


def _answers(stored: Episode, given: Episode) -> Iterator[str]:
    answers = [_plain(answer) for answer in given.screening if answer not in stored.screening]
    if answers:
        yield ngettext(
            "%(num)d yes to a first question: %(what)s.",
            "%(num)d yes to first questions: %(what)s.",
            len(answers),
            what="; ".join(answers),
        )


def _words_of_clinicians(stored: Episode, given: Episode) -> Iterator[str]:
    settings = [
        gettext(
            "%(number)s %(value)s from %(day)s",
            number=_plain(setting.name),
            value=setting.value,
            day=full_date(setting.date),
        )
        for setting in given.settings
        if setting not in stored.settings
    ]
    if settings:
        yield ngettext(
            "%(num)d changed number: %(what)s.",
            "%(num)d changed numbers: %(what)s.",
            len(settings),
            what="; ".join(settings),
        )
    clearances = [
        f"{by_whom(clearance)}, {full_date(clearance.date)}"
        for clearance in given.clearances
        if clearance not in stored.clearances
    ]
    if clearances:
        yield ngettext(
            "%(num)d clearance by a clinician: %(what)s.",
            "%(num)d clearances by a clinician: %(what)s.",
            len(clearances),
            what="; ".join(clearances),
        )


def _in_words(fact: object) -> str:
    """A fact as people read it: the same words as the file has, in the language spoken."""
    if fact is None:
        return gettext("not said")
    if isinstance(fact, Site):
        return site_name(fact)
    if isinstance(fact, Side):
        return gettext(_SIDES[fact])
    return full_date(fact) if isinstance(fact, date) else str(fact)


def _plain(name: str) -> str:
    return name.replace("_", " ")
