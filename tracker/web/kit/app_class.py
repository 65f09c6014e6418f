"""The app as a class: where ours does not as Flask and Werkzeug do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Flask, request
from werkzeug.routing import IntegerConverter, Rule

from tracker.web.kit import logs

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import TypeAlias

    from werkzeug.routing import Map

    ExcInfo: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None]


LARGEST_ROW = 2**31 - 1  # PostgreSQL compares its integers with no higher number


class RowNumber(IntegerConverter):
    """The number of a row in an address: none has a higher one."""

    regex = r"\d{1,10}"

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=LARGEST_ROW)


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


class Tracker(Flask):
    """The app, which logs an error by where it happened, not by what was asked for."""

    url_rule_class = LateRule

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return a view or a hook as it is. Flask asks of each, each time, if it is a coroutine."""
        return func

    def log_exception(self, exc_info: ExcInfo | tuple[None, None, None]) -> None:
        """Log the rule, not the address, for an address may hold the token of a link."""
        _, error, _ = exc_info
        place = f"{request.method} {request.url_rule or 'an unknown address'}"
        self.logger.error("%s\n%s", place, logs.trace(error) if error else "")
