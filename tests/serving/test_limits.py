"""How much is taken on follows from the descriptors there are."""

from __future__ import annotations

import pytest

from tracker.cli import main
from tracker.serving import limits
from tracker.serving.limits import Limits, TooFewDescriptors


@pytest.mark.parametrize(
    ("descriptors", "connections", "of_one"),
    [(176, 16, 8), (256, 96, 24), (512, 352, 64), (1024, 864, 64), (100_000, 1000, 64)],
)
def test_connections_leave_descriptors_for_the_diary(
    descriptors: int, connections: int, of_one: int
) -> None:
    derived = Limits.of_descriptors(descriptors)
    assert (derived.connections, derived.connections_of_one_network) == (connections, of_one)
    assert derived.connections + limits.RESERVED_DESCRIPTORS <= descriptors


def test_a_proxy_may_have_all_connections() -> None:
    derived = Limits.of_descriptors(1024, behind_a_proxy=True)
    assert derived.connections_of_one_network == derived.connections


def test_too_few_descriptors_are_told_at_the_start_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path_factory: object
) -> None:
    with pytest.raises(TooFewDescriptors):
        Limits.of_descriptors(175)
    monkeypatch.setenv("TRACKER_DATA_DIR", str(tmp_path_factory.mktemp("few")))  # type: ignore[attr-defined]
    monkeypatch.setattr("tracker.cli.serve.descriptors_there_are", lambda: 64)
    assert main(["serve", "--no-browser", "--port", "0"]) == 2
    assert "ulimit -n" in capsys.readouterr().err
