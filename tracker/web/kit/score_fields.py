"""Fields in which a runner says how it feels: pain, sensation, effort, confidence.

Unanswered is None, never a zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wtforms import SelectField

from tracker.progression.diary import WORST_SCORE, Sensation
from tracker.translations import N_
from tracker.web.kit.fields import ChoiceField, offered

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import ClassVar

SENSATIONS = (
    (Sensation.NONE, N_("Nothing")),
    (Sensation.SORENESS, N_("Soreness")),
    (Sensation.PAIN, N_("Pain")),
    (Sensation.SHARP, N_("Sharp pain")),
)


class PainField(ChoiceField):
    """Eleven radios, 0 to 10. Unanswered is None, never 0."""

    def __init__(self, label: str, missing: str = "", **kwargs: Any) -> None:  # noqa: ANN401
        scores = [(str(n), str(n)) for n in range(WORST_SCORE + 1)]
        super().__init__(label, scores, missing, **kwargs)

    @property
    def score(self) -> int | None:
        """The chosen score."""
        return None if self.data is None else int(self.data)

    @property
    def is_unknown(self) -> bool:
        """Whether "I don't know" was chosen, which is not the same as nothing."""
        return self.raw_data == [""]


class SensationField(ChoiceField):
    """Radios for the four sensations."""

    def __init__(self, label: str, missing: str = "", **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(label, SENSATIONS, missing, **kwargs)

    @property
    def sensation(self) -> Sensation | None:
        """The chosen sensation."""
        return None if self.data is None else Sensation(self.data)


class ScoreField(SelectField):
    """A score of 0 to 10, some of them with `words`; `score` is None where not answered."""

    words: ClassVar[Mapping[int, str]]

    def __init__(self, label: str, **kwargs: Any) -> None:  # noqa: ANN401
        words = self.words
        scores = [(str(n), words.get(n, str(n))) for n in range(WORST_SCORE + 1)]
        choices = offered([("", N_("Not answered")), *scores])
        super().__init__(label, choices=choices, coerce=_effort, **kwargs)

    @property
    def score(self) -> int | None:
        """The chosen score."""
        return int(self.data) if self.data else None


class EffortField(ScoreField):
    """How hard it was."""

    words: ClassVar[Mapping[int, str]] = {
        0: N_("0 – rest"),
        3: N_("3 – easy"),
        5: N_("5 – steady"),
        7: N_("7 – hard"),
        10: N_("10 – all out"),
    }


class ConfidenceField(ScoreField):
    """How sure one is."""

    words: ClassVar[Mapping[int, str]] = {
        0: N_("0 – not at all"),
        5: N_("5 – half and half"),
        10: N_("10 – quite sure"),
    }


def _effort(value: object) -> str:
    return "" if value is None else str(value)
