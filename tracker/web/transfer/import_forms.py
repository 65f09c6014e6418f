"""Forms of the import: the file, what its columns mean, and the yes to what was shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wtforms import BooleanField, FieldList, FileField, HiddenField, SelectField

from tracker.exchange.any_table.meaning import ASKED, OF, SHARP, Meaning, Rows
from tracker.exchange.any_table.unclear import unknown_kinds
from tracker.language.names import KIND_NAMES, kind_name
from tracker.progression.diary import Kind
from tracker.translations import N_, gettext
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import ChoiceField, offered

if TYPE_CHECKING:
    from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]

    from tracker.exchange.any_table.table import Table

_MOST_KINDS = 30
_LABELS = {
    "date": N_("Date"),
    "time": N_("Time"),
    "moment": N_("Moment"),
    "pain": N_("Pain"),
    "sensation": N_("Sensation"),
    "limp": N_("Limp"),
    "painkiller": N_("Painkiller"),
    "red_flags": N_("Warning signs"),
    "confidence": N_("Confidence"),
    "expected_return": N_("Expected return"),
    "note": N_("Note"),
    "id": N_("Id"),
    "kind": N_("Kind"),
    "minutes": N_("Minutes"),
    "walk_minutes": N_("Walk minutes"),
    "jog_minutes": N_("Jog minutes"),
    "longest_jog_minutes": N_("Longest jog, minutes"),
    "distance_km": N_("Distance"),
    "effort": N_("Effort"),
    "stopped_early": N_("Stopped early"),
    SHARP: N_("Sharp: yes or no"),
}


def _meanings(*, with_question: bool = False) -> list[SelectChoice]:
    """What a column may mean; with the demand to say it, where it has to be said."""
    asked = [(ASKED, gettext("Say what it is"))] if with_question else []
    named = [(name, gettext(_LABELS[name])) for name in OF[Rows.BOTH]]
    return offered([*asked, ("", gettext("Not read")), *named])


class UploadForm(Form):
    """A file to read in."""

    file = FileField(N_("File"))


class ConfirmForm(Form):
    """A yes to what was shown of the file that is known by `file`."""

    file = HiddenField()


class MeaningForm(ConfirmForm):
    """What the columns of a table mean."""

    rows = ChoiceField(
        N_("Each row is"),
        [
            ("check_ins", N_("a check-in")),
            ("sessions", N_("a session")),
            ("both", N_("a day, with a check-in and a session")),
        ],
        N_("Choose one."),
    )
    columns = FieldList(SelectField(validate_choice=False))
    dates = ChoiceField(
        N_("A date like 3/5/2026 is"),
        [("day", N_("the 3rd of May")), ("month", N_("March 5th"))],
        N_("Choose one."),
    )
    times = ChoiceField(
        N_("A number for how long, if its heading names no unit, is in"),
        [
            ("minutes", N_("minutes: 35, 35:00")),
            ("hours", N_("hours: 1.5, 1:30")),
            ("seconds", N_("seconds: 2100")),
        ],
        N_("Choose one."),
    )
    distances = ChoiceField(
        N_("A distance, if its heading names no unit, is in"),
        [("km", N_("kilometres")), ("mi", N_("miles")), ("m", N_("metres"))],
        N_("Choose one."),
    )
    kind = SelectField(
        N_("Where no column says what was done, it was"),
        choices=offered(KIND_NAMES.items()),
        default=Kind.RUN,
    )
    kinds = FieldList(SelectField(validate_choice=False))
    utc = HiddenField()
    leave_out = BooleanField(N_("Leave out the rows that cannot be read"))
    add_alike = BooleanField(N_("Add them all the same"))

    def __init__(self, *, table: Table, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(**kwargs)
        self.table = table
        while len(self.columns) < len(table.columns):
            self.columns.append_entry()
        for field, name in zip(self.columns, table.columns, strict=False):
            field.label.text, field.choices = name, _meanings()

    def offer(self, meaning: Meaning) -> None:
        """Show what was guessed."""
        self.rows.data = meaning.rows.value
        self.dates.data = "day" if meaning.day_first else "month"
        self.times.data, self.distances.data = meaning.time_unit, meaning.distance_unit
        self.kind.data = meaning.kind
        self.utc.data = "yes" if meaning.zone_is_utc else ""
        for field, name in zip(self.columns, meaning.columns, strict=True):
            field.data = name
            if name == ASKED:
                field.choices = _meanings(with_question=True)

    def ask_kinds(self, meaning: Meaning) -> None:
        """Ask what each word for what was done means that is not plain."""
        while self.kinds.entries:
            self.kinds.pop_entry()
        for text, kind in list(meaning.kinds.items())[:_MOST_KINDS]:
            field = self.kinds.append_entry(f"{kind}:{text}")
            field.label.text = gettext("“%(words)s” is", words=text[:60])
            asked = [] if kind else [(f":{text}", gettext("Say what it is"))]
            named = [(f"{kind_.value}:{text}", kind_name(kind_)) for kind_ in KIND_NAMES]
            field.choices = offered([*asked, *named])

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401
        """Check the answers, and that no two columns mean the same."""
        if not super().validate(extra_validators):
            return False
        means = [name for name in self.meaning().columns if name and name != ASKED]
        twice = sorted({name for name in means if means.count(name) > 1})
        if twice:
            meaning = gettext(_LABELS[twice[0]])
            self.form_errors = [
                gettext("Two columns cannot both be “%(meaning)s”.", meaning=meaning)
            ]
        return not twice

    def meaning(self) -> Meaning:
        """Return what was chosen; what such rows do not have is not read."""
        rows = Rows(self.rows.data)
        allowed = OF[rows]
        chosen = [field.data for field in self.columns][: len(self.table.columns)]
        columns = tuple(name if name in (*allowed, ASKED) else "" for name in chosen)
        return Meaning(
            rows,
            columns,
            self.dates.data != "month",
            Kind(self.kind.data or Kind.RUN),
            self._kinds(columns),
            self.times.data,
            self.distances.data,
            self.utc.data == "yes",
        )

    def _kinds(self, columns: tuple[str, ...]) -> dict[str, str]:
        """Return what words for what was done mean: as chosen, else as they are taken."""
        chosen = (str(field.data or "").partition(":") for field in self.kinds)
        known = {text: kind for kind, _, text in chosen if kind in set(Kind)}
        unknown = unknown_kinds(self.table, columns)
        return unknown | {text: known[text] for text in known.keys() & unknown.keys()}
