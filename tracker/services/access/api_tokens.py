"""Tokens by which programs use a diary in place of its owner: made, shown once, ended.

The token itself is nowhere stored. A new passphrase ends all of them: it may have been changed
because somebody else knew the old one, and made a token with it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker.services import tokens
from tracker.services.access import security_log
from tracker.services.access.origin import SHELL, Origin
from tracker.services.errors import NotFound
from tracker.storage.access import api_tokens as stored
from tracker.storage.database import retried
from tracker.storage.words import ApiScope, SecurityEvent
from tracker.translations import gettext

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.access.accounts import Account
    from tracker.storage.access.api_tokens import ApiToken
    from tracker.storage.database import Database

SHORTEST_DAYS, LONGEST_DAYS = 1, 365
LONGEST_NAME = 80
MOST_GOOD = 20  # that are good at one time: a page of them can still be looked through
BEGINNING = "rtr_"  # by which programs that look for lost secrets know one
_NOTED_EVERY = timedelta(hours=1)


class TooManyTokens(ValueError):
    """An account has as many good tokens as one may have: one has to be ended first."""


class Bearer(NamedTuple):
    """Who stands behind a token, and the token as stored."""

    account: Account
    token: ApiToken

    @property
    def may_write(self) -> bool:
        """Whether entries may be stored with it."""
        return self.token.scope is ApiScope.WRITE


@retried
def make(
    database: Database,
    account_id: int,
    *,
    name: str,
    scope: ApiScope,
    days: int,
    origin: Origin = SHELL,
    now: datetime,
) -> str:
    """Return a new token for a program called `name`; it is not shown again.

    `days` is how long it is good, 1 to 365. Raises ValueError for other days, TooManyTokens.
    """
    if not SHORTEST_DAYS <= days <= LONGEST_DAYS:
        raise ValueError(
            gettext(
                "A token lasts %(least)d to %(most)d days.", least=SHORTEST_DAYS, most=LONGEST_DAYS
            )
        )
    token = BEGINNING + tokens.new()
    with database.writing(account_id) as tx:
        if sum(it.is_good(now) for it in stored.of_account(tx, account_id)) >= MOST_GOOD:
            raise TooManyTokens(
                gettext("There are %(most)d tokens that are good. End one first.", most=MOST_GOOD)
            )
        stored.add(
            tx,
            account_id,
            tokens.digest(token),
            name=name,
            scope=scope,
            now=now,
            expires_at=now + timedelta(days=days),
        )
        security_log.record(tx, SecurityEvent.API_TOKEN_MADE, account_id, origin=origin, now=now)
    return token


def of_account(database: Database, account_id: int) -> list[ApiToken]:
    """Return every token of an account, the latest first."""
    with database.reading() as tx:
        return stored.of_account(tx, account_id)


@retried
def end(
    database: Database, account_id: int, token_id: int, *, origin: Origin = SHELL, now: datetime
) -> None:
    """End a token; ending it twice changes nothing. Raises NotFound for another account's."""
    with database.writing(account_id) as tx:
        ended = stored.revoke(tx, account_id, token_id, now)
        if ended is None:
            raise NotFound(token_id)
        if ended:
            kind = SecurityEvent.API_TOKEN_ENDED
            security_log.record(tx, kind, account_id, origin=origin, now=now)


def bearer_of(database: Database, token: str) -> Bearer | None:
    """Return who stands behind a token that was given out, good or not."""
    with database.reading() as tx:
        there = stored.by_hash(tx, tokens.digest(token))
    return None if there is None else Bearer(*there)


def note_use(database: Database, bearer: Bearer, now: datetime) -> None:
    """Note that a token is used, hourly at most; nothing is raised where that cannot be."""
    last = bearer.token.last_used_at
    if last is None or now - last >= _NOTED_EVERY:
        whose, token = bearer.account.id, bearer.token.id
        database.note(lambda tx: stored.note_use(tx, whose, token, now), whose)
