"""What a sport's number in a FIT file means, by the profile of the library that reads FIT files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tracker.exchange.watch.sports import fit_sport
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


def sport_of(sport: int | None, sub_sport: int | None) -> Kind:
    """What was done; `other` where the numbers do not say."""
    named = fit_sport(_name("sport", sport), _name("sub_sport", sub_sport))
    return named.kind or Kind.OTHER


def _name(of: str, number: int | None) -> str:
    """FIT's name for a number; the number itself where there is none, nothing for none."""
    return "" if number is None else _names(of).get(number, str(number))


@cache
def _names(of: str) -> Mapping[int, str]:
    from fitdecode.profile import FIELD_TYPES  # large: loaded where a FIT file is read

    return dict(FIELD_TYPES[of].enum)
