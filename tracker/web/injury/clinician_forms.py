"""Forms for a clinician's word: a clearance, a changed number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from tracker.language.phrases import full_date
from tracker.progression.episode import Clearance, Setting
from tracker.web.injury.episode_form import answered
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import DayField, LineField, WholeField, WordsField

if TYPE_CHECKING:
    from datetime import date

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


class NumberForm(_DatedForm):
    """A new value for one number."""

    value = WholeField("New value", [InputRequired("Give a whole number.")])
    by = LineField(
        "Which clinician set it?",
        [Optional(), Length(max=_LONGEST_BY, message="Shorten the name to %(max)d letters.")],
    )

    def setting(self, name: str) -> Setting:
        """Return the change of a valid form."""
        return Setting(
            name=name,
            value=answered(self.value.data),
            date=answered(self.date.data),
            by=self.by.data or "",
        )
