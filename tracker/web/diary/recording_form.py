"""How a recording is to be read: which leg, on foot or not, by which clock, jogging from where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import request, url_for
from wtforms import FloatField, HiddenField, IntegerField
from wtforms.validators import NumberRange, Optional

from tracker.exchange.watch.split import JOG_FROM_M_S, JOG_FROM_STEPS, Threshold
from tracker.language.amounts import KM_PER
from tracker.translations import N_
from tracker.web.kit.base_form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.exchange.watch.values import Leg

ON_FOOT = "on-foot"
BY_WATCH = "watch"
_SECONDS_PER_HOUR, _METRES_PER_KM = 3600, 1000


class ReadingForm(Form):
    """The choices that the page of a recording offers: `leg` counts from 0.

    Jogging begins at a speed in the account's unit an hour, and at so many steps a minute.
    """

    class Meta(Form.Meta):
        """Asks for something to be shown, and changes nothing."""

        csrf = False

    file = HiddenField()
    leg = IntegerField(N_("Which part"), [NumberRange(min=0)], default=0)
    what = HiddenField()
    clock = HiddenField()
    faster = FloatField(
        N_("Jogging from"),
        [NumberRange(1, 30, N_("Give a speed from 1 to 30, like 7.2."))],
    )
    steps = IntegerField(
        N_("By steps, from"),
        [
            Optional(),
            NumberRange(100, 220, N_("Give 100 to 220 steps a minute, like 135, or none.")),
        ],
        default=JOG_FROM_STEPS,
    )

    def __init__(self, *, unit: str, legs: Sequence[Leg]) -> None:
        self.unit, self.legs = unit, legs
        usual = _per_hour(JOG_FROM_M_S, unit)
        super().__init__(request.args, faster=usual)

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401 - as inherited
        """Check every field; what is wrong is read as usual."""
        is_valid = bool(super().validate(extra_validators))
        if self.leg.errors or (self.leg.data or 0) >= len(self.legs):
            self.leg.data = 0
        return is_valid

    @property
    def chosen(self) -> Leg:
        """The leg that was asked for, once it is validated."""
        return self.legs[self.leg.data or 0]

    @property
    def is_on_foot(self) -> bool:
        """Whether the runner says that it was on foot."""
        return bool(self.what.data == ON_FOOT)

    @property
    def is_by_watch(self) -> bool:
        """Whether the watch's own clock is to count."""
        return bool(self.clock.data == BY_WATCH)

    def threshold(self) -> Threshold:
        """Return where jogging begins; as usual, while what was asked for is not valid."""
        if self.faster.errors or self.steps.errors:
            return Threshold()
        if "faster" not in request.args:
            return Threshold(steps=self.steps.data)
        km_an_hour = (self.faster.data or 0) * KM_PER[self.unit]
        return Threshold(km_an_hour * _METRES_PER_KM / _SECONDS_PER_HOUR, self.steps.data)

    def address(self, **changed: str | int) -> str:
        """Return the address of the same page with other choices."""
        choices: dict[str, Any] = {n: request.args[n] for n in request.args if n in self}
        return url_for("recordings.session_of_file", **(choices | changed))


def _per_hour(metres_a_second: float, unit: str) -> float:
    return round(metres_a_second * _SECONDS_PER_HOUR / _METRES_PER_KM / KM_PER[unit], 1)
