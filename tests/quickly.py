"""Parametrised tests of which a few cases are quick tests, and the others long proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _pytest.mark import ParameterSet

T = TypeVar("T")


def quickly(values: Iterable[T], *quick: T) -> list[ParameterSet]:
    """Every value, and all but the `quick` ones marked as slow."""
    cases = list(values)
    assert set(quick) <= set(cases)
    return [pytest.param(case, marks=() if case in quick else pytest.mark.slow) for case in cases]
