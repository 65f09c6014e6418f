"""A protocol's file as text, read in one way by whoever takes a protocol in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.protocol_document.reader import ProtocolError
from tracker.translations import gettext

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 1_000_000


def protocol_text(file: Path) -> str:
    """The text, without the mark that some editors begin it with. Raises ProtocolError."""
    try:
        with file.open("rb") as opened:
            return text_of(opened.read(_MOST_BYTES + 1))
    except OSError as error:
        raise _refused(gettext("cannot be read: %(fault)s.", fault=error.strerror)) from error


def text_of(content: bytes) -> str:
    """The text of a file's content. Raises ProtocolError."""
    if len(content) > _MOST_BYTES:
        raise _refused(gettext("is larger than 1 MB, so it is no protocol."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(gettext("is not UTF-8 text. Save it again as UTF-8.")) from error


def _refused(what: str) -> ProtocolError:
    return ProtocolError([("document", what)])
