"""Things that are costly to make and asked for again: made once, the least used forgotten first."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")


class SingleFlightCache(Generic[T]):
    """At most `size` things by their keys. Who asks for one that is being made waits for it."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = Lock()
        self._things: OrderedDict[Hashable, Future[T]] = OrderedDict()

    def has(self, key: Hashable) -> bool:
        """Whether the thing of a key is there, or is being made."""
        with self._lock:
            return key in self._things

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The thing of a key, made now if it is not there. What `make` raises is not kept."""
        with self._lock:
            thing = self._things.get(key)
            mine = thing is None
            if thing is None:
                thing = self._things[key] = Future()
            self._things.move_to_end(key)
            if len(self._things) > self._size:
                self._things.popitem(last=False)
        if mine:
            self._make(key, thing, make)
        return thing.result()

    def _make(self, key: Hashable, thing: Future[T], make: Callable[[], T]) -> None:
        try:
            thing.set_result(make())
        except BaseException as error:
            with self._lock:
                self._things.pop(key, None)
            thing.set_exception(error)
            raise
