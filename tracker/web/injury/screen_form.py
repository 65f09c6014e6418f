"""The screen before running: four questions and two groups of signs, nothing preset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wtforms import SelectMultipleField
from wtforms.validators import ValidationError

from tracker.content.red_flags import EMERGENCY_SIGNS, SCREENING_SIGNS, SIGNS, URGENT_SIGNS
from tracker.translations import N_, gettext
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import ChoiceField, WordsField, offered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.content.sign import Sign

NONE_OF_THESE = "none"
YES, NO = "yes", "no"


class SignsField(SelectMultipleField):
    """A group of signs to tick, or "None of these". Nothing ticked is no answer."""

    def __init__(self, label: str, signs: Sequence[Sign], **kwargs: Any) -> None:  # noqa: ANN401
        self.signs = frozenset(sign.id for sign in signs)
        pairs = [
            *((sign.id, sign.question) for sign in signs),
            (NONE_OF_THESE, N_("None of these")),
        ]
        super().__init__(label, choices=offered(pairs), **kwargs)

    def pre_validate(self, form: object) -> None:
        """Refuse no answer, a contradiction, and an answer that was never offered."""
        del form
        chosen = set(self.data or ())
        if not chosen:
            raise ValidationError(
                gettext(
                    "%(question)s Tick what applies, or “None of these”.",
                    question=self.label.text,
                )
            )
        if chosen - self.signs - {NONE_OF_THESE}:
            raise ValidationError(gettext("Choose among the answers shown."))
        if NONE_OF_THESE in chosen and len(chosen) > 1:
            raise ValidationError(
                gettext(
                    "“None of these” is ticked together with something else. Keep one of the two."
                )
            )

    @property
    def ticked(self) -> tuple[str, ...]:
        """The signs ticked."""
        return tuple(id_ for id_ in self.data or () if id_ in self.signs)


class SignField(ChoiceField):
    """The question of a sign, to answer with yes or no."""

    def __init__(self, sign: Sign, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(sign.question, [(YES, N_("Yes")), (NO, N_("No"))], **kwargs)

    def pre_validate(self, form: object) -> None:
        """Refuse a missing answer, and one that was never offered."""
        if self.data is None:
            question = self.label.text
            raise ValidationError(gettext("%(question)s Answer yes or no.", question=question))
        super().pre_validate(form)


class ScreenForm(Form):
    """The screen before running: four questions and two groups of signs, nothing preset."""

    under_18 = SignField(SIGNS["under_18"])
    pregnant = SignField(SIGNS["pregnant"])
    operated = SignField(SIGNS["operated"])
    complete_tear = SignField(SIGNS["complete_tear"])
    emergency = SignsField(N_("Do you have any of these now?"), EMERGENCY_SIGNS)
    urgent = SignsField(N_("And any of these?"), URGENT_SIGNS)

    @property
    def yes_no(self) -> list[ChoiceField]:
        """The four questions."""
        return [self[sign.id] for sign in SCREENING_SIGNS]

    @property
    def answered_yes(self) -> tuple[str, ...]:
        """What a valid form answers yes to."""
        asked = (sign.id for sign in SCREENING_SIGNS)
        yes = tuple(id_ for id_ in asked if self[id_].data == YES)
        return (*yes, *self.emergency.ticked, *self.urgent.ticked)

    def show_answers(self, screening: Iterable[str]) -> None:
        """Fill in what was answered before."""
        given = set(screening)
        for field in self.yes_no:
            field.data = YES if field.name in given else NO
        for group in (self.emergency, self.urgent):
            group.data = sorted(given & group.signs) or [NONE_OF_THESE]


class CorrectedScreenForm(ScreenForm):
    """The same answers once more, and why one of them is taken back."""

    reason = WordsField(N_("Why is a yes taken back?"))

    def ask_why(self) -> None:
        """Ask why an answer is taken back: without a reason it stays."""
        self.reason.errors = [gettext("A yes is taken back only with a reason. Say why.")]
