"""GPX and TCX files as they are met: read in one pass, as far as they are good.

The libraries that know the formats refuse a file for one letter, an undeclared prefix or a missing
end; a watch's battery, a site and a mail program cause all three. So their few elements are read
here, by the parser that is proved against what is harmful.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from math import isfinite
from typing import Any, NamedTuple
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.expatreader import create_parser

from tracker.exchange.watch.values import RawLeg, UnusableError
from tracker.translations import gettext

_DEEPEST = 60
_CHUNK = 65_536
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)")
_NO_START = re.compile(r"[^<]*(?:<\?xml[^>]*>)?")  # its encoding and version do not count
_UTF_16 = ("utf-16-le", b"<\x00"), ("utf-16-be", b"\x00<")
_UNPADDED = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)[T ]+(\d\d?):(\d\d?):(\d\d?)")


class Elements(ContentHandler):
    """Walks through elements by their local names; `begin` and `end` are a format's own.

    A name without its prefix is enough: a recording uses none twice, and some files do not
    declare the prefixes they use.
    """

    roots: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.path: list[str] = []
        self.legs: list[RawLeg] = []
        self._text: list[str] = []
        self._has_begun = False

    @property
    def has_ended(self) -> bool:
        """Whether the outermost element came to its end; what follows it is none of it."""
        return self._has_begun and not self.path

    def begin(self, name: str, attributes: Any) -> None:  # noqa: ANN401 - as SAX has them
        """An element begins; `path` ends with it."""

    def end(self, name: str, text: str) -> None:
        """An element ends, with its text; `path` does not hold it any more."""

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: ANN401, N802 - as in SAX
        """Go into an element."""
        local = name.rpartition(":")[2]
        self._has_begun = True
        self.path.append(local)
        if len(self.path) > _DEEPEST:
            raise UnusableError(gettext("is nested too deeply to be a recording"))
        self._text.clear()
        self.begin(local, attrs)

    def characters(self, content: str) -> None:
        """Gather a text."""
        self._text.append(content)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802 - as in SAX
        """Come out of an element."""
        local = self.path.pop()
        self.end(local, "".join(self._text).strip())
        self._text.clear()


def text_of(content: bytes) -> str:
    """Return the text of an XML file from its first element on, without what no XML may hold.

    Only digits and the names of elements count, so that the declared encoding matters where it is
    not written in one byte alone; other letters may come out wrong.
    """
    encoding = next((name for name, mark in _UTF_16 if mark in content[:200]), "utf-8-sig")
    text = _NO_CHARACTERS.sub("", content.decode(encoding, errors="replace"))
    return _BARE.sub("&amp;", _NO_START.sub("", text, count=1))


def read_elements(text: str, elements: Elements) -> bool:
    """Read a text; return whether it was whole. Raises UnusableError for what is harmful."""
    parser = create_parser(forbid_dtd=True)
    parser.setContentHandler(elements)
    try:
        for begin in range(0, len(text), _CHUNK):
            parser.feed(text[begin : begin + _CHUNK])
        parser.close()
    except DefusedXmlException:
        raise UnusableError(
            gettext("defines entities, which no recording needs: it is not read")
        ) from None
    except SAXParseException:
        return elements.has_ended
    return True


class Instant(NamedTuple):
    """Seconds since 1970 (UTC), how far the writer's clock was ahead in seconds, if it says so.

    Without a zone it is read as UTC, as the formats have it.
    """

    at: float
    offset: float | None = None
    has_no_zone: bool = False


def instant(text: str) -> Instant | None:
    """Read a date and time; None if it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        parts = _UNPADDED.match(text)
        if parts is None:
            return None
        try:
            moment = datetime(*map(int, parts.groups()))  # type: ignore[arg-type] # noqa: DTZ001 - its zone is next
        except ValueError:
            return None
        moment = moment.replace(tzinfo=UTC) if text.endswith(("Z", "z")) else moment
    if moment.tzinfo is None:
        return _at(moment.replace(tzinfo=UTC), has_no_zone=True)
    offset = moment.utcoffset()
    return _at(moment, offset=offset.total_seconds() if offset else None)


def _at(
    moment: datetime, offset: float | None = None, *, has_no_zone: bool = False
) -> Instant | None:
    try:
        return Instant(moment.timestamp(), offset, has_no_zone)
    except (ValueError, OverflowError):  # the first hours of the year 1 in another zone
        return None


def number(text: str | None) -> float | None:
    """Read a number, with a comma for a point too; None if it is none."""
    try:
        value = float((text or "").replace(",", "."))
    except ValueError:
        return None
    return value if isfinite(value) else None


def place(latitude: float | None, longitude: float | None) -> tuple[float, float] | None:
    """A place on the earth; None if it is none: some mark a pause by a latitude of 100."""
    if latitude is None or longitude is None:
        return None
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):  # noqa: PLR2004 - degrees
        return None
    return None if latitude == longitude == 0 else (latitude, longitude)
