"""The form of a care entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from wtforms import StringField
from wtforms.validators import Optional

from tracker.content.care import ADVICE, CareEntry
from tracker.entries.cells import to_whole_minutes
from tracker.entries.fields import CARE
from tracker.translations import N_, gettext
from tracker.web.diary.entry_form import EntryForm
from tracker.web.kit.fields import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.progression.contradictions import Contradiction


class MinutesField(StringField):
    """Whole minutes, up to a day."""

    data: Any

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read whole minutes; anything else says how to write them."""
        text = valuelist[0].strip() if valuelist else ""
        self.data = None
        try:
            self.data = to_whole_minutes(text) if text else None
        except ValueError:
            raise ValueError(gettext("Give whole minutes up to a day, like 15.")) from None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else str(self.data)


class CareForm(EntryForm):
    """What was done, and for how long if that is known."""

    kind = ChoiceField(
        N_("What did you do?"),
        [(kind, advice.name) for kind, advice in ADVICE.items()],
        N_("Choose what you did."),
    )
    minutes = MinutesField(N_("How long?"), [Optional()])

    def entry(self, uid: str = "") -> CareEntry:
        """Return the answers as a care entry; only after every field was validated."""
        return CareEntry(**self.answers(CARE) | {"id": uid or str(self.uid.data)})

    def changes(self, stored: CareEntry) -> bool:
        """Whether the form, sent again, says anything else than what it has made."""
        known: dict[str, Any] = {"entered_at": stored.entered_at}
        if self.is_of_now:
            known |= {"date": stored.date, "time": stored.time}
        return replace(self.entry(), **known) != stored

    def contradictions(self) -> Iterable[Contradiction]:
        """None: whatever was done was done."""
        return ()
