"""On whose word a rule or a number rests: its documents, or whoever changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.content.literature import reference, titled
from tracker.content.red_flags import SIGNS
from tracker.language.amounts import amount
from tracker.language.phrases import full_date
from tracker.progression.episode import Clearance, Setting, Through
from tracker.progression.protocol import Grade, Origin
from tracker.progression.protocol_document.reader import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tracker.content.visits import Visit
    from tracker.progression.protocol import Number, RehabProtocol, RuleBasis, Step

ORIGINS: Mapping[Origin, str] = {
    Origin.DOCUMENTED: "Said by a source document",
    Origin.PUBLISHED: "Published",
    Origin.DEFAULT: "Our own default",
}
OF_A_VARIANT = "Set by this protocol"

GRADES: Mapping[Grade, str] = {
    Grade.TRIAL: "tested in a trial",
    Grade.COHORT: "seen in people who were followed",
    Grade.CONSENSUS: "agreed on by experts",
    Grade.CLINIC: "clinicians’ practice, not tested",
    Grade.DEFAULT: "a default, not tested",
}


_HOW: Mapping[Through, str] = {
    Through.RUNNER: "",
    Through.LINK: " through a link, identity not proven",
    Through.ACCOUNT: ", signed in to an account of a clinician",
    Through.FILE: " by an account elsewhere, as a file says, identity not proven",
}
_CAME: Mapping[Through, str] = {
    Through.RUNNER: "recorded by {runner}",
    Through.LINK: "accepted by {runner}",
    Through.ACCOUNT: "recorded by themselves",
    Through.FILE: "read in from a file",
}


def by_whom(word: Clearance | Setting | Visit) -> str:
    """Return on whose word something rests, and how sure it is whose; "" for the runner's own."""
    return f"{word.by}{_HOW[word.through]}" if word.by else ""


def how_it_came(word: Clearance | Setting | Visit, runner: str = "the runner") -> str:
    """Return who brought a clinician's word into the diary; `runner` is what they are called."""
    return _CAME[word.through].format(runner=runner)


def basis(protocol: RehabProtocol, rule: str) -> str:
    """Return on whose word a rule rests."""
    return cited(protocol, protocol.rules[rule])


def cited(protocol: RehabProtocol, about: Number | Step | RuleBasis) -> str:
    """Return an origin and its documents in one sentence."""
    documents = "; ".join(reference(titled(key, protocol.sources[key])) for key in about.sources)
    origin = OF_A_VARIANT if _is_a_variants_own(protocol, about) else ORIGINS[about.origin]
    return f"{origin}: {documents}." if documents else f"{origin}."


def _is_a_variants_own(protocol: RehabProtocol, about: Number | Step | RuleBasis) -> bool:
    """Whether a default is none of ours, but of whoever wrote a protocol of their own."""
    usual = shipped()
    if protocol.id == usual.id or about.origin is not Origin.DEFAULT:
        return False
    return about not in (*usual.origins.values(), *usual.steps, *usual.rules.values())


def graded(protocol: RehabProtocol, about: Number | Step | RuleBasis) -> str:
    """Return on whose word a number, a step or a rule rests, and how far that was put to a test."""
    return f"{cited(protocol, about)} Grade: {GRADES[about.grade]}."


def basis_today(protocol: RehabProtocol, rule: str, changed: Mapping[str, Setting]) -> str:
    """Return on whose word a rule decides: its sources', and of whoever changed a number it reads.

    `changed` are the numbers of the protocol that were changed for the episode, by name.
    """
    return " ".join([basis(protocol, rule), *_changes(protocol, rule, changed)])


def _changes(protocol: RehabProtocol, rule: str, changed: Mapping[str, Setting]) -> Iterator[str]:
    for name in protocol.rules[rule].numbers:
        if name in changed:
            change, number = changed[name], protocol.origins[name]
            since = f"{amount(change.value, number)} since {full_date(change.date)}"
            yield f"{number.title}: {since}, set by {by_whom(change) or 'the runner'}."


def speaks_of(clearance: Clearance) -> str:
    """Return what a clearance clears, in one sentence: the signs it names, or all of its time."""
    named = "; ".join(f"“{SIGNS[sign].question}”" for sign in clearance.covers)
    return f"It clears only: {named}." if named else "It clears all that was open then."
