"""`tracker account`: who has an account here, and a new passphrase for who forgot theirs."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING

from tracker.app import utc_now
from tracker.cli.command import CommandError
from tracker.cli.diary import NO_ACCOUNT, is_wanted, open_diary
from tracker.services.access import (
    accounts,
    administrators,
    delete_account,
    second_factor,
    sign_ins,
)
from tracker.services.access.passphrases import WeakPassphrase

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tracker.cli.command import Commands
    from tracker.storage.accounts import Account
    from tracker.storage.database import Database


def add_account(commands: Commands) -> None:
    """Add `tracker account` with its actions: list, reset, administrator, delete."""
    parser: ArgumentParser = commands.add_parser(
        "account", help="list accounts, reset or delete one"
    )
    actions = parser.add_subparsers(required=True, metavar="action")
    actions.add_parser("list", help="show who has an account").set_defaults(run=show_all)
    reset_parser = actions.add_parser("reset", help="give an account a new passphrase")
    reset_parser.add_argument("name", help="whose account")
    reset_parser.add_argument(
        "--no-second-factor",
        action="store_true",
        help="also take app, passkeys and recovery codes away, for who lost them all",
    )
    reset_parser.set_defaults(run=reset)
    role_parser = actions.add_parser("administrator", help="make an account an administrator's")
    role_parser.add_argument("name", help="whose account")
    role_parser.set_defaults(run=make_administrator)
    delete_parser = actions.add_parser("delete", help="delete an account and its diary for good")
    delete_parser.add_argument("name", help="whose account")
    delete_parser.add_argument("--yes", action="store_true", help="do it without asking")
    delete_parser.set_defaults(run=delete)


def show_all(arguments: Namespace) -> int:
    """Print the name of every account, and who is an administrator."""
    del arguments
    with open_diary() as database:
        every, have_the_role = accounts.all_accounts(database), administrators.ids(database)
    for account in every:
        print(f"{account.name} (administrator)" if account.id in have_the_role else account.name)
    if not every:
        print(NO_ACCOUNT)
    return 0


def reset(arguments: Namespace) -> int:
    """Ask for a new passphrase and sign every browser of the account out."""
    with open_diary() as database:
        account = _named(database, arguments.name)
        try:
            sign_ins.set_passphrase(database, account, _new_passphrase(), now=utc_now())
        except WeakPassphrase as refused:
            raise CommandError(f"{refused} Nothing was changed.") from refused
        if arguments.no_second_factor:
            second_factor.forget_by_hand(database, account, now=utc_now())
            print("It is asked for no second factor any more.")
    print(f"{account.name} has a new passphrase. Every browser is signed out.")
    return 0


def make_administrator(arguments: Namespace) -> int:
    """Give an account the role; whoever has it already keeps it."""
    with open_diary() as database:
        account = _named(database, arguments.name)
        administrators.make_by_hand(database, account, now=utc_now())
    print(f"{account.name} is an administrator.")
    return 0


def delete(arguments: Namespace) -> int:
    """Ask, then delete an account with all that it recorded."""
    with open_diary() as database:
        account = _named(database, arguments.name)
        if not (arguments.yes or is_wanted(f"Delete {account.name} and its diary for good?")):
            print("Nothing was deleted.")
            return 0
        try:
            delete_account.delete_by_hand(database, account, now=utc_now())
        except administrators.LastAdministrator as refused:
            raise CommandError(
                f"{refused} `tracker account administrator NAME` does. Nothing was deleted."
            ) from refused
    print(f"{account.name} is deleted. Copies that were made before still hold the diary.")
    return 0


def _named(database: Database, name: str) -> Account:
    account = accounts.find(database, name)
    if account is None:
        raise CommandError(f"There is no account called {name}. See `tracker account list`.")
    return account


def _new_passphrase() -> str:
    """Ask for a passphrase, hidden and twice; from a pipe, read one line."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass("New passphrase: ")
    if getpass("Once more: ") != first:
        raise CommandError("The two are not the same. Nothing was changed.")
    return first
