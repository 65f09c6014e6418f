"""What is sent for an archive: refused in words, kept on disk alone, swept after a day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.exchange.archive import made
from tests.web.pages import words_of
from tests.web.transfer.archive_pages import (
    history,
    send,
)
from tracker.web.kit import large_uploads, staged_uploads

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask

    from tests.web.conftest import SignedIn
    from tests.web.pages import PageClient
    from tracker.settings import Settings


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04 and nothing more", "is not a whole ZIP file"),
        (
            made.zipped({"notes.txt": "x"}),
            "holds no activities.csv, no export.xml and no recordings",
        ),
    ],
)
@pytest.mark.usefixtures("signed_in")
def test_what_is_no_archive_is_refused_in_words(
    client: PageClient, content: bytes, why: str
) -> None:
    send(client, content)
    refused = client.submit("/import/archive/look", button="Begin")
    assert refused.status_code == 422
    assert why in words_of(refused)
    assert "An archive is here already" not in words_of(client.get("/import/archive"))


def test_a_sent_archive_lies_on_disk_alone_and_is_swept_after_a_day(
    client: PageClient, tmp_path: Path, settings: Settings, signed_in: SignedIn
) -> None:
    path = history(tmp_path / "s.zip")
    send(client, path.read_bytes())
    stored = settings.incoming / f"archive-{signed_in.account_id}" / "archive.zip"
    assert stored.read_bytes() == path.read_bytes()
    assert not list(settings.incoming.glob("coming-*"))
    staged_uploads.sweep(settings.incoming, datetime.now(UTC) + timedelta(days=2))
    assert not stored.parent.exists()
    assert client.get("/import/archive/choose").location == "/import/archive"


def test_nobody_sends_an_archive_without_signing_in(app: Flask, settings: Settings) -> None:
    fields = {"file": (BytesIO(b"PK" * 1000), "a.zip")}
    answer = app.test_client().post("/import/archive", data=fields)
    assert answer.status_code == 403  # before the rest of it is read
    assert not list(settings.incoming.glob("*"))


@pytest.mark.usefixtures("signed_in")
def test_an_archive_that_does_not_fit_on_the_disk_is_refused_before_it_is_read(
    client: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_uploads, "_LEFT_FREE", 10**18)
    answer = send(client, b"PK")
    assert answer.status_code == 507
    assert "not enough room" in words_of(answer)
