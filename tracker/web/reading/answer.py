"""A clinician's answer: the sheet was read through a link, and now it takes one answer.

Whoever holds the link is asked for name and profession; nobody proves who they are, and so the
runner decides what counts. It is part of a shared link's pages: shared_link.py opens the diary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, render_template

from tracker.language.phrases import full_date
from tracker.progression.episode import Through
from tracker.services.access import answers
from tracker.services.injury.clinician import SettingRefused
from tracker.translations import gettext
from tracker.web import database
from tracker.web.kit import identity, work_budget
from tracker.web.kit.request_context import request_context
from tracker.web.reading.answer_form import answer_form, values_now

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.web.kit.request_context import RequestContext, Viewer
    from tracker.web.reading.answer_form import AnswerForm

bp = Blueprint("answer", __name__)

_COST = 1  # of the link's allowance: a form is decided about, and that reads the diary


@bp.route("/answer", methods=["GET", "POST"])
def give() -> ResponseReturnValue:
    """Ask for an answer, and take it once: the runner is told, and decides."""
    context = request_context()
    viewer = _who_may_answer(context)
    form = answer_form(context)
    if form.is_submitted():
        work_budget.spend(context, _COST)
        if form.validate() and _is_given(context, viewer, form):
            return render_template("reading/answered.html", name=viewer.owner)
    page = render_template(
        "reading/answer.html",
        form=form,
        name=viewer.owner,
        until=viewer.until,
        now=values_now(context),
        tunables=context.protocol.tunables,
    )
    return page, 422 if form.errors else 200


def _who_may_answer(context: RequestContext) -> Viewer:
    viewer, ended = context.viewer, context.view.closed_on
    if viewer is None or not viewer.for_answer:
        abort(404)
    if ended is not None:
        abort(
            404,
            gettext(
                "The diary of this injury was ended on %(day)s, so no answer counts in it"
                " any more. Ask %(name)s for a link to the diary that is open now.",
                day=full_date(ended),
                name=viewer.owner,
            ),
        )
    return viewer


def _is_given(context: RequestContext, viewer: Viewer, form: AnswerForm) -> bool:
    words = form.words(f"{form.name.data}, {form.profession.data}", Through.LINK)
    if not words:
        form.refuse_nothing()
        return False
    try:
        answers.give(
            database(),
            viewer.token,
            words,
            origin=identity.origin(),
            today=context.today,
            now=context.instant,
        )
    except SettingRefused as refused:
        form.refuse_number(refused)
        return False
    return True
