"""Forms for a clinician's word: a clearance, a changed number, a step on the ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from tracker.language.phrases import full_date, step_text
from tracker.progression.episode import Clearance, Setting
from tracker.progression.ladder import step_plan
from tracker.web.injury.episode_form import answered
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import (
    ChoiceField,
    DayField,
    LineField,
    WholeField,
    WordsField,
    offered,
)

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.protocol import RehabProtocol

_LONGEST_BY = 120


class _DatedForm(Form):
    """Something that holds from a day on; `earliest` and `today` bound the day."""

    earliest: date
    today: date

    date = DayField("From which day?", [InputRequired("Give the day.")])

    def validate_date(self, field: DayField) -> None:
        """Refuse a day out of bounds."""
        if field.data is None:
            return
        if field.data > self.today:
            raise ValidationError("The day cannot be in the future.")
        if field.data < self.earliest:
            raise ValidationError(f"The day has to be {full_date(self.earliest)} or later.")


class ClearanceForm(_DatedForm):
    """A clinician's word that running may go on."""

    by = LineField(
        "Who said so?",
        [
            DataRequired("Give the clinician's name."),
            Length(max=_LONGEST_BY, message="Shorten the name to %(max)d letters."),
        ],
    )
    note = WordsField("What did they say?", [Optional()])

    @property
    def clearance(self) -> Clearance:
        """The clearance of a valid form."""
        return Clearance(
            date=answered(self.date.data), by=answered(self.by.data), note=self.note.data or ""
        )


class SettingForm(_DatedForm):
    """A new value for one number, and who set it; each kind of number asks for it in its way."""

    value: WholeField | ChoiceField
    by = LineField(
        "Which clinician set it?",
        [Optional(), Length(max=_LONGEST_BY, message="Shorten the name to %(max)d letters.")],
    )

    def setting(self, name: str) -> Setting:
        """Return the change of a valid form."""
        return Setting(
            name=name,
            value=int(answered(self.value.data)),
            date=answered(self.date.data),
            by=self.by.data or "",
        )


class NumberForm(SettingForm):
    """A new value for a number that is counted."""

    value = WholeField("New value", [InputRequired("Give a whole number.")])


class MedicineForm(SettingForm):
    """Whether a medicine is taken every day that is not for this injury."""

    value = ChoiceField(
        "Do you take a medicine every day that is not for this injury?",
        [
            ("1", "Yes, and a clinician said that it is not for this injury"),
            ("0", "No, or not any more"),
        ],
        "Answer yes or no.",
    )


class StepForm(SettingForm):
    """A step of the ladder, by what it plans."""

    value = ChoiceField("Which step?", [], "Choose a step.")

    def offer_steps(self, protocol: RehabProtocol, baseline_minutes: int) -> None:
        """Offer every step with the plan that it has for a usual run of so many minutes."""
        seconds = baseline_minutes * 60
        self.value.choices = offered(
            (str(step), f"Step {step}: {step_text(step_plan(protocol, step, seconds))}")
            for step in range(1, protocol.build_step)
        )
