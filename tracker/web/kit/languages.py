"""The language of a request: what its account chose, else what its browser asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from tracker import translations
from tracker.language.script_words import every_pages_words, guides_words, links_words
from tracker.web.kit.vary import vary_on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask, Response

    from tracker.storage.access.accounts import Account

# What scripts of some pages say besides: such a page names it, {% set scripts_say = "guide" %}.
_BESIDES = {"guide": guides_words, "link": links_words}


def register(app: Flask) -> None:
    """Speak to each request in its language, and let templates do so too."""
    app.jinja_options = app.jinja_options | {"extensions": ["jinja2.ext.i18n"]}
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        translations.gettext, _ngettext, newstyle=True, pgettext=translations.pgettext
    )
    app.add_template_global(translations.spoken, "language")
    app.add_template_global(_script_words, "script_words")
    app.before_request(_follow_the_browser)
    app.after_request(_name_the_language)
    app.teardown_request(_end)


def follow(account: Account) -> None:
    """Speak as an account chose, if it did."""
    if account.language:
        translations.speak(translations.chosen([account.language]))


def _ngettext(singular: str, plural: str, num: int) -> str:
    """Return the form that a number asks for; Jinja fills in its values itself."""
    return translations.spoken().texts.ngettext(singular, plural, num)


def _script_words(besides: str) -> Mapping[str, object]:
    """What a page tells its scripts, in the language spoken."""
    said = {**every_pages_words(), **(_BESIDES[besides]() if besides else {})}
    return {"locale": translations.spoken().locale.replace("_", "-"), "said": said}


def _follow_the_browser() -> None:
    translations.speak(translations.chosen(request.accept_languages.values()))


def _name_the_language(response: Response) -> Response:
    """Tell caches on the way that another browser may be answered in another language."""
    if response.mimetype == "text/html":
        response.headers["Content-Language"] = translations.spoken().tag
        vary_on(response, "Accept-Language")
    return response


def _end(_error: BaseException | None) -> None:
    translations.speak(translations.ENGLISH)
