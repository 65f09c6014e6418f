"""`tracker account`: who has an account here, and a new passphrase for who forgot theirs."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING

from tracker.app import utc_now
from tracker.cli.command import CommandError
from tracker.cli.own_diary import NO_ACCOUNT, is_wanted, open_diary
from tracker.services.access import (
    accounts,
    administrators,
    delete_account,
    second_factor,
    sign_ins,
)
from tracker.services.access.passphrases import WeakPassphrase
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tracker.cli.command import Commands
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database


def add_account(commands: Commands) -> None:
    """Add `tracker account` with its actions: list, reset, administrator, delete."""
    parser: ArgumentParser = commands.add_parser(
        "account", help=gettext("list accounts, reset or delete one")
    )
    actions = parser.add_subparsers(required=True, metavar="action")
    actions.add_parser("list", help=gettext("show who has an account")).set_defaults(run=show_all)
    reset_parser = actions.add_parser("reset", help=gettext("give an account a new passphrase"))
    reset_parser.add_argument("name", help=gettext("whose account"))
    reset_parser.add_argument(
        "--no-second-factor",
        action="store_true",
        help=gettext("also take app, passkeys and recovery codes away, for who lost them all"),
    )
    reset_parser.set_defaults(run=reset)
    role_parser = actions.add_parser(
        "administrator", help=gettext("make an account an administrator's")
    )
    role_parser.add_argument("name", help=gettext("whose account"))
    role_parser.set_defaults(run=make_administrator)
    delete_parser = actions.add_parser(
        "delete", help=gettext("delete an account and its diary for good")
    )
    delete_parser.add_argument("name", help=gettext("whose account"))
    delete_parser.add_argument("--yes", action="store_true", help=gettext("do it without asking"))
    delete_parser.set_defaults(run=delete)


def show_all(arguments: Namespace) -> int:
    """Print the name of every account, and who is an administrator."""
    del arguments
    with open_diary() as database:
        every, have_the_role = accounts.all_accounts(database), administrators.ids(database)
    for account in every:
        is_one = account.id in have_the_role
        print(gettext("%(name)s (administrator)", name=account.name) if is_one else account.name)
    if not every:
        print(gettext(NO_ACCOUNT))
    return 0


def reset(arguments: Namespace) -> int:
    """Ask for a new passphrase and sign every browser of the account out."""
    with open_diary() as database:
        account = _named(database, arguments.name)
        try:
            sign_ins.set_passphrase(database, account, _new_passphrase(), now=utc_now())
        except WeakPassphrase as refused:
            raise CommandError(
                gettext("%(refused)s Nothing was changed.", refused=refused)
            ) from refused
        if arguments.no_second_factor:
            second_factor.forget_by_hand(database, account, now=utc_now())
            print(gettext("It is asked for no second factor any more."))
    print(gettext("%(name)s has a new passphrase. Every browser is signed out.", name=account.name))
    return 0


def make_administrator(arguments: Namespace) -> int:
    """Give an account the role; whoever has it already keeps it."""
    with open_diary() as database:
        account = _named(database, arguments.name)
        administrators.make_by_hand(database, account, now=utc_now())
    print(gettext("%(name)s is an administrator.", name=account.name))
    return 0


def delete(arguments: Namespace) -> int:
    """Ask, then delete an account with all that it recorded."""
    with open_diary() as database:
        account = _named(database, arguments.name)
        if not (
            arguments.yes
            or is_wanted(gettext("Delete %(name)s and its diary for good?", name=account.name))
        ):
            print(gettext("Nothing was deleted."))
            return 0
        try:
            delete_account.delete_by_hand(database, account, now=utc_now())
        except administrators.LastAdministrator as refused:
            raise CommandError(
                gettext(
                    "%(refused)s `tracker account administrator NAME` does. Nothing was deleted.",
                    refused=refused,
                )
            ) from refused
    print(
        gettext(
            "%(name)s is deleted. Copies that were made before still hold the diary.",
            name=account.name,
        )
    )
    return 0


def _named(database: Database, name: str) -> Account:
    account = accounts.find(database, name)
    if account is None:
        raise CommandError(
            gettext("There is no account called %(name)s. See `tracker account list`.", name=name)
        )
    return account


def _new_passphrase() -> str:
    """Ask for a passphrase, hidden and twice; from a pipe, read one line."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass(gettext("New passphrase: "))
    if getpass(gettext("Once more: ")) != first:
        raise CommandError(gettext("The two are not the same. Nothing was changed."))
    return first
