"""Bytes of a file replaced by others, anywhere, as damage and tampering do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Change(NamedTuple):
    """At a place (0 to 1) of some bytes, so many are replaced by others."""

    place: float
    gone: int
    new: bytes

    def of(self, content: bytes) -> bytes:
        begin = int(self.place * len(content))
        return content[:begin] + self.new + content[begin + self.gone :]


def changes(
    odd: Sequence[bytes], *, most_gone: int, most_changes: int
) -> st.SearchStrategy[list[Change]]:
    """Lists of changes: few bytes gone or many, random bytes or odd ones in their place."""
    change = st.builds(
        Change,
        st.floats(0, 1),
        st.one_of(st.integers(0, 8), st.integers(0, most_gone)),
        st.one_of(st.binary(max_size=8), st.sampled_from(odd)),
    )
    return st.lists(change, min_size=1, max_size=most_changes)


def changed(content: bytes, by: Iterable[Change]) -> bytes:
    """The content once all changes are made, one after the other."""
    for change in by:
        content = change.of(content)
    return content
