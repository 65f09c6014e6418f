"""Files of an episode, written byte by byte as other programs would write them."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from tracker.exchange.own_format.diary_csv import read_diary
from tracker.exchange.parse_errors import FilesError

if TYPE_CHECKING:
    from pathlib import Path

EPISODE: dict[str, Any] = {
    "format": "return-to-run/1",
    "onset": "2026-04-01",
    "site": "hamstring",
    "side": "left",
    "baseline_run_minutes": 40,
    "timezone": "Europe/Berlin",
    "protocol": "return-to-run-1",
    "screening": [],
    "settings": [],
    "clearances": [],
}


def episode_json(**changed: object) -> bytes:
    """The usual episode, with some keys changed."""
    return json.dumps(EPISODE | changed).encode()


def folder(
    at: Path,
    *,
    episode: bytes | None = None,
    check_ins: str | bytes | None = None,
    sessions: str | bytes | None = None,
) -> Path:
    """A folder with the files that are given; the episode is the usual one unless given."""
    at.mkdir(parents=True, exist_ok=True)
    given = {"check_ins.csv": check_ins, "sessions.csv": sessions}
    (at / "episode.json").write_bytes(episode_json() if episode is None else episode)
    for name, content in given.items():
        if content is not None:
            (at / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return at


def zipped(at: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """A ZIP of these files."""
    with zipfile.ZipFile(at, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return at


def faults(source: Path) -> list[str]:
    """What is said of files that cannot be taken in."""
    with pytest.raises(FilesError) as caught:
        read_diary(source)
    return [str(fault) for fault in caught.value.faults]
