"""What has changed since the last visit to a clinician, in a few sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.phrases import full_date
from tracker.language.sentences import place
from tracker.progression.review import place_of
from tracker.reports.authority import by_whom
from tracker.reports.run_days import Outcome
from tracker.reports.tables import sign_names

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
    yield f"Now at {now}." if was in {None, now} else f"From {was} to {now}."
    runs = [run.outcome for run in summary.runs]
    if runs:
        clean = runs.count(Outcome.CLEAN)
        yield f"{len(runs)} run {'day' if len(runs) == 1 else 'days'}, {clean} clean."
    else:
        yield "No run."
    for back in summary.setbacks:
        if back.day >= summary.first:
            yield f"{back.cause.value.capitalize()} on {full_date(back.day)}."
    for flagged in summary.flags:
        yield f"Recorded on {full_date(flagged.date)}: {sign_names(flagged.flags)}."
    for change in summary.changes:
        if change.setting.date >= summary.first:
            title = summary.protocol.origins[change.setting.name].title
            who = by_whom(change.setting) or "you"
            yield f"{title} changed on {full_date(change.setting.date)}, by {who}."
