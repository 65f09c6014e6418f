"""What a clinician sees and decides of a runner who consents: the diary's pages, and an answer.

Every page asks anew whether the consent goes on: once it is ended, or the role, there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, flash, redirect, render_template, request, url_for

from tracker.progression.episode import Through
from tracker.services.access import consents
from tracker.services.diary import days
from tracker.services.errors import NotFound
from tracker.services.injury import episodes
from tracker.services.injury.clinician import SettingRefused
from tracker.translations import gettext
from tracker.web import database
from tracker.web.diary.today import today_page
from tracker.web.injury.episodes import flash_redecided
from tracker.web.kit import identity
from tracker.web.kit.confirmation import confirmed_first
from tracker.web.kit.request_context import (
    Viewer,
    context_of,
    open_for_reading,
    opened_context,
    request_context,
)
from tracker.web.practice.clinicians_only import clinician_first
from tracker.web.reading import pages
from tracker.web.reading.answer_form import answer_form, values_now

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.web.kit.request_context import RequestContext
    from tracker.web.reading.answer_form import AnswerForm

MOUNT = "runner"

bp = Blueprint(MOUNT, __name__, url_prefix="/practice/<int:consent_id>")
bp.register_blueprint(pages.bp)


@bp.before_request
def open_diary() -> ResponseReturnValue | None:
    """Open the diary that a consent is to, if it goes on."""
    consent_id = (request.view_args or {}).pop("consent_id")
    if (elsewhere := clinician_first()) is not None:
        return elsewhere
    me = identity.own_account().id
    consent = consents.of_clinician(database(), me, consent_id)
    view = episodes.current_episode(database(), consent.runner.id)
    if view is None:
        raise NotFound(consent_id)
    viewer = Viewer(
        owner=consent.runner.name,
        with_notes=consent.with_notes,
        for_answer=True,
        mount=MOUNT,
        account_id=me,
        consent_id=consent_id,
    )
    open_for_reading(context_of(consent.runner, view, viewer))
    return None


@bp.url_defaults
def name_the_runner(_endpoint: str, values: dict[str, Any]) -> None:
    """Let the pages of a runner lead to each other."""
    opened = opened_context()
    if opened is not None and opened.viewer is not None:
        values.setdefault("consent_id", opened.viewer.consent_id)


@bp.get("/")
def today() -> ResponseReturnValue:
    """Show today's verdict."""
    context = request_context()
    return today_page(context, days.as_it_stands(*context.diary, today=context.today), None)


@bp.route("/answer", methods=["GET", "POST"])
@confirmed_first
def answer() -> ResponseReturnValue:
    """Clear a sign, set a number or the step, write a note: under the clinician's own name."""
    context = request_context()
    form = answer_form(context)
    del form.name, form.profession  # the account says who it is
    if form.is_submitted() and form.validate() and _is_decided(context, form):
        return redirect(url_for(".reading.clinician"), 303)
    page = render_template(
        "practice/answer.html",
        form=form,
        name=context.name,
        now=values_now(context),
        tunables=context.protocol.tunables,
    )
    return page, 422 if form.errors else 200


def _is_decided(context: RequestContext, form: AnswerForm) -> bool:
    me = identity.own_account()
    words = form.words(me.name, Through.ACCOUNT)
    if not words:
        form.refuse_nothing()
        return False
    viewer = context.viewer
    assert viewer is not None  # noqa: S101 - opened above
    try:
        redecided = consents.decide(
            database(), me.id, viewer.consent_id, words, today=context.today, now=context.instant
        )
    except SettingRefused as refused:
        form.refuse_number(refused)
        return False
    flash(gettext("Recorded in the diary of %(name)s, under your name.", name=context.name))
    flash_redecided(redecided)
    return True
