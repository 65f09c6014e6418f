"""What was done yesterday and can be logged again in two taps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.diary import RUNNING_KINDS
from tracker.progression.pain import is_painful
from tracker.progression.standing import ONE_DAY

if TYPE_CHECKING:
    from tracker.progression.diary import SessionLog
    from tracker.services.diary.days import Today


def again(today: Today) -> list[SessionLog]:
    """Yesterday's sessions without jogging that could be done again today, the last of a kind.

    None that hurt, or of a kind that is recorded today; none where only easy walking is fine.
    """
    if today.only_easy_walking:
        return []
    done = RUNNING_KINDS | {session.kind for session in today.records.sessions}
    yesterday = {s.kind: s for s in today.diary.day(today.day - ONE_DAY).sessions}
    return [
        session
        for kind, session in yesterday.items()
        if kind not in done and not is_painful(session, today.protocol.numbers)
    ]
