"""The check-in form of Today, with nothing answered: drawn once, then dated and named each time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from flask import get_template_attribute, url_for

from tracker.web.diary.check_in_form import CheckInForm
from tracker.web.diary.named_form import named_uid, new_uid
from tracker.web.kit.drawn_page import mark
from tracker.web.kit.fragments import drawn_once

if TYPE_CHECKING:
    from markupsafe import Markup

    from tracker.web.kit.drawn_page import Values
    from tracker.web.kit.request_context import RequestContext

_ANY_TIME = datetime.min  # noqa: DTZ901 - the runner's own, and never shown


def drawn(context: RequestContext, *, asks_date: bool) -> Markup:
    """Return the form, with marks for its token and its `values`."""
    return _drawn(context.takes_medicine(), asks_date)


def values(context: RequestContext) -> Values:
    """Return what the form says for itself: the present day and time, and a name of its own."""
    day, time = f"{context.local:%Y-%m-%d}", f"{context.local:%H:%M}"
    return {
        "uid": lambda: named_uid() or new_uid(),
        "shown": lambda: f"{day}T{time}",
        "day": lambda: day,
        "time": lambda: time,
    }


@drawn_once
def _drawn(besides: bool, asks_date: bool) -> str:  # noqa: FBT001 - what it depends on
    """The form with marks in place of what differs each time."""
    form = CheckInForm(now=_ANY_TIME, besides=besides, asks_date=asks_date, formdata=None)
    form.csrf_token.current_token = mark("csrf_token")
    form.uid.data, form.shown.data = mark("uid"), mark("shown")
    form.date.raw_data, form.time.raw_data = [mark("day")], [mark("time")]
    draw = get_template_attribute("diary/check_in_fields.html", "check_in")
    return str(draw(form, action=url_for("check_ins.create")))
