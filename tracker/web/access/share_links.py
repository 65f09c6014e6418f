"""Sharing: links by which a clinician reads the diary, and when they were opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for
from wtforms import BooleanField
from wtforms.validators import DataRequired, Length

from tracker.services.access import share_links
from tracker.translations import N_, gettext
from tracker.web import database, now
from tracker.web.kit import identity
from tracker.web.kit.base_form import Form
from tracker.web.kit.confirmation import confirmed_first
from tracker.web.kit.fields import ChoiceField, LineField

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("share_links", __name__)

_READ, _ANSWER = "read", "answer"
USUAL_READER = N_("My clinician")  # offered, so that a link is made without typing


class ShareForm(Form):
    """For whom a link is, for how long, and how much it shows."""

    shared_with = LineField(
        N_("Who is it for?"),
        [
            DataRequired(N_("Give a name, so that you know later who has this link.")),
            Length(
                max=share_links.LONGEST_NAME, message=N_("Give a name of at most %(max)d letters.")
            ),
        ],
    )
    purpose = ChoiceField(
        N_("What is it for?"),
        [(_READ, N_("To read")), (_ANSWER, N_("To read and to answer"))],
        N_("Choose what it is for."),
    )
    days = ChoiceField(
        N_("How long should it open?"),
        [("7", N_("A week")), ("30", N_("A month")), ("90", N_("Three months"))],
        N_("Choose how long."),
    )
    with_notes = BooleanField(N_("Show my notes too"))


@bp.app_template_filter()
def page_opened(page: str) -> str:
    """Return what a page is called that was opened by a link; on record it has its English name."""
    return gettext(page)


@bp.get("/sharing")
@identity.sign_in_required
def list_links() -> ResponseReturnValue:
    """Show every link, who opened it and when, and the form for a new one."""
    return _page(_offered())


@bp.post("/sharing")
@identity.sign_in_required
@confirmed_first
def create_link() -> ResponseReturnValue:
    """Make a link to the open episode; this answer alone shows it."""
    view, form = identity.current_view(), ShareForm()
    if not form.validate():
        return _page(form), 422
    token = share_links.share(
        database(),
        identity.own_account().id,
        view.id,
        shared_with=form.shared_with.data or "",
        with_notes=bool(form.with_notes.data),
        days=int(str(form.days.data)),
        for_answer=form.purpose.data == _ANSWER,
        origin=identity.origin(),
        now=now(),
    )
    link = url_for("shared_link.reading.clinician", token=token, _external=True)
    return _page(_offered(), link)


@bp.post("/sharing/<int:share_id>/end")
@identity.sign_in_required
def end_link(share_id: int) -> ResponseReturnValue:
    """End a link."""
    share_links.revoke(
        database(), identity.own_account().id, share_id, origin=identity.origin(), now=now()
    )
    flash(gettext("That link does not open any more."))
    return redirect(url_for(".list_links"), 303)


def _offered() -> ShareForm:
    return ShareForm(formdata=None, days="30", purpose=_READ, shared_with=gettext(USUAL_READER))


def _page(form: ShareForm, link: str | None = None) -> str:
    links, instant = share_links.shares(database(), identity.own_account().id), now()
    return render_template(
        "access/share_links.html",
        form=form if identity.open_view() else None,
        link=link,
        open_shares=[link for link in links if link.is_open(instant)],
        ended_shares=[link for link in links if not link.is_open(instant)],
    )
