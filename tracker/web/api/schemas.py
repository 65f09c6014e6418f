"""What the API answers, as JSON Schema. Views answer just this: the tests compare every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.charts.recovery.series import Event
from tracker.entries.fields import SCHEMAS
from tracker.entries.json_cells import whole
from tracker.progression.diary import WORST_SCORE, Sensation
from tracker.progression.episode import Side, Site
from tracker.progression.job import Job
from tracker.services.transfer.decision_schema import (
    DATE,
    DATE_OR_NONE,
    DECISION_WORD,
    DEVIATIONS,
    FINDING,
    OF_A_DAY,
    PRESCRIPTION,
    STAGE,
    TEXT,
    WHOLE,
    WHOLE_OR_NONE,
    a_list,
    an_object,
    or_none,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.entries.schema import Schema

INSTANT: Mapping[str, Any] = {"type": "string", "format": "date-time"}
TEXT_OR_NONE: Mapping[str, Any] = {"type": ["string", "null"]}
NEXT: Mapping[str, Any] = {**TEXT_OR_NONE, "description": "the address of the next page"}
_SCORE = {**whole(WORST_SCORE), "type": ["integer", "null"]}

_CHECK = {
    **FINDING,
    "title": {**TEXT, "description": "what the rule asks"},
    "answer": {**TEXT, "description": "the answer in a few words"},
    "source": {**TEXT, "description": "on whose word it rests, and how sure that is"},
    "inputs": a_list(an_object({"name": TEXT, "value": TEXT}), "what the rule read"),
}
_OF_TODAY = {**OF_A_DAY, "findings": a_list(an_object(_CHECK), "the gravest first")}
_HEADLINE = an_object(
    {"kind": TEXT, "word": TEXT, "sentence": TEXT, "until": TEXT_OR_NONE},
    "the answer in the words of the page",
)
_PLANNED = an_object(
    {"day": DATE, "stage": STAGE, "step": WHOLE, "prescription": or_none(PRESCRIPTION)}
)
_POINT = an_object(
    {
        "first": DATE,
        "days": {**WHOLE, "description": "how many it stands for"},
        "answered": {**WHOLE, "description": "of them, with an answer"},
        "worst": {**_SCORE, "description": "null: no score, which is not zero"},
        "felt": {"enum": [*Sensation, None]},
        "unscored": {"enum": [*Sensation, None], "description": "pain that got no score"},
        "trend": {"type": ["number", "null"], "description": "running median of a week"},
        "walk_seconds": WHOLE,
        "jog_seconds": WHOLE,
        "ride_seconds": WHOLE,
        "stage": STAGE,
        "step": WHOLE,
        "events": a_list({"enum": list(Event)}),
    }
)
_TABLE = an_object(
    {"title": TEXT, "header": a_list(TEXT), "rows": a_list(a_list(TEXT)), "note": TEXT}
)


def entry(schema: Schema[Any]) -> dict[str, Any]:
    """The schema of an entry as it is stored."""
    return an_object({field.name: schema.json_schema(field) for field in schema.fields})


def page_of(name: str) -> dict[str, Any]:
    """The schema of one page of entries."""
    return an_object({"items": a_list({"$ref": f"#/components/schemas/{name}"}), "next": NEXT})


NAMES = {"check_in": "CheckIn", "session": "Session", "care": "Care"}
COMPONENTS: Mapping[str, Mapping[str, Any]] = {
    **{NAMES[word]: entry(schema) for word, schema in SCHEMAS.items()},
    **{f"{name}s": page_of(name) for name in NAMES.values()},
    "Problem": {
        "type": "object",
        "properties": {
            "type": TEXT,
            "title": TEXT,
            "status": WHOLE,
            "detail": {**TEXT, "description": "what happened, and what to do now"},
            "errors": a_list(an_object({"name": TEXT, "detail": TEXT}), "values that are wrong"),
        },
        "required": ["type", "title", "status", "detail"],
    },
    "Refusal": {
        "type": "object",
        "properties": {
            "type": TEXT,
            "title": TEXT,
            "status": WHOLE,
            "detail": TEXT,
            "findings": a_list(an_object(_CHECK), "what speaks against the run"),
            "next_run": DATE_OR_NONE,
            "confirm": {
                **TEXT,
                "description": "sent back as `confirmed`, it records just this run, as a deviation",
            },
        },
        "required": ["type", "title", "status", "detail", "findings", "next_run", "confirm"],
    },
    "Today": an_object(
        {
            **_OF_TODAY,
            "headline": _HEADLINE,
            "job": {"enum": list(Job), "description": "the one thing to do"},
            "next": {**TEXT, "description": "what has to happen next"},
            "instead": {**TEXT, "description": "what is fine beside or without a run"},
            "news": a_list(TEXT, "what happened since the last entry"),
            "checked_in": {"type": "boolean"},
            "protocol": TEXT,
            "timezone": TEXT,
        }
    ),
    "Plan": an_object(
        {
            "on": DATE,
            "prescription": or_none(PRESCRIPTION),
            "in_words": TEXT_OR_NONE,
            "is_cleared": {"type": "boolean", "description": "whether it may be run on that day"},
            "next_run": DATE_OR_NONE,
            "way_home": a_list(_PLANNED, "what would remain if every answer is good"),
            "returns_on": DATE_OR_NONE,
        }
    ),
    "Standing": an_object(
        {
            "on": DATE,
            "stage": STAGE,
            "stage_in_words": TEXT,
            "step": WHOLE_OR_NONE,
            "steps": {**WHOLE, "description": "of the ladder, in all"},
            "clean_runs": WHOLE_OR_NONE,
            "stage_since": DATE_OR_NONE,
            "last_run": DATE_OR_NONE,
            "pain_free_since": DATE_OR_NONE,
            "returned_on": DATE_OR_NONE,
            "locked_on": DATE_OR_NONE,
            "locked_by": a_list(TEXT, "ids of warning signs without a clearance"),
        }
    ),
    "Days": an_object(
        {
            "items": a_list(
                an_object(
                    {
                        "date": DATE,
                        "decision": DECISION_WORD,
                        "findings": a_list(an_object({**FINDING})),
                        "stage": STAGE,
                        "step": WHOLE_OR_NONE,
                        "worst": _SCORE,
                        "happened": a_list(TEXT),
                        "deviations": DEVIATIONS,
                        "check_ins": a_list(TEXT, "their ids"),
                        "sessions": a_list(TEXT, "their ids"),
                    }
                )
            ),
            "next": NEXT,
        }
    ),
    "Series": an_object(
        {
            "onset": DATE,
            "today": DATE,
            "opens": {**DATE, "description": "of the usual window"},
            "closes": DATE,
            "window_is_published": {
                "type": "boolean",
                "description": "whether it is published for this place, or a default",
            },
            "days_per_point": WHOLE,
            "points": a_list(_POINT),
            "described": {**TEXT, "description": "the chart in a sentence"},
        }
    ),
    "Sheet": an_object(
        {
            "title": TEXT,
            "who": {**TEXT, "description": "initials"},
            "injury": TEXT,
            "span": TEXT,
            "figures": a_list(an_object({"label": TEXT, "value": TEXT, "detail": TEXT})),
            "attention": a_list(TEXT),
            "runs": _TABLE,
            "events": _TABLE,
            "facts": a_list(an_object({"label": TEXT, "text": TEXT})),
            "notes": or_none(_TABLE),
        }
    ),
    "Episodes": an_object(
        {
            "items": a_list(
                an_object(
                    {
                        "id": WHOLE,
                        "site": {"enum": list(Site)},
                        "side": {"enum": list(Side)},
                        "onset": DATE,
                        "is_open": {"type": "boolean"},
                        "closed_on": DATE_OR_NONE,
                        "protocol": TEXT,
                        "timezone": TEXT,
                    }
                )
            ),
        }
    ),
}
