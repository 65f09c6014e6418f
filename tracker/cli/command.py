"""What a command is made of.

A command is one function that takes the registry and adds itself:

    def add_check(commands: Commands) -> None:
        parser = commands.add_parser("check", help="...")
        parser.add_argument("--all", action="store_true")
        parser.set_defaults(run=check)  # check(arguments) -> exit code

Its module stands in COMMANDS (tracker/cli/__init__.py). A mistake is told by raising CommandError.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import argparse

# The only name argparse has for what add_subparsers returns.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001


class CommandError(Exception):
    """A mistake to tell the user of: one sentence that says what to do."""
