"""gettext: what the tracker says, in the language of who reads it.

English is written in the code and in the templates, and is what catalogues are looked up by. Each
folder beside this file is one more language, named as gettext names locales: de, en_US. Which one
is spoken is a context variable: a request, a letter or a command sets it once, at its beginning.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FOLDER = Path(__file__).parent
DOMAIN = "tracker"
_SOURCE = "en"


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language: `tag` is BCP 47's (de, en-US), `locale` what Babel writes its dates by."""

    tag: str
    locale: str
    texts: NullTranslations

    @property
    def name(self) -> str:
        """What it calls itself: Deutsch."""
        name = Locale.parse(self.tag, sep="-").get_display_name() or self.tag
        return name[:1].upper() + name[1:]


ENGLISH = Language(_SOURCE, "en_GB", NullTranslations())
_spoken: ContextVar[Language] = ContextVar("language", default=ENGLISH)


@cache
def languages() -> Mapping[str, Language]:
    """Return every language by its tag: English, then the folders that hold a catalogue."""
    compiled = sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    others = [_read(path) for path in compiled]
    return {language.tag: language for language in (ENGLISH, *others)}


def spoken() -> Language:
    """Return the language that is spoken now."""
    return _spoken.get()


def speak(language: Language) -> None:
    """Speak a language from now on, in this thread."""
    _spoken.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak a language for a while."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def chosen(tags: Iterable[str]) -> Language:
    """Return the first language of these tags, the most wanted first, that there is; else English.

    A tag that is not there as it stands is looked for without its region: de-AT is de.
    """
    there = {tag.lower(): language for tag, language in languages().items()}
    for tag in tags:
        wanted = tag.replace("_", "-").lower()
        language = there.get(wanted) or there.get(wanted.partition("-")[0])
        if language:
            return language
    return ENGLISH


def gettext(message: str, /, **values: object) -> str:
    """Return a message in the language spoken, its `%(name)s` filled in; `%%` where it has any."""
    text = _spoken.get().texts.gettext(message) if message else ""  # "" is a catalogue's header
    return text % values if values else text


def ngettext(singular: str, plural: str, num: int, /, **values: object) -> str:
    """Return the form of a message that a number asks for; the number is its `%(num)s`."""
    return _spoken.get().texts.ngettext(singular, plural, num) % {"num": num, **values}


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Return a message that means several things in English, for one of them."""
    text = _spoken.get().texts.pgettext(context, message)
    return text % values if values else text


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a message for the catalogues where it is written; `gettext` translates it where used."""
    return message


def _read(path: Path) -> Language:
    with path.open("rb") as file:
        texts = GNUTranslations(file)
    locale = path.parts[-3]
    return Language(locale.replace("_", "-"), locale, texts)
