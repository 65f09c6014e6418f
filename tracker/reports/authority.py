"""On whose word a rule or a number rests: its documents, or whoever changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.content.literature import reference, titled
from tracker.content.red_flags import SIGNS
from tracker.language.amounts import amount
from tracker.language.phrases import full_date, quoted
from tracker.language.protocols import of_protocol
from tracker.progression.episode import Clearance, Setting, Through
from tracker.progression.protocol import Grade, Origin
from tracker.progression.protocol_document.reader import shipped
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tracker.content.visits import Visit
    from tracker.progression.protocol import Number, RehabProtocol, RuleBasis, Step

# Marked, and translated where they are used.
ORIGINS: Mapping[Origin, str] = {
    Origin.DOCUMENTED: N_("Said by a source document"),
    Origin.PUBLISHED: N_("Published"),
    Origin.DEFAULT: N_("Our own default"),
}
GRADES: Mapping[Grade, str] = {
    Grade.TRIAL: N_("tested in a trial"),
    Grade.COHORT: N_("seen in people who were followed"),
    Grade.CONSENSUS: N_("agreed on by experts"),
    Grade.CLINIC: N_("clinicians’ practice, not tested"),
    Grade.DEFAULT: N_("a default, not tested"),
}


_HOW: Mapping[Through, str] = {
    Through.LINK: N_("%(name)s through a link, identity not proven"),
    Through.ACCOUNT: N_("%(name)s, signed in to an account of a clinician"),
    Through.FILE: N_("%(name)s by an account elsewhere, as a file says, identity not proven"),
}
_CAME: Mapping[Through, str] = {
    Through.RUNNER: N_("recorded by the runner"),
    Through.LINK: N_("accepted by the runner"),
    Through.ACCOUNT: N_("recorded by themselves"),
    Through.FILE: N_("read in from a file"),
}
_CAME_SENTENCES: Mapping[Through, str] = {
    Through.RUNNER: N_("Recorded by the runner."),
    Through.LINK: N_("Accepted by the runner."),
    Through.ACCOUNT: N_("Recorded by themselves."),
    Through.FILE: N_("Read in from a file."),
}
_CAME_TO_YOU: Mapping[Through, str] = {
    Through.RUNNER: N_("recorded by you"),
    Through.LINK: N_("accepted by you"),
    Through.ACCOUNT: N_("recorded by themselves"),
    Through.FILE: N_("read in from a file"),
}


def by_whom(word: Clearance | Setting | Visit) -> str:
    """Return on whose word something rests, and how sure it is whose; "" for the runner's own."""
    if word.through is Through.RUNNER or not word.by:
        return word.by
    return gettext(_HOW[word.through], name=word.by)


def how_it_came(word: Clearance | Setting | Visit, runner: str = "the runner") -> str:
    """Return who brought a clinician's word into the diary, within a sentence.

    `runner` is what they are called: the runner, or you.
    """
    return gettext((_CAME_TO_YOU if runner == "you" else _CAME)[word.through])


def how_it_came_sentence(word: Clearance | Setting | Visit) -> str:
    """Return the same as a sentence about the runner."""
    return gettext(_CAME_SENTENCES[word.through])


def basis(protocol: RehabProtocol, rule: str) -> str:
    """Return on whose word a rule rests."""
    return cited(protocol, protocol.rules[rule])


def cited(protocol: RehabProtocol, about: Number | Step | RuleBasis) -> str:
    """Return an origin and its documents in one sentence."""
    documents = "; ".join(reference(titled(key, protocol.sources[key])) for key in about.sources)
    origin = _origin(protocol, about)
    if not documents:
        return f"{origin}."
    return gettext("%(origin)s: %(documents)s.", origin=origin, documents=documents)


def briefly(protocol: RehabProtocol, about: Number | Step | RuleBasis) -> str:
    """Return an origin and a grade, without the documents."""
    return f"{_origin(protocol, about)}. {_grade(about)}"


def _grade(about: Number | Step | RuleBasis) -> str:
    return gettext("Grade: %(grade)s.", grade=gettext(GRADES[about.grade]))


def _origin(protocol: RehabProtocol, about: Number | Step | RuleBasis) -> str:
    if _is_a_variants_own(protocol, about):
        return gettext("Set by this protocol")
    return gettext(ORIGINS[about.origin])


def _is_a_variants_own(protocol: RehabProtocol, about: Number | Step | RuleBasis) -> bool:
    """Whether a default is none of ours, but of whoever wrote a protocol of their own."""
    usual = shipped()
    if protocol.id == usual.id or about.origin is not Origin.DEFAULT:
        return False
    return about not in (*usual.origins.values(), *usual.steps, *usual.rules.values())


def graded(protocol: RehabProtocol, about: Number | Step | RuleBasis) -> str:
    """Return on whose word a number, a step or a rule rests, and how far that was put to a test."""
    return f"{cited(protocol, about)} {_grade(about)}"


def basis_today(protocol: RehabProtocol, rule: str, changed: Mapping[str, Setting]) -> str:
    """Return on whose word a rule decides: its sources', and of whoever changed a number it reads.

    `changed` are the numbers of the protocol that were changed for the episode, by name.
    """
    return " ".join([basis(protocol, rule), *_changes(protocol, rule, changed)])


def _changes(protocol: RehabProtocol, rule: str, changed: Mapping[str, Setting]) -> Iterator[str]:
    for name in protocol.rules[rule].numbers:
        if name in changed:
            change, number = changed[name], protocol.origins[name]
            yield gettext(
                "%(title)s: %(value)s since %(day)s, set by %(who)s.",
                title=of_protocol(number.title),
                value=amount(change.value, number),
                day=full_date(change.date),
                who=by_whom(change) or gettext("the runner"),
            )


def speaks_of(clearance: Clearance) -> str:
    """Return what a clearance clears, in one sentence: the signs it names, or all of its time."""
    if not clearance.covers:
        return gettext("It clears all that was open then.")
    named = "; ".join(quoted(SIGNS[sign].question) for sign in clearance.covers)
    return gettext("It clears only: %(signs)s.", signs=named)
