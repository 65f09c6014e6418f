"""The form of the warning signs: three groups, each with "none of these" as a choice to make."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tracker.content.red_flags import (
    EMERGENCY_SIGNS,
    ROUTINE_SIGNS,
    STILL_SEVERE,
    URGENT_SIGNS,
)
from tracker.progression.contradictions import check_in_contradictions
from tracker.progression.diary import CheckIn
from tracker.progression.episode import DENIED
from tracker.translations import N_, gettext
from tracker.web.diary.check_in_form import moment_at
from tracker.web.diary.entry_form import EntryForm, refuse
from tracker.web.injury.screen_form import SignsField
from tracker.web.kit.fields import offered
from tracker.web.kit.score_fields import PainField, SensationField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.progression.contradictions import Contradiction
    from tracker.services.diary.warning_signs import OpenQuestions


class FlagsForm(EntryForm):
    """What is true now; with a sign, also how bad it is, since both make a check-in.

    Questions that pain has `opened` are answered by denying them too: then that is a check-in, or
    becomes part of the one that can hold the answers.
    """

    emergency = SignsField(N_("Is any of this true now?"), EMERGENCY_SIGNS)
    urgent = SignsField(N_("Or any of this?"), URGENT_SIGNS)
    routine = SignsField(N_("And any of this?"), ROUTINE_SIGNS)
    pain = PainField(N_("How bad is the worst pain in the sore area?"))
    sensation = SensationField(N_("What does it feel like?"))

    def __init__(self, *, opened: OpenQuestions | None = None, **kwargs: Any) -> None:  # noqa: ANN401
        self.opened = opened
        super().__init__(**kwargs)
        if opened is not None and opened.is_severe:
            asked = [(value, label) for value, label, *_ in self.urgent.iter_choices()]
            still = gettext(STILL_SEVERE)
            self.urgent.choices = offered((v, still if v == "U7" else label) for v, label in asked)

    @property
    def amended(self) -> CheckIn | None:
        """The stored check-in that the answers belong to, unless a new score was given."""
        if self.opened is None or self.pain.data is not None:
            return None
        return self.opened.answerable

    @property
    def is_kept(self) -> bool:
        """Whether there is something to store: a sign, a score, or what pain has asked."""
        return bool(self.flags()) or self.opened is not None or self.pain.data is not None

    def flags(self) -> tuple[str, ...]:
        """Return the ids of all signs that were ticked."""
        return (*self.emergency.ticked, *self.urgent.ticked, *self.routine.ticked)

    def check_in(self) -> CheckIn:
        """Return the answers as a check-in; only after they were validated, and if kept."""
        answers = self.flags() or (DENIED,)
        if self.amended is not None:
            return replace(self.amended, red_flags=answers)
        assert self.sensation.sensation is not None  # noqa: S101 - checked with the fields
        return CheckIn(
            id=str(self.uid.data),
            date=self.date.data,
            time=self.time.data,
            moment=moment_at(self.time.data),
            pain=int(str(self.pain.data)),
            sensation=self.sensation.sensation,
            red_flags=answers,
            note=self.note.data or "",
        )

    def contradictions(self) -> Iterable[Contradiction]:
        """Answers to be kept without a score, or a score that does not fit what it feels like."""
        if not self.is_kept or self.amended is not None:
            return ()
        if self.pain.data is None:
            refuse(
                self.pain, gettext("Choose a number from 0 to 10, so that the answers can be kept.")
            )
        if self.sensation.data is None:
            refuse(self.sensation, gettext("Choose what it feels like."))
        return () if self.errors else check_in_contradictions(self.check_in())
