"""What the forms of a check-in and of a session have in common: a day, a time, a note."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from flask import request
from wtforms import HiddenField
from wtforms.validators import Optional

from tracker.entries.fields import is_id
from tracker.progression.contradictions import not_come_yet
from tracker.progression.diary import CheckIn, SessionLog
from tracker.translations import N_, gettext
from tracker.web.diary.named_form import named_uid, new_uid
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import ClockField, DayField, WordsField

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from wtforms import Field

    from tracker.entries.schema import Field as EntryField
    from tracker.entries.schema import Schema
    from tracker.progression.contradictions import Contradiction


Entry: TypeAlias = CheckIn | SessionLog


class SentBefore(Enum):
    """What a form that was sent before means, sent again."""

    THE_SAME = "the same"
    CHANGED = "the same entry, changed"
    ANOTHER = "another entry"


class EntryForm(Form):
    """What check-ins and sessions have in common: an id, a day, a time and a note.

    `now` is the runner's local time. A day and time left as they were offered (`shown`) mean
    "now" when the form is sent, so that a page left open overnight dates no entry back. What
    waited on a phone has happened, even where its clock is ahead of this one.
    """

    uid = HiddenField()
    shown = HiddenField()
    date = DayField(N_("Date"))
    time = ClockField(N_("Time"))
    note = WordsField(N_("Note"), [Optional()])

    def __init__(self, *, now: datetime, **kwargs: Any) -> None:  # noqa: ANN401
        self.now = now.replace(second=0, microsecond=0, tzinfo=None)
        super().__init__(**kwargs)
        if not is_id(self.uid.data or ""):
            self.uid.data = named_uid() or new_uid()
        self.is_of_now = self.is_submitted() and (
            self._is_as_offered() or self._waited_and_is_ahead()
        )
        if self.is_of_now:
            self._begin(self.now - self.length())

    def length(self) -> timedelta:
        """Return how long the entry took; it began so much before now."""
        return timedelta(0)

    def offer_when(self, day: dt.date | None = None) -> None:
        """Offer a past day; or the present day and time, remembered as only offered."""
        if day is not None:
            self.date.data = day
            return
        self._begin(self.now - self.length())
        self.shown.data = f"{self.date.data}T{self.time.data:%H:%M}"

    def answers(self, schema: Schema[Any]) -> dict[str, Any]:
        """Return the answers as the values of an entry; only after every field was validated."""
        asked = (field for field in schema.fields if field.column in self)
        return {field.name: _answer(schema, field, self[field.column].data) for field in asked}

    def sent_before(self, stored: Entry, entry: Entry) -> SentBefore:
        """Return what a form means that was sent before, as who goes Back sends it again.

        When it was is as it was, where that was only offered. What waited on a phone is what it
        was: it never changes what is stored.
        """
        if "queued" in request.form:
            return SentBefore.THE_SAME
        if _is_another(stored, entry):
            return SentBefore.ANOTHER
        known: dict[str, Any] = {"entered_at": stored.entered_at}
        if isinstance(stored, SessionLog):
            known["deviation"] = stored.deviation
        if self.is_of_now:
            known |= self.when_stored(stored)
        is_same = replace(entry, **known) == stored
        return SentBefore.THE_SAME if is_same else SentBefore.CHANGED

    def when_stored(self, stored: Entry) -> dict[str, Any]:
        """Return when a stored entry was, as it takes the place of what was only offered."""
        when: dict[str, Any] = {"date": stored.date, "time": stored.time}
        return when | ({"moment": stored.moment} if isinstance(stored, CheckIn) else {})

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401
        """Check every field, then whether the answers fit each other."""
        fields_are_fine = super().validate(extra_validators)
        return self._is_past() and fields_are_fine and self._fits()

    def _is_as_offered(self) -> bool:
        if self.date.data is None or self.time.data is None:
            return False
        return bool(self.shown.data == f"{self.date.data}T{self.time.data:%H:%M}")

    def _waited_and_is_ahead(self) -> bool:
        if "queued" not in request.form or self.date.data is None:
            return False
        return bool(datetime.combine(self.date.data, self.time.data or time.min) > self.now)

    def _begin(self, start: datetime) -> None:
        self.date.data, self.time.data = start.date(), start.time()
        self.date.raw_data = self.time.raw_data = None

    def _is_past(self) -> bool:
        if self.date.data is None or self.date.errors:
            refuse(self.date, gettext("Give the date."))
        else:
            for name, sentence in not_come_yet(self.date.data, self.time.data, self.now):
                refuse(self[name], sentence)
        return not (self.date.errors or self.time.errors)

    def _fits(self) -> bool:
        for name, sentence in self.contradictions():
            refuse(self[name], sentence)
        return not self.errors

    def contradictions(self) -> Iterable[Contradiction]:
        """Answers that cannot both be true."""
        raise NotImplementedError


def _answer(schema: Schema[Any], field: EntryField, data: Any) -> Any:  # noqa: ANN401 - any field's
    """The meaning of an answer: nothing said is what is usual, a word is read as in a file."""
    if field.is_text or not isinstance(data, str):
        return schema.usual.get(field.name) if data is None else data
    return field.codec.read(data) if data.strip() else schema.usual.get(field.name)


def _is_another(stored: Entry, entry: Entry) -> bool:
    kinds = {e.kind for e in (stored, entry) if isinstance(e, SessionLog)}
    return stored.date != entry.date or len(kinds) > 1


def refuse(field: Field, sentence: str) -> None:
    """Put a sentence beside a field that has no error yet."""
    if not field.errors:
        field.errors = [f"{sentence[0].upper()}{sentence[1:].rstrip('.')}."]
