"""The FHIR document: whole, valid by R4B's models, as HL7 asks of documents, and honest."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from fhir.resources.R4B import get_fhir_model_class

from tests.translations.pseudo import PSEUDO
from tracker import translations
from tracker.exchange.clinician.fhir.bundle import bundle, bundle_json
from tracker.exchange.clinician.fhir.values import Handover
from tracker.progression.diary import CheckIn, Kind, Mark, Moment, Sensation, SessionLog
from tracker.progression.episode import Clearance, Episode, Side, Site
from tracker.progression.ladder import Prescription
from tracker.progression.protocol_document.reader import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

PAIN = "72514-3"
MADE = datetime(2026, 5, 1, 6, tzinfo=UTC)
DAY = date(2026, 4, 28)
CHECK_INS = [
    CheckIn(id="a", date=DAY, time=time(7), pain=3, sensation=Sensation.PAIN, limp=True,
            red_flags=("U1",), confidence=4, note="on the stairs at grandmother's"),
    CheckIn(id="b", date=DAY + timedelta(days=1), pain=0, sensation=Sensation.NONE,
            moment=Moment.WAKING),
]  # fmt: skip
SESSIONS = [
    SessionLog(id="c", date=DAY, time=time(17), kind=Kind.WALK_JOG, seconds=1530, walk_seconds=1200,
               jog_seconds=330, pain=2, sensation=Sensation.SORENESS, distance_m=3100, effort=4,
               deviation=Mark.CONFIRMED, note="past the red house"),
    SessionLog(id="d", date=DAY, kind=Kind.BIKE, seconds=600),
]  # fmt: skip
CLEARED = Clearance(date=DAY, by="Dr Okafor", covers=("U1",), note="looked at it", entered_at=MADE)


def made(**other: Any) -> Handover:
    episode = Episode(
        onset=date(2026, 4, 1), baseline_minutes=40, site=Site.HAMSTRING, side=Side.LEFT,
        timezone="Europe/Berlin", screening=("under_18",), clearances=(CLEARED,),
    )  # fmt: skip
    usual: dict[str, Any] = {
        "seed": "1 2026", "initials": "A. L.", "episode": episode, "onset_about": False,
        "opened_at": MADE, "closed_on": None, "ended": None, "check_ins": CHECK_INS,
        "sessions": SESSIONS, "open_signs": ("under_18",), "protocol": shipped(),
        "digest": "0" * 64, "engine": 2, "plan": Prescription(240, 60, 5),
        "zone": ZoneInfo("Europe/Berlin"), "made_at": MADE,
    }  # fmt: skip
    return Handover(**usual | other)


CASES = {
    "going on": made(),
    "with nothing yet": made(check_ins=[], sessions=[], plan=None, open_signs=()),
    "returned": made(closed_on=date(2026, 5, 1), ended=True),
    "ended otherwise": made(closed_on=date(2026, 5, 1), ended=False, onset_about=True),
}
EVERY = pytest.mark.parametrize("it", CASES.values(), ids=CASES)


def resources(it: Handover, kind: str = "") -> list[dict[str, Any]]:
    every = [entry["resource"] for entry in bundle(it)["entry"]]
    return [content for content in every if kind in {"", content["resourceType"]}]


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "reference":
                yield inner
            else:
                yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


@EVERY
def test_it_is_valid_by_the_models_of_r4b(it: Handover) -> None:
    """R4 itself has no models; of these resources R4B has the same elements."""
    document = json.loads(bundle_json(it))
    get_fhir_model_class("Bundle").model_validate(document)
    for content in resources(it):
        get_fhir_model_class(content["resourceType"]).model_validate(content)
    wrong = {**resources(it, "Goal")[0], "lifecycleStatus": None}
    with pytest.raises(ValueError, match="lifecycleStatus"):
        get_fhir_model_class("Goal").model_validate(wrong)


@EVERY
def test_it_is_a_document_as_hl7_asks(it: Handover) -> None:
    """The composition first; identified and dated; whatever is named is there, once."""
    document = bundle(it)
    assert document["type"] == "document"
    assert document["identifier"]["system"] == "urn:ietf:rfc:3986"
    first, *others = document["entry"]
    assert first["resource"]["resourceType"] == "Composition"
    addresses = [entry["fullUrl"] for entry in document["entry"]]
    assert len(addresses) == len(set(addresses))
    assert all(e["fullUrl"] == f"urn:uuid:{e['resource']['id']}" for e in document["entry"])
    assert set(references(document)) <= set(addresses)
    reachable = set(references(first["resource"]))
    assert {entry["fullUrl"] for entry in others} <= reachable


def test_scores_are_loincs_and_numbers_and_what_was_not_scored_is_left_out() -> None:
    observed = resources(made(), "Observation")
    pains = [o for o in observed if o["code"]["coding"][0]["code"] == PAIN]
    assert [o["valueQuantity"]["value"] for o in pains] == [3, 0, 2]
    assert {o["valueQuantity"]["code"] for o in pains} == {"{score}"}
    assert pains[0]["effectiveDateTime"] == "2026-04-28T07:00:00+02:00"
    assert pains[1]["effectiveDateTime"] == "2026-04-29"
    sessions = [o for o in observed if "valueCodeableConcept" in o]
    parts = {p["code"]["coding"][0]["code"]: p for p in sessions[0]["component"]}
    assert parts["55411-3"]["valueQuantity"]["value"] == 25.5
    assert parts["jogged"]["valueQuantity"] == {
        "value": 5.5, "unit": "min", "system": "http://unitsofmeasure.org", "code": "min",
    }  # fmt: skip
    assert parts["deviation"]["valueString"] == "confirmed"
    assert "hasMember" in sessions[0]
    assert "hasMember" not in sessions[1]


def test_the_plan_says_its_protocol_and_version_and_a_clearance_whose_word() -> None:
    (plan,) = resources(made(), "CarePlan")
    assert plan["identifier"][0]["value"] == f"{shipped().id}|engine-2|sha256-{'0' * 64}"
    assert plan["activity"][0]["detail"]["status"] == "on-hold"
    (said,) = resources(made(), "Provenance")
    assert said["agent"][0]["who"] == {"display": "Dr Okafor"}
    flags = {f["code"]["coding"][0]["code"]: f for f in resources(made(), "Flag")}
    assert {code: f["status"] for code, f in flags.items()} == {
        "under_18": "active", "U1": "inactive",
    }  # fmt: skip
    assert said["target"] == [{"reference": f"urn:uuid:{flags['U1']['id']}"}]


def test_nothing_is_diagnosed_and_nobody_is_named() -> None:
    (injury,) = resources(made(), "Condition")
    assert injury["verificationStatus"]["coding"][0]["code"] == "unconfirmed"
    assert "coding" not in injury["code"]
    text = bundle_json(made())
    assert '"text": "A. L."' in text
    assert "grandmother" not in text
    assert "red house" not in text
    assert "looked at it" not in text


def test_made_again_it_has_the_same_resources_under_the_same_addresses() -> None:
    later = made(made_at=MADE + timedelta(days=1))
    one, other = bundle(made()), bundle(later)
    assert [e["fullUrl"] for e in one["entry"]] == [e["fullUrl"] for e in other["entry"]]
    assert one["identifier"] != other["identifier"]


def test_whoever_asks_for_it_it_is_in_english() -> None:
    english = bundle_json(made())
    with translations.speaking(PSEUDO):
        assert bundle_json(made()) == english
