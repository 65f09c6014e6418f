"""The words of `language/` for templates, and how values are written on pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.content.literature import author, reference
from tracker.language import (
    amounts,
    entries,
    journal,
    names,
    phrases,
    protocols,
    recordings,
    security_log,
    sentences,
)
from tracker.reports.authority import by_whom, how_it_came, how_it_came_sentence, speaks_of
from tracker.reports.day_marks import day_kind_name
from tracker.web.kit.fields import minutes_typed

if TYPE_CHECKING:
    from flask import Flask
    from wtforms import Field, Form


def as_on_page(form: Form, html: str) -> list[Field]:
    """Return the fields of a form in the order in which they stand on the page."""
    places = {field.id: html.find(f'id="{field.id}"') for field in form}
    return sorted(form, key=lambda field: places[field.id])


def register(app: Flask) -> None:
    """Give every template these filters, by their names."""
    for function in (
        amounts.amount,
        as_on_page,
        by_whom,
        amounts.distance,
        entries.check_in_detail,
        entries.check_in_title,
        phrases.clock,
        names.felt,
        names.kind_name,
        entries.session_detail,
        entries.session_title,
        how_it_came,
        how_it_came_sentence,
        day_kind_name,
        journal.decided,
        journal.decided_because,
        journal.deviations,
        journal.window_sentence,
        minutes_typed,
        phrases.month,
        phrases.short_date,
        phrases.short_weekday,
        phrases.weekday,
        reference,
        author,
        protocols.of_protocol,
        phrases.day_and_time,
        phrases.day_name,
        phrases.full_date,
        phrases.how_long,
        phrases.minutes,
        recordings.part_title,
        security_log.came_from,
        security_log.event_name,
        sentences.place,
        speaks_of,
    ):
        app.add_template_filter(function)
    app.add_template_global(phrases.weekday_letters)
