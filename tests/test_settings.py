"""What is read from the environment, and the key that signs cookies."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tracker.public_address import PublicAddress
from tracker.settings import Settings, has_display
from tracker.settings_error import SettingsError

HTTPS = PublicAddress.from_url("https://run.example.org")


@pytest.mark.parametrize(
    ("url", "normal", "name"),
    [
        ("https://Run.Example.org/", "https://run.example.org", "run.example.org"),
        ("https://run.example.org:443", "https://run.example.org", "run.example.org"),
        ("https://run.example.org:8443/", "https://run.example.org:8443", "run.example.org"),
        ("http://[::1]:80/run/", "http://[::1]/run", "::1"),
        ("https://example.org/a/b-2.0_x", "https://example.org/a/b-2.0_x", "example.org"),
    ],
)
def test_an_address_is_kept_as_browsers_say_it(url: str, normal: str, name: str) -> None:
    address = PublicAddress.from_url(url)
    assert (str(address), address.name) == (normal, name)


@pytest.mark.parametrize(
    "url",
    [
        "", "run.example.org", "//run.example.org", "ftp://run.example.org", "https://", "https://[run",
        "https://run.example.org:port", "https://me@run.example.org", "https://run.example.org/?a",
        "https://run.example.org/#a", "https://example.org/a//b", "https://example.org/../b",
        "https://example.org/a b", "https://example.org/ä", "https://example.org/a;b",
    ],
)  # fmt: skip
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(ValueError, match=r"is no address\. Give it like https://run\.example\.org"):
        PublicAddress.from_url(url)


def test_the_data_folder_is_the_platforms_own_unless_the_environment_names_one() -> None:
    own = Settings.from_environment({})
    assert own.data_dir.name == "return-to-run-tracker"
    assert own.data_dir.is_absolute()
    named = Settings.from_environment({"TRACKER_DATA_DIR": "/somewhere/else"})
    assert named.database == Path("/somewhere/else/diary.db")


def test_further_host_names_are_listed_with_commas() -> None:
    settings = Settings.from_environment({"TRACKER_HOST_NAMES": "diary.example, Pi.local,"})
    assert settings.host_names == ("diary.example", "pi.local")
    assert Settings.from_environment({}).host_names == ()


@pytest.mark.parametrize(
    ("host", "public"),
    [("127.0.0.1", False), ("::1", False), ("0.0.0.0", True), ("192.168.1.5", True)],  # noqa: S104
)
def test_anything_but_loopback_is_public(settings: Settings, host: str, public: bool) -> None:  # noqa: FBT001
    assert replace(settings, host=host).is_public is public


@pytest.mark.parametrize("reached", [{"host_names": ("diary.example",)}, {"public_address": HTTPS}])
def test_whoever_gives_it_a_name_has_others_come_by_it(
    settings: Settings, reached: dict[str, Any]
) -> None:
    assert replace(settings, **reached).is_public


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_the_secret_key_is_made_once_and_for_the_owner_alone(settings: Settings) -> None:
    key = settings.secret_key()
    path = settings.data_dir / "secret_key"
    assert settings.secret_key() == key == path.read_text(encoding="ascii")
    assert len(key) == 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(settings.data_dir.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666, 0o777])
def test_a_key_that_others_could_read_is_told_of_and_tightened(
    settings: Settings, caplog: pytest.LogCaptureFixture, mode: int
) -> None:
    key = settings.secret_key()
    path = settings.data_dir / "secret_key"
    path.chmod(mode)
    assert settings.secret_key() == key
    assert stat.S_IMODE(path.stat().st_mode) == mode & 0o700
    assert f"secret_key could be read by others ({mode:o})" in caplog.text
    caplog.clear()
    assert settings.secret_key() == key
    assert not caplog.text


def test_two_diaries_have_two_keys(settings: Settings) -> None:
    other = replace(settings, data_dir=settings.data_dir.with_name("other"))
    assert settings.secret_key() != other.secret_key()


def test_a_damaged_key_is_told_of_and_not_replaced(settings: Settings) -> None:
    settings.secret_key()
    path = settings.data_dir / "secret_key"
    path.write_text("short", encoding="ascii")
    with pytest.raises(SettingsError, match="Delete it"):
        settings.secret_key()
    assert path.read_text(encoding="ascii") == "short"


def test_a_key_that_cannot_be_read_is_told_of(settings: Settings) -> None:
    (settings.data_dir / "secret_key").mkdir(parents=True)
    with pytest.raises(SettingsError, match="secret_key cannot be"):
        settings.secret_key()


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of Unix stands in for a full disk")
def test_a_key_that_finds_no_room_is_told_of_and_leaves_nothing_behind(settings: Settings) -> None:
    program = "import pathlib, resource, signal, sys; from tracker.settings import Settings; \
signal.signal(signal.SIGXFSZ, signal.SIG_IGN); \
resource.setrlimit(resource.RLIMIT_FSIZE, (8, 8)); \
Settings(data_dir=pathlib.Path(sys.argv[1])).secret_key()"
    command = [sys.executable, "-B", "-c", program, str(settings.data_dir)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "secret_key could not be written: File too large." in ended.stderr
    assert not (settings.data_dir / "secret_key").exists()
    assert len(settings.secret_key()) == 64


@pytest.mark.slow
def test_processes_starting_together_agree_on_the_key(settings: Settings) -> None:
    program = "import sys, pathlib; from tracker.settings import Settings; \
print(Settings(data_dir=pathlib.Path(sys.argv[1])).secret_key())"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(settings.data_dir)],
            stdout=subprocess.PIPE,
            env={**os.environ},
        )
        for _ in range(6)
    ]
    keys = {process.communicate(timeout=60)[0] for process in started}
    assert keys == {settings.secret_key().encode() + os.linesep.encode()}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="those always have one")
def test_a_browser_is_opened_only_where_there_is_a_display() -> None:
    assert has_display({"DISPLAY": ":0"})
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"})
    assert not has_display({})


def test_the_security_log_is_kept_for_90_days_unless_told_otherwise() -> None:
    assert Settings.from_environment({}).security_log_kept.days == 90
    settings = Settings.from_environment({"TRACKER_SECURITY_LOG_DAYS": " 365 "})
    assert settings.security_log_kept.days == 365


@pytest.mark.parametrize("typed", ["0", "-1", "3651", "a year", "1.5", "9" * 5000, "²"])
def test_days_that_are_none_are_refused_in_words(typed: str) -> None:
    with pytest.raises(SettingsError, match="TRACKER_SECURITY_LOG_DAYS must be a number of days"):
        Settings.from_environment({"TRACKER_SECURITY_LOG_DAYS": typed})
