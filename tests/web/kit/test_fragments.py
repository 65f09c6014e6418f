"""Fragments: drawn once, for the language and mount of a request and nobody's own values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask import render_template_string
from jinja2 import DictLoader

from tracker.translations import languages, speaking
from tracker.web.kit.fragments import fragment

if TYPE_CHECKING:
    from flask import Flask

FOOT = "kit/foot.html"


def test_a_fragment_is_drawn_for_each_language_and_mount(app: Flask) -> None:
    with app.test_request_context("/"):
        english = fragment(FOOT)
        with speaking(languages()["de"]):
            german = fragment(FOOT)
    with app.test_request_context("/", environ_overrides={"SCRIPT_NAME": "/diary"}):
        mounted = fragment(FOOT)
    assert "How this decides" in english
    assert "How this decides" not in german
    assert 'href="/learn"' in english
    assert 'href="/diary/learn"' in mounted


@pytest.mark.own_app
def test_a_fragment_is_drawn_once_for_its_values_and_escapes_them(app: Flask) -> None:
    app.jinja_env.loader = DictLoader({"a.html": "{{ drawn.append(1) or word }}"})
    drawn: list[int] = []
    app.jinja_env.globals["drawn"] = drawn
    with app.test_request_context("/"):
        assert [fragment("a.html", word=word) for word in ("<b>", "<b>", "c")] == [
            "&lt;b&gt;",
            "&lt;b&gt;",
            "c",
        ]
    assert len(drawn) == 2


@pytest.mark.own_app
def test_nothing_of_the_page_around_it_goes_into_a_fragment(app: Flask) -> None:
    parts = {"part.html": "{{ word|default('none') }} {{ signed_in|default('none') }}"}
    app.jinja_env.loader = DictLoader(parts)
    with app.test_request_context("/"):
        page = "{% set word = 'own' %}{{ fragment('part.html') }} {{ word }}"
        assert render_template_string(page) == "none none own"
