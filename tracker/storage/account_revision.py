"""The revision of an account: another number after each write to what is theirs.

What was made of an account's rows is right for as long as its revision is the same. A number is
drawn, never counted: none comes back with a restored copy, or with an id that is given again.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Integer, bindparam, column, select, table, update

if TYPE_CHECKING:
    from sqlalchemy import Update

    from tracker.storage.database import Transaction

ACCOUNTS = table("accounts", column("id", Integer), column("revision", BigInteger))
_BITS = 62  # that two are the same is as good as impossible
_OF_ONE = select(ACCOUNTS.c.revision).where(ACCOUNTS.c.id == bindparam("account_id"))
# Made once: making a statement takes longer than running it.
_REVISE_ALL = update(ACCOUNTS).values(revision=bindparam("drawn"))
_REVISE_ONE = _REVISE_ALL.where(ACCOUNTS.c.id == bindparam("whose"))


def drawn() -> int:
    """A revision that nothing had before."""
    return secrets.randbits(_BITS)


def is_written(account_id: int | None, *, beside: bool) -> bool:
    """Whether who writes changes accounts: the one that they name, or all where they name nothing.

    `beside`: they name what belongs to nobody's diary.
    """
    return account_id is not None or not beside


def revised(account_id: int | None, revision: int) -> tuple[Update, dict[str, int]]:
    """What gives an account a new revision, every account where none is named.

    A statement that is always the same, and its values.
    """
    if account_id is None:
        return _REVISE_ALL, {"drawn": revision}
    return _REVISE_ONE, {"drawn": revision, "whose": account_id}


def of_account(tx: Transaction, account_id: int) -> int | None:
    """The revision of an account; None where there is none of this id."""
    return tx.scalar(_OF_ONE, {"account_id": account_id})
