"""The functions of an imported module, whose code can be put in another's place."""

from __future__ import annotations

import gc
import inspect
from functools import cached_property
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType


def living(module: ModuleType) -> dict[str, FunctionType]:
    """The functions and methods that a module defines, by qualified name."""
    return {
        function.__qualname__: function
        for value in vars(module).values()
        for function in _functions(value, module.__name__)
    }


def _functions(value: object, module: str) -> Iterator[FunctionType]:
    if getattr(value, "__module__", None) != module:
        return
    if inspect.isclass(value):
        for member in vars(value).values():
            yield from _unwrapped(member)
    else:
        yield from _unwrapped(value)


def _unwrapped(member: object) -> Iterator[FunctionType]:
    """The function behind a property, a class method or a cache."""
    if isinstance(member, property):
        member = member.fget
    elif isinstance(member, classmethod | staticmethod):
        member = member.__func__
    elif isinstance(member, cached_property):
        member = member.func
    function = inspect.unwrap(member) if callable(member) else None
    if isinstance(function, FunctionType):
        yield function


def caches() -> list[Any]:
    """Every cache of a function of ours: what was answered before a change proves nothing."""
    gc.unfreeze()  # what is frozen, as the tests have it once they are collected, is not listed
    return [
        value
        for value in gc.get_objects()
        if type(value).__name__ == "_lru_cache_wrapper" and value.__module__.startswith("tracker.")
    ]


def empty(caches: Iterable[Any]) -> None:
    """Forget what caches hold."""
    for cache in caches:
        cache.cache_clear()
