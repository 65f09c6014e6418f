"""Tables of all kinds, and what may happen to them on their way."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

FOLDER = Path(__file__).parent
TABLES = [path.read_bytes() for path in sorted(FOLDER.glob("*/*.csv"))]
ODD = (
    b"", b",", b";", b"\t", b"\n", b"\r", b'"', b"'", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"-1",
    b"1e309", b"NaN", b"999999999999", b"0:00", b"24:00:00", b"99:99", b"31.02.2026", b"0000-00-00",
    b"9999-12-31T23:59:59Z", b"2026-05-02 17:31:07+14:00", "sharp\u202e".encode(), b"Pain", b"Date",
    b"Distance (m)", b"Time", b"sep=;\n", b"1,234.5", b"1.234.567,8", b"h", b"?", b"=1+1",
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A table with some of its bytes replaced, or of its lines and columns doubled or dropped."""
    content = draw(st.sampled_from(TABLES))
    for _ in range(draw(st.integers(1, 4))):
        content = draw(st.sampled_from([_spliced, _with_lines, _with_columns]))(draw, content)
    return content


def _spliced(draw: st.DrawFn, content: bytes) -> bytes:
    begin = draw(st.integers(0, len(content)))
    gone = draw(st.integers(0, 12) | st.integers(0, 500))
    new = draw(st.sampled_from(ODD) | st.binary(max_size=6))
    return content[:begin] + new + content[begin + gone :]


def _with_lines(draw: st.DrawFn, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    at = draw(st.integers(0, len(lines) - 1))
    return b"".join(
        lines[:at] + lines[at : at + 1] * draw(st.sampled_from([0, 2, 40])) + lines[at + 1 :]
    )


def _with_columns(draw: st.DrawFn, content: bytes) -> bytes:
    mark = draw(st.sampled_from([b",", b";"]))
    rows = [line.split(mark) for line in content.splitlines()]
    at, times = draw(st.integers(0, 8)), draw(st.sampled_from([0, 2, 30]))
    return b"\n".join(
        mark.join(row[:at] + row[at : at + 1] * times + row[at + 1 :]) for row in rows
    )
