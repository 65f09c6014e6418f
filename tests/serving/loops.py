"""Coroutines of a test, in a thread of their own: in ours, an open browser has its loop."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Coroutine


def run(work: Coroutine[Any, Any, object]) -> None:
    """Run it to its end."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()
