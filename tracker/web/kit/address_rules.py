"""How addresses are read and made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkzeug.routing import IntegerConverter, Rule

if TYPE_CHECKING:
    from collections.abc import Callable


class RowNumber(IntegerConverter):
    """The number of a row in an address: none is longer, and SQLite takes no longer one."""

    regex = r"\d{1,18}"


class LateRule(Rule):
    """A rule of an address that finds out how to make one when the first is made.

    Werkzeug writes and compiles two functions for each rule, a twentieth of a start.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:  # noqa: FBT001, FBT002 - as inherited
        def first(rule: LateRule, /, **values: object) -> tuple[str, str]:
            made = Rule._compile_builder(rule, append_unknown).__get__(rule, None)  # noqa: SLF001
            setattr(rule, "_build_unknown" if append_unknown else "_build", made)
            address: tuple[str, str] = made(**values)
            return address

        return first
