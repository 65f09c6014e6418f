"""Forms of whole archives: which part of one, and a number that it proposes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from wtforms import BooleanField, HiddenField, SelectMultipleField
from wtforms.validators import AnyOf, InputRequired

from tracker.language.names import kinds_counted
from tracker.progression.diary import Kind
from tracker.progression.protocol import BASELINE, BASELINE_WEEK
from tracker.services.transfer.archive_choice import Choice, is_fast, is_impossible, months_before
from tracker.translations import N_, ngettext
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.exchange.archive.activity import Activity

ALL = "all"
_PERIODS = {
    "3": N_("The last 3 months"), "6": N_("The last 6 months"), "12": N_("The last 12 months"),
    "24": N_("The last 2 years"), ALL: N_("Everything"),
}  # fmt: skip
_USUAL = (Kind.RUN, Kind.WALK, Kind.BIKE, Kind.SWIM)
_AGAIN = N_("Look at the proposals again.")


class ChoiceForm(Form):
    """Which kinds and how far back; `fast_are_runs` only where there are such runs."""

    kinds = SelectMultipleField(
        N_("What do you want in your diary?"),
        validators=[InputRequired(N_("Choose at least one."))],
    )
    months = ChoiceField(N_("From when on?"), list(_PERIODS.items()), N_("Choose how far back."))
    fast_are_runs = BooleanField()

    def __init__(self, *, activities: Iterable[Activity], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(**kwargs)
        activities = list(activities)
        counts = Counter(activity.kind for activity in activities)
        self.kinds.choices = [
            (kind.value, f"{name} ({counts[kind]})")
            for kind, name in kinds_counted().items()
            if counts[kind]
        ]
        self.fast = sum(is_fast(a) and not is_impossible(a) for a in activities)
        self.fast_are_runs.label.text = ngettext(
            "It was a run.", "All %(num)d of them were runs.", self.fast
        )
        if not self.fast:
            del self.fast_are_runs

    def offer(self, choice: Choice | None) -> None:
        """Preset what was chosen before, else what most want."""
        self.kinds.data = [kind.value for kind in (choice.kinds if choice else _USUAL)]
        self.months.data = "12"
        if "fast_are_runs" in self:
            self.fast_are_runs.data = bool(choice and choice.fast_are_runs)

    def choice(self, today: date) -> Choice:
        """Return what a valid form says is wanted."""
        fast = "fast_are_runs" in self and bool(self.fast_are_runs.data)
        since = None if self.months.data == ALL else months_before(today, int(self.months.data))
        return Choice(frozenset(map(Kind, self.kinds.data or ())), since, fast)


class ProposalForm(Form):
    """A yes to one number that an archive proposes; `value` is the one that was shown."""

    name = HiddenField(validators=[AnyOf((BASELINE, BASELINE_WEEK), _AGAIN)])
    value = HiddenField(validators=[InputRequired(_AGAIN)])
