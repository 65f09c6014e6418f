"""Which days a page is about: all since onset, or from one day to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict
from wtforms.validators import Optional, ValidationError

from tracker.progression.standing import ONE_DAY
from tracker.translations import N_, gettext
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import DayField

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import ClassVar

RECENT_DAYS = 42


class DateRange(NamedTuple):
    """The first and the last of some days that follow each other."""

    first: date
    last: date


class DateRangeForm(Form):
    """Asked in the address, changes nothing: without a token. `onset` and `today` bound it."""

    class Meta(Form.Meta):
        """Without a token."""

        csrf = False

    PRESET: ClassVar[Mapping[str, str]] = {}
    onset: date
    today: date
    answers: Mapping[str, str]

    first = DayField(N_("First day"), [Optional()])
    last = DayField(N_("Last day"), [Optional()])

    @classmethod
    def asked(cls, answers: Mapping[str, str], *, onset: date, today: date) -> Self:
        """The form as answered in an address, checked; what is not answered is preset."""
        form = cls(MultiDict({**cls.PRESET, **answers}))
        form.onset, form.today = onset, max(today, onset)
        form.answers = {name: answer for name, answer in answers.items() if name in form}
        form.validate()
        return form

    def validate_last(self, field: DayField) -> None:
        """Refuse days in the wrong order."""
        first = self.first.data
        if first and field.data and field.data < first:
            raise ValidationError(
                gettext("The last day has to come after the first, or be the same.")
            )

    @property
    def days(self) -> DateRange:
        """The days asked for, within the episode; all of them if they cannot be read."""
        if self.errors:
            return DateRange(self.onset, self.today)
        last = min(max(self.last.data or self.today, self.onset), self.today)
        return DateRange(min(max(self.first.data or self.onset, self.onset), last), last)

    def from_day(self, first: date | None) -> str:
        """The query that asks the same of the days from `first`, or onset, until today."""
        return urlencode({**self.answers, "first": first or "", "last": ""})

    @property
    def recent(self) -> date | None:
        """Where the last six weeks begin; None while the episode is younger."""
        first = self.today - (RECENT_DAYS - 1) * ONE_DAY
        return first if first > self.onset else None
