"""Forms about an injury: its facts, all that is asked at the start, why it ends."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import available_timezones

from wtforms import BooleanField
from wtforms.validators import (
    InputRequired,
    NumberRange,
    StopValidation,
    ValidationError,
)

from tracker.language.names import UNIT_NAMES
from tracker.progression.episode import Side, Site
from tracker.progression.protocol import BASELINE, BASELINE_WEEK
from tracker.progression.protocol_document.reader import shipped
from tracker.services.injury.episodes import CloseReason, EpisodeFacts
from tracker.translations import N_, gettext
from tracker.web.injury.screen_form import NO, ScreenForm
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import ChoiceField, DayField, LineField, WholeField, offered
from tracker.web.kit.identity import day_in

if TYPE_CHECKING:
    from collections.abc import Iterable

_SITES = {
    Site.HAMSTRING: N_("Hamstring, at the back of the thigh"),
    Site.PROXIMAL_HAMSTRING_TENDON: N_("High hamstring, where it meets the sitting bone"),
    Site.GLUTEAL: N_("Glute, in the buttock"),
    Site.OTHER: N_("Somewhere else"),
}
_SIDES = {Side.LEFT: N_("Left"), Side.RIGHT: N_("Right"), Side.BOTH: N_("Both")}
_CLOSE_REASONS = {
    CloseReason.RETURNED: N_("I am running as before"),
    CloseReason.CLINICIAN: N_("A clinician has taken over"),
    CloseReason.STOPPED: N_("I am not going back to running for now"),
    CloseReason.MISTAKE: N_("It was opened by mistake"),
}
_LONGEST_AGO = timedelta(days=3650)
_BASELINE, _WEEK = (shipped().tunables[name] for name in (BASELINE, BASELINE_WEEK))


_T = TypeVar("_T")


def reason_name(reason: CloseReason) -> str:
    """Return why an episode was ended, in the runner's words."""
    return gettext(_CLOSE_REASONS[reason])


def answered(value: _T | None) -> _T:
    """Return what a valid form holds in a field that has to be answered."""
    if value is None:
        raise ValueError("the form was not validated")
    return value


@cache
def time_zones() -> frozenset[str]:
    """Return every time zone this computer knows."""
    return frozenset(available_timezones())


@cache
def offered_time_zones() -> tuple[str, ...]:
    """Return the time zones worth offering: those named for a place."""
    odd = ("Etc/", "SystemV/", "US/", "posix/", "right/")
    return tuple(sorted(z for z in time_zones() if "/" in z and not z.startswith(odd)))


class FactsForm(Form):
    """Where it hurts, since when, the usual run, the time zone.

    The usual week is asked for where the usual run is long; `known_week` is what is known of it.
    """

    site = ChoiceField(
        N_("Where does it hurt?"), list(_SITES.items()), N_("Choose where it hurts.")
    )
    side = ChoiceField(N_("Which side?"), list(_SIDES.items()), N_("Choose a side."))
    onset = DayField(N_("When did it begin?"), [InputRequired(N_("Give the day it began."))])
    onset_about = BooleanField(N_("That is about right; it came on slowly"))
    baseline_minutes = WholeField(
        N_("How long was your usual run before it?"),
        [
            InputRequired(N_("Give the minutes of your usual run before this injury.")),
            NumberRange(
                _BASELINE.lowest,
                _BASELINE.highest,
                N_("Give whole minutes from %(min)d to %(max)d for your usual run."),
            ),
        ],
    )
    baseline_week_minutes = WholeField(N_("How much did you jog in a usual week?"))
    timezone = LineField(
        N_("Your time zone"), [InputRequired(N_("Type your time zone, like Europe/Berlin."))]
    )

    def __init__(self, *, known_week: int | None = None, **kwargs: Any) -> None:  # noqa: ANN401
        self.known_week = known_week
        super().__init__(**kwargs)

    @property
    def week_asked_above(self) -> int:
        """The minutes of a usual run above which its week is asked for."""
        return shipped().numbers.baseline_week_asked_minutes

    @property
    def asks_week(self) -> bool:
        """Whether the usual week is asked for, or something was said of it."""
        said = self.baseline_week_minutes
        return self._is_long or said.data is not None or bool(said.errors)

    @property
    def _usual(self) -> int:
        """The minutes of the usual run; 0 where none were given that can be."""
        given = self.baseline_minutes.data
        return given if given is not None and _BASELINE.allows(given) else 0

    @property
    def _is_long(self) -> bool:
        return self._usual > self.week_asked_above

    def validate_baseline_week_minutes(self, field: WholeField) -> None:
        """Ask for the week of a long usual run; it holds at least one such run."""
        is_left_out = not "".join(map(str, field.raw_data or ())).strip()
        if is_left_out:
            field.errors = []
            if self._is_long and self.known_week is None:
                raise StopValidation(
                    gettext(
                        "Give the minutes you jogged in a usual week. They are asked for because"
                        " your usual run is longer than %(minutes)d minutes.",
                        minutes=self.week_asked_above,
                    )
                )
        week = self.known_week if is_left_out else field.data
        lowest = max(_WEEK.lowest, self._usual)
        if week is not None and not lowest <= week <= _WEEK.highest:
            raise StopValidation(
                gettext(
                    "Give whole minutes from %(lowest)d, one usual run, to %(highest)d.",
                    lowest=lowest,
                    highest=_WEEK.highest,
                )
            )

    def validate_timezone(self, field: LineField) -> None:
        """Refuse a zone this computer does not know."""
        if field.data not in time_zones():
            raise ValidationError(gettext("Choose a time zone from the list, like Europe/Berlin."))

    def validate_onset(self, field: DayField) -> None:
        """Refuse a day that is still to come, and one too long ago to be followed."""
        if field.data is None:
            return
        zone = self.timezone.data or ""
        today = day_in(zone if zone in time_zones() else "UTC")
        if field.data > today:
            raise ValidationError(gettext("The day it began cannot be in the future."))
        if field.data < today - _LONGEST_AGO:
            raise ValidationError(gettext("Give a day within the last ten years."))

    @property
    def facts(self) -> EpisodeFacts:
        """The facts of a valid form."""
        return EpisodeFacts(
            site=Site(self.site.data),
            side=Side(self.side.data),
            onset=answered(self.onset.data),
            onset_about=bool(self.onset_about.data),
            baseline_minutes=answered(self.baseline_minutes.data),
            baseline_week_minutes=self.baseline_week_minutes.data,
            timezone=answered(self.timezone.data),
        )


class OnboardingForm(FactsForm, ScreenForm):
    """All that is asked before the first day; `follows` only where there is an earlier episode."""

    follows = ChoiceField(N_("Is it an earlier injury that has come back?"), [])
    unit = ChoiceField(N_("Distances in"), UNIT_NAMES.items(), N_("Choose kilometres or miles."))

    def offer_earlier(self, earlier: Iterable[tuple[int, str]]) -> None:
        """Ask whether it follows one of these episodes (id and name); nothing without any."""
        names = [(str(id_), gettext("Yes: %(name)s", name=name)) for id_, name in earlier]
        if names:
            self.follows.choices = offered([(NO, gettext("No, it is a new one")), *names])
        else:
            del self.follows

    @property
    def followed(self) -> int | None:
        """The earlier episode that a valid form says it follows."""
        answer = self.follows.data if "follows" in self else NO
        return None if answer in {None, NO} else int(str(answer))


class EndForm(Form):
    """Why an episode ends."""

    reason = ChoiceField(N_("Why?"), list(_CLOSE_REASONS.items()), N_("Choose a reason."))
