"""The words of one rule: one frozen value, kept under the rule's id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.translations import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.verdict import Decision

    Sentence = Callable[[Decision, Any, RehabProtocol], str]

PHYSICIAN = N_("See a sports-medicine physician.")


@dataclass(frozen=True, slots=True)
class Past:
    """What a rule says of a past day where its words of today are not true of one.

    `sentence` words what held against a run there; `title` stands for the rule's own, and
    `facts` for those of its facts that it names.
    """

    sentence: Sentence
    title: str = ""
    facts: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What a rule says.

    `sentence` words whatever it can find, `answer` says it in two or three words, beside the
    rule's title, which is a question or a neutral noun; `advice` follows where it does not
    clear. `facts` names what it read, by the names of its facts. `why_not` ends “not cleared,
    because ...” of a past run, `held_by` says the same of a day; a rule that only warns has
    neither. `past` words a day that is over, where that differs. What `sentence` and `answer`
    return is in the language spoken; all else is marked, and translated where it is used.
    """

    sentence: Sentence
    answer: Callable[[Decision, Any], str]
    facts: Mapping[str, str]
    why_not: str = ""
    held_by: str = ""
    advice: str = ""
    past: Past | None = None
