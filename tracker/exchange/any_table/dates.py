"""Dates with the names of months, in English, German, French and Spanish."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from datetime import date, datetime

_NAMED = ("%d %b %Y", "%b %d %Y", "%Y %b %d", "%Y%m%d", "%d %b %y", "%d%b%Y", "%d%b%y")
_MONTHS = {
    "jan": "jan(uary|uar|v|vier|ner)?|ene(ro)?", "feb": "feb(ruary|ruar|rero)?|fevr?(ier)?",
    "mar": "mar(ch|s|zo)?|marz|mrz", "apr": "apr(il)?|avr(il)?|abr(il)?", "may": "may(o)?|mai",
    "jun": "june?|juni(o)?|juin", "jul": "jul(y|i|io)?|juil(let)?",
    "aug": "aug(ust)?|aout|ago(sto)?",
    "sep": "sept?(ember|embre|iembre)?", "oct": "oct(ober|obre|ubre)?|okt(ober)?",
    "nov": "nov(ember|embre|iembre)?", "dec": "dec(ember|embre)?|dez(ember)?|dic(iembre)?",
}  # fmt: skip
_BESIDE_DATES = re.compile(
    r"(mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)?|mo|di|mi|do|fr|sa|so"
    r"|(mon|diens|donners|frei|sams|sonn)tag|mittwoch|(lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|lun|jeu|ven|sam|dim|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|mi[eé]|jue"
    r"|vie|s[aá]b|dom|of|de|del|le|the|um"
)


def date_of_words(text: str) -> date | None:
    """The day that 3 May 2026, May 3, 2026, 2-May-26 or 2 mai 2026 is; None for anything else."""
    plain = re.sub(r"(?<=\d)(st|nd|rd|th|er)\b|[,./\-]", " ", text.lower())
    words = [_month(word) for word in plain.split() if not _BESIDE_DATES.fullmatch(word)]
    for form in _NAMED:
        with suppress(ValueError):
            return datetime.strptime(" ".join(words), form).date()  # noqa: DTZ007
    return None


def _month(word: str) -> str:
    """The name of a month in English, short; any other word as it is."""
    letters = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    for english, others in _MONTHS.items():
        if re.fullmatch(others, letters):
            return english
    return word
