"""An episode for REDCap: a data dictionary, and the records that fit it.

Both derive from the fields of entries (`entries/fields.py`). Entries are repeating instruments.
Free words are left out: they may say who somebody is.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from tracker.content.red_flags import SIGNS
from tracker.entries.fields import SCHEMAS
from tracker.exchange.csv_file import to_lines
from tracker.language.redcap import INSTRUMENTS, RECORD_ID, label
from tracker.progression.episode import Side, Site
from tracker.translations import ENGLISH, speaking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from tracker.entries.schema import Field, Schema
    from tracker.progression.episode import Episode

DICTIONARY, RECORDS = "redcap_dictionary.csv", "redcap_records.csv"
# REDCap's own headings, in its order.
COLUMNS = (
    "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
    "Choices, Calculations, OR Slider Labels", "Field Note",
    "Text Validation Type OR Show Slider Number", "Text Validation Min", "Text Validation Max",
    "Identifier?", "Branching Logic (Show field only if...)", "Required Field?",
    "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name", "Matrix Ranking?",
    "Field Annotation",
)  # fmt: skip
_VARIABLE, _FORM, _HEADER, _TYPE, _LABEL, _CHOICES = COLUMNS[:6]
_VALIDATION, _LEAST, _MOST = COLUMNS[7:10]
_REQUIRED = COLUMNS[12]
_RECORD = "record_id"
_REPEATED, _INSTANCE = "redcap_repeat_instrument", "redcap_repeat_instance"
_INJURY = "injury"
_SITE, _SIDE, _ONSET, _USUAL = "injury_site", "injury_side", "injury_onset", "usual_run_minutes"
_LEFT_OUT = {"note"}
_WHOLE = "integer"


def dictionary() -> Iterator[str]:
    """The data dictionary, line by line: in English, whoever asks for it."""
    with speaking(ENGLISH):
        return to_lines(COLUMNS, [*_injury_rows(), *_entry_rows()])


def records(record: str, episode: Episode, entries: Mapping[str, Sequence[Any]]) -> Iterator[str]:
    """The records that fit the dictionary: the injury, then each entry, by the word of its kind.

    `record` is what the episode is known by in a study.
    """
    columns = [_RECORD, _REPEATED, _INSTANCE, _SITE, _SIDE, _ONSET, _USUAL]
    columns += [name for word, schema in SCHEMAS.items() for name in _columns(word, schema)]
    injury = {
        _RECORD: record,
        _SITE: episode.site.value,
        _SIDE: episode.side.value,
        _ONSET: episode.onset.isoformat(),
        _USUAL: episode.baseline_minutes,
    }
    rows = [injury, *_records(record, entries)]
    return to_lines(columns, [[row.get(name, "") for name in columns] for row in rows])


def _records(record: str, entries: Mapping[str, Sequence[Any]]) -> Iterator[dict[str, Any]]:
    for word, schema in SCHEMAS.items():
        for number, entry in enumerate(entries.get(word, ()), 1):
            known = {_RECORD: record, _REPEATED: word, _INSTANCE: number}
            yield known | {
                name: cell
                for field in _fields(schema)
                for name, cell in _cells(word, field, getattr(entry, field.name))
            }


def _fields(schema: Schema[Any]) -> list[Field]:
    return [field for field in schema.fields if field.name not in _LEFT_OUT]


def _name(word: str, field: Field) -> str:
    return f"{word}_{field.name}"


def _columns(word: str, schema: Schema[Any]) -> Iterator[str]:
    for field in _fields(schema):
        name = _name(word, field)
        if field.codec.schema["type"] == "array":
            yield from (f"{name}___{code.lower()}" for code in _codes(field))
        else:
            yield name


def _codes(field: Field) -> list[str]:
    codes: list[str] = field.codec.schema["items"]["enum"]
    return codes


def _cells(word: str, field: Field, value: Any) -> Iterator[tuple[str, object]]:  # noqa: ANN401
    """The cells of a value: one, or one for each choice of which several may be ticked."""
    name, schema = _name(word, field), field.codec.schema
    if schema["type"] == "array":
        yield from ((f"{name}___{code.lower()}", int(code in value)) for code in _codes(field))
    elif value is None:
        yield name, ""
    elif schema["type"] == "boolean":
        yield name, int(value)
    elif "enum" in schema:
        yield name, _code(value)
    elif schema.get("format") == "date-time":
        yield name, _instant(value)
    else:
        yield name, field.codec.to_json(value)


def _instant(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S}"


def _injury_rows() -> Iterator[list[str]]:
    yield _row(_RECORD, _INJURY, RECORD_ID, {_TYPE: "text"})
    for name, words in ((_SITE, Site), (_SIDE, Side)):
        cells = {_TYPE: "radio", _CHOICES: _choices(words)}
        yield _row(name, _INJURY, label(name), cells)
    yield _row(_ONSET, _INJURY, label(_ONSET), {_TYPE: "text", _VALIDATION: "date_ymd"})
    yield _row(_USUAL, _INJURY, label(_USUAL), {_TYPE: "text", _VALIDATION: _WHOLE})


def _entry_rows() -> Iterator[list[str]]:
    for word, schema in SCHEMAS.items():
        for number, field in enumerate(_fields(schema)):
            cells = dict(_cells_of(field.codec.schema))
            if not number:
                cells[_HEADER] = INSTRUMENTS[word]
            if field.name not in schema.usual:
                cells[_REQUIRED] = "y"
            yield _row(_name(word, field), word, field.about, cells)


def _cells_of(schema: Mapping[str, Any]) -> dict[str, str]:
    """How REDCap asks for a value of a schema, by its own headings."""
    if schema["type"] == "array":
        return {_TYPE: "checkbox", _CHOICES: " | ".join(map(_sign, schema["items"]["enum"]))}
    if schema["type"] == "boolean":
        return {_TYPE: "yesno"}
    if "enum" in schema:
        return {_TYPE: "radio", _CHOICES: _choices(schema["enum"])}
    if schema["type"] == _WHOLE:
        least, most = str(schema["minimum"]), str(schema["maximum"])
        return {_TYPE: "text", _VALIDATION: _WHOLE, _LEAST: least, _MOST: most}
    formats = {"date": "date_ymd", "date-time": "datetime_seconds_ymd"}
    is_clock = "pattern" in schema and "format" not in schema
    validation = "time_hh_mm_ss" if is_clock else formats.get(schema.get("format", ""), "")
    return {_TYPE: "text", _VALIDATION: validation}


def _sign(code: str) -> str:
    question = SIGNS[code].question if code in SIGNS else code
    return f"{code.lower()}, {question.replace('|', '/')}"


def _choices(words: Iterable[str]) -> str:
    return " | ".join(f"{_code(word)}, {str(word).replace('_', ' ')}" for word in words)


def _code(word: str) -> str:
    """A word as the code of a choice: letters, digits and _ alone."""
    return str(word).replace("-", "_")


def _row(name: str, form: str, text: str, cells: Mapping[str, str]) -> list[str]:
    said = {_VARIABLE: name, _FORM: form, _LABEL: text, **cells}
    return [said.get(column, "") for column in COLUMNS]
