"""The document: its composition first, then all that it names, each once."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from tracker.exchange.clinician.fhir import observations, plan
from tracker.exchange.clinician.fhir.values import LOINC, concept, resource
from tracker.language.handover import (
    LOINC_NOTICE,
    NOT_A_DIAGNOSIS,
    SECTIONS,
    TITLE,
    counted,
)
from tracker.translations import ENGLISH, speaking

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.exchange.clinician.fhir.values import Handover

    Key = tuple[str, ...]
    Part = tuple[Key, dict[str, Any]]

BUNDLE = "fhir-bundle.json"
_PATIENT_NOTE = "51855-5"  # LOINC: Patient Note
_UUID = len("urn:uuid:")


def bundle(it: Handover) -> dict[str, Any]:
    """One episode as a document Bundle, FHIR R4: in English, whoever asks for it."""
    with speaking(ENGLISH):
        return _bundle(it)


def _bundle(it: Handover) -> dict[str, Any]:
    sections = {name: list(parts) for name, parts in _sections(it).items()}
    patient = resource("Patient", name=[{"use": "anonymous", "text": it.initials}])
    named = [part for parts in sections.values() for part in parts]
    every = [(("composition",), _composition(it, sections)), (("patient",), patient), *named]
    return resource(
        "Bundle",
        type="document",
        identifier={"system": "urn:ietf:rfc:3986", "value": it.address("document", it.made_at)},
        timestamp=it.made_at.isoformat(),
        entry=[_entry(it, key, content) for key, content in every],
    )


def bundle_json(it: Handover) -> str:
    """The same as the text of a file."""
    return json.dumps(bundle(it), ensure_ascii=False, indent=1) + "\n"


def _sections(it: Handover) -> dict[str, Iterable[Part]]:
    flags = list(plan.flags(it))
    signs = {sign for (_, sign), _ in flags}
    clearances = [
        (("clearance", str(n)), plan.provenance(it, said, signs))
        for n, said in enumerate(it.episode.clearances, 1)
    ]
    return {
        "injury": [
            (("condition",), plan.condition(it)),
            (("goal",), plan.aim(it)),
            (("care-plan",), plan.care_plan(it)),
        ],
        "pain": [(("check-in", c.id), observations.of_check_in(it, c)) for c in it.check_ins],
        "sessions": [part for s in it.sessions for part in observations.of_session(it, s)],
        "flags": [*flags, *clearances],
    }


def _composition(it: Handover, sections: dict[str, list[Part]]) -> dict[str, Any]:
    return resource(
        "Composition",
        text=_narrative(TITLE, NOT_A_DIAGNOSIS, LOINC_NOTICE),
        status="final",
        type=concept(LOINC, _PATIENT_NOTE, "Patient Note"),
        subject=it.reference("patient"),
        date=it.made_at.isoformat(),
        author=[it.reference("patient")],
        title=TITLE,
        section=[_section(it, name, parts) for name, parts in sections.items()],
    )


def _section(it: Handover, name: str, parts: Sequence[Part]) -> dict[str, Any]:
    section = {"title": SECTIONS[name], "text": _narrative(counted(len(parts)))}
    references = [it.reference(*key) for key, _ in parts]
    return section | ({"entry": references} if references else {})


def _narrative(*paragraphs: str) -> dict[str, str]:
    said = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    return {
        "status": "generated",
        "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{said}</div>',
    }


def _entry(it: Handover, key: Key, content: dict[str, Any]) -> dict[str, Any]:
    address = it.address(*key)
    identified = {"resourceType": content["resourceType"], "id": address[_UUID:]}
    return {"fullUrl": address, "resource": {**content, **identified}}
