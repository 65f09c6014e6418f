"""How the evaluation set's own runner compares, for the tests to use the same."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location

from tests.evaluation.folders import SET

_spec = spec_from_file_location("evaluation_run", SET / "run.py")
assert _spec is not None
assert _spec.loader is not None
_run = module_from_spec(_spec)
_spec.loader.exec_module(_run)
differences, expected_of, main = _run.differences, _run.expected_of, _run.main
