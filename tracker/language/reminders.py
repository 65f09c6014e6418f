"""What reminders say, and what is said of them. No word of health: others may read over a shoulder.

The words of a message name neither this program nor an injury; what the address says, it says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Words(NamedTuple):
    """A message: its title, and its one sentence."""

    title: str
    sentence: str


QUESTION = Words("A question is waiting", "A question is waiting for you.")
TEST = Words("A test message", "This is a test. Messages like this one arrive here.")
STOP = "No more of these messages:"
STOP_BUTTON = "No more of these"

# What is shown of a failure, by the word that is stored of it: what went wrong, and what to do.
FAILURES: Mapping[str, str] = {
    "no-server": "No mail server is set. Whoever runs this tracker can name one.",
    "no-public-address": (
        "Nobody has said under which address this tracker is reached, so a message could not lead"
        " back here. Whoever runs it can say so (--public-url)."
    ),
    "key-changed": "Where to send it cannot be read any more. Type the address again.",
    "unknown-name": "There is no server of that name. Is the address right?",
    "own-network": (
        "That address is inside the network of this server, and messages may not go there."
        " Whoever runs this tracker can allow it."
    ),
    "unreachable": "The other server could not be reached.",
    "silent": "The other server did not answer in time.",
    "cut-off": "The other server broke off in the middle.",
    "no-encryption": "No encrypted connection could be made, so nothing was sent.",
    "certificate": "The other server could not prove who it is, so nothing was sent.",
    "sign-in": "The mail server did not take the name and password in this tracker’s settings.",
    "refused": "The other server refused it.",
    "redirect": "The other server pointed to another address, and that is not followed.",
    "not-understood": "What answered is not a server of the web.",
}
UNCERTAIN = "It may have arrived all the same, so it was not sent again."
CUT_SHORT = (
    "This tracker was stopped while it was sending the last one. It may have arrived or not;"
    " it was not sent again."
)


def failure_sentence(failure: str, said: str) -> str:
    """Say why a message did not arrive, with what the other server said of it."""
    sentence = FAILURES[failure]
    return f"{sentence} It said: “{said}”." if said else sentence


def message_text(words: Words, address: str, stop: str) -> str:
    """The body of a message: its sentence, where to go, and how to end these."""
    return f"{words.sentence}\n\n{address}\n\n{STOP}\n{stop}\n"
