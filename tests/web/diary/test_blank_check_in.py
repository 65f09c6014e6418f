"""The form of Today is drawn once: it is the very form that its own page would draw each time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from flask import get_template_attribute, session, url_for

from tracker.web.diary import blank_check_in
from tracker.web.diary.check_in_form import CheckInForm
from tracker.web.kit.drawn_page import Drawn
from tracker.web.kit.identity import TOKEN
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient

NAMES = re.compile(r'(name="(?:csrf_token|uid)" type="hidden" value=")[^"]*')


@pytest.mark.parametrize("root", ["", "/run"])
@pytest.mark.parametrize("asks_date", [True, False])
def test_it_is_the_form_as_the_template_draws_it(
    app: Flask,
    signed_in: SignedIn,
    clock: Clock,
    root: str,
    asks_date: bool,  # noqa: FBT001
) -> None:
    for _ in range(2):
        with app.test_request_context("/", environ_overrides={"SCRIPT_NAME": root}):
            session[TOKEN] = signed_in.token
            context = request_context()
            form = CheckInForm(now=context.local, asks_date=asks_date, formdata=None)
            form.offer_when()
            draw = get_template_attribute("diary/check_in_fields.html", "check_in")
            plainly = str(draw(form, action=url_for("check_ins.create")))
            marked = Drawn.of(str(blank_check_in.drawn(context, asks_date=asks_date)))
            drawn = marked.pieces.joined(marked.between(blank_check_in.values(context))).decode()
        assert NAMES.sub(r"\1", drawn) == NAMES.sub(r"\1", plainly)
        assert f'action="{root}/check-in"' in drawn
        clock.move(minutes=7)


def test_each_has_a_name_of_its_own_and_is_taken(client: PageClient, signed_in: SignedIn) -> None:
    assert signed_in.token
    pages = [client.get("/").text for _ in range(2)]
    names = [re.findall(r'name="uid" type="hidden" value="([0-9a-f]{32})"', page) for page in pages]
    assert len(names[0]) == len(names[1]) == 1
    assert names[0] != names[1]
    token = re.findall(r'name="csrf_token" type="hidden" value="([^"]+)"', pages[0])[0]
    offered = re.findall(r'name="shown" type="hidden" value="([^"]+)"', pages[0])[0]
    day, time = offered.split("T")
    sent = {"uid": names[0][0], "shown": offered, "date": day, "time": time, "csrf_token": token}
    answer = client.post("/check-in", data={**sent, "pain": "1", "sensation": "pain"})
    assert answer.status_code == 303
