"""What has changed since the last visit to a clinician, in a few sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.content.red_flags import SIGNS
from tracker.language.phrases import full_date, quoted
from tracker.language.protocols import of_protocol
from tracker.language.sentences import place
from tracker.progression.review import place_of
from tracker.reports.authority import by_whom
from tracker.reports.run_days import Outcome
from tracker.reports.setbacks import cause_title
from tracker.translations import gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tracker.content.visits import Visit
    from tracker.progression.standing import Standing
    from tracker.reports.summary import Summary


class SinceVisit(NamedTuple):
    """The days since the last visit, or since the injury began, and what changed in them."""

    since: date
    sentences: tuple[str, ...]


def last_visit(visits: Sequence[Visit], today: date) -> Visit | None:
    """The visit that was last, today's left out: it is the one that is prepared."""
    past = [visit for visit in visits if visit.date < today]
    return past[-1] if past else None


def since_visit(summary: Summary, before: Standing | None) -> SinceVisit:
    """What changed in the days of a summary; `before` is the standing the day before them."""
    return SinceVisit(summary.first, tuple(_changes(summary, before)))


def _changes(summary: Summary, before: Standing | None) -> Iterator[str]:
    now = place(*place_of(summary.standing))
    was = None if before is None else place(*place_of(before))
    if was in {None, now}:
        yield gettext("Now at %(now)s.", now=now)
    else:
        yield gettext("From %(was)s to %(now)s.", was=was, now=now)
    runs = [run.outcome for run in summary.runs]
    if runs:
        clean = runs.count(Outcome.CLEAN)
        yield ngettext(
            "%(num)d run day, %(clean)d clean.",
            "%(num)d run days, %(clean)d clean.",
            len(runs),
            clean=clean,
        )
    else:
        yield gettext("No run.")
    for back in summary.setbacks:
        if back.day >= summary.first:
            yield gettext(
                "%(what)s on %(day)s.", what=cause_title(back.cause), day=full_date(back.day)
            )
    for flagged in summary.flags:
        asked = "; ".join(quoted(SIGNS[sign].question) for sign in flagged.flags)
        yield gettext(
            "Answered yes on %(day)s: %(questions)s",
            day=full_date(flagged.date),
            questions=asked,
        )
    for change in summary.changes:
        if change.setting.date >= summary.first:
            yield gettext(
                "%(title)s changed on %(day)s, by %(who)s.",
                title=of_protocol(summary.protocol.origins[change.setting.name].title),
                day=full_date(change.setting.date),
                who=by_whom(change.setting) or gettext("you"),
            )
