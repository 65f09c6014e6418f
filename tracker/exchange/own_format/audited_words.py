"""Changed numbers and a clinician's clearances as lines of the record: what, when, on whose word.

They are written from what `episode.json` holds, so that the two never part, and read from there.
"""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from tracker.exchange.own_format.audit_csv import Audited
from tracker.progression.episode import SELF
from tracker.progression.guardrails import changes

if TYPE_CHECKING:
    from tracker.progression.episode import Clearance, Episode, Setting

SETTING, CLEARANCE = "setting", "clearance"
WRITTEN_ONLY = frozenset({SETTING, CLEARANCE})
_CREATE, _UPDATE = "create", "update"


def audited_words(episode: Episode) -> list[Audited]:
    """A line for each changed number and each clearance, in the order in which they were entered.

    What came without the time of its entry has no place in that order, and is left out.
    """
    lines = [_of_setting(episode, setting) for setting in episode.settings]
    lines += [_of_clearance(clearance) for clearance in episode.clearances]
    return sorted((line for line in lines if line is not None), key=attrgetter("at"))


def _of_setting(episode: Episode, setting: Setting) -> Audited | None:
    """A changed number; before it the earlier change that held on its date, if there was one."""
    at = setting.entered_at
    if at is None:
        return None
    known = tuple([s for s in episode.settings if s.entered_at is not None and s.entered_at < at])
    before = changes(replace(episode, settings=known), setting.date).get(setting.name)
    action = _CREATE if before is None else _UPDATE
    was = None if before is None else _setting(before)
    return Audited(at, SETTING, setting.name, action, was, _setting(setting))


def _setting(setting: Setting) -> dict[str, Any]:
    date, by = setting.date.isoformat(), setting.by or SELF
    return {"value": setting.value, "date": date, "by": by, **_through(setting)}


def _through(word: Setting | Clearance) -> dict[str, str]:
    return {"through": word.through.value} if word.through else {}


def _of_clearance(clearance: Clearance) -> Audited | None:
    if clearance.entered_at is None:
        return None
    words = {
        "date": clearance.date.isoformat(),
        "by": clearance.by,
        "note": clearance.note,
        "covers": list(clearance.covers),
        **_through(clearance),
    }
    return Audited(clearance.entered_at, CLEARANCE, "", _CREATE, None, words)
