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

    @classmethod
    def within(cls, asked: tuple[date | None, date | None], *, onset: date, today: date) -> Self:
        """The days asked for, as far as an episode has them; its first and last by default."""
        first, last = asked
        last = min(max(last or today, onset), today)
        return cls(min(max(first or onset, onset), last), last)


def days_asked(answers: Mapping[str, str], *, onset: date, today: date) -> DateRange | None:
    """The days that an address asks for; None if they cannot be read.

    Most ask for none, and a form takes as long as the rest of an answer that has not changed.
    """
    if not any(answers.get(name) for name in DateRange._fields):
        return DateRange.within((None, None), onset=onset, today=max(today, onset))
    form = DateRangeForm.asked(answers, onset=onset, today=today)
    return None if form.errors else form.days


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
        asked = (None, None) if self.errors else (self.first.data, self.last.data)
        return DateRange.within(asked, onset=self.onset, today=self.today)

    def from_day(self, first: date | None) -> str:
        """The query that asks the same of the days from `first`, or onset, until today."""
        return urlencode({**self.answers, "first": first or "", "last": ""})

    @property
    def recent(self) -> date | None:
        """Where the last six weeks begin; None while the episode is younger."""
        first = self.today - (RECENT_DAYS - 1) * ONE_DAY
        return first if first > self.onset else None
