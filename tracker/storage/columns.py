"""What columns are made of: instants, clock times, closed sets of words, constraint names."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import JSON, Date, DateTime, Dialect, Enum, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.sqlite.columns import CLOCK_TIME, COMPRESSED_JSON

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

T = TypeVar("T")


class Proven(TypeDecorator[T]):
    """A column whose stored text may have been damaged: what cannot be read is told as that.

    The database checks its pages, not that a date in them is one.
    """

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], T | None] | None:
        """Read as the column itself does. Raises StorageError (DAMAGED)."""
        read = super().result_processor(dialect, coltype)
        if read is None:
            return None

        def proven(value: Any) -> T | None:  # noqa: ANN401 - whatever lies in the file
            try:
                return read(value)
            except (ValueError, TypeError, LookupError) as error:
                what = "a stored value is not of the kind that its column holds"
                raise StorageError(what, ErrorKind.DAMAGED) from error

        return proven


class Instant(Proven[dt.datetime]):
    """An aware datetime, stored as UTC without its zone and handed out as aware UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Store in UTC; raise ValueError for a naive datetime, whose zone nobody knows."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(
        self, value: dt.datetime | None, dialect: Dialect
    ) -> dt.datetime | None:
        """Hand out in UTC."""
        del dialect
        return None if value is None else value.replace(tzinfo=dt.UTC)


class Word(Proven[Any]):
    """A word out of a closed set."""

    impl = Enum
    cache_ok = True


def one_of(words: type[StrEnum], *, checked: bool = True) -> Word:
    """Return a text column that takes only the enum's values, by the database's own check.

    Not `checked`: by the program's alone, where a later release may add words without rebuilding.
    """
    return Word(
        words,
        name=words.__name__.lower(),
        native_enum=False,
        create_constraint=checked,
        length=32,
        values_callable=lambda enum: [member.value for member in enum],
    )


class Day(Proven[dt.date]):
    """A date of the runner's calendar."""

    impl = Date
    cache_ok = True


class ClockTime(Proven[dt.time]):
    """A time of the runner's day, to the second."""

    impl = CLOCK_TIME
    cache_ok = True


class Document(Proven[Any]):
    """Plain lists and dictionaries, stored as JSON."""

    impl = JSON
    cache_ok = True


class LongDocument(Proven[Any]):
    """A document of a thousand letters and more, stored compressed; None is stored as nothing."""

    impl = COMPRESSED_JSON
    cache_ok = True


class Base(DeclarativeBase):
    """The common ground of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012
        dt.datetime: Instant,
        dt.date: Day,
        dt.time: ClockTime,
        str: Text,
    }
