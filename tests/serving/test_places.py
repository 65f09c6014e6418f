"""Places for work: a few in all, fewer for one network, in turn for all of them."""

from __future__ import annotations

import asyncio

import pytest

from tests.serving.conftest import run_in_a_thread
from tracker.serving.places import NoPlace, Places


def _places(**changed: float) -> Places:
    usual = {"places": 3, "of_one": 2, "waiting": 6, "waiting_of_one": 4, "seconds": 20}
    return Places(**{**usual, **changed})  # type: ignore[arg-type]


class Work:
    """Work that lasts until it is let go on, in the order in which it began."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.begun: list[str] = []
        self.refused: list[str] = []
        self.going_on: dict[str, asyncio.Event] = {}
        self.tasks: dict[str, asyncio.Task[None]] = {}

    async def begin(self, *names: str) -> None:
        for name in names:
            self.going_on[name] = asyncio.Event()
            self.tasks[name] = asyncio.create_task(self._work(name))
            await asyncio.sleep(0)

    async def end(self, name: str) -> None:
        self.going_on[name].set()
        await self.tasks[name]
        await asyncio.sleep(0)

    async def _work(self, name: str) -> None:
        try:
            async with self.places.place(name[0]):
                self.begun.append(name)
                await self.going_on[name].wait()
        except NoPlace:
            self.refused.append(name)


def test_one_network_leaves_a_place_to_others() -> None:
    async def all_of_it() -> None:
        work = Work(_places())
        await work.begin("a1", "a2", "a3", "b1")
        assert work.begun == ["a1", "a2", "b1"]
        await work.end("b1")
        assert work.begun == ["a1", "a2", "b1"]  # that place is not for a third of the same
        for name in ("a1", "a2", "a3"):
            await work.end(name)

    run_in_a_thread(all_of_it())


def test_networks_take_turns_however_many_of_one_wait() -> None:
    async def all_of_it() -> None:
        work = Work(_places(places=1, of_one=1))
        await work.begin("a1", "a2", "a3", "b1")
        for name in ("a1", "a2", "b1"):
            await work.end(name)
        assert work.begun == ["a1", "a2", "b1", "a3"]
        await work.end("a3")

    run_in_a_thread(all_of_it())


def test_a_full_queue_is_told_at_once() -> None:
    async def all_of_it() -> None:
        work = Work(_places(places=1, waiting=3, waiting_of_one=2))
        await work.begin("a1", "a2", "a3", "a4", "b1", "c1")
        assert work.refused == ["a4", "c1"]
        for name in ("a1", "a2", "b1", "a3"):
            await work.end(name)

    run_in_a_thread(all_of_it())


def test_where_refusals_pause_they_come_later_and_hold_nobody_up() -> None:
    async def all_of_it() -> None:
        work = Work(_places(places=1, waiting_of_one=0, pause=3600))
        await work.begin("a1", "a2")
        await work.end("a1")
        await work.begin("b1")
        assert (work.begun, work.refused) == (["a1", "b1"], [])
        work.tasks["a2"].cancel()
        await work.end("b1")
        soon = Work(_places(places=1, waiting_of_one=0, pause=0.001))
        await soon.begin("a1", "a2")
        await soon.tasks["a2"]
        assert soon.refused == ["a2"]
        await soon.end("a1")

    run_in_a_thread(all_of_it())


def test_who_waits_too_long_or_goes_away_leaves_the_queue_as_it_was() -> None:
    async def all_of_it() -> None:
        impatient = Work(_places(places=1, seconds=0.01))
        await impatient.begin("a1", "a2")
        await impatient.tasks["a2"]
        assert impatient.refused == ["a2"]
        await impatient.end("a1")
        await impatient.begin("b1")
        assert impatient.begun == ["a1", "b1"]
        await impatient.end("b1")
        work = Work(_places(places=1))
        await work.begin("a1", "a2", "a3")
        work.tasks["a2"].cancel()
        await asyncio.gather(work.tasks["a2"], return_exceptions=True)
        await work.end("a1")
        assert work.begun == ["a1", "a3"]
        await work.end("a3")

    run_in_a_thread(all_of_it())


def test_a_place_is_given_back_when_the_work_breaks() -> None:
    async def broken(places: Places) -> None:
        async with places.place("a"):
            raise LookupError

    async def all_of_it() -> None:
        places = _places(places=1)
        for _ in range(3):
            with pytest.raises(LookupError):
                await broken(places)

    run_in_a_thread(all_of_it())
