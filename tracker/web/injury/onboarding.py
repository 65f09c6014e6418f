"""Onboarding: one page that describes the injury and screens for what this diary is not for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from tracker.language.phrases import full_date
from tracker.services.access import accounts
from tracker.services.injury import episodes
from tracker.storage.words import Unit
from tracker.translations import gettext
from tracker.web import database, now
from tracker.web.injury.episode_form import OnboardingForm, offered_time_zones
from tracker.web.injury.episodes import episode_name, one_at_a_time
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
    account, form = own_account(), OnboardingForm()
    earlier = episodes.all_episodes(database(), account.id)
    open_one = episodes.current_episode(database(), account.id)
    if open_one is not None:
        return _one_at_a_time(open_one, form)
    form.offer_earlier((view.id, _name(view)) for view in earlier)
    if form.validate_on_submit():
        return _open(account.id, form)
    if not form.is_submitted():
        form.unit.data = account.unit
    return render_template(
        "injury/onboarding.html", form=form, zones=offered_time_zones(), earlier=earlier
    ), 422 if form.errors else 200


def _one_at_a_time(view: EpisodeView, form: OnboardingForm) -> ResponseReturnValue:
    """Say why a second one is not begun; the first one sent twice is no second one."""
    del form.follows  # it asked of what there was before
    if form.validate_on_submit() and form.facts == view.facts:
        return redirect(url_for("today.verdict"), 303)
    return one_at_a_time(view, 409 if form.is_submitted() else 200)


def _name(view: EpisodeView) -> str:
    return gettext(
        "%(name)s, from %(day)s", name=episode_name(view), day=full_date(view.facts.onset)
    )


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
    except episodes.EpisodeAlreadyOpen:  # sent twice at once: the first one counts
        return redirect(url_for("today.verdict"), 303)
    if signs:
        return redirect(url_for("lock.why_locked"), 303)
    flash(gettext("Your diary is open. Begin with how it feels now."))
    return redirect(url_for("today.verdict"), 303)
