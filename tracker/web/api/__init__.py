"""The diary for programs: JSON under /api/v1, by a token in place of a cookie.

Its views ask the same services as the pages. What they take and answer is declared on them, and the
description (OpenAPI) is made of that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.web.api import entry_lists, entry_writes, openapi, past, today

if TYPE_CHECKING:
    from flask import Flask


def register(app: Flask) -> None:
    """Serve the API; comes after whatever protects forms."""
    openapi.register(app, (today.bp, past.bp, entry_lists.bp, entry_writes.bp))
