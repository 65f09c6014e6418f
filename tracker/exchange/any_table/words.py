"""What people call a part of the day, a feeling or a session, turned into the words of our files.

A cell may say more than the word that counts; where it may mean something else, it is refused.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tracker.exchange.watch.sports import named_sport, unless_on_treadmill
from tracker.progression.diary import Kind
from tracker.translations import gettext

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
    "sharp": (
        "sharp|sharply|stab|stabs|stabbing|sudden|suddenly|stechend\\w*|stich|plotzlich|aigue?|vive"
        "|lancinante?|pointue?|agud[oa]|punzante"
    ),
    "pain": (
        "(?<!no )(?:pain|pains)(?! free)|painful|ache|aches|ached|aching|achy|hurt|hurts|hurting"
        "|pull|pulls|pulled|pulling|throb|throbs|throbbing|schmerz\\w*|ziehen\\w*|douleurs?"
        "|douloureu\\w*|dolor|dolorid[oa]|duele|mal"
    ),
    "soreness": (
        "sore|soreness|stiff|stiffness|tired|tiredness|tender|tenderness|tight|tightness|steif"
        "|muskelkater|mude|raide|raideur|courbatures?|rigid[oa]|agujetas|tirante"
    ),
    "none": (
        "none|nothing|no pain|pain free|painless|fine|ok|okay|good|gut|nichts|schmerzfrei|bien|rien"
        "|nada"
    ),
}
_KINDS = {
    "walk_jog": f"{_WALK} {_JOG}|(?<!post )(?<!pre ){_JOG} {_WALK}|c25k",
    "run": (
        "run|runs|running|ran|jog|jogs|jogging|jogged|parkrun|fartlek|tempo|intervals?|marathon"
        "|\\d+ ?k|lauf|laufen|(?:trail|dauer|tempo|gelande|strassen|bahn|wald|laufband)lauf"
        "|lauf(?:training|einheit)"
    ),
    "walk": "walk|walks|walking|walked|hike|hikes|hiking|hiked|andar|marcha|spazieren(?:gehen)?",
    "bike": (
        "bike|bikes|biking|biked|bicycle|cycle|cycling|cycled|ride|rides|rode|spin|spinning|rad"
        "|radtour|bicicleta"
    ),
    "swim": "swim|swims|swimming|swam",
    "strength": (
        "strength|gym|weight|weights|weightlifting|lift|lifts|lifting|renforcement|fuerza|pesas"
    ),
    "stretch": (
        "stretch|stretches|stretching|stretched|yoga|mobility|pilates|dehnen|etirements?"
        "|estiramientos?"
    ),
    "massage": "massage|foam|masaje|faszien\\w*",
    "other": (
        "other|workout|workouts|train|training|hockey|ball|football|basketball|volleyball|handball"
    ),
}
# A machine or a vehicle: a walk or a run on it is none.
_MACHINES = re.compile(
    r"\b(?:row|rowing|rower|rowed|erg|elliptical|elliptique|eliptica|ellipsen\w*|crosstrainer"
    r"|cross trainer|stepper|stair\w*|climber|rudern|ruder\w*|rameur|aviron|remo|kayak\w*|kanu\w*"
    r"|canoe\w*|paddl\w*|ski\w*|skat\w*|wheelchair|arc trainer|langlauf\w*|eislauf\w*"
    r"|snowshoe\w*)\b"
)
# Runners say so of a run, and others of anything.
_OF_ANY = re.compile(
    r"(?:easy|long|recovery|steady|hills?|speed|track|race|slow|treadmill|laufband|tapis|cinta"
    r"|locker|lang|regeneration|facile|sortie|suave|larg[oa]|session|training|indoor|outdoor| )+"
)
_NOTHING_DONE = re.compile(
    r"\b(?:rest|rested|resting|rest day|off|day off|ruhetag|pause|repos|descanso)\b"
)
_MOMENTS = {
    "waking": "wake|waking|wakeup|woke|morning|am",
    "evening": "evening|pm",
    "night": "night|overnight|bed|bedtime",
    "day": "day|noon|midday|afternoon",
}


def sensation(text: str) -> str:
    """Turn words into the worst feeling that they name."""
    return _matches(text, _SENSATIONS)[0]


class UnknownKindError(ValueError):
    """What was done has a name that is none of ours."""


def kind(text: str) -> str:
    """Turn words into what was done.

    Raises UnknownKindError for a name that is not known, ValueError for what may be several
    things or nothing at all. What was done on a machine is never a walk.
    """
    plain = _plain(text)
    if _MACHINES.search(plain):
        if re.search(rf"\b(?:{_KINDS['run']})\b", _MACHINES.sub(" ", plain)):
            raise ValueError(
                gettext("may mean more than one: write one of %(words)s", words=", ".join(_KINDS))
            )
        return Kind.OTHER
    if not _NOT.search(plain) and _NOTHING_DONE.search(plain):
        raise ValueError(
            gettext("says that nothing was done: write one of %(words)s", words=", ".join(_KINDS))
        )
    if _OF_ANY.fullmatch(plain) and plain not in {"training", "session"}:
        raise ValueError(
            gettext(
                "may be a run or something else: write one of %(words)s", words=", ".join(_KINDS)
            )
        )
    try:
        return unless_on_treadmill(Kind(_only(text, _KINDS)), text)
    except NothingNamedError as error:
        sport = named_sport(text).kind
        if sport is Kind.OTHER:
            raise UnknownKindError(str(error)) from error
        if sport is None:
            raise
        return sport


class NothingNamedError(ValueError):
    """None of our words is meant."""


def moment(text: str) -> str:
    """Turn words into a part of the day."""
    return _only(text, _MOMENTS)


def _only(text: str, meanings: Mapping[str, str]) -> str:
    matches = _matches(text, meanings)
    clear = matches[:-1] if len(matches) > 1 and matches[-1] == [*meanings][-1] else matches
    if len(clear) > 1:
        raise ValueError(
            gettext("may mean more than one: write one of %(words)s", words=", ".join(meanings))
        )
    return clear[0]


def _matches(text: str, meanings: Mapping[str, str]) -> list[str]:
    """Those of our words that are meant, in their order; each word of the text counts once."""
    plain = _plain(text)
    if _NOT.search(plain):
        raise ValueError(
            gettext("tells what it was not: write one of %(words)s", words=", ".join(meanings))
        )
    matches = []
    for ours, others in meanings.items():
        plain, times = re.subn(rf"\b(?:{others})\b", "|", plain)
        matches += [ours] if times else []
    if not matches:
        raise NothingNamedError(gettext("must be one of %(words)s", words=", ".join(meanings)))
    return matches


def _plain(text: str) -> str:
    """Small letters without accents, single blanks between the words."""
    words = _CAPITAL_INSIDE.sub(" ", text).lower().replace("’", "'").replace("n't", " not")
    bare = unicodedata.normalize("NFKD", words.replace("ß", "ss"))
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return _BETWEEN.sub(" ", letters).strip()


def tells_of_pain(text: str) -> bool:
    """Whether a cell holds a word for pain or soreness, or a denial of one."""
    plain = _plain(text)
    names = (name for ours, name in _SENSATIONS.items() if ours != "none")
    return any(re.search(rf"\b(?:{others})\b", plain) for others in names)


def is_sharp(text: str) -> bool:
    """Whether a text has a word for sharp pain."""
    return re.search(rf"\b(?:{_SENSATIONS['sharp']})\b", _plain(text)) is not None
