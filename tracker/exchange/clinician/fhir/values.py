"""What resources are made of: codes, references, quantities, times; and where ids come from."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, tzinfo

    from tracker.progression.diary import CheckIn, SessionLog
    from tracker.progression.episode import Episode
    from tracker.progression.ladder import Prescription
    from tracker.progression.protocol import RehabProtocol

_NAMESPACE = UUID("6f1c2a52-3e0e-4b0c-9d0a-3a0f5c0c7d11")  # made up once, for these documents
LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
OURS = "tag:return-to-run.example,2026:codes"  # what no standard has a code for
PROTOCOLS = "tag:return-to-run.example,2026:protocols"
TERMS = "http://terminology.hl7.org/CodeSystem"


class Handover(NamedTuple):
    """What a document says: an episode as it stood at an instant, `made_at`.

    `seed` tells the episode from every other one; `initials` stand for the runner's name.
    `ended` is whether it ended by a return, None while it goes on; `open_signs` lock running.
    `digest` is that of the protocol as read, `plan` what it plans next.
    """

    seed: str
    initials: str
    episode: Episode
    onset_about: bool
    opened_at: datetime
    closed_on: date | None
    ended: bool | None
    check_ins: Sequence[CheckIn]
    sessions: Sequence[SessionLog]
    open_signs: tuple[str, ...]
    protocol: RehabProtocol
    digest: str
    engine: int
    plan: Prescription | None
    zone: tzinfo
    made_at: datetime

    def reference(self, *key: object) -> dict[str, str]:
        """A reference to a resource of this document."""
        return {"reference": self.address(*key)}

    def address(self, *key: object) -> str:
        """The address of a resource: the same in every document of this episode."""
        name = "/".join(str(part) for part in (self.seed, *key))
        return f"urn:uuid:{uuid5(_NAMESPACE, name)}"

    def at(self, day: date, clock: time | None) -> str:
        """A day, or an instant of it, in the runner's own time."""
        if clock is None:
            return day.isoformat()
        return datetime.combine(day, clock, self.zone).isoformat()


def resource(kind: str, **elements: Any) -> dict[str, Any]:  # noqa: ANN401 - any of FHIR's
    """A resource, without the elements that are None or empty."""
    said = {name: value for name, value in elements.items() if value not in (None, [], "")}
    return {"resourceType": kind, **said}


def concept(system: str, code: str, text: str) -> dict[str, Any]:
    """A coded concept and its words."""
    return {"coding": [{"system": system, "code": code}], "text": text}


def term(system: str, code: str) -> dict[str, Any]:
    """A concept of HL7's own terminology."""
    return {"coding": [{"system": f"{TERMS}/{system}", "code": code}]}


def quantity(value: float, unit: str, code: str) -> dict[str, Any]:
    """An amount in a unit of UCUM."""
    return {"value": value, "unit": unit, "system": UCUM, "code": code}


def minutes(seconds: int) -> dict[str, Any]:
    """A duration."""
    whole = seconds / 60
    return quantity(int(whole) if whole.is_integer() else round(whole, 2), "min", "min")


def component(code: Mapping[str, Any], **value: Any) -> dict[str, Any]:  # noqa: ANN401
    """A part of an observation."""
    return {"code": code, **value}
