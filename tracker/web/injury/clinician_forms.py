"""Forms for a clinician's word: a clearance, a changed number, a step on the ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wtforms import HiddenField, SelectMultipleField
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    Optional,
    StopValidation,
    ValidationError,
)

from tracker.language.phrases import full_date, step_text
from tracker.progression.episode import Clearance, Setting
from tracker.progression.ladder import step_plan
from tracker.translations import N_, gettext
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
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tracker.content.sign import Sign
    from tracker.progression.ladder import Prescription
    from tracker.progression.protocol import RehabProtocol

EVERYTHING = "everything"
LONGEST_BY = 120


class DatedForm(Form):
    """Something that holds from a day on; `earliest` and `today` bound the day."""

    earliest: date
    today: date

    date = DayField(N_("From which day?"), [InputRequired(N_("Give the day."))])

    def validate_date(self, field: DayField) -> None:
        """Refuse a day out of bounds."""
        if field.data is None:
            return
        if field.data > self.today:
            raise ValidationError(gettext("The day cannot be in the future."))
        if field.data < self.earliest:
            raise ValidationError(
                gettext("The day has to be %(day)s or later.", day=full_date(self.earliest))
            )


class CoversField(SelectMultipleField):
    """Open signs to tick one by one, or all of them at once; nothing ticked is no answer.

    Where it is `by_name`, none may be ticked, and there is no "all at once".
    """

    def __init__(self, label: str, *, by_name: bool = False, **kwargs: Any) -> None:  # noqa: ANN401
        self._by_name = by_name
        super().__init__(label, **kwargs)

    def offer(self, open_signs: Sequence[Sign]) -> None:
        """Offer these signs; with several, all at once too."""
        self._signs = {sign.id: sign for sign in open_signs}
        pairs = [(sign.id, sign.question) for sign in open_signs]
        if len(pairs) > 1 and not self._by_name:
            pairs.append((EVERYTHING, gettext("Everything that is open")))
        self.choices = offered(pairs)

    def pre_validate(self, form: object) -> None:
        """Refuse no answer, a contradiction, and an answer that was never offered."""
        del form
        chosen = set(self.data or ())
        if not chosen and not self._by_name:
            raise StopValidation(gettext("Tick what the clinician cleared."))
        if chosen - {str(choice[0]) for choice in self.iter_choices()}:
            raise StopValidation(gettext("Choose among the answers shown."))
        if EVERYTHING in chosen and len(chosen) > 1:
            raise StopValidation(
                gettext("“Everything” is ticked together with something else. Keep one of the two.")
            )

    @property
    def named(self) -> tuple[Sign, ...]:
        """The signs ticked one by one; none where all at once are."""
        return tuple(sign for id_, sign in self._signs.items() if id_ in (self.data or ()))


class ClearanceForm(DatedForm):
    """A clinician's word that running may go on."""

    by = LineField(
        N_("Who said so?"),
        [
            DataRequired(N_("Give the clinician's name.")),
            Length(max=LONGEST_BY, message=N_("Shorten the name to %(max)d letters.")),
        ],
    )
    note = WordsField(N_("What did they say?"), [Optional()])
    covers = CoversField(N_("What did they clear?"))
    shown = HiddenField()

    def offer_signs(self, open_signs: Sequence[Sign], recorded_on: Mapping[str, date]) -> None:
        """Ask which of the open signs are cleared; nothing is asked where none is open."""
        if not open_signs:
            del self.covers, self.shown
            return
        self.covers.offer(open_signs)
        self._recorded_on = recorded_on
        self._offered = " ".join(sign.id for sign in open_signs)
        self._seen, self.shown.data = self.shown.data, self._offered

    def validate_covers(self, field: CoversField) -> None:
        """Refuse an answer to another list, and a word that is older than a sign it names."""
        if self._seen != self._offered:
            raise ValidationError(
                gettext("What is open has changed meanwhile. Look at the list again.")
            )
        day = self.date.data
        for sign in field.named:
            if day is not None and day < self._recorded_on[sign.id]:
                raise ValidationError(
                    gettext(
                        "“%(sign)s” is of %(day)s. A word on it is of that day or later.",
                        sign=sign.question,
                        day=full_date(self._recorded_on[sign.id]),
                    )
                )

    @property
    def clearance(self) -> Clearance:
        """The clearance of a valid form."""
        return Clearance(
            date=answered(self.date.data),
            by=answered(self.by.data),
            note=self.note.data or "",
            covers=tuple(sign.id for sign in self.covers.named) if "covers" in self else (),
        )


class SettingForm(DatedForm):
    """A new value for one number, and who set it; each kind of number asks for it in its way."""

    value: WholeField | ChoiceField
    by = LineField(
        N_("Which clinician set it?"),
        [Optional(), Length(max=LONGEST_BY, message=N_("Shorten the name to %(max)d letters."))],
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

    value = WholeField(N_("New value"), [InputRequired(N_("Give a whole number."))])


class MedicineForm(SettingForm):
    """Whether a medicine is taken every day that is not for this injury."""

    value = ChoiceField(
        N_("Do you take a medicine every day that is not for this injury?"),
        [
            ("1", N_("Yes, and a clinician said that it is not for this injury")),
            ("0", N_("No, or not any more")),
        ],
        N_("Answer yes or no."),
    )


class StepForm(SettingForm):
    """A step of the ladder, by what it plans."""

    value = ChoiceField(N_("Which step?"), [], N_("Choose a step."))

    def offer_steps(self, protocol: RehabProtocol, baseline_minutes: int) -> None:
        """Offer every step with the plan that it has for a usual run of so many minutes."""
        seconds = baseline_minutes * 60
        self.value.choices = offered(
            (str(step), _step_name(step, step_plan(protocol, step, seconds)))
            for step in range(1, protocol.build_step)
        )


def _step_name(step: int, plan: Prescription) -> str:
    return gettext("Step %(step)d: %(plan)s", step=step, plan=step_text(plan))
