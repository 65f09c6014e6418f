"""One mutant on trial: a child of this process with it in place runs tests until one fails."""

from __future__ import annotations

import gc
import os
import pickle
import resource
from typing import TYPE_CHECKING, Any, NamedTuple

from _pytest.runner import runtestprotocol

from tests.mutation.living import empty

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import CodeType, FunctionType

    import pytest

MEMORY = 4 << 30  # bytes of address space, for a mutant that never stops collecting


class Trial(NamedTuple):
    """Which test noticed a mutant, if one did, and whether it had to be stopped."""

    noticed_by: str | None
    stopped: bool = False


def passes(item: pytest.Item) -> bool:
    """Run one test, with all that it needs set up and torn down."""
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def try_out(
    function: FunctionType,
    code: CodeType,
    caches: Sequence[Any],
    items: Sequence[pytest.Item],
    seconds: int,
) -> Trial:
    """Put the code in place and run the tests, quietly, for so much of the processor's time."""

    def first_to_fail() -> str | None:
        gc.disable()
        function.__code__ = code
        empty(caches)
        return next((item.nodeid for item in items if not passes(item)), None)

    answer, came = in_a_child(first_to_fail, seconds)
    return Trial(answer) if came else Trial("the end of its time", stopped=True)


def in_a_child(work: Callable[[], Any], seconds: int) -> tuple[Any, bool]:
    """What some work answers, and whether an answer came: a child that runs on is stopped."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _answer(work, seconds, reading, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return (pickle.loads(answer), True) if answer else (None, False)  # noqa: S301 - our own child


def _answer(work: Callable[[], Any], seconds: int, reading: int, writing: int) -> None:
    """In the child: do the work, write the answer, and leave without tidying up."""
    try:
        os.close(reading)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        answer = pickle.dumps(work())
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)
