"""What reminders say, and what is said of them. No word of health: others may read over a shoulder.

The words of a message name neither this program nor an injury; what the address says, it says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Mapping


class Words(NamedTuple):
    """A message: its title, and its one sentence; marked, and translated as it is written."""

    title: str
    sentence: str


QUESTION = Words(N_("A question is waiting"), N_("A question is waiting for you."))
TEST = Words(N_("A test message"), N_("This is a test. Messages like this one arrive here."))

# What is shown of a failure, by the word that is stored of it: what went wrong, and what to do.
FAILURES: Mapping[str, str] = {
    "no-server": N_("No mail server is set. Whoever runs this tracker can name one."),
    "no-public-address": N_(
        "Nobody has said under which address this tracker is reached, so a message could not lead"
        " back here. Whoever runs it can say so (--public-url)."
    ),
    "key-changed": N_("Where to send it cannot be read any more. Type the address again."),
    "unknown-name": N_("There is no server of that name. Is the address right?"),
    "own-network": N_(
        "That address is inside the network of this server, and messages may not go there."
        " Whoever runs this tracker can allow it."
    ),
    "unreachable": N_("The other server could not be reached."),
    "silent": N_("The other server did not answer in time."),
    "cut-off": N_("The other server broke off in the middle."),
    "no-encryption": N_("No encrypted connection could be made, so nothing was sent."),
    "certificate": N_("The other server could not prove who it is, so nothing was sent."),
    "sign-in": N_("The mail server did not take the name and password in this tracker’s settings."),
    "refused": N_("The other server refused it."),
    "redirect": N_("The other server pointed to another address, and that is not followed."),
    "not-understood": N_("What answered is not a server of the web."),
}
UNCERTAIN = N_("It may have arrived all the same, so it was not sent again.")
CUT_SHORT = N_(
    "This tracker was stopped while it was sending the last one. It may have arrived or not;"
    " it was not sent again."
)


def failure_sentence(failure: str, said: str) -> str:
    """Say why a message did not arrive, with what the other server said of it."""
    sentence = gettext(FAILURES[failure])
    if not said:
        return sentence
    return gettext("%(sentence)s It said: “%(said)s”.", sentence=sentence, said=said)


def title(words: Words) -> str:
    """The title of a message."""
    return gettext(words.title)


def message_text(words: Words, address: str, stop: str) -> str:
    """The body of a message: its sentence, where to go, and how to end these."""
    ending = gettext("No more of these messages:")
    return f"{gettext(words.sentence)}\n\n{address}\n\n{ending}\n{stop}\n"


def stop_button() -> str:
    """What a button says that ends these messages."""
    return gettext("No more of these")
