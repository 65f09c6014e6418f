"""A protocol of one's own: held to the shipped bounds, and known by its id."""

from __future__ import annotations

import pytest

from tests.progression.protocol_texts import BEYOND, REST, TEXT, as_variant, changed, faults
from tracker.progression.protocol_document import reader
from tracker.progression.protocol_document.reader import (
    SHIPPED,
    ProtocolError,
    UnknownProtocolError,
    drop_in,
    forget,
    known,
    shipped,
)


@pytest.mark.parametrize("key", BEYOND)
def test_a_variant_cannot_leave_the_bounds_of_the_shipped_protocol(key: str) -> None:
    assert key in dict(faults(changed(*BEYOND[key]), variant=True))


def test_a_variant_with_an_id_of_its_own_can_be_dropped_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    with pytest.raises(ProtocolError, match="id: must be one of its own"):
        drop_in(TEXT)
    gentle = changed('id = "return-to-run-1"', 'id = "gentle"')
    with pytest.raises(ProtocolError, match="must lie within 1 to 6"):
        drop_in(gentle.replace(REST, REST.replace("[1, 6]", "[0, 6]")))
    variant = drop_in(gentle)
    assert known("gentle") is variant
    assert known(SHIPPED) == shipped()
    with pytest.raises(KeyError):
        known("unheard-of")


def test_a_variant_dropped_in_again_is_the_same_one_and_one_forgotten_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    variant = drop_in(as_variant(TEXT))
    assert drop_in(as_variant(TEXT)) is variant
    renamed = drop_in(as_variant(TEXT).replace("title = ", 'title = "Mine" #', 1))
    assert known("mine") is renamed
    assert renamed.title == "Mine"
    forget("mine")
    forget("mine")
    with pytest.raises(UnknownProtocolError):
        known("mine")
