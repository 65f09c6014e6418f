"""The form of a clinician's answer: a clearance, numbers, a step, a note, the next appointment."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from wtforms import HiddenField, SelectField
from wtforms.validators import DataRequired, Length, NumberRange, Optional, ValidationError

from tracker.content.red_flags import signs
from tracker.content.visits import Visit
from tracker.language import objections
from tracker.language.amounts import amount
from tracker.language.phrases import step_text
from tracker.progression import guardrails
from tracker.progression.episode import Clearance, Setting, Through
from tracker.progression.ladder import step_plan
from tracker.progression.protocol import BASELINE, BASELINE_WEEK, STEP, YES_OR_NO
from tracker.services.access.answers import LONGEST_NAME, LONGEST_PROFESSION
from tracker.services.injury import clinician
from tracker.translations import N_, gettext
from tracker.web.injury.clinician_forms import CoversField
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import DayField, LineField, WholeField, WordsField, offered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from wtforms import Field

    from tracker.content.sign import Sign
    from tracker.progression.episode import Episode
    from tracker.progression.protocol import Number, RehabProtocol
    from tracker.services.injury.clinician import SettingRefused
    from tracker.storage.injury.proposals import Word
    from tracker.web.kit.request_context import RequestContext

_NUMBER = "number_"
_FURTHEST = timedelta(days=730)
_LEAVE = ("", N_("Leave it as it is"))


class NumberField(WholeField):
    """A number that may be left as it is, within its `bounds` for the injury."""

    def __init__(self, label: str, *, bounds: tuple[int, int], message: str, **kwargs: Any) -> None:  # noqa: ANN401
        self.bounds = bounds
        super().__init__(label, [Optional(), NumberRange(*bounds, message)], **kwargs)


class AnswerForm(Form):
    """What a clinician answers; the fields of the numbers are added by `answer_form`."""

    today: date

    name = LineField(
        N_("Your name"),
        [
            DataRequired(N_("Give your name.")),
            Length(max=LONGEST_NAME, message=N_("Shorten the name to %(max)d letters.")),
        ],
    )
    profession = LineField(
        N_("What you do"),
        [
            DataRequired(N_("Say what you do, like physiotherapist.")),
            Length(max=LONGEST_PROFESSION, message=N_("Shorten it to %(max)d letters.")),
        ],
    )
    covers = CoversField(N_("Which of these do you clear?"), by_name=True)
    shown = HiddenField()
    note = WordsField(N_("What you want to say"), [Optional()])
    next_on = DayField(N_("Next appointment"), [Optional()])

    def offer_signs(self, open_signs: Sequence[Sign]) -> None:
        """Ask which of the open signs are cleared; nothing is asked where none is open."""
        self._offered = " ".join(sign.id for sign in open_signs)
        self._seen, self.shown.data = self.shown.data, self._offered
        self.covers.offer(open_signs)

    def validate_covers(self, _field: CoversField) -> None:
        """Refuse an answer to another list than is open now."""
        if self.is_submitted() and (self._seen or "") != self._offered:
            raise ValidationError(
                gettext("What is open has changed meanwhile. Look at the list again.")
            )

    def validate_next_on(self, field: DayField) -> None:
        """Refuse a day that is over, or years away."""
        if field.data is None:
            return
        if not self.today <= field.data <= self.today + _FURTHEST:
            raise ValidationError(gettext("Give a day from today on, at most two years away."))

    @property
    def numbers(self) -> list[Field]:
        """The fields of the numbers, those of the ladder's steps last."""
        return [field for field in self if field.name.startswith(_NUMBER)]

    def words(self, by: str, through: Through) -> list[Word]:
        """What a valid form says, in words by somebody; empty where nothing was filled in."""
        return list(self._words(by, through))

    def refuse_nothing(self) -> None:
        """Say that nothing is filled in."""
        self.form_errors = [
            gettext("Nothing is filled in yet. Clear a sign, set a number, or write something.")
        ]

    def refuse_number(self, refused: SettingRefused) -> None:
        """Say beside its field why a number cannot be set."""
        field = self[_NUMBER + refused.name]
        field.errors = [objections.refused(field.label.text, refused.objection)]

    def _words(self, by: str, through: Through) -> Iterator[Word]:
        named = tuple(sign.id for sign in self.covers.named)
        if named:
            yield Clearance(date=self.today, by=by, covers=named, through=through)
        for field in self.numbers:
            if field.data not in (None, ""):
                name = field.name.removeprefix(_NUMBER)
                yield Setting(
                    name=name, value=int(field.data), date=self.today, by=by, through=through
                )
        if self.note.data or self.next_on.data:
            yield Visit(
                date=self.today,
                by=by,
                said=self.note.data or "",
                next_on=self.next_on.data,
                through=through,
            )


def answer_form(context: RequestContext) -> AnswerForm:
    """Return the form for an episode: with a field for each number that may be changed."""
    protocol, episode, day = context.protocol, context.view.episode, context.today
    fields = {
        _NUMBER + name: _field(protocol, episode, name, number, day)
        for name, number in protocol.tunables.items()
    }
    form: AnswerForm = type("AnswerForm", (AnswerForm,), fields)()
    form.today = day
    lock = clinician.lock_on(*context.diary, day)
    form.offer_signs(signs(lock.signs) if lock else ())
    return form


def values_now(context: RequestContext) -> dict[str, str]:
    """What each number that may be changed is today, in words."""
    protocol, episode, day = context.protocol, context.view.episode, context.today
    return {name: _value(protocol, episode, name, day) for name in protocol.tunables}


def _value(protocol: RehabProtocol, episode: Episode, name: str, day: date) -> str:
    if name == BASELINE_WEEK and not guardrails.week_is_known(episode, day):
        return gettext("not given")
    now = guardrails.current(protocol, episode, name, day)
    return amount(now, protocol.tunables[name])


def _field(
    protocol: RehabProtocol, episode: Episode, name: str, number: Number, day: date
) -> Field:
    if name == STEP:
        baseline = guardrails.current(protocol, episode, BASELINE, day)
        return _choice(N_("Step on the ladder"), _steps(protocol, baseline * 60))
    if number.unit == YES_OR_NO:
        return _choice(number.title, [("1", N_("Yes")), ("0", N_("No, or not any more"))])
    lowest, highest = guardrails.bounds(protocol, episode, name, day)
    message = gettext(
        "%(title)s: give a whole number from %(lowest)d to %(highest)d.",
        title=gettext(number.title),
        lowest=lowest,
        highest=highest,
    )
    return NumberField(number.title, bounds=(lowest, highest), message=message)


def _steps(protocol: RehabProtocol, baseline_seconds: int) -> list[tuple[str, str]]:
    return [
        (
            str(step),
            gettext(
                "Step %(step)d: %(plan)s",
                step=step,
                plan=step_text(step_plan(protocol, step, baseline_seconds)),
            ),
        )
        for step in range(1, protocol.build_step)
    ]


def _choice(label: str, choices: list[tuple[str, str]]) -> Field:
    return SelectField(label, choices=offered([_LEAVE, *choices]), coerce=_text, default="")


def _text(value: object) -> str:
    return "" if value is None else str(value)
