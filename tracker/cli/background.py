"""What is done again and again while the diary is served, beside the pages."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def repeated(
    name: str, work: Callable[[], object], *, every: float, patience: float = 0.0
) -> Iterator[None]:
    """Do `work` now and every so many seconds, in a thread called `name`, while the block lasts.

    The seconds are of a clock that nobody sets. Work that is under way when the block ends has
    `patience` seconds to end too; then it is left to itself, and goes with the process.
    """
    is_over = threading.Event()

    def go_on() -> None:
        while not is_over.is_set():
            work()
            is_over.wait(every)

    thread = threading.Thread(target=go_on, name=name, daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join(patience)
