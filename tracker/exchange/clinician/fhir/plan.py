"""The injury, the goal, the plan by its protocol, warning signs, and what clinicians cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.content.red_flags import SIGNS
from tracker.exchange.clinician.fhir.values import (
    OURS,
    PROTOCOLS,
    concept,
    minutes,
    resource,
    term,
)
from tracker.language.handover import CLEARANCE, body_site, complaint, goal
from tracker.language.phrases import step_text

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from tracker.exchange.clinician.fhir.values import Handover
    from tracker.progression.episode import Clearance

_MINUTE = 60
_PARTICIPANT = "provenance-participant-type"


def condition(it: Handover) -> dict[str, Any]:
    """The injury as the runner tells it: unconfirmed, for nobody has diagnosed it here."""
    status = "active" if it.closed_on is None else "resolved" if it.ended else "inactive"
    return resource(
        "Condition",
        clinicalStatus=term("condition-clinical", status),
        verificationStatus=term("condition-ver-status", "unconfirmed"),
        code={"text": complaint(it.episode)},
        bodySite=[{"text": body_site(it.episode)}],
        subject=it.reference("patient"),
        # A month is what a gradual beginning is known to.
        onsetDateTime=f"{it.episode.onset:%Y-%m}" if it.onset_about else f"{it.episode.onset}",
        abatementDateTime=str(it.closed_on) if it.ended else None,
        recordedDate=it.opened_at.isoformat(),
    )


def aim(it: Handover) -> dict[str, Any]:
    """To run as long as before."""
    usual = it.episode.baseline_minutes
    measure = {"text": goal(usual)}
    target = {"measure": measure, "detailQuantity": minutes(usual * _MINUTE)}
    achieved = term("goal-achievement", "achieved" if it.ended else "in-progress")
    status = "active" if it.closed_on is None else "completed" if it.ended else "cancelled"
    return resource(
        "Goal",
        lifecycleStatus=status,
        achievementStatus=achieved if status != "cancelled" else None,
        description={"text": goal(usual)},
        subject=it.reference("patient"),
        startDate=str(it.episode.onset),
        target=[target],
        addresses=[it.reference("condition")],
    )


def care_plan(it: Handover) -> dict[str, Any]:
    """The protocol with its version, and what it plans next."""
    status = "active" if it.closed_on is None else "completed" if it.ended else "revoked"
    version = f"{it.protocol.id}|engine-{it.engine}|sha256-{it.digest}"
    held = "on-hold" if it.open_signs else "scheduled"
    planned = None if it.plan is None or it.closed_on is not None else step_text(it.plan)
    activity = {
        "detail": {"status": held, "description": planned, "code": {"text": planned}},
    }
    return resource(
        "CarePlan",
        identifier=[{"system": PROTOCOLS, "value": version}],
        instantiatesUri=[f"{PROTOCOLS}:{it.protocol.id}"],
        status=status,
        intent="plan",
        title=it.protocol.id,
        subject=it.reference("patient"),
        period={"start": str(it.episode.onset)}
        | ({} if it.closed_on is None else {"end": str(it.closed_on)}),
        addresses=[it.reference("condition")],
        goal=[it.reference("goal")],
        activity=[activity] if planned else [],
    )


def flags(it: Handover) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    """Each warning sign that was recorded, by the first day of it: active while it locks."""
    first: dict[str, str] = {}
    for sign in it.episode.screening:
        first.setdefault(sign, str(it.episode.screened_on or it.episode.onset))
    for check_in in sorted(it.check_ins, key=lambda c: c.date):
        for sign in check_in.signs:
            first.setdefault(sign, str(check_in.date))
    for carried in it.episode.carried_signs:
        for sign in carried.flags:
            first.setdefault(sign, str(carried.date))
    for sign, since in first.items():
        yield (
            ("flag", sign),
            resource(
                "Flag",
                status="active" if sign in it.open_signs else "inactive",
                category=[term("flag-category", "safety")],
                code=concept(OURS, sign, SIGNS[sign].question),
                subject=it.reference("patient"),
                period={"start": since},
            ),
        )


def provenance(it: Handover, clearance: Clearance, signs: Container[str]) -> dict[str, Any]:
    """On whose word running was resumed; the runner recorded it. `signs` are those flagged."""
    covered = [it.reference("flag", sign) for sign in clearance.covers if sign in signs]
    return resource(
        "Provenance",
        target=covered or [it.reference("care-plan")],
        occurredDateTime=str(clearance.date),
        recorded=(clearance.entered_at or it.made_at).isoformat(),
        activity={"text": CLEARANCE},
        agent=[
            {
                "type": term(_PARTICIPANT, "verifier"),
                "who": {"display": clearance.by},
            },
            {
                "type": term(_PARTICIPANT, "enterer"),
                "who": it.reference("patient"),
            },
        ],
    )
