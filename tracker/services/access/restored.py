"""What a copy of the diary must not bring back: whatever was ended after it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.services.access import security_log
from tracker.storage.access import accounts, doors
from tracker.storage.database import retried
from tracker.storage.transfer import later_access
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.access.accounts import Holder
    from tracker.storage.database import Database


class Since(NamedTuple):
    """What happened to accounts after a copy was made, by their names in the copy.

    `deleted` are back with the copy; `passphrase_kept` have the passphrase that was set later.
    """

    deleted: tuple[str, ...]
    passphrase_kept: tuple[str, ...]


@retried
def end_everything(restored: Database, now: datetime) -> None:
    """End every sign-in, shared link, calendar link and invitation that a copy brought back."""
    with restored.writing() as tx:
        doors.end_all(tx, now)


@retried
def since(restored: Database, later: Database) -> Since:
    """Keep later passphrases, and say which accounts of a copy had been deleted after it.

    `later` is the diary that the copy takes the place of. A passphrase may have been changed
    because someone else knew it. Roles, second factors and the security log are those of later too.
    """
    with later.reading() as later_tx, restored.writing() as tx:
        now_there = {_who(holder): holder for holder in accounts.holders(later_tx)}
        of_copy = accounts.holders(tx)
        changed = [
            (holder.account, now_there[_who(holder)].hashed)
            for holder in of_copy
            if _who(holder) in now_there and now_there[_who(holder)].hashed != holder.hashed
        ]
        for account, hashed in changed:
            accounts.set_passphrase(tx, account.id, hashed)
        in_both = [holder.account.id for holder in of_copy if _who(holder) in now_there]
        later_access.take_over(tx, later_tx, in_both)
    return Since(
        tuple(holder.account.name for holder in of_copy if _who(holder) not in now_there),
        tuple(account.name for account, _ in changed),
    )


@retried
def note(restored: Database, now: datetime) -> None:
    """Put on record that a copy took the place of the diary."""
    with restored.writing() as tx:
        security_log.record(tx, SecurityEvent.RESTORED, None, now=now)


def _who(holder: Holder) -> tuple[int, datetime]:
    return holder.account.id, holder.account.since
