"""Limits of values, which say in the language spoken what they are; the description has them."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, validate

from tracker.translations import gettext


class Within(validate.Range):
    """A whole number between two others, which may be reached."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__(least, most)
        self._limits = {"least": least, "most": most}

    def __call__(self, value: Any) -> Any:  # noqa: ANN401 - as inherited
        """Return the value. Raises ValidationError outside of the limits."""
        if not self._limits["least"] <= value <= self._limits["most"]:
            raise ValidationError(
                gettext("must be a whole number from %(least)d to %(most)d", **self._limits)
            )
        return value


class AtMost(validate.Length):
    """A text of so many characters at most."""

    def __init__(self, most: int) -> None:
        super().__init__(max=most)
        self._most = most

    def __call__(self, value: Any) -> Any:  # noqa: ANN401 - as inherited
        """Return the value. Raises ValidationError for a longer one."""
        if len(value) > self._most:
            raise ValidationError(
                gettext("must be at most %(most)d characters long", most=self._most)
            )
        return value
