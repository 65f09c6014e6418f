"""Check-ins and sessions as observations. Scores are numbers; no answer list of LOINC is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.exchange.clinician.fhir.values import (
    LOINC,
    OURS,
    component,
    concept,
    minutes,
    quantity,
    resource,
    term,
)
from tracker.language.handover import PAIN_DURING, WORST_PAIN, body_site
from tracker.language.names import kind_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.exchange.clinician.fhir.values import Handover
    from tracker.progression.diary import CheckIn, SessionLog

PAIN = "72514-3"  # Pain severity - 0-10 verbal numeric rating [Score] - Reported
EXERCISE = "73985-4"  # Exercise activity
DURATION = "55411-3"  # Exercise duration
_CATEGORY = "observation-category"


def of_check_in(it: Handover, check_in: CheckIn) -> dict[str, Any]:
    """How it felt."""
    answered: dict[str, Any] = {
        "sensation": {"valueString": check_in.sensation.value},
        "moment": {"valueString": check_in.moment.value},
        "limp": {"valueBoolean": check_in.limp},
        "painkiller": {"valueBoolean": check_in.painkiller},
    }
    if check_in.confidence is not None:
        answered["confidence"] = {"valueInteger": check_in.confidence}
    return _pain(
        it,
        check_in.pain,
        WORST_PAIN,
        effectiveDateTime=it.at(check_in.date, check_in.time),
        component=[_ours(name, **value) for name, value in answered.items()],
    )


def of_session(it: Handover, session: SessionLog) -> Iterator[tuple[tuple[str, ...], Any]]:
    """What was done, and the pain during it where that was scored; each with its key."""
    when = it.at(session.date, session.time)
    pain = ("pain-of", session.id)
    yield (
        ("session", session.id),
        resource(
            "Observation",
            status="final",
            category=[term(_CATEGORY, "activity")],
            code=concept(LOINC, EXERCISE, "Exercise activity"),
            subject=it.reference("patient"),
            effectiveDateTime=when,
            valueCodeableConcept=concept(OURS, session.kind.value, kind_name(session.kind)),
            component=list(_parts(session)),
            hasMember=[] if session.pain is None else [it.reference(*pain)],
        ),
    )
    if session.pain is not None:
        felt = None if session.sensation is None else session.sensation.value
        said = [] if felt is None else [_ours("sensation", valueString=felt)]
        yield pain, _pain(it, session.pain, PAIN_DURING, effectiveDateTime=when, component=said)


def _pain(it: Handover, score: int, text: str, **elements: Any) -> dict[str, Any]:  # noqa: ANN401
    return resource(
        "Observation",
        status="final",
        category=[term(_CATEGORY, "survey")],
        code=concept(LOINC, PAIN, text),
        subject=it.reference("patient"),
        valueQuantity=quantity(score, "{score}", "{score}"),
        bodySite={"text": body_site(it.episode)},
        **elements,
    )


def _parts(session: SessionLog) -> Iterator[dict[str, Any]]:
    if session.seconds is not None:
        duration = concept(LOINC, DURATION, "Exercise duration")
        yield component(duration, valueQuantity=minutes(session.seconds))
    for name, seconds in (("walked", session.walk_seconds), ("jogged", session.jog_seconds)):
        if seconds:
            yield _ours(name, valueQuantity=minutes(seconds))
    if session.distance_m is not None:
        yield _ours("distance", valueQuantity=quantity(session.distance_m, "m", "m"))
    if session.effort is not None:
        yield _ours("effort", valueInteger=session.effort)
    yield _ours("limp", valueBoolean=session.limp)
    yield _ours("stopped-early", valueBoolean=session.stopped_early)
    if session.deviation is not None:
        yield _ours("deviation", valueString=session.deviation.value)


def _ours(code: str, **value: Any) -> dict[str, Any]:  # noqa: ANN401 - any of FHIR's values
    return component(concept(OURS, code, code.replace("-", " ").capitalize()), **value)
