"""What files would add, in a language that brackets what is translated: nothing stands outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.translations.pseudo import PSEUDO, unmarked
from tests.web.pages import parsed
from tests.web.test_every_word import KNOWN
from tests.web.transfer.archive_pages import go_on, history, send
from tests.web.transfer.test_imports import table
from tests.web.transfer.test_undo_imports import taken_in
from tracker import translations

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.pages import PageClient

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("signed_in")]

# What files say, in words that the tracker itself has none of.
OF_THE_FILES = (
    "Datum", "Sportart", "Dauer", "Distanz", "Schmerz", "Schmerzmittel", "Notizen", "Oberschenkel",
    "Spaziergang", "Radfahren", "Gartenarbeit", "Laufband", "Laufen", "stechend", "Minuten", "ja",
    "export_1.zip",
)  # fmt: skip
TABLES = (
    ("Datum,Sportart,Dauer,Distanz,Schmerz", "2026-04-28,Spaziergang,1:30:00,6.9,"),
    ("Datum,Sportart,Minuten,Oberschenkel", "2026-04-28,Spaziergang,30,3"),
    ("Datum,Sportart,Minuten", "2026-04-28,Gartenarbeit,30", "2026-04-29,Gartenarbeit,30"),
    ("Datum,Sportart,Minuten,Distanz", "3/4/2026,Laufband Spaziergang,30,2", "4/4/2026,Laufen,9,9"),
    ("Datum,Schmerz,Notizen", "2026-04-28,11,", "2026-04-29,2,stechend"),
    ("Datum,Schmerz,Notizen", "2026-04-29,2,stechend"),
    ("Datum,Sportart,Minuten,Schmerzmittel", "2026-04-28,Spaziergang,30,ja"),
)


def outside(client: PageClient, path: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a page says outside of brackets."""
    with monkeypatch.context() as patched:
        patched.setattr(translations, "chosen", lambda _tags: PSEUDO)
        answer = client.get(path)
    assert answer.status_code == 200
    return unmarked(parsed(answer), (*KNOWN, *OF_THE_FILES))


@pytest.mark.parametrize("lines", TABLES, ids=range(len(TABLES)))
def test_a_table(
    client: PageClient, lines: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table(client, *lines).request.full_path
    assert outside(client, path, monkeypatch) == []


def test_a_table_of_what_is_here_already_and_undoing_it(
    client: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ("Datum,Sportart,Minuten", "2026-04-28,Spaziergang,20", "2026-04-29,Radfahren,30")
    undo = taken_in(client, *lines).request.path
    assert outside(client, undo, monkeypatch) == []
    path = table(client, *lines, "2026-04-30,Spaziergang,30").request.full_path
    assert outside(client, path, monkeypatch) == []


def test_an_archive(client: PageClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    send(client, history(tmp_path / "s.zip").read_bytes())
    assert outside(client, "/import/archive/look", monkeypatch) == []
    go_on(client, "/import/archive/look")
    assert outside(client, "/import/archive/choose", monkeypatch) == []
    client.submit("/import/archive/choose", kinds=["run"], button="Read these")
    assert outside(client, "/import/archive/read", monkeypatch) == []
    go_on(client, "/import/archive/read")
    for page in ("usual", "preview"):
        assert outside(client, f"/import/archive/{page}", monkeypatch) == []
