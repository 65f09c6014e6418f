"""What a FIT file says of itself, without decoding its records.

A takeout holds thousands of FIT files, most of them steps and sleep; reading each as a recording
takes a second or more. Here every message but the few that sum up is stepped over by its length
(FIT Protocol, "Record format"); what is kept are raw numbers.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = b".FIT"
ACTIVITY = 4  # the file type of a recording
_FILE_ID, _SESSION, _ACTIVITY = 0, 18, 34  # messages
_SUMS = frozenset({_FILE_ID, _SESSION, _ACTIVITY})
_TYPE, _START, _AT, _LOCAL = 0, 2, 253, 5  # fields of theirs
_COMPRESSED, _DEFINES = 0x80, 0x40
_QUARTER_S = 900  # clocks differ by whole quarters of an hour
_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_SIZES = {1: "B", 2: "H", 4: "I", 8: "Q"}


class Session(NamedTuple):
    """One session: `sport` and `sub_sport` are FIT's numbers, None where they are not said."""

    start: datetime
    seconds: int
    metres: int | None
    sport: int | None
    sub_sport: int | None


class Summary(NamedTuple):
    """The type of a file, and its sessions. `offset` is how far its clock was ahead of UTC."""

    type: int | None
    sessions: tuple[Session, ...] = ()
    offset: timedelta | None = None


class _Layout(NamedTuple):
    """How a message is laid out: its number, its length, where each field begins and its size."""

    message: int
    length: int
    fields: dict[int, tuple[int, int]]
    order: str


def file_type(head: bytes) -> int | None:
    """The type of a FIT file by its first bytes; None where they do not say it."""
    return summary(head).type if head[8:12] == SIGNATURE else None


def summary(content: bytes) -> Summary:
    """Sum a FIT file up as far as it is whole."""
    kind: int | None = None
    sessions: list[Session] = []
    offset: timedelta | None = None
    with suppress(LookupError, struct.error):  # it breaks off
        for message, values in _messages(content):
            if message == _FILE_ID:
                kind = values.get(_TYPE, kind)
            elif message == _SESSION and _START in values:
                sessions.append(_session(values))
            elif message == _ACTIVITY and _AT in values and _LOCAL in values:
                quarters = round((values[_LOCAL] - values[_AT]) / _QUARTER_S)
                offset = timedelta(seconds=quarters * _QUARTER_S)
    return Summary(kind, tuple(sessions), offset)


def _session(values: dict[int, int]) -> Session:
    """FIT's fields: 2 start, 5 sport, 6 sub-sport, 7 elapsed, 8 timer (ms), 9 distance (cm)."""
    metres = values.get(9)
    return Session(
        _EPOCH + timedelta(seconds=values[2]),
        round(values.get(8, values.get(7, 0)) / 1000),
        None if metres is None else round(metres / 100),
        values.get(5),
        values.get(6),
    )


def _messages(content: bytes) -> Iterator[tuple[int, dict[int, int]]]:
    """Every message of those that sum up, as its number and the numbers in it.

    One loop and one step a message, for a file has a hundred thousand.
    """
    layouts: dict[int, _Layout] = {}
    at = content[0] if content else 0
    end = min(len(content), at + int.from_bytes(content[4:8], "little"))
    while at < end:
        header = content[at]
        at += 1
        if header & 0xC0 == _DEFINES:
            layout, at = _layout(content, at, has_more=bool(header & 0x20))
            layouts[header & 0xF] = layout
            continue
        layout = layouts[header >> 5 & 0x3 if header & _COMPRESSED else header & 0xF]
        if layout.message in _SUMS:
            yield layout.message, _values(content, at, layout)
        at += layout.length


def _layout(content: bytes, at: int, *, has_more: bool) -> tuple[_Layout, int]:
    """The layout that is defined at a place, and where the next message begins."""
    order = ">" if content[at + 1] else "<"
    (message,) = struct.unpack_from(f"{order}H", content, at + 2)
    count, at, length = content[at + 4], at + 5, 0
    fields = {}
    for number, size, _ in struct.iter_unpack("BBB", content[at : at + 3 * count]):
        fields[number] = (length, size)
        length += size
    at += 3 * count
    if has_more:  # fields of a developer's own, which sum up nothing
        extra = content[at + 1 : at + 1 + 3 * content[at]]
        length += sum(size for _, size, _ in struct.iter_unpack("BBB", extra))
        at += 1 + 3 * content[at]
    return _Layout(message, length, fields, order), at


def _values(content: bytes, at: int, layout: _Layout) -> dict[int, int]:
    """The whole numbers of a message, those left out that are not said (all bits set)."""
    values = {}
    for number, (begin, size) in layout.fields.items():
        if size in _SIZES:
            form = layout.order + _SIZES[size]
            (value,) = struct.unpack_from(form, content, at + begin)
            if value != (1 << 8 * size) - 1:
                values[number] = value
    return values
