"""Reading a page's markup: quickly and strictly, and, where that is wanted, as browsers do.

Our pages close whatever they open, so a reader that refuses what is left open, doubled or not
quoted makes of them the tree that a browser makes, in a tenth of html5lib's time. With
`pytest --as-browsers-read` every page is read by html5lib too, which must find no error in it,
and the same tree.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, TypeAlias
from xml.etree.ElementTree import TreeBuilder

import html5lib

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    _Part: TypeAlias = tuple[str, dict[str, str], str, str]

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_MARKUP = re.compile(
    r"""<(?:
        !doctype\ html> | !--.*?-->
        | (/)? ([a-z][a-z0-9-]*) ((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*) \s* (/)? >
    )""",
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r'\s+([^\s"\'<>/=]+)(?:="([^"]*)")?')
_NO_REFERENCE = re.compile(r"&(?!(?:\w+|#\d+|#x[0-9a-f]+);)", re.IGNORECASE)


class MarkupError(AssertionError):
    """A page is not written as ours are, or not valid."""


def read(html: str) -> Element:
    """Return the root element of a page. Raises MarkupError where it is not written as ours are."""
    html = html.replace("\r\n", "\n").replace("\r", "\n")  # any end of a line is one to browsers
    builder, is_open, end = TreeBuilder(), list[str](), 0
    for markup in _MARKUP.finditer(html):
        _add_text(builder, html[end : markup.start()], is_open)
        end = markup.end()
        close, name, attributes, closed = markup.groups()
        if close:
            if not is_open or is_open.pop() != name:
                raise MarkupError(f"closed, but not the last opened: {html[end - 80 : end]!r}")
            builder.end(name)
        elif name:
            builder.start(name, dict(_read_attributes(attributes)))
            if name not in _VOID and not (closed and "svg" in is_open):
                is_open.append(name)
                end += name in {"pre", "textarea"} and html.startswith("\n", end)  # not shown
            else:
                builder.end(name)
    _add_text(builder, html[end:], [])
    if is_open:
        raise MarkupError(f"never closed: {', '.join(is_open)}")
    return builder.close()


def _add_text(builder: TreeBuilder, text: str, is_open: list[str]) -> None:
    if "<" in text or (text.strip() and not is_open):
        raise MarkupError(f"no markup of ours, or outside of the page: {text[:80]!r}")
    if text and is_open:
        builder.data(_unescaped(text))


@lru_cache(maxsize=4096)  # most are on every page
def _read_attributes(written: str) -> dict[str, str]:
    pairs: list[tuple[str, str]] = _ATTRIBUTE.findall(written)
    attributes = {name: _unescaped(value) for name, value in pairs}
    if len(attributes) < len(pairs):
        raise MarkupError(f"an attribute twice:{written}")
    return attributes


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    if _NO_REFERENCE.search(text):
        raise MarkupError(f"an ampersand that is not escaped: {text[:80]!r}")
    return unescape(text)


def check_as_browsers_do(html: str) -> None:
    """Raise MarkupError where a page is not valid HTML, or a browser reads it otherwise."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(html)
    # html5lib follows an older standard; an unknown doctype is fine in today's HTML.
    errors = [str(error) for error in parser.errors if error[1] != "unknown-doctype"]
    if errors:
        raise MarkupError(f"not valid HTML: {errors}")
    for browsers, ours in zip(_parts(root), _parts(read(html)), strict=True):
        if browsers != ours:
            raise MarkupError(f"a browser reads {browsers}, we {ours}")


def _parts(root: Element) -> Iterator[_Part]:
    """What a tree is made of, but for the space between and after the head and the body."""
    for part in ("head", "body"):
        within = root.find(part)
        assert within is not None, f"no {part}"
        within.tail = ""
        last = within[-1]
        last.tail = (last.tail or "").rstrip()
        for element in within.iter():
            if isinstance(element.tag, str):  # no comment
                tag = element.tag.rpartition("}")[2]  # without the namespace of a picture
                yield tag, element.attrib, element.text or "", element.tail or ""
