"""The table of what a clinician looks for first: setbacks, deviations, signs, clearances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.content.red_flags import SIGNS
from tracker.content.sign import Urgency
from tracker.language.names import kind_name
from tracker.language.phrases import full_date
from tracker.language.rules import why_not
from tracker.reports.authority import by_whom
from tracker.reports.setbacks import Cause, cause_title
from tracker.reports.tables import Table, short_date, sign_names
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.content.visits import Visit
    from tracker.progression.diary import SessionLog
    from tracker.progression.episode import Clearance
    from tracker.reports.setbacks import Setback
    from tracker.reports.summary import Summary


def event_table(summary: Summary) -> Table:
    """What a clinician looks for first, in the order of the days."""
    events = sorted(_events(summary), key=lambda event: event[0])
    onset = summary.episode.onset
    return Table(
        gettext("Setbacks, deviations, warning signs, clearances"),
        (gettext("Date"), gettext("Day"), gettext("What")),
        tuple((short_date(summary, day), str((day - onset).days), what) for day, what in events),
        empty=gettext("None in these days."),
        note=gettext("Deviation: a run that was not cleared that day. It carries no blame."),
    )


def _events(summary: Summary) -> Iterator[tuple[date, str]]:
    yield from _signs(summary)
    for session in summary.sharp:
        yield session.date, _stop(session)
    for back in summary.setbacks:
        if back.cause is not Cause.SHARP and back.day >= summary.first:
            yield back.day, _set_back(summary, back)
    for deviation in summary.deviations:
        words = gettext("Deviation: %(reasons)s", reasons=why_not(deviation.rules))
        yield deviation.date, words
    for clearance in summary.clearances:
        yield clearance.date, _with_words(_cleared(clearance), clearance.note)
    for visit in summary.visits:
        yield visit.date, _visit(visit)


def _stop(session: SessionLog) -> str:
    kind = kind_name(session.kind)
    if session.pain is None:
        return gettext("Stop: sharp pain (%(kind)s, not scored)", kind=kind)
    return gettext("Stop: sharp pain (%(kind)s, pain %(score)d)", kind=kind, score=session.pain)


def _cleared(clearance: Clearance) -> str:
    name = by_whom(clearance)
    if not clearance.covers:
        return gettext("Cleared to run by %(name)s", name=name)
    return gettext(
        "Cleared to run by %(name)s, only of %(signs)s",
        name=name,
        signs=sign_names(clearance.covers),
    )


def _visit(visit: Visit) -> str:
    seen = _with_words(gettext("Seen by %(name)s", name=by_whom(visit)), visit.said)
    if visit.next_on is None:
        return seen
    later = gettext("Next appointment: %(day)s.", day=full_date(visit.next_on))
    return f"{seen} {later}"


def _with_words(what: str, words: str) -> str:
    """What happened, and somebody's own words of it, if there are any."""
    return f"{what}: {words}" if words else what


def _signs(summary: Summary) -> Iterator[tuple[date, str]]:
    for flagged in summary.flags:
        for sign in flagged.flags:
            question = SIGNS[sign].question
            if SIGNS[sign].urgency is Urgency.FIRST:
                words = gettext("Yes at the start: %(question)s", question=question)
            else:
                words = gettext("Warning sign %(id)s: %(question)s", id=sign, question=question)
            yield flagged.date, words
    for taken in summary.corrected:
        for sign in taken.flags:
            words = gettext(
                "Taken back, %(id)s: %(question)s Reason given: %(reason)s",
                id=sign,
                question=SIGNS[sign].question,
                reason=taken.reason,
            )
            yield taken.date, words


def _set_back(summary: Summary, back: Setback) -> str:
    """A setback other than sharp pain, which is told as the session that stopped."""
    what = _what(summary, back)
    if back.step >= summary.protocol.build_step:
        return what
    if back.took_step:
        return gettext("%(what)s: now step %(step)d", what=what, step=back.step)
    return gettext("%(what)s: still step %(step)d", what=what, step=back.step)


def _what(summary: Summary, back: Setback) -> str:
    if back.cause is Cause.FLARE and back.pain:
        return gettext("Flare, worst pain %(score)d", score=back.pain)
    if back.cause is Cause.BAD_DAYS:
        return gettext("Third painful day within a week")
    if back.cause is Cause.AFTER_RUN and back.run_day is not None:
        day = short_date(summary, back.run_day)
        return gettext("Step back after the run of %(day)s", day=day)
    return cause_title(back.cause)
