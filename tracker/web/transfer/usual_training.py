"""What was usual before the injury, by an archive: proposals that the runner accepts or leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, flash, redirect, render_template, url_for

from tracker.language.amounts import distance
from tracker.progression import guardrails
from tracker.progression.episode import Setting
from tracker.progression.protocol import BASELINE, BASELINE_WEEK
from tracker.services.injury import corrections
from tracker.services.injury.clinician import SettingRefused
from tracker.services.transfer import archives
from tracker.services.transfer.usual_training import FEWEST, WEEKS
from tracker.translations import gettext
from tracker.web.injury.episodes import flash_redecided
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import request_context
from tracker.web.transfer.archive_forms import ProposalForm
from tracker.web.transfer.archives import gone, job_of_account

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.typing import ResponseReturnValue

    from tracker.services.transfer.usual_training import UsualTraining
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("usual_training", __name__)


class Proposal(NamedTuple):
    """A number that is proposed: what it is now (None: not known), and how it may be set."""

    name: str
    minutes: int
    current: int | None
    needs_clinician: bool

    @property
    def is_news(self) -> bool:
        """Whether it is another than what is known."""
        return self.minutes != self.current


@bp.route("/import/archive/usual", methods=["GET", "POST"])
@sign_in_required
def proposals() -> ResponseReturnValue:
    """Show what an archive says was usual, with the runs it is taken from; accept one number."""
    context, job = request_context(), job_of_account()
    if not (job.is_there and job.is_chosen):
        return gone()
    usual = archives.usual_of(job, context.view)
    offers = {offer.name: offer for offer in _offers(context, usual)}
    form = ProposalForm()
    if form.validate_on_submit():
        offer = offers.get(str(form.name.data))
        if offer is not None and str(offer.minutes) == form.value.data:
            return _accept(context, offer)
        form.form_errors = [gettext("This is proposed differently by now. Look at it again.")]
    page = render_template(
        "transfer/archive_usual.html",
        form=form,
        usual=usual,
        offers=offers,
        onset=context.view.episode.onset,
        distance=distance,
        unit=context.unit,
        weeks=WEEKS,
        fewest=FEWEST,
    )
    return page, 422 if form.errors else 200


def _offers(context: RequestContext, usual: UsualTraining) -> Iterator[Proposal]:
    episode, today = context.view.episode, context.today
    for name, minutes in ((BASELINE, usual.run_minutes), (BASELINE_WEEK, usual.week_minutes)):
        if minutes is not None:
            is_known = name == BASELINE or guardrails.week_is_known(episode, today)
            current = guardrails.current(context.protocol, episode, name, today)
            setting = Setting(name=name, value=minutes, date=today)
            asks = corrections.needs_clinician(*context.diary, setting)
            yield Proposal(name, minutes, current if is_known else None, asks)


def _accept(context: RequestContext, offer: Proposal) -> ResponseReturnValue:
    setting = Setting(name=offer.name, value=offer.minutes, date=context.today)
    try:
        redecided = corrections.accept_proposal(*context.diary, setting, **context.when)
    except SettingRefused:
        flash(
            gettext("That needs a clinician's word: set it under “Your numbers”, with their name.")
        )
    else:
        flash(gettext("Saved."))
        flash_redecided(redecided)
    return redirect(url_for("usual_training.proposals"), 303)
