"""What is an account's is looked through by account: several at once, and on from one of them."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from tracker.cli.command import CommandError
from tracker.services.diary import integrity
from tracker.services.injury import protocols
from tracker.storage.database import Database
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Mapping

    from tracker.storage.places import Place

_WORTH_A_PROCESS = 16  # accounts: fewer are looked through before another has begun
_AT_ONCE = 4  # of one process, before it says what it has
_opened: list[Database] = []  # in each process of the pool, its own


def add_span(parser: ArgumentParser) -> None:
    """Add the options that say how the accounts are looked through."""
    parser.add_argument(
        "--jobs",
        type=int,
        default=os.cpu_count() or 1,
        metavar="N",
        help=gettext("look through so many accounts at once (%(default)s)"),
    )
    parser.add_argument(
        "--after",
        type=int,
        default=0,
        metavar="ACCOUNT",
        help=gettext(
            "go on after the account of this number: what comes before, and the file's pages and"
            " references, were looked through already"
        ),
    )


def faults(arguments: Namespace, database: Database) -> list[str]:
    """Where a value cannot be read, or a stored day is not what the fold says.

    The protocols are what the database holds.

    Raises CommandError where it is interrupted: that says from where to go on, and what was wrong
    until then.
    """
    whose = [it for it in integrity.accounts_of(database) if it > arguments.after]
    by_account: dict[int, list[str]] = {}
    try:
        by_account.update(_looked_through(database, whose, arguments.jobs))
    except KeyboardInterrupt as interrupt:
        last = max(by_account, default=arguments.after)
        raise CommandError("\n".join([*_all(by_account), _stopped(last)])) from interrupt
    return _all(by_account)


def _all(by_account: Mapping[int, list[str]]) -> list[str]:
    return [fault for its_own in by_account.values() for fault in its_own]


def _stopped(last: int) -> str:
    return gettext(
        "Stopped: the accounts up to %(account)d were looked through."
        " `tracker check --after %(account)d` goes on with the others.",
        account=last,
    )


def _looked_through(
    database: Database, whose: list[int], jobs: int
) -> Iterator[tuple[int, list[str]]]:
    """Each account, in order, and what is wrong with it."""
    protocols.recall(database)
    if jobs <= 1 or len(whose) < _WORTH_A_PROCESS:
        for account_id in whose:
            yield account_id, integrity.faults_of(database, account_id, every_value=True)
        return
    how = get_context("spawn")  # the same on every system, and nothing of this process in it
    where = (database.place,)
    with ProcessPoolExecutor(jobs, mp_context=how, initializer=_open, initargs=where) as pool:
        yield from zip(whose, pool.map(_faults_of, whose, chunksize=_AT_ONCE), strict=True)


def _open(place: Place) -> None:
    database = Database(place)
    protocols.recall(database)
    _opened.append(database)


def _faults_of(account_id: int) -> list[str]:
    return integrity.faults_of(_opened[0], account_id, every_value=True)
