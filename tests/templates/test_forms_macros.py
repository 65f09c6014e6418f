"""The form macros: what they preset (nothing), what they keep, and where errors lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import html5lib
import pytest
from flask import Flask, render_template_string
from flask_wtf import FlaskForm
from jinja2 import StrictUndefined
from wtforms import BooleanField, RadioField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Optional

from tracker.paths import TEMPLATES
from tracker.web.kit import filters, languages, static_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

PAGE = """
{% import "macros/forms.html" as forms %}
{% call forms.form(form) %}
{{ forms.pain_scale(form.pain, "The worst since the last entry.", skip="I did not notice") }}
{{ forms.sensation(form.sensation) }}
{{ forms.tick(form.limp) }}
{{ forms.number(form.minutes, "min", "Like 25 or 25:30.") }}
{{ forms.text(form.place) }}
{% endcall %}
"""


class Entry(FlaskForm):  # type: ignore[misc]  # Flask-WTF has no types
    pain = RadioField(
        "Pain",
        choices=[SelectChoice(n, str(n)) for n in range(11)],
        coerce=int,
        validate_choice=False,
    )
    sensation = RadioField(
        "Sensation",
        choices=[SelectChoice("none", "Nothing"), SelectChoice("soreness", "Soreness")],
        validate_choice=False,
        validators=[InputRequired("Choose what it feels like.")],
    )
    limp = BooleanField("I am limping")
    minutes = StringField("How long", validators=[InputRequired("Give the minutes.")])
    place = StringField("Place", validators=[Optional()])


@pytest.fixture(name="app")
def _app() -> Iterator[Flask]:
    app = Flask(__name__, template_folder=str(TEMPLATES), static_folder=None)
    app.config.update(SECRET_KEY="for this test", WTF_CSRF_ENABLED=False)
    languages.register(app)
    app.jinja_env.undefined = StrictUndefined
    static_files.register(app)
    filters.register(app)
    with app.test_request_context(method="POST"):
        yield app


def rendered(form: Entry) -> Element:
    html = "<!doctype html><title>Form</title>" + render_template_string(PAGE, form=form)
    page: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return page


def with_name(page: Element, name: str) -> list[Element]:
    return page.findall(f".//input[@name='{name}']")


def entry(**answers: Any) -> Entry:
    return Entry(formdata=None, data=answers)


@pytest.mark.usefixtures("app")
def test_pain_is_eleven_scores_and_a_way_not_to_answer_with_nothing_preset() -> None:
    radios = with_name(rendered(entry()), "pain")
    assert [radio.get("value") for radio in radios] == [*map(str, range(11)), ""]
    assert not [radio for radio in radios if "checked" in radio.attrib]


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("score", [0, "0", 7, "10"])
def test_a_score_given_before_is_shown_again_zero_included(score: int | str) -> None:
    radios = with_name(rendered(entry(pain=score)), "pain")
    assert [r.get("value") for r in radios if "checked" in r.attrib] == [str(score)]


@pytest.mark.usefixtures("app")
def test_the_ends_of_the_scale_are_said_in_words() -> None:
    legend_box = rendered(entry()).find(".//fieldset")
    assert legend_box is not None
    text = " ".join("".join(legend_box.itertext()).split())
    assert "0, no pain" in text
    assert "10, worst pain imaginable" in text


@pytest.mark.usefixtures("app")
def test_every_error_of_the_summary_leads_to_a_control_and_stands_beside_it() -> None:
    form = entry()
    assert not form.validate()
    page = rendered(form)
    ids = {element.get("id"): element for element in page.iter() if element.get("id")}
    links = page.findall(".//div[@role='alert']//a")
    assert [link.text for link in links] == ["Choose what it feels like.", "Give the minutes."]
    for link in links:
        target = str(link.get("href")).removeprefix("#")
        assert ids[target].tag == "input"
        assert str(link.text) in "".join(ids[f"{target}-error"].itertext())


@pytest.mark.usefixtures("app")
def test_hint_and_error_are_read_out_with_their_control() -> None:
    form = entry()
    form.validate()
    (minutes,) = with_name(rendered(form), "minutes")
    assert minutes.get("aria-describedby") == "minutes-hint minutes-error"
    assert minutes.get("aria-invalid") == "true"
    (place,) = with_name(rendered(form), "place")
    assert "aria-describedby" not in place.attrib
    assert "aria-invalid" not in place.attrib


@pytest.mark.usefixtures("app")
def test_what_was_typed_is_shown_again_as_text() -> None:
    page = rendered(entry(minutes='25 "min" <b>', limp=True, sensation="soreness"))
    assert with_name(page, "minutes")[0].get("value") == '25 "min" <b>'
    assert "checked" in with_name(page, "limp")[0].attrib
    chosen = [r.get("value") for r in with_name(page, "sensation") if "checked" in r.attrib]
    assert chosen == ["soreness"]


@pytest.mark.usefixtures("app")
def test_no_id_stands_twice_and_every_control_has_a_label() -> None:
    page = rendered(entry())
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    labelled = {label.get("for") for label in page.iter("label")}
    wrapped = {control for label in page.iter("label") for control in label.iter("input")}
    controls = [c for c in page.iter("input") if c.get("type") != "hidden"]
    assert [c for c in controls if c not in wrapped and c.get("id") not in labelled] == []
