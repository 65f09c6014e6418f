"""A use case that writes is one transaction, and is done again where another's came across it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tracker.storage.database import retried
from tracker.storage.errors import ErrorKind, StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator

SERVICES = Path(__file__).parent.parent.parent / "tracker" / "services"


def _writers() -> dict[str, ast.FunctionDef]:
    writers = {}
    for file in SERVICES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and _opens(node):
                writers[f"{file.stem}.{node.name}"] = node
    return writers


def _own_blocks(function: ast.AST) -> Iterator[ast.AST]:
    """What is in a function, but not in a function inside it."""
    for node in ast.iter_child_nodes(function):
        if not isinstance(node, ast.FunctionDef):
            yield node
            yield from _own_blocks(node)


def _opens(function: ast.FunctionDef) -> bool:
    opened = [
        ast.unparse(item.context_expr.func)
        for block in _own_blocks(function)
        if isinstance(block, ast.With)
        for item in block.items
        if isinstance(item.context_expr, ast.Call)
    ]
    return any(name == "editing" or name.endswith(".writing") for name in opened)


def test_every_use_case_that_writes_is_done_again() -> None:
    writers = _writers()
    assert len(writers) > 50
    for name, function in writers.items():
        marks = {ast.unparse(mark) for mark in function.decorator_list}
        assert marks & {"retried", "contextmanager"}, name


def test_only_a_conflict_is_tried_again_and_not_for_ever() -> None:
    tries: list[int] = []

    @retried
    def fail(kind: ErrorKind | None, times: int) -> int:
        tries.append(times)
        if len(tries) <= times:
            raise StorageError("no", kind)
        return len(tries)

    assert fail(ErrorKind.CONFLICT, 5) == 6
    for kind, times, tried in ((ErrorKind.CONFLICT, 6, 6), (ErrorKind.BUSY, 1, 1), (None, 1, 1)):
        tries.clear()
        with pytest.raises(StorageError):
            fail(kind, times)
        assert len(tries) == tried
