"""What is kept is made once, for everybody who asks."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import pytest

from tracker.web.kit.single_flight_cache import SingleFlightCache


def test_a_thing_is_made_once_even_for_many_who_ask_at_once() -> None:
    cache: SingleFlightCache[object] = SingleFlightCache(4)
    made: list[object] = []
    gate = Barrier(8)

    def make() -> object:
        sleep(0.05)
        made.append(object())
        return made[-1]

    def ask(_: int) -> object:
        gate.wait()
        return cache.get("one", make)

    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(ask, range(8)))
    assert len(made) == 1
    assert set(map(id, got)) == {id(made[0])}


def test_the_one_asked_for_longest_ago_is_forgotten() -> None:
    cache: SingleFlightCache[int] = SingleFlightCache(2)
    made: list[str] = []

    def ask(key: str) -> None:
        def make() -> int:
            made.append(key)
            return len(made)

        cache.get(key, make)

    for key in ("a", "b", "a", "c", "a", "b"):
        ask(key)
    assert made == ["a", "b", "c", "b"]


def test_what_fails_is_tried_again() -> None:
    cache: SingleFlightCache[int] = SingleFlightCache(2)
    with pytest.raises(ZeroDivisionError):
        cache.get("a", lambda: 1 // 0)
    assert cache.get("a", lambda: 7) == 7
