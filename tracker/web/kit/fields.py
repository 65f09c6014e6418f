"""Fields that entry forms share: durations, distances, a day, a clock time, words.

Values are read as files of the diary are read; an answer that cannot be read is shown again as
it was typed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wtforms import (
    DateField,
    IntegerField,
    RadioField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import ValidationError

from tracker.entries.cells import from_seconds, to_date, to_metres, to_seconds, to_time
from tracker.entries.fields import LONGEST_NOTE
from tracker.language.amounts import KM_PER, distance_typed
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable

_WHOLE = re.compile(r"[0-9]{1,9}")


def offered(choices: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    """Return pairs of value and label as the choices of a field."""
    return [SelectChoice(value, label) for value, label in choices]


class ChoiceField(RadioField):
    """Radios with nothing preset. `data` is the chosen value, or None where none was chosen."""

    def __init__(
        self,
        label: str,
        choices: Iterable[tuple[str, str]],
        missing: str = "",
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(label, choices=offered(choices), coerce=str, **kwargs)
        self.missing = missing

    def process_data(self, value: object) -> None:
        """Take the stored answer; none is none, not the text "None"."""
        self.data = None if value is None else str(value)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the chosen answer; an empty one is none."""
        self.data = (valuelist[0] or None) if valuelist else None

    def pre_validate(self, form: object) -> None:
        """Refuse a missing answer where one is needed, and one that was never offered."""
        del form
        if self.data is None:
            if self.missing:
                raise ValidationError(self.missing)
        elif self.data not in {str(choice[0]) for choice in self.iter_choices()}:
            raise ValidationError(gettext("Choose one of the answers shown."))


class DurationField(StringField):
    """Minutes as decimals (25, 1.5) or mm:ss (25:30); `data` is whole seconds."""

    data: Any

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read one duration; an unreadable one says how to write it."""
        text = valuelist[0].strip().replace(",", ".") if valuelist else ""
        self.data = None
        try:
            self.data = to_seconds(text) if text else None
        except ValueError:
            raise ValueError(gettext("Give minutes up to a day, like 25, 1.5 or 25:30.")) from None

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else minutes_typed(self.data)


def minutes_typed(seconds: int | None) -> str:
    """A duration as people type it: whole minutes, else mm:ss."""
    if seconds is None or seconds % 60 == 0:
        return from_seconds(seconds)
    return f"{seconds // 60}:{seconds % 60:02d}"


class DistanceField(StringField):
    """A distance in the account's unit; `data` is whole metres."""

    data: Any
    unit = "km"

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read one distance; an unreadable one says how to write it."""
        text = valuelist[0].strip().replace(",", ".") if valuelist else ""
        self.data = None
        try:
            self.data = round(to_metres(text) * KM_PER[self.unit]) if text else None
        except ValueError:
            raise ValueError(
                gettext("Give the distance as a number up to 1000, like 3.2.")
            ) from None

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else distance_typed(self.data, self.unit)


class DayField(DateField):
    """A calendar date."""

    data: Any

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read one date; an unreadable one says how to write it."""
        self.data = None
        try:
            self.data = to_date(valuelist[0]) if valuelist else None
        except ValueError:
            raise ValueError(gettext("Give the date as year-month-day, like 2026-05-03.")) from None


class ClockField(TimeField):
    """A time of day, to the minute."""

    data: Any

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read one time; an unreadable or missing one says how to write it."""
        self.data = None
        try:
            self.data = to_time(valuelist[0] if valuelist else "")
        except ValueError:
            raise ValueError(gettext("Give the time, like 07:30. A rough one is fine.")) from None


class LineField(StringField):
    """One line of words, without invisible characters and without space around it."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the line as typed, but for what nobody can see."""
        text = valuelist[0] if valuelist else ""
        self.data = "".join(c for c in text if c.isprintable()).strip()

    def _value(self) -> str:
        return self.data or ""


class WordsField(TextAreaField):
    """Free words of bounded length."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the words as typed."""
        text = valuelist[0] if valuelist else ""
        self.data = text.replace("\r\n", "\n").strip()
        if len(self.data) > LONGEST_NOTE:
            raise ValueError(
                gettext(
                    "Shorten this to %(most)d characters; it has %(length)d.",
                    most=LONGEST_NOTE,
                    length=len(self.data),
                )
            )


class WholeField(IntegerField):
    """A whole number of at most nine digits."""

    data: Any

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read one number; an unreadable one says how to write it."""
        text = valuelist[0].strip() if valuelist else ""
        self.data = None
        if not _WHOLE.fullmatch(text):
            raise ValueError(gettext("Give a whole number, like 30."))
        self.data = int(text)
