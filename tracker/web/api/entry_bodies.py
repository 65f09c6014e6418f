"""What programs send of an entry: its fields as `entries/fields.py` declares them, and no others.

What is said wrongly is refused with the words of the files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import marshmallow as ma
from marshmallow import fields

from tracker.entries import codecs
from tracker.entries.cells import UNPRINTABLE
from tracker.entries.fields import CARE, CHECK_IN, LONGEST_NOTE, SESSION
from tracker.translations import gettext
from tracker.web.api.limits import AtMost

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.entries.codecs import Codec
    from tracker.entries.schema import Field, Schema

_OURS = "id"  # stands in the address


class CodecField(fields.Field[Any]):
    """A value that a codec reads; `schema` is what the description says of it."""

    def __init__(self, codec: Codec[Any], schema: Mapping[str, Any], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(metadata=dict(schema), **kwargs)
        self.codec = codec

    def deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Read a value; null is one where the schema says so."""
        if value is None and "null" in self.metadata["type"]:
            return None
        return super().deserialize(value, *args, **kwargs)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:  # noqa: ANN401 - as inherited
        try:
            return self.codec.from_json(value)
        except ValueError as error:
            raise ma.ValidationError(str(error)) from error


class DayField(CodecField):
    """A date in an address."""

    def __init__(self, about: str) -> None:
        schema = {**codecs.DATE.schema, "description": about}
        super().__init__(codecs.DATE, schema)


def body_of(schema: Schema[Any], **besides: ma.fields.Field[Any]) -> type[ma.Schema]:
    """The body of an entry, with fields besides its own."""
    sent = {field.name: _field(schema, field) for field in schema.fields if _is_sent(field)}
    name = "".join(part.capitalize() for part in schema.word.split("_"))
    return ma.Schema.from_dict({**sent, **besides}, name=f"{name}Body")


def _is_sent(field: Field) -> bool:
    return not field.ours and field.name != _OURS


def _field(schema: Schema[Any], field: Field) -> CodecField:
    metadata = schema.json_schema(field)
    checks = [_can_be_shown, AtMost(LONGEST_NOTE)] if field.is_text else []
    if field.name not in schema.usual:
        return CodecField(field.codec, metadata, required=True, validate=checks)
    return CodecField(field.codec, metadata, validate=checks)


def _can_be_shown(text: str) -> None:
    if UNPRINTABLE.search(text):
        raise ma.ValidationError(gettext("must hold nothing that cannot be shown"))


class WordsField(CodecField):
    """Free words, or none."""

    def __init__(self, about: str) -> None:
        schema = {**codecs.TEXT.schema, "maxLength": LONGEST_NOTE, "description": about}
        checks = [_can_be_shown, AtMost(LONGEST_NOTE)]
        super().__init__(codecs.TEXT, schema, load_default="", validate=checks)


WHY = "why a warning sign is taken back; asked for only then"
_BEFORE = ("pain", "sensation", "limp", "painkiller")


Before = ma.Schema.from_dict(
    {field.name: _field(CHECK_IN, field) for field in CHECK_IN.fields if field.name in _BEFORE},
    name="Before",
)
CHECK_IN_BODY = body_of(CHECK_IN, reason=WordsField(WHY))
SESSION_BODY = body_of(
    SESSION,
    before=fields.Nested(
        Before,
        allow_none=True,
        metadata={
            "description": "how it felt before a run; needed where no check-in of that day"
            " comes before it. null: not known any more"
        },
    ),
    confirmed=WordsField("the `confirm` of the refusal that you were told"),
)
CARE_BODY = body_of(CARE)


class ReasonQuery(ma.Schema):
    """Why a warning sign is taken back."""

    reason = WordsField(WHY)
