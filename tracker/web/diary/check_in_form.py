"""The form of a check-in, and what it says in the diary's own values."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from wtforms import BooleanField, SelectMultipleField

from tracker.content.red_flags import EMERGENCY_SIGNS, ROUTINE_SIGNS, URGENT_SIGNS
from tracker.entries.fields import CHECK_IN
from tracker.progression.contradictions import check_in_contradictions
from tracker.progression.diary import CheckIn, Moment
from tracker.progression.episode import RED_FLAGS
from tracker.web.diary.entry_form import EntryForm
from tracker.web.kit.fields import ChoiceField, PainField, SensationField, offered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.progression.contradictions import Contradiction

_MORNING, _MIDDAY, _EVENING, _NIGHT = time(4), time(11), time(18), time(22)

MOMENTS = (
    ("", "As the time says"),
    (Moment.WAKING, "On waking"),
    (Moment.DAY, "During the day"),
    (Moment.EVENING, "In the evening"),
    (Moment.NIGHT, "At night"),
)


def moment_at(clock: time) -> Moment:
    """Return the part of the day a time lies in."""
    if _MORNING <= clock < _MIDDAY:
        return Moment.WAKING
    if _MIDDAY <= clock < _EVENING:
        return Moment.DAY
    return Moment.EVENING if _EVENING <= clock < _NIGHT else Moment.NIGHT


class CheckInForm(EntryForm):
    """How it feels: a number and a word are required, the rest only if there is something."""

    pain = PainField("How bad is the worst pain in the sore area?", "Choose a number from 0 to 10.")
    sensation = SensationField("What does it feel like?", "Choose what it feels like.")
    limp = BooleanField("I am limping")
    painkiller = BooleanField("I took a painkiller today")
    red_flags = SelectMultipleField(
        "Tick what is true",
        choices=offered(
            (sign.id, sign.question) for sign in (*EMERGENCY_SIGNS, *URGENT_SIGNS, *ROUTINE_SIGNS)
        ),
    )
    moment = ChoiceField("Part of the day", MOMENTS)

    def check_in(self) -> CheckIn:
        """Return the answers as a check-in; only after every field was validated."""
        flags = self.red_flags.data or ()
        answers = self.answers(CHECK_IN) | {
            "id": str(self.uid.data),
            "red_flags": tuple(flag for flag in RED_FLAGS if flag in flags),
        }
        if not self.moment.data:
            answers["moment"] = moment_at(self.time.data)
        return CheckIn(**answers)

    def contradictions(self) -> Iterable[Contradiction]:
        """Between the score and what it feels like."""
        return check_in_contradictions(self.check_in())
