"""What a program is refused: a status, words, and whatever else tells it what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.translations import N_, gettext
from tracker.web.kit.problems import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flask import Response

    from tracker.progression.contradictions import Contradiction

WRONG_VALUES = N_("Some values are not good")


class Refused(Exception):
    """Raised by whatever looks at a request; answered as a problem. `more` are its own members."""

    def __init__(
        self,
        status: int,
        title: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        **more: Any,  # noqa: ANN401 - any JSON
    ) -> None:
        self.status, self.title, self.detail = status, title, detail
        self.headers, self.more = headers or {}, more
        super().__init__(detail)


def wrong(values: Iterable[tuple[str, str]]) -> Refused:
    """The refusal of values, by their names, each with a sentence that says what must change."""
    errors = [{"name": name, "detail": sentence} for name, sentence in values]
    listed = "; ".join(f"{it['name']}: {it['detail']}" for it in errors)
    detail = gettext("Nothing was stored. %(faults)s.", faults=listed)
    return Refused(422, gettext(WRONG_VALUES), detail, errors=errors)


def contradicted(contradictions: Iterable[Contradiction]) -> None:
    """Raise the refusal of values that cannot all be true; nothing where there are none."""
    faults = [(it.field, it.sentence) for it in contradictions]
    if faults:
        raise wrong(faults)


def answered(refused: Refused) -> Response:
    """Return the refusal as a program reads it."""
    return problem(refused.status, refused.title, refused.detail, refused.headers, **refused.more)
