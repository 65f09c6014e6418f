"""Templates that were compiled before are taken from the disk, where there may be any."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment

from tracker.web.kit.compiled_templates import CompiledTemplates

if TYPE_CHECKING:
    from pathlib import Path


def environment(folder: Path, text: str, manner: str = "a") -> Environment:
    cache = CompiledTemplates(folder, manner)
    return Environment(loader=DictLoader({"page": text}), bytecode_cache=cache, autoescape=True)


@pytest.fixture(autouse=True)
def _python_keeps_what_it_compiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_a_second_start_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "new" / "folder"
    assert environment(folder, "Run {{ n }}").get_template("page").render(n=1) == "Run 1"
    assert len(list(folder.iterdir())) == 1

    def refuse(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(Environment, "compile", refuse)
    assert environment(folder, "Run {{ n }}").get_template("page").render(n=2) == "Run 2"


def test_another_text_or_another_manner_is_compiled_anew(tmp_path: Path) -> None:
    assert environment(tmp_path, "Run").get_template("page").render() == "Run"
    assert environment(tmp_path, "Walk").get_template("page").render() == "Walk"
    environment(tmp_path, "Walk", manner="b").get_template("page")
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("content", [b"", b"not compiled", b"j2\x05" * 40])
def test_a_damaged_file_is_compiled_anew(tmp_path: Path, content: bytes) -> None:
    environment(tmp_path, "Run").get_template("page")
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for damaged in (content, whole[: len(whole) // 2]):
        file.write_bytes(damaged)
        assert environment(tmp_path, "Run").get_template("page").render() == "Run"


def test_nothing_is_kept_where_nothing_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    for folder in (in_the_way, in_the_way / "below"):
        assert environment(folder, "Run").get_template("page").render() == "Run"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert environment(tmp_path / "none", "Run").get_template("page").render() == "Run"
    assert not (tmp_path / "none").exists()
