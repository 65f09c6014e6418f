"""How SQLite stores what it has no type for."""

import json
import zlib
from typing import Any

from sqlalchemy import JSON, Dialect, LargeBinary, Time, TypeDecorator
from sqlalchemy.dialects import sqlite

# Stored as HH:MM:SS: no microseconds where nobody measures them.
CLOCK_TIME = Time().with_variant(
    sqlite.TIME(storage_format="%(hour)02d:%(minute)02d:%(second)02d"),  # type: ignore[no-untyped-call]
    "sqlite",
)


class _CompressedJson(TypeDecorator[Any]):
    """JSON that is compressed by zlib: a standing takes a seventh of its length."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> bytes | None:  # noqa: ANN401 - any plain value
        """Compress; None is stored as nothing."""
        del dialect
        return None if value is None else zlib.compress(json.dumps(value).encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any | None:  # noqa: ANN401
        """Read what was compressed. Raises ValueError for anything else."""
        del dialect
        try:
            return None if value is None else json.loads(zlib.decompress(value))
        except zlib.error as error:
            raise ValueError(str(error)) from error


# A server compresses long values by itself.
COMPRESSED_JSON = JSON(none_as_null=True).with_variant(_CompressedJson(), "sqlite")
