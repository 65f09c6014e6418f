"""What `--help` shows to begin with: commands as they are typed, each with what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

EXIT_CODES: Mapping[int, str] = {
    0: N_("it went well"),
    1: N_(
        "tracker check, or a copy on trial: something is not sound; remind: a message was not sent"
    ),
    2: N_("a mistake, told in a sentence; nothing was half done"),
    130: N_("stopped by Ctrl+C"),
    141: N_("whoever read the output had seen enough"),
}
EXAMPLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "serve": (
        ("tracker serve", N_("your diary, in your browser")),
        ("tracker serve --port 8080 --nightly-backup", N_("with a copy once a day")),
        ("tracker serve --public-url https://run.example.org", N_("behind a proxy of yours")),
    ),
    "demo": (("tracker demo", N_("a made-up diary to look around in")),),
    "evaluate": (
        ("tracker evaluate MINE.zip --on 2026-05-03", N_("whether to run that day, in words")),
        ("tracker evaluate MINE.zip --on 2026-05-03 --json", N_("the same for a program")),
        ("tracker evaluate MINE.zip --on 2026-05-03 --json --each-day", N_("every day up to it")),
    ),
    "protocol": (("tracker protocol check MINE.toml", N_("is a clinician's own protocol sound?")),),
    "export": (
        ("tracker export MINE.zip", N_("everything, as files that any spreadsheet opens")),
        ("tracker export BUNDLE.json --as fhir", N_("the open episode for a clinic's system")),
        ("tracker export STUDY.zip --as redcap", N_("the open episode for research")),
        ("tracker export - --account Ada", N_("to a program that reads it: | or > MINE.zip")),
    ),
    "import": (
        ("tracker import MINE.zip", N_("says first what it would add")),
        ("tracker import STRAVA.zip --yes", N_("a whole archive, without being asked")),
    ),
    "backup": (
        ("tracker backup", N_("a copy, also while the diary is served")),
        ("tracker backup --verify", N_("and brings it back on trial")),
    ),
    "restore": (
        ("tracker restore diary-copy.db", N_("looks through the copy first")),
        ("tracker restore diary-copy.db --replace", N_("in place of the diary that is there")),
    ),
    "check": (("tracker check", N_("is the file whole, and every stored day what follows?")),),
    "move": (
        (
            "tracker move --to postgresql://tracker@db.example.org/tracker",
            N_("from the file to a server"),
        ),
    ),
    "account": (
        ("tracker account list", N_("who has one")),
        ("tracker account reset Ada", N_("a new passphrase for who lost theirs")),
    ),
    "security-log": (("tracker security-log", N_("who came to the door, a line of JSON each")),),
    "remind": (
        (
            "tracker remind --public-url https://run.example.org",
            N_("once, from cron; `tracker serve` looks by itself"),
        ),
    ),
    "completion": (
        ("tracker completion bash", N_("into ~/.local/share/bash-completion/completions/tracker")),
        ("tracker completion zsh", N_("into a file _tracker in a folder of your $fpath")),
        ("tracker completion fish", N_("into ~/.config/fish/completions/tracker.fish")),
    ),
}


def epilog(command: str) -> str:
    """Return the examples of a command, below what its options are."""
    listed = [f"  {line}\n      {gettext(about)}" for line, about in EXAMPLES[command]]
    return "\n".join([gettext("examples:"), *listed])


def exit_codes() -> str:
    """Return what each exit code says."""
    return "\n".join(
        [
            gettext("exit codes:"),
            *(f"  {code:>3}  {gettext(it)}" for code, it in EXIT_CODES.items()),
        ]
    )
