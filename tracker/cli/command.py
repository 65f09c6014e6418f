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

from tracker import settings as outside
from tracker.translations import gettext

if TYPE_CHECKING:
    import argparse

# The only name argparse has for what add_subparsers returns.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001


class CommandError(Exception):
    """A mistake to tell the user of: one sentence that says what to do."""


_YES_OR_NO = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False}
_YES_OR_NO |= {"false": False, "off": False}


def variable_of(action: argparse.Action) -> str:
    """Return the variable that stands for an option: TRACKER_PUBLIC_URL for --public-url."""
    return f"{outside.PREFIX}{action.dest.upper()}"


def options_of(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return the options of a command, without --help."""
    return [it for it in parser._actions if it.option_strings and it.dest != "help"]  # noqa: SLF001


def take_from_environment(parser: argparse.ArgumentParser) -> None:
    """Let each option be given by its variable too, as containers and services do.

    What is typed goes first. A switch is yes or no; what may be given again has commas between.
    """
    for action in options_of(parser):
        text = outside.variable(variable_of(action))
        if text:
            parser.set_defaults(**{action.dest: _read(action, text)})


def _read(action: argparse.Action, text: str) -> object:
    if action.nargs == 0:
        if text.lower() not in _YES_OR_NO:
            raise CommandError(
                gettext(
                    "%(variable_of)s must be yes or no, not %(text)s.",
                    variable_of=variable_of(action),
                    text=repr(text),
                )
            )
        return _YES_OR_NO[text.lower()]
    if isinstance(action.default, list):
        return [part.strip() for part in text.split(",") if part.strip()]
    try:
        return action.type(text) if callable(action.type) else text
    except CommandError as error:
        raise CommandError(f"{variable_of(action)}: {error}") from error
