"""Whose diary a program asks about, and how it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import marshmallow as ma
from flask import jsonify, request
from marshmallow import fields

from tracker.services.injury import episodes
from tracker.translations import gettext, spoken
from tracker.web import database
from tracker.web.api.limits import Within
from tracker.web.api.refusals import Refused
from tracker.web.kit.app_class import LARGEST_ROW
from tracker.web.kit.identity import open_view, own_account
from tracker.web.kit.request_context import RequestContext, context_of
from tracker.web.kit.vary import vary_on

if TYPE_CHECKING:
    from flask import Response


class EpisodeQuery(ma.Schema):
    """Which episode: the open one unless told."""

    class Meta:
        """In the order declared."""

        ordered: ClassVar[bool] = True

    episode = fields.Integer(
        validate=Within(1, LARGEST_ROW),
        metadata={"description": "the id of an episode of yours; the open one where left out"},
    )


def diary(episode_id: int | None = None) -> RequestContext:
    """Return the diary of an episode of the token's account, of the open one unless told.

    Raises NotFound for another's; Refused where none is open.
    """
    account = own_account()
    if episode_id is not None:
        return context_of(account, episodes.episode(database(), account.id, episode_id))
    view = open_view()
    if view is None:
        raise Refused(
            404,
            gettext("There is no open episode"),
            gettext(
                "Open one on the pages, or name an ended one: ?episode=ID, of those that"
                " /api/v1/episodes lists."
            ),
        )
    return context_of(account, view)


def answer(content: Any, status: int = 200) -> Response:  # noqa: ANN401 - any JSON
    """Return an answer with its tag: who shows the tag again is told that it is still the same."""
    response = jsonify(content)
    response.status_code = status
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Content-Language"] = spoken().tag
    vary_on(response, "Authorization", "Accept-Language")
    response.add_etag()
    response.make_conditional(request)
    return response
