"""The form of the warning signs: three groups, each with "none of these" as a choice to make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.content.red_flags import EMERGENCY_SIGNS, ROUTINE_SIGNS, URGENT_SIGNS
from tracker.progression.contradictions import check_in_contradictions
from tracker.progression.diary import CheckIn
from tracker.web.diary.check_in_form import moment_at
from tracker.web.diary.entry_form import EntryForm, refuse
from tracker.web.injury.screen_form import SignsField
from tracker.web.kit.fields import PainField, SensationField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.progression.contradictions import Contradiction


class FlagsForm(EntryForm):
    """What is true now; with a sign, also how bad it is, since both make a check-in."""

    emergency = SignsField("Is any of this true now?", EMERGENCY_SIGNS)
    urgent = SignsField("Or any of this?", URGENT_SIGNS)
    routine = SignsField("And any of this?", ROUTINE_SIGNS)
    pain = PainField("How bad is the worst pain in the sore area?")
    sensation = SensationField("What does it feel like?")

    def flags(self) -> tuple[str, ...]:
        """Return the ids of all signs that were ticked."""
        return (*self.emergency.ticked, *self.urgent.ticked, *self.routine.ticked)

    def check_in(self) -> CheckIn:
        """Return the answers as a check-in; only after they were validated, and with a sign."""
        assert self.sensation.sensation is not None  # noqa: S101 - checked with the fields
        return CheckIn(
            id=str(self.uid.data),
            date=self.date.data,
            time=self.time.data,
            moment=moment_at(self.time.data),
            pain=int(str(self.pain.data)),
            sensation=self.sensation.sensation,
            red_flags=self.flags(),
            note=self.note.data or "",
        )

    def contradictions(self) -> Iterable[Contradiction]:
        """A sign without a score, or a score that does not fit what it feels like."""
        if not self.flags():
            return ()
        if self.pain.data is None:
            refuse(self.pain, "Choose a number from 0 to 10, so that the answers can be kept.")
        if self.sensation.data is None:
            refuse(self.sensation, "Choose what it feels like.")
        return () if self.errors else check_in_contradictions(self.check_in())
