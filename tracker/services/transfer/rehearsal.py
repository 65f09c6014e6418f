"""Would a copy, once restored, decide what the diary decides, every day of every injury?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.progression.protocol_document.reader import is_known, known
from tracker.services.transfer import evaluation, exports
from tracker.storage.access import accounts
from tracker.storage.injury import protocols
from tracker.translations import gettext, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from typing import TypeAlias

    from tracker.storage.database import Database

    Days: TypeAlias = dict[str, list[dict[str, Any]]]  # of each injury, by its name


class Decided(NamedTuple):
    """What a diary decides, for each injury day by day, and the protocols' texts."""

    days: Days
    protocols: tuple[protocols.StoredProtocol, ...] = ()

    @property
    def total(self) -> int:
        """How many decisions there are."""
        return sum(map(len, self.days.values()))


def decided(database: Database, now: dt.datetime) -> Decided:
    """Decide every day of every injury anew, through today or its end.

    An injury whose protocol is gone has no decisions.
    """
    with database.reading() as tx:
        everyone = accounts.every(tx)
    days: Days = {}
    for account in everyone:
        days |= days_of(database, account.id, now)
    return Decided(days, texts(database))


def days_of(database: Database, account_id: int, now: dt.datetime) -> Days:
    """The same of one account: those of everyone at once are too many to be held."""
    days: Days = {}
    for archive in exports.all_archives(database, account_id):
        protocol_id, until = archive.episode.protocol, exports.last_day(archive, now)
        outcome = (
            list(evaluation.each_day(archive.diary, known(protocol_id), until))
            if is_known(protocol_id)
            else []
        )
        days[f"account {account_id}, {archive.folder.rstrip('/')}"] = outcome
    return days


def texts(database: Database) -> tuple[protocols.StoredProtocol, ...]:
    """The texts of the protocols in the database."""
    with database.reading() as tx:
        return tuple(protocols.every(tx))


def differences(expected: Decided, restored: Decided) -> list[str]:
    """Where the restored diary decides something else, in sentences."""
    lines = [
        gettext("%(name)s: the injury is in one of them only.", name=name)
        for name in expected.days.keys() ^ restored.days
    ]
    for name in expected.days.keys() & restored.days:
        ours, theirs = expected.days[name], restored.days[name]
        wrong = [day["on"] for day, other in zip(ours, theirs, strict=False) if day != other]
        if wrong or len(ours) != len(theirs):
            lines.append(_otherwise(name, wrong))
    if expected.protocols != restored.protocols:
        lines.append(gettext("The texts of a clinician's protocols are others."))
    return sorted(lines)


def _otherwise(name: str, days: list[str]) -> str:
    if not days:
        return gettext("%(name)s: other days are decided otherwise.", name=name)
    return ngettext(
        "%(name)s: %(num)d days are decided otherwise from %(day)s on.",
        "%(name)s: %(num)d days are decided otherwise from %(day)s on.",
        len(days),
        name=name,
        day=days[0],
    )
