"""A clinician's answer through a link, without an account: given once, proposed to the runner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services import tokens
from tracker.services.access import security_log
from tracker.services.errors import NotFound
from tracker.services.injury import proposals
from tracker.services.ownership import own_episode
from tracker.storage.access import shares as stored
from tracker.storage.database import retried
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from tracker.services.access.origin import Origin
    from tracker.storage.access.shares import Share
    from tracker.storage.database import Database
    from tracker.storage.injury.proposals import Word

LONGEST_NAME, LONGEST_PROFESSION = 80, 60


class EpisodeEnded(ValueError):
    """The injury that the link is about has been ended: no answer counts in it any more."""


@retried
def give(
    database: Database,
    token: str,
    words: Sequence[Word],
    *,
    origin: Origin,
    today: date,
    now: datetime,
) -> None:
    """Propose what was answered to the runner; the link is used up by it.

    Nothing counts before the runner accepts it. Raises NotFound for a link that takes no answer
    (any more), EpisodeEnded, and clinician.SettingRefused for a number that no clinician may set.
    """
    with database.reading() as tx:
        shared = stored.by_token(tx, tokens.digest(token), now)
    if shared is None:
        raise NotFound("no such link")
    with database.writing(shared.account.id) as tx:
        link = stored.by_token(tx, tokens.digest(token), now)  # of two at once, one is
        if link is None or not link.for_answer:
            raise NotFound("no such link")
        episode = own_episode(tx, link.account.id, link.episode_id)
        if episode.closed_on is not None:
            raise EpisodeEnded
        for word in words:
            proposals.check_word(tx, episode, word, today)
        proposals.propose(tx, episode.key, words, now)
        stored.answer(tx, link.account.id, link.share_id, now)
        answered = SecurityEvent.LINK_ANSWERED
        security_log.record(tx, answered, link.account.id, origin=origin, now=now)


def link_of(database: Database, token: str) -> Share | None:
    """The link for an answer that a token is of, open or over; None where there is none."""
    with database.reading() as tx:
        return stored.for_answer(tx, tokens.digest(token))
