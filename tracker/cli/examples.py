"""What `--help` shows to begin with: commands as they are typed, each with what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

EXIT_CODES: Mapping[int, str] = {
    0: "it went well",
    1: "tracker check, or a copy on trial: something is not sound",
    2: "a mistake, told in a sentence; nothing was half done",
    130: "stopped by Ctrl+C",
    141: "whoever read the output had seen enough",
}
EXAMPLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "serve": (
        ("tracker serve", "your diary, in your browser"),
        ("tracker serve --port 8080 --nightly-backup", "with a copy once a day"),
        ("tracker serve --public-url https://run.example.org", "behind a proxy of yours"),
    ),
    "demo": (("tracker demo", "a made-up diary to look around in"),),
    "evaluate": (
        ("tracker evaluate MINE.zip --on 2026-05-03", "whether to run that day, in words"),
        ("tracker evaluate MINE.zip --on 2026-05-03 --json", "the same for a program"),
        ("tracker evaluate MINE.zip --on 2026-05-03 --json --each-day", "every day up to it"),
    ),
    "protocol": (("tracker protocol check MINE.toml", "is a clinician's own protocol sound?"),),
    "export": (
        ("tracker export MINE.zip", "everything, as files that any spreadsheet opens"),
        ("tracker export - --account Ada", "to a program that reads it: | or > MINE.zip"),
    ),
    "import": (
        ("tracker import MINE.zip", "says first what it would add"),
        ("tracker import STRAVA.zip --yes", "a whole archive, without being asked"),
    ),
    "backup": (
        ("tracker backup", "a copy, also while the diary is served"),
        ("tracker backup --verify", "and brings it back on trial"),
    ),
    "restore": (
        ("tracker restore diary-copy.db", "looks through the copy first"),
        ("tracker restore diary-copy.db --replace", "in place of the diary that is there"),
    ),
    "check": (("tracker check", "is the file whole, and every stored day what follows?"),),
    "move": (
        (
            "tracker move --to postgresql://tracker@db.example.org/tracker",
            "from the file to a server",
        ),
    ),
    "account": (
        ("tracker account list", "who has one"),
        ("tracker account reset Ada", "a new passphrase for who lost theirs"),
    ),
    "security-log": (("tracker security-log", "who came to the door, a line of JSON each"),),
    "completion": (
        ("tracker completion bash", "into ~/.local/share/bash-completion/completions/tracker"),
        ("tracker completion zsh", "into a file _tracker in a folder of your $fpath"),
        ("tracker completion fish", "into ~/.config/fish/completions/tracker.fish"),
    ),
}


def epilog(command: str) -> str:
    """Return the examples of a command, below what its options are."""
    listed = [f"  {line}\n      {about}" for line, about in EXAMPLES[command]]
    return "\n".join(["examples:", *listed])


def exit_codes() -> str:
    """Return what each exit code says."""
    return "\n".join(["exit codes:", *(f"  {code:>3}  {it}" for code, it in EXIT_CODES.items())])
