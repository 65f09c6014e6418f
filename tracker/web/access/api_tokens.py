"""Your data and programs: tokens by which programs read and write the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from wtforms.validators import DataRequired, Length

from tracker.services.access import api_tokens
from tracker.storage.words import ApiScope
from tracker.translations import N_, gettext
from tracker.web import database, now
from tracker.web.kit import identity
from tracker.web.kit.base_form import Form
from tracker.web.kit.confirmation import confirmed_first
from tracker.web.kit.fields import ChoiceField, LineField
from tracker.web.kit.problems import API_ROOT

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("api_tokens", __name__)


class TokenForm(Form):
    """For which program a token is, what it may do, and for how long."""

    name = LineField(
        N_("Which program is it for?"),
        [
            DataRequired(N_("Name the program, so that you know later what to end.")),
            Length(
                max=api_tokens.LONGEST_NAME, message=N_("Give a name of at most %(max)d letters.")
            ),
        ],
    )
    scope = ChoiceField(
        N_("What may it do?"),
        [
            (ApiScope.READ.value, N_("Read")),
            (ApiScope.WRITE.value, N_("Read, and record entries")),
        ],
        N_("Choose what it may do."),
    )
    days = ChoiceField(
        N_("For how long?"),
        [("30", N_("A month")), ("90", N_("Three months")), ("365", N_("A year"))],
        N_("Choose how long."),
    )


@bp.get("/programs")
@identity.sign_in_required
def programs() -> ResponseReturnValue:
    """Show how programs reach the diary, every token, and the form for a new one."""
    return _page(_offered())


@bp.post("/programs")
@identity.sign_in_required
@confirmed_first
def make_token() -> ResponseReturnValue:
    """Make a token; this answer alone shows it."""
    form = TokenForm()
    if not form.validate():
        return _page(form), 422
    try:
        token = api_tokens.make(
            database(),
            identity.own_account().id,
            name=form.name.data or "",
            scope=ApiScope(form.scope.data),
            days=int(str(form.days.data)),
            origin=identity.origin(),
            now=now(),
        )
    except api_tokens.TooManyTokens as refused:
        form.form_errors = [str(refused)]
        return _page(form), 422
    return _page(_offered(), token)


@bp.post("/programs/<int:token_id>/end")
@identity.sign_in_required
def end_token(token_id: int) -> ResponseReturnValue:
    """End a token."""
    account_id = identity.own_account().id
    api_tokens.end(database(), account_id, token_id, origin=identity.origin(), now=now())
    flash(gettext("That token opens nothing any more."))
    return redirect(url_for(".programs"), 303)


def _offered() -> TokenForm:
    return TokenForm(formdata=None, scope=ApiScope.READ.value, days="90")


def _page(form: TokenForm, token: str = "") -> str:
    made, instant = api_tokens.of_account(database(), identity.own_account().id), now()
    return render_template(
        "access/api_tokens.html",
        form=form,
        token=token,
        good=[it for it in made if it.is_good(instant)],
        over=[it for it in made if not it.is_good(instant)],
        address=f"{request.url_root.rstrip('/')}{API_ROOT}",
    )
