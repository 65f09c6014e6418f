"""The form all forms are made from."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.i18n import get_translations

from tracker.entries.cells import UNPRINTABLE
from tracker.translations import gettext, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from gettext import NullTranslations

    from wtforms.meta import _MultiDictLikeWithGetlist


class Form(FlaskForm):
    """A form with its token, whose answers hold nothing that cannot be shown again.

    Its labels, descriptions, choices and errors are marked where they are declared (`N_`), and
    translated here, for each request.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        for field in self:
            field.label.text = gettext(field.label.text)
            field.description = gettext(field.description)
            field.validators = [_speaking(validator) for validator in field.validators]
            if isinstance(getattr(field, "choices", None), list):
                field.choices = [_translated(choice) for choice in field.choices]

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Return whether every answer is good; what is wrong with the others is translated."""
        is_good: bool = super().validate(extra_validators)
        for field in self:
            if isinstance(field.errors, list | tuple):
                field.errors = [gettext(it) if isinstance(it, str) else it for it in field.errors]
        return is_good

    class Meta(FlaskForm.Meta):
        """Where the answers come from."""

        def get_translations(self, form: Any) -> NullTranslations:  # noqa: ANN401 - as inherited
            """Return WTForms' own messages in the language spoken."""
            del form
            return _messages(spoken().locale)

        def wrap_formdata(self, form: Any, formdata: Any) -> _MultiDictLikeWithGetlist | None:  # noqa: ANN401 - as inherited
            """Return the answers as sent, without what is unprintable."""
            sent = super().wrap_formdata(form, formdata)
            if sent is None:
                return None
            return MultiDict(
                (name, UNPRINTABLE.sub("", value) if isinstance(value, str) else value)
                for name in sent
                for value in sent.getlist(name)
            )


@cache  # reading them takes longer than the rest of a small form
def _messages(locale: str) -> NullTranslations:
    """WTForms' own messages in a language."""
    translations: NullTranslations = get_translations([locale])
    return translations


def _speaking(validator: Any) -> Any:  # noqa: ANN401 - whatever WTForms takes for one
    """A validator with its message in the language spoken, before any value is filled in."""
    if not isinstance(getattr(validator, "message", None), str):
        return validator
    translated = copy(validator)
    translated.message = gettext(validator.message)
    return translated


def _translated(choice: Any) -> SelectChoice:  # noqa: ANN401 - WTForms takes several kinds
    """A choice with its label in the language spoken."""
    given = SelectChoice.from_input(choice)
    label = gettext(given.label)
    return given if label == given.label else replace(given, label=label)
