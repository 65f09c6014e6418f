"""The check-in form of Today, with nothing answered: drawn once, then dated and named each time."""

from __future__ import annotations

import secrets
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from flask import get_template_attribute, request, url_for
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup, escape

from tracker.translations import spoken
from tracker.web.diary.check_in_form import CheckInForm
from tracker.web.diary.named_form import named_uid, new_uid

if TYPE_CHECKING:
    from tracker.web.kit.request_context import RequestContext

_ANY_TIME = datetime.min  # noqa: DTZ901 - the runner's own, and never shown
_MARK = secrets.token_hex(16)  # in nothing else that is drawn
_TOKEN, _UID, _SHOWN, _DAY, _TIME = (
    f"{_MARK}-{name}" for name in ("token", "uid", "shown", "day", "time")
)


def blank_check_in(context: RequestContext, *, asks_date: bool) -> Markup:
    """Return the form, offering the present day and time, with a name and a token of its own."""
    day, time = f"{context.local:%Y-%m-%d}", f"{context.local:%H:%M}"
    drawn = _drawn(request.script_root, spoken().tag, context.takes_medicine(), asks_date)
    values = {_TOKEN: generate_csrf(), _UID: named_uid() or new_uid(), _SHOWN: f"{day}T{time}"}
    for mark, value in {**values, _DAY: day, _TIME: time}.items():
        drawn = drawn.replace(mark, escape(value))
    return Markup(drawn)  # noqa: S704 - drawn by the template


@cache
def _drawn(_root: str, _language: str, besides: bool, asks_date: bool) -> str:  # noqa: FBT001 - what it depends on
    """The form with marks in place of what differs each time."""
    form = CheckInForm(now=_ANY_TIME, besides=besides, asks_date=asks_date, formdata=None)
    form.csrf_token.current_token = _TOKEN
    form.uid.data, form.shown.data = _UID, _SHOWN
    form.date.raw_data, form.time.raw_data = [_DAY], [_TIME]
    draw = get_template_attribute("diary/check_in_fields.html", "check_in")
    return str(draw(form, action=url_for("check_ins.create")))
