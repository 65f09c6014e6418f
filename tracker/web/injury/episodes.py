"""Episodes: what each is about, correcting it, ending it and going on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from tracker.content.red_flags import signs
from tracker.language.amounts import amount
from tracker.language.names import injury_name
from tracker.language.sentences import changes
from tracker.progression import guardrails
from tracker.progression.protocol import BASELINE, BASELINE_WEEK, PAIN_ALLOWED
from tracker.progression.protocol_document.reader import known
from tracker.services.diary.visits import visits_of
from tracker.services.errors import ReasonNeeded
from tracker.services.injury import corrections, episodes
from tracker.services.injury.clinician import SettingRefused
from tracker.services.injury.episodes import CloseReason, EpisodeAlreadyOpen
from tracker.translations import gettext
from tracker.web import database, now
from tracker.web.injury.episode_form import EndForm, FactsForm, offered_time_zones, reason_name
from tracker.web.injury.screen_form import CorrectedScreenForm
from tracker.web.kit.identity import (
    current_view,
    day_in,
    local_today,
    own_account,
    sign_in_required,
)

if TYPE_CHECKING:
    from datetime import date

    from flask.typing import ResponseReturnValue
    from werkzeug.wrappers import Response

    from tracker.progression.review import Redecided
    from tracker.services.injury.episodes import EpisodeView

bp = Blueprint("episodes", __name__)


@bp.app_template_filter("episode_name")
def episode_name(view: EpisodeView) -> str:
    """Return a short name: Left hamstring."""
    return injury_name(view.facts.site, view.facts.side)


@bp.get("/episodes")
@sign_in_required
def list_episodes() -> ResponseReturnValue:
    """Show every episode, the latest first."""
    every_episode = episodes.all_episodes(database(), own_account().id)
    return render_template("injury/episodes.html", episodes=every_episode, reason_name=reason_name)


@bp.get("/episode")
@sign_in_required
def current() -> ResponseReturnValue:
    """Go to the open episode."""
    return redirect(url_for("episodes.episode", episode_id=current_view().id), 303)


@bp.get("/episodes/<int:episode_id>")
@sign_in_required
def episode(episode_id: int) -> ResponseReturnValue:
    """Show what an episode is about, and what can be done with it."""
    view = _view(episode_id)
    return render_template(
        "injury/episode.html",
        view=view,
        baseline=_baseline(view),
        week=_week(view),
        signs=signs(view.episode.screening),
        reason_name=reason_name,
        visits=visits_of(database(), own_account().id, view.id),
    )


@bp.route("/episodes/<int:episode_id>/edit", methods=["GET", "POST"])
@sign_in_required
def edit(episode_id: int) -> ResponseReturnValue:
    """Correct the facts; every day is decided anew."""
    view = _view(episode_id)
    week = _week(view)
    in_force = {"baseline_minutes": _baseline(view), "baseline_week_minutes": week}
    form = FactsForm(known_week=week, data={**_as_data(view), **in_force})
    if form.validate_on_submit():
        today = day_in(form.facts.timezone)
        try:
            redecided = corrections.edit_episode(
                database(), own_account().id, view.id, form.facts, today=today, now=now()
            )
        except SettingRefused as refused:
            _explain(form, refused.name)
        except corrections.SignLeftOut:
            form.onset.errors = [
                gettext(
                    "A sign before that day still locks running. A clinician has to clear it first."
                )
            ]
        else:
            _flash_cut(view, today)
            return _saved(view, redecided)
    page = render_template(
        "injury/episode_edit.html", view=view, form=form, zones=offered_time_zones()
    )
    return page, 422 if form.errors else 200


@bp.route("/episodes/<int:episode_id>/screen", methods=["GET", "POST"])
@sign_in_required
def screen(episode_id: int) -> ResponseReturnValue:
    """Correct the answers given at the start."""
    view = _view(episode_id)
    form = CorrectedScreenForm()
    if form.validate_on_submit():
        try:
            redecided = corrections.answer_screening(
                database(),
                own_account().id,
                view.id,
                form.answered_yes,
                reason=form.reason.data or "",
                today=local_today(view),
                now=now(),
            )
        except ReasonNeeded:
            form.ask_why()
        else:
            return _saved(view, redecided)
    if not form.is_submitted():
        form.show_answers(view.episode.screening)
    return render_template("injury/screen.html", view=view, form=form), 422 if form.errors else 200


@bp.route("/episodes/<int:episode_id>/end", methods=["GET", "POST"])
@sign_in_required
def end(episode_id: int) -> ResponseReturnValue:
    """End an episode, with a reason."""
    view = _view(episode_id)
    form = EndForm()
    if form.validate_on_submit():
        reason = CloseReason(form.reason.data)
        today = local_today(view)
        episodes.end_episode(database(), own_account().id, view.id, reason, today=today)
        flash(
            gettext(
                "This episode is ended. All of it is kept, and you can go on with it at any time."
            )
        )
        return redirect(url_for("episodes.list_episodes"), 303)
    return render_template(
        "injury/episode_end.html", view=view, form=form
    ), 422 if form.errors else 200


@bp.post("/episodes/<int:episode_id>/reopen")
@sign_in_required
def reopen(episode_id: int) -> ResponseReturnValue:
    """Go on with an ended episode."""
    view = _view(episode_id)
    try:
        episodes.reopen_episode(database(), own_account().id, view.id, now=now())
    except EpisodeAlreadyOpen:
        return one_at_a_time(current_view(), 409)
    flash(gettext("This episode is open again."))
    return redirect(url_for("episodes.episode", episode_id=view.id), 303)


def one_at_a_time(view: EpisodeView, status: int) -> tuple[str, int]:
    """Say why no other injury can be opened beside an open one, and what to do."""
    return render_template("injury/one_at_a_time.html", view=view), status


def flash_redecided(redecided: Redecided) -> None:
    """Say on the next page what a change did to earlier days."""
    for sentence in changes(redecided):
        flash(sentence)


def _view(episode_id: int) -> EpisodeView:
    return episodes.episode(database(), own_account().id, episode_id)


def _saved(view: EpisodeView, redecided: Redecided) -> Response:
    flash(gettext("Saved."))
    flash_redecided(redecided)
    return redirect(url_for("episodes.episode", episode_id=view.id), 303)


def _explain(form: FactsForm, name: str) -> None:
    if name == BASELINE_WEEK:
        form.baseline_week_minutes.errors = [
            gettext("More in a usual week needs a clinician's word. Change it on “Your numbers”.")
        ]
    else:
        form.baseline_minutes.errors = [
            gettext("A shorter usual run needs a clinician's word. Change it on “Your numbers”.")
        ]


def _flash_cut(before: EpisodeView, today: date) -> None:
    """Say so where the new site has cut the pain that is allowed."""
    protocol, after = known(before.episode.protocol), _view(before.id)
    was, now_is = (
        guardrails.current(protocol, episode, PAIN_ALLOWED, today)
        for episode in (before.episode, after.episode)
    )
    if was != now_is:
        allowed = amount(now_is, protocol.tunables[PAIN_ALLOWED])
        sentence = gettext(
            "Pain that is still allowed is cut to %(allowed)s from today: no more may be there.",
            allowed=allowed,
        )
        flash(sentence)


def _baseline(view: EpisodeView) -> int:
    protocol = known(view.episode.protocol)
    return guardrails.current(protocol, view.episode, BASELINE, local_today(view))


def _week(view: EpisodeView) -> int | None:
    """The minutes of the usual week, as they count today; None where they are not known."""
    today = local_today(view)
    if not guardrails.week_is_known(view.episode, today):
        return None
    return guardrails.current(known(view.episode.protocol), view.episode, BASELINE_WEEK, today)


def _as_data(view: EpisodeView) -> dict[str, object]:
    facts = view.facts
    return {name: getattr(facts, name) for name in facts.__dataclass_fields__}
