"""The form of a check-in, and what it says in the diary's own values."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from flask import request
from wtforms import BooleanField, HiddenField, SelectMultipleField
from wtforms.validators import DataRequired, Optional

from tracker.content.red_flags import EMERGENCY_SIGNS, ROUTINE_SIGNS, URGENT_SIGNS
from tracker.entries.fields import CHECK_IN
from tracker.progression.contradictions import (
    Contradiction,
    check_in_contradictions,
    expected_in_the_past,
)
from tracker.progression.diary import CheckIn, Moment, Sensation
from tracker.progression.episode import DENIED, RED_FLAGS
from tracker.translations import N_, gettext
from tracker.web.diary.entry_form import EntryForm, refuse
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import ChoiceField, DayField, WordsField, offered
from tracker.web.kit.score_fields import ConfidenceField, PainField, SensationField

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WHY = N_("Why is the warning sign taken back?")
NEEDS_REASON = N_("A warning sign is taken back only with a reason. Say why.")
_MORNING, _MIDDAY, _EVENING, _NIGHT = time(4), time(11), time(18), time(22)

MOMENTS = (
    ("", N_("As the time says")),
    (Moment.WAKING, N_("On waking")),
    (Moment.DAY, N_("During the day")),
    (Moment.EVENING, N_("In the evening")),
    (Moment.NIGHT, N_("At night")),
)


def moment_at(clock: time) -> Moment:
    """Return the part of the day a time lies in."""
    if _MORNING <= clock < _MIDDAY:
        return Moment.WAKING
    if _MIDDAY <= clock < _EVENING:
        return Moment.DAY
    return Moment.EVENING if _EVENING <= clock < _NIGHT else Moment.NIGHT


class CheckInForm(EntryForm):
    """How it feels: a number and a word are required, the rest only if there is something.

    A score of soreness is asked back once, for soreness alone is 0; what is sent then stands, and
    so does what waited on a phone or came with a warning sign. `besides` a daily medicine another
    painkiller is asked for. `asks_date`: it is time to ask when they expect to be back.
    """

    asked = HiddenField()  # the answer that was asked back, so that it stands when sent again

    pain = PainField(
        N_("How bad is the worst pain in the sore area?"), N_("Choose a number from 0 to 10.")
    )
    sensation = SensationField(N_("What does it feel like?"), N_("Choose what it feels like."))
    limp = BooleanField(N_("I am limping"))
    painkiller = BooleanField(N_("I took a painkiller today"))
    red_flags = SelectMultipleField(
        N_("Tick what is true"),
        choices=offered(
            [
                *(
                    (sign.id, sign.question)
                    for sign in (*EMERGENCY_SIGNS, *URGENT_SIGNS, *ROUTINE_SIGNS)
                ),
                (DENIED, N_("None of these: I went through all of them")),
            ]
        ),
    )
    confidence = ConfidenceField(
        N_("How sure are you that you will run as before?"), validators=[Optional()]
    )
    expected_return = DayField(N_("Which date do you expect it on?"), [Optional()])
    moment = ChoiceField(N_("Part of the day"), MOMENTS)
    reason = WordsField(WHY)

    def __init__(
        self,
        *,
        besides: bool = False,
        asks_date: bool = True,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(**kwargs)
        if not asks_date:
            del self.expected_return
        if besides:
            self.painkiller.label.text = gettext(
                "I took a painkiller today, besides my daily medicine"
            )

    def lets_stand(self, stored: CheckIn) -> None:
        """Ask nothing back that has been stored before."""
        self.asked.data = _asked(stored)

    def ask_why(self) -> None:
        """Ask why a warning sign is taken back: without a reason it stays."""
        refuse(self.reason, gettext(NEEDS_REASON))

    def check_in(self) -> CheckIn:
        """Return the answers as a check-in; only after every field was validated."""
        flags = self.red_flags.data or ()
        answers = self.answers(CHECK_IN) | {
            "id": str(self.uid.data),
            "red_flags": tuple(flag for flag in (*RED_FLAGS, DENIED) if flag in flags),
        }
        if not self.moment.data:
            answers["moment"] = moment_at(self.time.data)
        return CheckIn(**answers)

    def contradictions(self) -> Iterable[Contradiction]:
        """Between the score and what it feels like."""
        flags = self.check_in().red_flags
        if DENIED in flags and len(flags) > 1:
            sentence = gettext(
                "“None of these” is ticked together with a sign: keep one of the two."
            )
            return (Contradiction("red_flags", sentence),)
        return (
            *check_in_contradictions(self.check_in()),
            *self._asked_back(),
            *expected_in_the_past(self.check_in()),
        )

    def _asked_back(self) -> Iterator[Contradiction]:
        check_in = self.check_in()
        is_doubtful = check_in.pain > 0 and check_in.sensation is Sensation.SORENESS
        stands = "queued" in request.form or check_in.signs or self.asked.data == _asked(check_in)
        if is_doubtful and not stands:
            self.asked.data = _asked(check_in)
            sentence = gettext(
                "Pain too, or only soreness? Soreness alone is 0. What you send now stands."
            )
            yield Contradiction("pain", sentence)


class ReasonForm(Form):
    """Why a warning sign is taken back, where nothing else is asked."""

    reason = WordsField(WHY, [DataRequired(NEEDS_REASON)])


def _asked(check_in: CheckIn) -> str:
    return f"{check_in.pain} {check_in.sensation}"
