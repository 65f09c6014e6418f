"""What Prometheus is told: of the service all, of people nothing."""

from __future__ import annotations

import re
import urllib.request
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.databases import lay_empty
from tests.serving.conftest import served
from tracker.app import create_app
from tracker.cli import main
from tracker.serving.metrics import Metrics

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.settings import Settings

OF_A_FILE = ("tracker_last_copy_timestamp_seconds", "tracker_diary_bytes")
COPIED = datetime(2026, 5, 1, 3, tzinfo=UTC)


def read(port: int) -> dict[tuple[str, ...], float]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=20) as answer:
        families = text_string_to_metric_families(answer.read().decode())
        return {
            (sample.name, *(sample.labels[name] for name in sorted(sample.labels))): sample.value
            for family in families
            for sample in family.samples
        }


def test_the_service_is_counted_by_rules_never_by_addresses(settings: Settings) -> None:
    app = create_app(lay_empty(settings))
    file = None if settings.server else settings.database
    metrics = Metrics(app, file, lambda: COPIED)
    with served(app) as door:
        metrics.watch_connections(lambda: door.server.open_connections)
        port = metrics.serve("127.0.0.1", 0)
        for path in ("/about", "/about", "/shared/a-secret-token/", "/nowhere-at-all"):
            door.said(
                f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
            )
        samples = read(port)
    app.config["DATABASE"].close()
    assert samples["tracker_requests_total", "GET", "/about", "200"] == 2
    assert samples["tracker_requests_total", "GET", "none", "404"] == 1
    assert samples["tracker_request_seconds_count", "/about"] == 2
    of_a_file = {name: samples[name,] for name in OF_A_FILE if (name,) in samples}
    sizes = [COPIED.timestamp(), file.stat().st_size] if file else []
    assert list(of_a_file.values()) == sizes
    assert ("tracker_connections",) in samples
    assert not re.search("secret|nowhere", repr(samples))


def test_without_a_copy_or_a_file_it_says_nought(settings: Settings, tmp_path: Path) -> None:
    app = create_app(lay_empty(settings))
    metrics = Metrics(app, tmp_path / "gone.db", lambda: None)
    samples = read(metrics.serve("127.0.0.1", 0))
    app.config["DATABASE"].close()
    assert (samples["tracker_diary_bytes",], samples["tracker_last_copy_timestamp_seconds",]) == (
        0,
        0,
    )


@pytest.mark.parametrize("given", ["9100", "localhost:", "localhost:http", ":1"])
def test_an_address_that_is_none_is_told(capsys: pytest.CaptureFixture[str], given: str) -> None:
    assert main(["serve", "--metrics", given]) == 2
    assert "must be a" in capsys.readouterr().err
