"""The JSON Schema of a decision, as `tracker evaluate --json` prints it and the API answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.progression.protocol import Stage
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "return-to-run-decision/1"

DATE: Mapping[str, Any] = {"type": "string", "format": "date"}
DATE_OR_NONE: Mapping[str, Any] = {"type": ["string", "null"], "format": "date"}
WHOLE: Mapping[str, Any] = {"type": "integer", "minimum": 0}
WHOLE_OR_NONE: Mapping[str, Any] = {"type": ["integer", "null"], "minimum": 0}
TEXT: Mapping[str, Any] = {"type": "string"}
DECISION_WORD: Mapping[str, Any] = {
    "enum": [decision.word for decision in Decision],
    "description": "what is said of a run, by rising caution; cleared and caution allow one",
}
STAGE: Mapping[str, Any] = {"enum": [stage.value for stage in Stage]}


def an_object(properties: Mapping[str, Any], description: str = "") -> dict[str, Any]:
    """An object in which all of these stand, and nothing else."""
    described = {"description": description} if description else {}
    return {
        "type": "object",
        **described,
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def a_list(items: Mapping[str, Any], description: str = "") -> dict[str, Any]:
    """A list of these."""
    described = {"description": description} if description else {}
    return {"type": "array", **described, "items": dict(items)}


def or_none(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The same, or null."""
    return {"anyOf": [dict(schema), {"type": "null"}]}


FINDING: Mapping[str, Any] = {
    "rule": {**TEXT, "description": "the name of the rule"},
    "decision": DECISION_WORD,
    "until": {**DATE_OR_NONE, "description": "the day on which it stops holding, if all is well"},
    "reason": {**TEXT, "description": "the whole sentence"},
}
PRESCRIPTION = an_object(
    {
        "walk_seconds": WHOLE,
        "jog_seconds": {**WHOLE, "minimum": 1},
        "repeats": {**WHOLE, "minimum": 1},
    },
    "one planned session: walk, then jog, so many times",
)
WINDOW = an_object(
    {
        "day": {"type": "integer", "description": "days since onset"},
        "position": {"enum": ["before", "inside", "beyond"]},
        "opens": DATE,
        "closes": DATE,
    },
    "where the day lies against the usual two to six weeks",
)
RIDES = an_object(
    {"bike_minutes": WHOLE, "swim_minutes": WHOLE},
    "how long to ride and to swim at most, each on its own",
)
OF_A_DAY: Mapping[str, Any] = {
    "on": {**DATE, "description": "the day, as it stood at its end"},
    "stage": STAGE,
    "step": {**WHOLE_OR_NONE, "description": "of the ladder, from 1; null off it"},
    "clean_runs": {**WHOLE_OR_NONE, "description": "that count where the runner stands"},
    "decision": DECISION_WORD,
    "next_run": {**DATE_OR_NONE, "description": "the earliest, if every answer is good"},
    "prescription": or_none(PRESCRIPTION),
    "findings": a_list(an_object(FINDING), "one of each rule, in the order of the rules"),
    "window": WINDOW,
    "pain_free_since": DATE_OR_NONE,
    "cross_training": or_none(RIDES),
    "engine": {**WHOLE, "description": "the version of what decides"},
}
DEVIATIONS = a_list(
    an_object({"date": DATE, "rules": a_list(TEXT)}),
    "every run up to the day that was not cleared, and the rules against it",
)


def of_evaluate() -> dict[str, Any]:
    """The schema of one line of `tracker evaluate --json`."""
    line = an_object(
        {
            "format": {"const": FORMAT},
            "file": {**TEXT, "description": "the folder or ZIP that was read, as it was named"},
            **OF_A_DAY,
            "deviations": DEVIATIONS,
        }
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A decision of the return-to-run tracker",
        **line,
    }
