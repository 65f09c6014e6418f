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
    from collections.abc import Callable, Hashable

    from flask import Flask

    from tracker.translations import Language

_MOST_FRAGMENTS = 2048  # of one or two kB each


def register(app: Flask) -> None:
    """Let templates put a fragment in: fragment("kit/foot.html")."""
    app.add_template_global(fragment)


def drawn_once(draw: Callable[..., str]) -> Callable[..., Markup]:
    """Cache what a function draws of its values, for the language spoken and the mount."""

    @lru_cache(_MOST_FRAGMENTS)
    def drawn(_root: str, _language: Language, *values: Hashable) -> Markup:
        return Markup(draw(*values))  # noqa: S704 - drawn by a template

    return lambda *values: drawn(request.script_root, spoken(), *values)


def fragment(template: str, **values: Hashable) -> Markup:
    """Return what a template makes of some values, in the language spoken."""
    return _drawn(template, *values.items())


@drawn_once
def _drawn(template: str, *values: tuple[str, Hashable]) -> str:
    """Without the context of the page, so that nothing of it can go in."""
    return current_app.jinja_env.get_template(template).render(values)
