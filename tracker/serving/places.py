"""Places for work, given to networks in turn; who finds the queue full is told so."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class NoPlace(Exception):
    """The queue is full, or nobody's turn came in time."""


class Places:
    """`places` in all, `of_one` at most for one network.

    Up to `waiting` wait, `waiting_of_one` of one network, each for `seconds` at most. Who finds
    the queue full is told after `pause` seconds.
    """

    def __init__(
        self,
        *,
        places: int,
        of_one: int,
        waiting: int,
        waiting_of_one: int,
        seconds: float,
        pause: float = 0.0,
    ) -> None:
        self._free = places
        self._of_one = of_one
        self._most_waiting = waiting
        self._most_waiting_of_one = waiting_of_one
        self._seconds = seconds
        self._pause = pause
        self._taken: Counter[str] = Counter()
        self._queues: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def place(self, network: str) -> AsyncIterator[None]:
        """Have a place for the while. Raises NoPlace."""
        await self._take(network)
        try:
            yield
        finally:
            self._give_back(network)

    async def _take(self, network: str) -> None:
        if self._free and self._taken[network] < self._of_one:
            self._count(network)
            return
        ahead = len(self._queues.get(network, ()))
        if ahead >= self._most_waiting_of_one or self._waiting() >= self._most_waiting:
            if self._pause:
                await asyncio.sleep(self._pause)
            raise NoPlace
        queue = self._queues.setdefault(network, deque())
        turn = asyncio.get_running_loop().create_future()
        queue.append(turn)
        try:
            async with asyncio.timeout(self._seconds):
                await turn
        except BaseException as error:
            if turn.done() and not turn.cancelled():  # given at the last moment
                self._give_back(network)
            else:
                queue.remove(turn)
                self._tidy(network)
            if isinstance(error, TimeoutError):
                raise NoPlace from None
            raise

    def _count(self, network: str) -> None:
        self._free -= 1
        self._taken[network] += 1

    def _give_back(self, network: str) -> None:
        self._free += 1
        self._taken[network] -= 1
        if not self._taken[network]:
            del self._taken[network]
        while self._free and (following := self._following()) is not None:
            turn = self._queues[following].popleft()
            self._queues.move_to_end(following)
            self._tidy(following)
            if not turn.done():
                self._count(following)
                turn.set_result(None)

    def _following(self) -> str | None:
        """The network whose turn it is."""
        turns = (name for name in self._queues if self._taken[name] < self._of_one)
        return next(turns, None)

    def _tidy(self, network: str) -> None:
        if not self._queues.get(network, True):
            del self._queues[network]

    def _waiting(self) -> int:
        return sum(map(len, self._queues.values()))
