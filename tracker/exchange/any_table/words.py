"""What people call a part of the day, a feeling or a session, turned into the words of our files.

A cell may say more than the word that counts; where it may mean something else, it is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_CAPITAL_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")  # as in TrailRun
_BETWEEN = re.compile(r"(?:[\W_]|\band\b)+")
_NOT = re.compile(
    r"\b(?:no(?! pain\b)|not|never|without|cannot|(?:is|was|do|does|did|ca)nt"
    r"|(?:none|nothing)(?= )|skip(?:ped)?|missed|cancell?ed)\b"
)
_WALK, _JOG = "walk(?:ing)?", "(?:jog|jogging|run|running)"
# The worst comes first. The last of each of the others gives way to what is said beside it.
_SENSATIONS = {
    "sharp": "sharp|sharply|stab|stabs|stabbing|sudden|suddenly",
    "pain": (
        "(?<!no )(?:pain|pains)(?! free)|painful|ache|aches|ached|aching|achy|hurt|hurts|hurting"
        "|pull|pulls|pulled|pulling|throb|throbs|throbbing"
    ),
    "soreness": ("sore|soreness|stiff|stiffness|tired|tiredness|tender|tenderness|tight|tightness"),
    "none": "none|nothing|no pain|pain free|painless|fine|ok|okay|good",
}
_KINDS = {
    "walk_jog": f"{_WALK} {_JOG}|(?<!post )(?<!pre ){_JOG} {_WALK}|c25k",
    "run": "run|runs|running|ran|jog|jogs|jogging|jogged",
    "walk": "walk|walks|walking|walked|hike|hikes|hiking|hiked",
    "bike": "bike|bikes|biking|biked|bicycle|cycle|cycling|cycled|ride|rides|rode|spin|spinning",
    "swim": "swim|swims|swimming|swam",
    "strength": "strength|gym|weight|weights|weightlifting|lift|lifts|lifting",
    "stretch": "stretch|stretches|stretching|stretched|yoga|mobility|pilates",
    "massage": "massage|foam",
    "other": (
        "other|workout|workouts|train|training|row|rowing|elliptical|hockey"
        "|ball|football|basketball|volleyball|handball"
    ),
}
_MOMENTS = {
    "waking": "wake|waking|wakeup|woke|morning|am",
    "evening": "evening|pm",
    "night": "night|overnight|bed|bedtime",
    "day": "day|noon|midday|afternoon",
}


def sensation(text: str) -> str:
    """Turn words into the worst feeling that they name."""
    return _found(text, _SENSATIONS)[0]


def kind(text: str) -> str:
    """Turn words into what was done."""
    return _only(text, _KINDS)


def moment(text: str) -> str:
    """Turn words into a part of the day."""
    return _only(text, _MOMENTS)


def _only(text: str, meanings: Mapping[str, str]) -> str:
    found = _found(text, meanings)
    clear = found[:-1] if len(found) > 1 and found[-1] == [*meanings][-1] else found
    if len(clear) > 1:
        raise ValueError(f"may mean more than one: write one of {', '.join(meanings)}")
    return clear[0]


def _found(text: str, meanings: Mapping[str, str]) -> list[str]:
    """Those of our words that are meant, in their order; each word of the text counts once."""
    words = _CAPITAL_INSIDE.sub(" ", text).lower().replace("’", "'").replace("n't", " not")
    plain = _BETWEEN.sub(" ", words).strip()
    if _NOT.search(plain):
        raise ValueError(f"tells what it was not: write one of {', '.join(meanings)}")
    found = []
    for ours, others in meanings.items():
        plain, times = re.subn(rf"\b(?:{others})\b", "|", plain)
        found += [ours] if times else []
    if not found:
        raise ValueError(f"must be one of {', '.join(meanings)}")
    return found
