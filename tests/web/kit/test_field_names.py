"""What was typed is shown with names of its fields that can be in any language."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import pytest
from wtforms import FileField, HiddenField, PasswordField
from wtforms.fields.core import UnboundField

import tracker.web
from tests.translations.pseudo import PSEUDO
from tracker.translations import speaking
from tracker.web.kit.base_form import Form
from tracker.web.kit.error_pages import readable
from tracker.web.kit.field_names import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_SENT = {"ReadingForm"}  # it asks for a page


def forms(kind: type[Form] = Form) -> Iterator[type[Form]]:
    for each in kind.__subclasses__():
        yield each
        yield from forms(each)


def fields() -> Iterator[tuple[str, str]]:
    for module in pkgutil.walk_packages(tracker.web.__path__, "tracker.web."):
        importlib.import_module(module.name)
    unseen = (HiddenField, FileField, PasswordField)
    for form in forms():
        if form.__module__.startswith(("tracker.web.diary", "tracker.web.injury")):
            for name in dir(form):
                field = getattr(form, name)
                if isinstance(field, UnboundField) and not issubclass(field.field_class, unseen):
                    yield form.__name__, name


@pytest.mark.parametrize(("form", "name"), sorted(set(fields())))
def test_a_field_of_the_diary_has_a_name_for_the_catalogues(form: str, name: str) -> None:
    if form not in NOT_SENT and readable([(name, "typed")]):
        assert readable([(name, "typed")])[0][0] in NAMES


def test_what_was_typed_is_named_in_the_language_spoken() -> None:
    with speaking(PSEUDO):
        assert readable([("before_pain", "3"), ("passphrase", "hush")]) == [("⟦Before pain⟧", "3")]
