"""What a clinician answered through a link: each proposal is taken or refused by the runner."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, flash, redirect, render_template, url_for

from tracker.content.red_flags import SIGNS
from tracker.progression import guardrails
from tracker.progression.episode import Setting
from tracker.progression.protocol_document.reader import known
from tracker.services.injury import clinician, episodes, proposals
from tracker.services.injury.proposals import AlreadyDecided, CannotBeTaken
from tracker.translations import N_, gettext
from tracker.web import database, now
from tracker.web.injury.episodes import flash_redecided
from tracker.web.kit.identity import day_of, own_account, sign_in_required

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask.typing import ResponseReturnValue

    from tracker.progression.protocol import Number
    from tracker.services.injury.episodes import EpisodeView
    from tracker.services.injury.proposals import Prospect
    from tracker.storage.injury.proposals import Proposal

bp = Blueprint("proposals", __name__)


class Shown(NamedTuple):
    """A proposal as the runner sees it; `now` is the value that its number has today."""

    proposal: Proposal
    view: EpisodeView
    prospect: Prospect | None
    numbers: Mapping[str, Number]
    now: int | None = None


@bp.get("/proposals")
@sign_in_required
def list_proposals() -> ResponseReturnValue:
    """Show what waits for a yes or no, and what was decided before."""
    account_id = own_account().id
    return render_template(
        "injury/proposals.html",
        waiting=[_presented(it) for it in proposals.waiting(database(), account_id)],
        decided=[_presented(it) for it in proposals.decided(database(), account_id)],
        signs=SIGNS,
    )


@bp.post("/proposals/<int:proposal_id>/accept")
@sign_in_required
def accept(proposal_id: int) -> ResponseReturnValue:
    """Take what was proposed: it counts from now on."""
    account_id = own_account().id
    proposal = proposals.prospect(database(), account_id, proposal_id, now().date()).proposal
    view = episodes.episode(database(), account_id, proposal.key.episode_id)
    today = day_of(account_id, view)
    try:
        redecided = proposals.accept(database(), account_id, proposal_id, today=today, now=now())
    except (AlreadyDecided, CannotBeTaken) as refused:
        flash(gettext(_WHY_NOT[type(refused)]))
        return redirect(url_for(".list_proposals"), 303)
    flash(
        gettext("Accepted. It stands in your diary as the word of %(name)s.", name=proposal.word.by)
    )
    flash_redecided(redecided)
    lock = clinician.lock_on(database(), account_id, view.id, today)
    if lock is not None:
        flash(gettext("Running stays locked by a warning sign that is open."))
    return redirect(url_for(".list_proposals"), 303)


@bp.post("/proposals/<int:proposal_id>/refuse")
@sign_in_required
def refuse(proposal_id: int) -> ResponseReturnValue:
    """Refuse what was proposed: it never counts."""
    try:
        proposals.refuse(database(), own_account().id, proposal_id, now=now())
    except AlreadyDecided as refused:
        flash(gettext(_WHY_NOT[type(refused)]))
    else:
        flash(gettext("Refused. Nothing changes, and it stays on record that it was proposed."))
    return redirect(url_for(".list_proposals"), 303)


_WHY_NOT: Mapping[type[Exception], str] = {
    AlreadyDecided: N_("This was decided before. Nothing was changed."),
    CannotBeTaken: N_("This cannot be accepted any more. What has changed stands below."),
}


def _presented(proposal: Proposal) -> Shown:
    account_id = own_account().id
    view = episodes.episode(database(), account_id, proposal.key.episode_id)
    protocol, today, word = known(view.episode.protocol), day_of(account_id, view), proposal.word
    prospect = value = None
    if proposal.decided_at is None:
        prospect = proposals.prospect(database(), account_id, proposal.id, today)
    if isinstance(word, Setting):
        value = guardrails.current(protocol, view.episode, word.name, today)
    return Shown(proposal, view, prospect, protocol.origins, value)
