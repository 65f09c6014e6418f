"""That every day was decided anew, in words for the runner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import day_name
from tracker.language.sentences import place
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tracker.progression.review import Place

_MOST_NAMED = 3
_ANSWERS: Mapping[str, str] = {
    "cleared": N_("cleared"),
    "caution": N_("cleared, with care"),
    "hold": N_("not yet"),
    "stop": N_("stop"),
    "refer": N_("see a clinician first"),
}


def why(*, engine_changed: bool) -> str:
    """What was changed under the decisions."""
    if engine_changed:
        return gettext(
            "This version of the tracker decides by other rules, so every day was looked at again."
        )
    return gettext("The numbers of your protocol have changed, so every day was looked at again.")


def where(before: Place, after: Place) -> str:
    """Where the runner stands now, and stood before; empty where that is the same."""
    if before == after:
        return ""
    return gettext(
        "You now stand at %(after)s; before it was %(before)s.",
        after=place(*after),
        before=place(*before),
    )


def runs(deviations: Sequence[date], cleared: Sequence[date]) -> str:
    """Which runs are seen differently; empty for none."""
    sentences = []
    if deviations:
        sentences.append(gettext("Now recorded as deviations: %(days)s.", days=_days(deviations)))
    if cleared:
        sentences.append(gettext("No longer deviations: %(days)s.", days=_days(cleared)))
    return " ".join(sentences)


def answer(day: date, before: str, after: str, today: date) -> str:
    """How the answer of a day changed; today's is said to be today's."""
    was, now = gettext(_ANSWERS[before]), gettext(_ANSWERS[after])
    if day == today:
        return gettext(
            "Today’s answer was “%(before)s”. It is “%(after)s” now.", before=was, after=now
        )
    return gettext(
        "%(day)s: it was “%(before)s”, it is “%(after)s” now.",
        day=day_name(day),
        before=was,
        after=now,
    )


def _days(days: Sequence[date]) -> str:
    """The first of them by name, and how many more there are."""
    named = ", ".join(day_name(day) for day in days[:_MOST_NAMED])
    more = len(days) - _MOST_NAMED
    if more <= 0:
        return named
    return ngettext("%(days)s and %(num)d more", "%(days)s and %(num)d more", more, days=named)
