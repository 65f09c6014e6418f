"""Forms of the import: the file, what its columns mean, and the yes to what was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wtforms import FieldList, FileField, HiddenField, SelectField

from tracker.exchange.any_table.columns import OF_CHECK_INS, OF_SESSIONS, Meaning
from tracker.language.names import KIND_NAMES
from tracker.progression.diary import Kind
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import ChoiceField, offered

if TYPE_CHECKING:
    from tracker.exchange.any_table.table import Table

_NOT_READ = ("", "Not read")
_LABELS = {
    "longest_jog_minutes": "Longest jog, minutes",
    "distance_km": "Distance",
    "red_flags": "Warning signs",
    "id": "Id",
}


def _named(meanings: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(m, _LABELS.get(m, m.replace("_", " ").capitalize())) for m in meanings]


class UploadForm(Form):
    """A file to read in."""

    file = FileField("File")


class ConfirmForm(Form):
    """A yes to what was shown of the file that is known by `file`."""

    file = HiddenField()


class MeaningForm(ConfirmForm):
    """What the columns of a table mean."""

    rows = ChoiceField(
        "Each row is", [("check_ins", "a check-in"), ("sessions", "a session")], "Choose one."
    )
    columns = FieldList(
        SelectField(
            choices=offered([_NOT_READ, *_named(tuple(dict.fromkeys(OF_CHECK_INS + OF_SESSIONS)))]),
            validate_choice=False,
        )
    )
    dates = ChoiceField(
        "A date like 3/5/2026 is",
        [("day", "the 3rd of May"), ("month", "March 5th")],
        "Choose one.",
    )
    kind = SelectField(
        "Where no column says what was done, it was",
        choices=offered(KIND_NAMES.items()),
        default=Kind.RUN,
    )

    def __init__(self, *, table: Table, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(**kwargs)
        self.table = table
        while len(self.columns) < len(table.columns):
            self.columns.append_entry()
        for field, name in zip(self.columns, table.columns, strict=False):
            field.label.text = name

    def offer(self, meaning: Meaning) -> None:
        """Show what was guessed."""
        self.rows.data = "sessions" if meaning.sessions else "check_ins"
        self.dates.data = "day" if meaning.day_first else "month"
        self.kind.data = meaning.kind
        for field, name in zip(self.columns, meaning.columns, strict=True):
            field.data = name

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401
        """Check the answers, and that no two columns mean the same."""
        if not super().validate(extra_validators):
            return False
        means = [name for name in self.meaning().columns if name]
        twice = sorted({name for name in means if means.count(name) > 1})
        if twice:
            self.form_errors = [f"Two columns cannot both be the {twice[0].replace('_', ' ')}."]
        return not twice

    def meaning(self) -> Meaning:
        """Return what was chosen; what such rows do not have is not read."""
        is_sessions = self.rows.data == "sessions"
        allowed = OF_SESSIONS if is_sessions else OF_CHECK_INS
        chosen = [field.data for field in self.columns][: len(self.table.columns)]
        return Meaning(
            is_sessions,
            tuple(name if name in allowed else "" for name in chosen),
            self.dates.data != "month",
            Kind(self.kind.data or Kind.RUN),
        )
