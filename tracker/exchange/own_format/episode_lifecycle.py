"""How an episode is kept, as part of its JSON document, and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.entries.cells import from_instant, to_date, to_instant
from tracker.exchange.own_format.episode_visits import from_visits, to_note, to_visits
from tracker.exchange.own_format.json_values import known, to_words, to_yes_or_no, worded
from tracker.translations import gettext

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.content.visits import Visit
    from tracker.exchange.parse_errors import Record

KEEPING_KEYS = (
    "onset_about", "opened_at", "closed_on", "closed_reason", "reopened_at", "follows",
    "visits", "questions",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeLifecycle:
    """How an episode is kept: when it was opened, ended, and which earlier one it follows.

    `opened_at` is what it is known by, in `follows` too. `visits` are what clinicians said in
    words, `questions` what the runner wants to ask at the next one.
    """

    opened_at: datetime | None = None
    onset_about: bool = False
    closed_on: date | None = None
    closed_reason: str | None = None
    reopened_at: datetime | None = None
    follows: datetime | None = None
    visits: tuple[Visit, ...] = ()
    questions: str = ""


def to_keeping(record: Record) -> EpisodeLifecycle:
    """Read how an episode is kept, from the record of its document."""
    closed_on = record.get("closed_on", _date)
    reason = record.get("closed_reason", to_words)
    if (closed_on is None) != (reason is None):
        record.fault("closed_reason", gettext("must stand with closed_on, or not at all"))
    return EpisodeLifecycle(
        opened_at=record.get("opened_at", _instant),
        onset_about=record.get("onset_about", to_yes_or_no) is True,
        closed_on=closed_on,
        closed_reason=reason,
        reopened_at=record.get("reopened_at", _instant),
        follows=record.get("follows", _instant),
        visits=to_visits(record),
        questions=record.text("questions", to_note),
    )


def from_keeping(keeping: EpisodeLifecycle) -> dict[str, object]:
    """Write how an episode is kept, as keys of its document."""
    closed_on = keeping.closed_on
    return (
        {"onset_about": keeping.onset_about}
        | known(
            opened_at=from_instant(keeping.opened_at),
            closed_on=None if closed_on is None else closed_on.isoformat(),
            closed_reason=keeping.closed_reason,
            reopened_at=from_instant(keeping.reopened_at),
            follows=from_instant(keeping.follows),
            questions=keeping.questions,
        )
        | from_visits(keeping.visits)
    )


_date = worded(to_date)
_instant = worded(to_instant)
