"""What scripts say, in the language spoken; `{name}` stands for what a script fills in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

from tracker.translations import gettext, ngettext, pgettext, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBERS = range(200)  # among them one of each plural that a language has


def every_pages_words() -> Mapping[str, object]:
    """Return the messages of scripts that are on every page; one that counts by kind of plural."""
    return {
        "check-in": gettext("Check-in"),
        "session": gettext("Session"),
        "red-flags": gettext("Warning signs"),
        "waiting": _counted(
            "%(num)d entry on this phone, not sent yet",
            "%(num)d entries on this phone, not sent yet",
        ),
        "deleted": gettext("Deleted: {what}"),
        "undo": gettext("Undo. Deleted: {what}"),
        "no memory": gettext(
            "This browser keeps nothing for later. Send it when there is a network."
        ),
        "nobody": gettext(
            "Sign in once while there is a network: this phone does not know whose diary it is."
        ),
        "missing": gettext("Some answers are missing. Choose one in every group."),
        "cannot sign out": gettext(
            "No connection. Sign out when the tracker can be reached; nothing was deleted."
        ),
        "too large": gettext("This file is too large. Choose a smaller one."),
    }


def guides_words() -> Mapping[str, object]:
    """Return the messages of the guide."""
    return {
        "walk": gettext("Walk"),
        "jog": gettext("Jog"),
        "run": gettext("Run"),
        "walk stopped": gettext("Walk, stopped for sharp pain"),
        "run stopped": gettext("Run, stopped for sharp pain"),
        "walk paused": gettext("Walk – paused"),
        "jog paused": gettext("Jog – paused"),
        "the end": pgettext("what comes next in a run", "the end"),
        "pause": pgettext("button", "Pause"),
        "go on": pgettext("button", "Go on"),
        "of whole": gettext("{done} of {whole} min"),
        "walk done": gettext("Done."),
        "run done": gettext("Done. Walk easily for a while."),
        "set back": gettext(
            "This phone’s clock was set back by {time} during the run. The run is counted as if it"
            " had not been."
        ),
        "set forward": gettext(
            "This phone’s clock was set forward by {time} during the run. The run is counted as if"
            " it had not been."
        ),
    }


def links_words() -> Mapping[str, object]:
    """Return the messages beside a link, or a token, that is copied or passed on."""
    return {
        "summary": gettext("Return-to-running summary"),
        "copied": gettext("Copied."),
        "not copied": gettext("It could not be copied. It is marked: copy it by hand."),
    }


def notification() -> Mapping[str, str]:
    """Return the words of the phone's own reminder: a locked screen shows them to anybody."""
    return {"title": gettext("Good morning"), "body": gettext("Your check-in is waiting.")}


def _counted(singular: str, plural: str) -> Mapping[str, str]:
    """Return a message that counts, by the names that browsers have for plurals: one, other."""
    kind_of = Locale.parse(spoken().locale).plural_form
    forms: dict[str, str] = {}
    for number in _NUMBERS:
        forms.setdefault(
            kind_of(number), ngettext(singular, plural, number).replace(str(number), "{n}")
        )
    return forms
