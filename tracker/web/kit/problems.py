"""Errors as programs read them: RFC 9457, application/problem+json."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import jsonify, request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Response

API_ROOT = "/api/v1"
PROBLEM = "application/problem+json"


def is_of_a_program() -> bool:
    """Whether this request is to the API, whatever becomes of it."""
    return request.path == API_ROOT or request.path.startswith(f"{API_ROOT}/")


def problem(
    status: int,
    title: str,
    detail: str,
    headers: Mapping[str, str] | None = None,
    **more: Any,  # noqa: ANN401 - any JSON
) -> Response:
    """Return an error: `title` is the same for all of its kind, `detail` says what to do now.

    `more` are members of its own, such as the fields that are wrong.
    """
    answer = jsonify(
        {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    )
    answer.status_code = status
    answer.mimetype = PROBLEM
    answer.headers.update(headers or {})
    answer.headers["Cache-Control"] = "no-store"
    return answer
