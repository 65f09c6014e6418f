"""Bodies of requests: read within a time, into memory or a file, under one ceiling for all."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, MutableMapping
    from pathlib import Path

IN_MEMORY = 65_536  # a form; connections are few, so that these together are no burden
_FEWEST_BYTES_A_SECOND = 20_000
_PATIENCE_SECONDS = 30.0
_PARTS = 2  # of the ceiling, for one network


class BodyTooLarge(Exception):
    """It is longer than its view takes."""


class BodyTooSlow(Exception):
    """It did not arrive in time."""


class NoRoom(Exception):
    """All bodies together have reached the ceiling."""


class CallerGone(Exception):
    """Nobody is there to be answered."""


class Spool:
    """The room for bodies that do not fit into memory: `ceiling` bytes at a time, in `folder`.

    One network has half of it at most.
    """

    def __init__(self, ceiling: int, folder: Path) -> None:
        self._ceiling = ceiling
        self._folder = folder
        self._used: Counter[str] = Counter()

    @contextmanager
    def body(self, network: str) -> Iterator[Body]:
        """Have a body for the while; its room is given back after."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with SpooledTemporaryFile(max_size=IN_MEMORY, dir=str(self._folder)) as file:
            body = Body(file, lambda more: self._take(network, more))
            try:
                yield body
            finally:
                self._used[network] -= body.spooled
                self._used += Counter()

    def _take(self, network: str, more: int) -> None:
        share = self._ceiling // _PARTS
        if self._used[network] + more > share or self._used.total() + more > self._ceiling:
            raise NoRoom
        self._used[network] += more


class Body:
    """One request's body, as far as it has come."""

    def __init__(self, file: IO[bytes], take: Callable[[int], None]) -> None:
        self.file = file
        self.size = 0
        self.spooled = 0  # of the size, what is counted against the ceiling
        self._take = take

    async def read(
        self,
        receive: Callable[[], Awaitable[MutableMapping[str, Any]]],
        *,
        most: int,
        gap: float,
    ) -> None:
        """Read it to its end, up to `most` bytes; `gap` is how long nothing may come, in seconds.

        Raises BodyTooLarge, BodyTooSlow, NoRoom and CallerGone.
        """
        begun = asyncio.get_running_loop().time()
        is_more = True
        while is_more:
            latest = begun + _PATIENCE_SECONDS + self.size / _FEWEST_BYTES_A_SECOND
            message = await _within(receive, gap=gap, latest=latest)
            if message["type"] == "http.disconnect":
                raise CallerGone
            self._add(message.get("body", b""), most)
            is_more = message.get("more_body", False)
        self.file.seek(0)

    def _add(self, part: bytes, most: int) -> None:
        self.size += len(part)
        if self.size > most:
            raise BodyTooLarge
        if self.size > IN_MEMORY:
            self._take(self.size - self.spooled)
            self.spooled = self.size
        try:
            self.file.write(part)
        except OSError as error:  # the disk is full
            raise NoRoom from error


async def _within(
    receive: Callable[[], Awaitable[MutableMapping[str, Any]]], *, gap: float, latest: float
) -> MutableMapping[str, Any]:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(min(loop.time() + gap, latest)):
            return await receive()
    except TimeoutError:
        raise BodyTooSlow from None
