"""What a field and a schema of an entry are: names, cells, JSON, and what must be there."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from dataclasses import field as dataclass_field
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tracker.entries import codecs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tracker.entries.codecs import Codec
    from tracker.progression.contradictions import Contradiction

E = TypeVar("E")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that an entry says.

    `name` is that of the value's attribute; `column` that of files and forms, which may differ.
    `about` explains the column to who opens a file. `is_text`: blanks are part of it, and nothing
    is an empty text. `needed_if` asks the values before it whether it must be there, beside what
    the value itself demands; `written_if` asks the entry whether its cell is filled. Of other
    programs' tables a field is read unless it is `ours`. `limits` are those that its JSON has
    besides the codec's.
    """

    name: str
    codec: Codec[Any]
    about: str
    column: str = ""
    is_text: bool = False
    needed_if: Callable[[Mapping[str, Any]], bool] | None = None
    written_if: Callable[[Any], bool] | None = None
    ours: bool = False
    limits: Mapping[str, Any] = dataclass_field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.column:
            object.__setattr__(self, "column", self.name)

    def cells(self, entries: Sequence[Any]) -> Iterator[object]:
        """Its cells, one for each entry. Hardly any Python runs for each: ten years are many."""
        values: Iterator[object] = map(attrgetter(self.name), entries)
        if self.codec.write is not None:
            values = map(self.codec.write, values)
        if self.written_if is None:
            return values
        written = map(self.written_if, entries)
        return (
            cell if is_written else "" for cell, is_written in zip(values, written, strict=True)
        )


@dataclass(frozen=True)
class Schema(Generic[E]):
    """All that an entry of one kind says: `kind` is the value, `word` its name in the audit."""

    kind: type[E]
    word: str
    file: str
    fields: tuple[Field, ...]
    contradictions: Callable[[E], Iterable[Contradiction]] = lambda _: ()

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of its file, in their order."""
        return tuple(field.column for field in self.fields)

    @cached_property
    def ticks(self) -> tuple[str, ...]:
        """The columns in which an empty cell is a no, or says that nothing was asked."""
        asked = (codecs.TICK, codecs.FLAGS)
        return tuple(field.column for field in self.fields if field.codec in asked)

    @cached_property
    def by_column(self) -> dict[str, Field]:
        """Its fields by their columns."""
        return dict(zip(self.columns, self.fields, strict=True))

    @cached_property
    def usual(self) -> Mapping[str, Any]:
        """What a value has where nothing is said; what must be said is not in it."""
        declared = fields(self.kind)  # type: ignore[arg-type] # the values are dataclasses
        return {field.name: field.default for field in declared if field.default is not MISSING}

    def needs(self, field: Field, values: Mapping[str, Any]) -> bool:
        """Whether a field must be there, given the values of those before it."""
        if field.name not in self.usual:
            return True
        return field.needed_if is not None and field.needed_if(values)

    def rows(self, entries: Sequence[E]) -> Iterator[tuple[object, ...]]:
        """Entries as rows of the columns, for the csv module to write."""
        return zip(*(field.cells(entries) for field in self.fields), strict=True)

    def row(self, entry: E) -> tuple[str, ...]:
        """One entry as a row, as the csv module writes it."""
        (cells,) = self.rows((entry,))
        return tuple("" if cell is None else str(cell) for cell in cells)

    def given(self, entry: E) -> dict[str, Any]:
        """What an entry says, by columns, without those that are left empty on purpose."""
        return {
            field.column: getattr(entry, field.name)
            for field in self.fields
            if field.written_if is None or field.written_if(entry)
        }

    def json_schema(self, field: Field) -> dict[str, Any]:
        """The JSON Schema of one field: null is among it where a value may have none."""
        schema = {**field.codec.schema, **field.limits, "description": field.about}
        if self.usual.get(field.name, MISSING) is None:
            schema["type"] = [schema["type"], "null"]
            if "enum" in schema:
                schema["enum"] = [*schema["enum"], None]
        return schema

    def snapshot(self, entry: E) -> dict[str, Any]:
        """An entry as JSON, for the audit record; `restored` reads it back."""
        values = ((field, getattr(entry, field.name)) for field in self.fields)
        return {f.name: None if v is None else f.codec.to_json(v) for f, v in values}

    def restored(self, snapshot: Mapping[str, Any]) -> E:
        """An entry from its snapshot. What is not an entry's raises TypeError or ValueError."""
        values = dict(snapshot)
        for field in self.fields:
            if values.get(field.name) is not None:
                values[field.name] = field.codec.from_json(values[field.name])
        return self.kind(**values)
