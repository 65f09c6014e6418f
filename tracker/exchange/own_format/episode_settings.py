"""The changed numbers of an episode.json, each held to what those entered before it left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from tracker.exchange.parse_errors import Faults, ParseError
from tracker.progression.episode import Site
from tracker.progression.guardrails import objection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.progression.episode import Episode, Setting
    from tracker.progression.protocol import RehabProtocol


def with_settings(
    episode: Episode, protocol: RehabProtocol, settings: list[Setting], faults: Faults, file: str
) -> Episode:
    """The episode with its settings; what may not follow the earlier ones is noted as a fault.

    They are taken in as they were entered, for one may be dated before an earlier one; without
    every time of entry, by date.
    """
    ordered = _as_entered(settings)
    allowed: tuple[Setting, ...] = ()
    for place, (index, setting) in enumerate(ordered):
        before = replace(episode, settings=allowed)
        if _was_cut(episode, protocol, setting, [s for _, s in ordered[place + 1 :]]):
            before = replace(before, site=_site_that_allows(protocol, setting))
        against = objection(protocol, before, setting)
        if against is None:
            allowed = (*allowed, setting)
        else:
            what = f"({setting.name}) {against.value}"
            faults.add(ParseError(file, what, 0, f"settings[{index}].value", setting.value))
    return replace(episode, settings=tuple(settings))


def _as_entered(settings: Sequence[Setting]) -> list[tuple[int, Setting]]:
    """The settings with their place in the file, counted from 1."""
    numbered = list(enumerate(settings, 1))
    if all(setting.entered_at is not None for setting in settings):
        return sorted(numbered, key=lambda n: (n[1].entered_at or datetime.min, n[1].date))  # noqa: DTZ901 - none is missing
    return sorted(numbered, key=lambda n: n[1].date)


def _was_cut(
    episode: Episode, protocol: RehabProtocol, setting: Setting, later: Sequence[Setting]
) -> bool:
    """Whether a value too high for the site of now was cut when the site changed."""
    number = protocol.tunables.get(setting.name)
    if number is None or setting.value <= (highest := number.highest_at(episode.site)):
        return False
    same = [s for s in later if s.name == setting.name and s.date >= setting.date]
    return any(s.value <= highest for s in same)


def _site_that_allows(protocol: RehabProtocol, setting: Setting) -> Site:
    return max(Site, key=protocol.tunables[setting.name].highest_at)
