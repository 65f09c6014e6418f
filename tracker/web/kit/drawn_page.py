"""A page that stays the same until its account is written to: drawn once, then filled in each time.

What every request has of its own, the token of its forms, an id, the time, stands in what is drawn
as a mark, and is put in as the page is sent.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, NamedTuple

from flask import Response, current_app, g, request, session
from flask_wtf.csrf import generate_csrf
from markupsafe import escape

from tracker.translations import spoken
from tracker.web import database
from tracker.web.kit.gzip import Pieces, takes_gzip
from tracker.web.kit.single_flight_cache import SingleFlightCache

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping
    from typing import TypeAlias

    from flask import Flask

    from tracker.web.kit.request_context import RequestContext

    Values: TypeAlias = Mapping[str, Callable[[], str]]

_EXTENSION = "drawn_pages"
_MOST_PAGES = 128  # of some 45 kB each, compressed and not
_MARK = secrets.token_hex(16)  # in nothing else that is drawn
_MARKED = re.compile(rf"{_MARK}-(\w+)-")
_TOKEN = "csrf_token"  # noqa: S105 - the name of a place, not what is in it


def mark(name: str) -> str:
    """Return what stands in a drawing where the value of a name belongs."""
    return f"{_MARK}-{name}-"


class Drawn(NamedTuple):
    """A drawing, cut at its marks: one piece more than there are names."""

    pieces: Pieces
    names: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Drawn:
        """Cut a drawing at its marks."""
        parts = _MARKED.split(text)
        return cls(Pieces(tuple(part.encode() for part in parts[::2])), tuple(parts[1::2]))

    def between(self, values: Values) -> list[bytes]:
        """Return what comes between the pieces; each value is asked for once, and only if needed.

        The token of the request's forms is always known.
        """
        known = {_TOKEN: generate_csrf, **values}
        asked = {name: str(escape(known[name]())).encode() for name in dict.fromkeys(self.names)}
        return [asked[name] for name in self.names]


def start_cache(app: Flask) -> None:
    """Begin with no page drawn."""
    app.extensions[_EXTENSION] = SingleFlightCache(_MOST_PAGES)


def drawn_page(
    name: Hashable, context: RequestContext, draw: Callable[[], str], values: Values
) -> Response:
    """Return a page of one's own open diary, drawn unless it was for this day and revision.

    Nothing may go into it that `cached_until_commit` would not take, but what has a mark and one of
    `values`. What is said once, after something was done, is drawn for this once.
    """
    if "_flashes" in session:
        drawn = _draw(draw)
    else:
        pages: SingleFlightCache[Drawn] = current_app.extensions[_EXTENSION]
        revision = database().revision_of(context.account_id)
        whose = (revision, context.account_id, context.view.id, context.today)
        drawn = pages.get((name, *whose, *_manner()), lambda: _draw(draw))
    response = Response(mimetype="text/html")
    if takes_gzip():
        response.set_data(drawn.pieces.compressed(drawn.between(values)))
        response.headers["Content-Encoding"] = "gzip"
    else:
        response.set_data(drawn.pieces.joined(drawn.between(values)))
    return response


def _manner() -> tuple[Hashable, ...]:
    """What the same page differs by for one account: how its addresses begin, and its language."""
    return request.script_root, spoken().tag


def _draw(draw: Callable[[], str]) -> Drawn:
    """Draw a page with a mark for the token of each of its forms."""
    own = g.pop(_TOKEN, None)
    setattr(g, _TOKEN, mark(_TOKEN))  # where Flask-WTF keeps the one of this request
    try:
        return Drawn.of(draw())
    finally:
        g.pop(_TOKEN)
        if own is not None:
            setattr(g, _TOKEN, own)
