"""Who is let in, and who gives way."""

from __future__ import annotations

import pytest

from tracker.serving import connections
from tracker.serving.connections import Connection, Connections, Phase
from tracker.serving.limits import Limits

LIMITS = Limits(connections=4, connections_of_one_network=2)


class Room:
    """All connections, and which were ended."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seconds = 100.0
        monkeypatch.setattr(connections, "monotonic", lambda: self.seconds)
        self.all = Connections(LIMITS)
        self.ended: list[str] = []

    def come(self, name: str, network: str, phase: Phase = Phase.WAITING) -> bool:
        self.seconds += 1
        connection = Connection(network, lambda: self.ended.append(name))
        is_in = self.all.admit(connection)
        if is_in and phase is not Phase.WAITING:
            connection.enter(phase)
        return is_in


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    return Room(monkeypatch)


def test_where_a_network_is_full_its_longest_waiting_gives_way(room: Room) -> None:
    for name in ("a1", "a2", "a3"):
        assert room.come(name, "a")
    assert room.come("b1", "b")
    assert room.ended == ["a1"]


def test_where_all_is_full_the_network_with_most_gives_way(room: Room) -> None:
    for name in ("b1", "a1", "a2", "c1"):
        room.come(name, name[0])
    assert room.come("d1", "d")
    assert room.ended == ["a1"]
    assert len(room.all) == LIMITS.connections


def test_who_is_being_answered_never_gives_way(room: Room) -> None:
    assert room.come("a1", "a", Phase.ANSWERING)
    assert room.come("a2", "a", Phase.ANSWERING)
    assert not room.come("a3", "a")
    for name in ("b1", "b2"):
        assert room.come(name, "b", Phase.ANSWERING)
    assert not room.come("c1", "c")
    assert room.ended == []


def test_who_takes_an_answer_slowly_gives_way_after_a_while(room: Room) -> None:
    for name in ("a1", "a2"):
        room.come(name, "a", Phase.SENDING)
    assert not room.come("a3", "a")
    room.seconds += 30
    assert room.come("a3", "a")
    assert room.ended == ["a1"]


def test_who_has_gone_makes_room(room: Room) -> None:
    gone = Connection("a", lambda: None)
    assert room.all.admit(gone)
    room.come("a2", "a")
    for _ in range(2):
        room.all.forget(gone)
    assert gone.is_lost
    assert room.come("a3", "a")
    assert room.ended == []
