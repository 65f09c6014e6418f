"""What columns are made of: instants, clock times, closed sets of words, constraint names."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Enum, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

from tracker.storage.sqlite.columns import CLOCK_TIME


class Instant(TypeDecorator[dt.datetime]):
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


def one_of(words: type[StrEnum]) -> Enum:
    """Return a text column that takes only the enum's values, by the database's own check."""
    return Enum(
        words,
        name=words.__name__.lower(),
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda enum: [member.value for member in enum],
    )


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
    type_annotation_map = {dt.datetime: Instant, dt.time: CLOCK_TIME, str: Text}  # noqa: RUF012
