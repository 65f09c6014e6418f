"""What a request does with the token of its cookie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.access import request_identity

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database


def account_for(database: Database, token: str, now: datetime) -> Account | None:
    """The account a browser is signed in to; the visit is noted."""
    return request_identity.signed_in(database, request_identity.identify(database, token), now)
