"""Fragment cache: parts of pages that say the same wherever they stand, drawn once.

Such a part knows its own values and the request's language and mount; nothing of who reads it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from flask import current_app, request
from markupsafe import Markup

from tracker.translations import spoken

if TYPE_CHECKING:
    from collections.abc import Hashable

    from flask import Flask

    from tracker.translations import Language

_MOST_FRAGMENTS = 2048  # of one or two kB each


def register(app: Flask) -> None:
    """Let templates put a fragment in: fragment("kit/foot.html")."""
    app.add_template_global(fragment)


def fragment(template: str, **values: Hashable) -> Markup:
    """Return what a template makes of some values, in the language spoken."""
    return _drawn(template, tuple(values.items()), request.script_root, spoken())


@lru_cache(_MOST_FRAGMENTS)
def _drawn(
    template: str, values: tuple[tuple[str, Hashable], ...], _root: str, _language: Language
) -> Markup:
    """Without the context of the page, so that nothing of it can go in."""
    html = current_app.jinja_env.get_template(template).render(values)
    return Markup(html)  # noqa: S704 - drawn by the template
