"""Onboarding: one page that describes the injury and screens for what this diary is not for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from tracker.language.phrases import full_date
from tracker.services.access import accounts
from tracker.services.injury import episodes
from tracker.storage.words import Unit
from tracker.web import database, now
from tracker.web.injury.episode_form import OnboardingForm, offered_time_zones
from tracker.web.injury.episodes import episode_name
from tracker.web.kit.identity import day_in, own_account, sign_in_required

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug.wrappers import Response

    from tracker.services.injury.episodes import EpisodeView

bp = Blueprint("onboarding", __name__)


@bp.route("/start", methods=["GET", "POST"])
@sign_in_required
def start() -> ResponseReturnValue:
    """Describe an injury and open its diary."""
    account = own_account()
    if episodes.current_episode(database(), account.id) is not None:
        return redirect(url_for("today.verdict"), 303)
    form = OnboardingForm()
    earlier = episodes.all_episodes(database(), account.id)
    form.offer_earlier((view.id, _name(view)) for view in earlier)
    if form.validate_on_submit():
        return _open(account.id, form)
    if not form.is_submitted():
        form.unit.data = account.unit
    return render_template(
        "injury/onboarding.html", form=form, zones=offered_time_zones(), earlier=earlier
    ), 422 if form.errors else 200


def _name(view: EpisodeView) -> str:
    return f"{episode_name(view)}, from {full_date(view.facts.onset)}"


def _open(account_id: int, form: OnboardingForm) -> Response:
    facts, signs = form.facts, form.answered_yes
    accounts.set_unit(database(), account_id, Unit(form.unit.data))
    try:
        episodes.open_episode(
            database(),
            account_id,
            facts,
            signs,
            follows=form.followed,
            today=day_in(facts.timezone),
            now=now(),
        )
    except episodes.EpisodeAlreadyOpen:  # sent twice: the first one counts
        return redirect(url_for("today.verdict"), 303)
    if signs:
        return redirect(url_for("lock.why_locked"), 303)
    flash("Your diary is open. Begin with how it feels now.")
    return redirect(url_for("today.verdict"), 303)
