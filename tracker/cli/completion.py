"""`tracker completion`: the script by which a shell completes commands and options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tracker.cli.command import Commands

SHELLS = ("bash", "zsh", "fish")
ASKED_BY = "_ARGCOMPLETE"  # set by the script, where a shell asks what could come next


def add_completion(commands: Commands) -> None:
    """Add `tracker completion`."""
    parser = commands.add_parser(
        "completion", help=gettext("print what makes a shell complete commands")
    )
    parser.add_argument("shell", choices=SHELLS, help=gettext("for which shell"))
    parser.set_defaults(run=completion)


def completion(arguments: Namespace) -> int:
    """Print the script."""
    from argcomplete.shell_integration import shellcode

    print(shellcode(["tracker"], shell=arguments.shell))
    return 0


def answer(parser: ArgumentParser) -> None:
    """Tell the shell what could come next, and end."""
    import argcomplete

    argcomplete.autocomplete(parser)
