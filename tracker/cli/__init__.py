"""The command line. One module per group of commands; each adds its own to the parser.

Only the module of the command that was asked for is imported: a decision from files does not
wait for the web server.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from tracker.cli import completion, examples, parser_words
from tracker.cli.command import CommandError
from tracker.cli.lasting import lasting
from tracker.settings import languages_wanted, variable
from tracker.settings_error import SettingsError
from tracker.storage.places import NoFile
from tracker.translations import chosen, gettext, speaking

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Each command and the module that adds it, by a function named after it: add_serve.
COMMANDS: Mapping[str, str] = {
    "serve": "tracker.cli.serve",
    "demo": "tracker.cli.serve",
    "evaluate": "tracker.cli.evaluate",
    "protocol": "tracker.cli.protocol",
    "export": "tracker.cli.diary",
    "import": "tracker.cli.diary",
    "backup": "tracker.cli.backup",
    "restore": "tracker.cli.restore",
    "check": "tracker.cli.check",
    "move": "tracker.cli.move",
    "account": "tracker.cli.account",
    "security-log": "tracker.cli.security_log",
    "remind": "tracker.cli.remind",
    "completion": "tracker.cli.completion",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code, one of those in examples.EXIT_CODES."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    parser_words.speak()
    with speaking(chosen(languages_wanted())):
        return _run(words)


def _run(words: list[str]) -> int:
    if words[:1] == ["--version"]:
        from importlib.metadata import version  # not at every start

        print(f"tracker {version('return-to-run-tracker')}")
        return 0
    with lasting():
        parser = parser_of(words[:1] if words and words[0] in COMMANDS else COMMANDS)
    if variable(completion.ASKED_BY):
        completion.answer(parser)
    try:
        given = parser.parse_args(words)
        exit_code: int = given.run(given)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        return 130
    except (CommandError, SettingsError, NoFile) as error:
        print(f"tracker: {error}", file=sys.stderr)
        return 2
    return exit_code


def parser_of(names: Iterable[str]) -> argparse.ArgumentParser:
    """Return a parser of some commands."""
    formatter = argparse.RawDescriptionHelpFormatter  # examples stand as they are typed
    where = gettext("tracker COMMAND --help shows examples.")
    parser = argparse.ArgumentParser(
        prog="tracker",
        description=gettext("Says whether to run today after a hamstring or glute injury."),
        epilog=f"{where}\n\n{examples.exit_codes()}",
        formatter_class=formatter,
    )
    parser.add_argument("--version", action="store_true", help=gettext("say which release this is"))
    commands = parser.add_subparsers(required=True, metavar="command")
    for name in names:
        getattr(import_module(COMMANDS[name]), f"add_{name.replace('-', '_')}")(commands)
        added = commands.choices[name]
        added.epilog, added.formatter_class = examples.epilog(name), formatter
    return parser
