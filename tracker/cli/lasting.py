"""What is made to stay, modules and pages, is not looked through for what may be thrown away."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def lasting() -> Iterator[None]:
    """Do not look for garbage while modules are imported or an app is built: a tenth of a start."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep_for_good() -> None:
    """Take all that there is by now to last as long as the process: no later look goes through it.

    For who serves: once, when it begins.
    """
    gc.freeze()
