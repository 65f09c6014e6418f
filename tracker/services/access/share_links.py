"""Links by which a clinician reads one episode without an account, and may answer once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.services import tokens
from tracker.services.access import security_log
from tracker.services.access.origin import LONGEST_USER_AGENT, SHELL, Origin, printable
from tracker.services.errors import NotFound
from tracker.services.ownership import own_episode
from tracker.storage.access import shares as stored
from tracker.storage.access.shares import Opening
from tracker.storage.database import retried
from tracker.storage.words import SecurityEvent
from tracker.translations import gettext

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.access.shares import Share, SharedDiary
    from tracker.storage.database import Database

SHORTEST_DAYS, LONGEST_DAYS = 1, 365
LONGEST_NAME = 80
MOST_AN_HOUR = 120  # more than a reader opens: who is no reader must not fill the diary's file
_ONE_OPENING, _HOUR = timedelta(minutes=1), timedelta(hours=1)


class OpenedTooOften(PermissionError):
    """A link was opened more often within an hour than is put on record."""


@retried
def share(  # noqa: PLR0913 - one name for each thing that a link says
    database: Database,
    account_id: int,
    episode_id: int,
    *,
    shared_with: str,
    with_notes: bool,
    days: int,
    for_answer: bool = False,
    origin: Origin = SHELL,
    now: datetime,
) -> str:
    """Return the token of a new link to an episode; it is not shown again.

    `days` is how long it opens, 1 to 365; one `for_answer` takes one, and is over then. Raises
    NotFound, and ValueError for other days.
    """
    if not SHORTEST_DAYS <= days <= LONGEST_DAYS:
        raise ValueError(
            gettext(
                "A link lasts %(least)d to %(most)d days.", least=SHORTEST_DAYS, most=LONGEST_DAYS
            )
        )
    token = tokens.new()
    with database.writing(account_id) as tx:
        key = own_episode(tx, account_id, episode_id).key
        stored.add(
            tx,
            key,
            tokens.digest(token),
            shared_with=shared_with,
            with_notes=with_notes,
            now=now,
            expires_at=now + timedelta(days=days),
            for_answer=for_answer,
        )
        security_log.record(tx, SecurityEvent.LINK_MADE, account_id, origin=origin, now=now)
    return token


def shares(database: Database, account_id: int) -> list[Share]:
    """Return every link to an account's episodes, the latest first."""
    with database.reading() as tx:
        return stored.of_account(tx, account_id)


@retried
def revoke(
    database: Database, account_id: int, share_id: int, *, origin: Origin = SHELL, now: datetime
) -> None:
    """End a link; ending it twice changes nothing. Raises NotFound for another account's."""
    with database.writing(account_id) as tx:
        ended = stored.revoke(tx, account_id, share_id, now)
        if ended is None:
            raise NotFound(share_id)
        if ended:
            security_log.record(tx, SecurityEvent.LINK_ENDED, account_id, origin=origin, now=now)


@retried
def opened(
    database: Database, token: str, *, page: str, user_agent: str, now: datetime
) -> SharedDiary:
    """Return what a link names, and record that a page of it was opened.

    What one browser asks of a page within a minute, its pictures too, is one opening. Raises
    NotFound for a link that is unknown, expired or ended: nobody learns which; OpenedTooOften
    rather than show what is not put on record.
    """
    agent = printable(user_agent)[:LONGEST_USER_AGENT]
    with database.reading() as tx:
        shared = stored.by_token(tx, tokens.digest(token), now)
        if shared is None:
            raise NotFound("no such link")
        is_known = stored.was_opened(
            tx, shared, page=page, user_agent=agent, after=now - _ONE_OPENING
        )
    if not is_known:
        with database.writing(shared.account.id) as tx:
            if stored.count_openings(tx, shared, after=now - _HOUR) >= MOST_AN_HOUR:
                raise OpenedTooOften
            stored.add_opening(tx, shared, Opening(now, page, agent))
    return shared
