"""The description of the API, OpenAPI 3.1, made of what its views declare, and how they read."""

from __future__ import annotations

import json
from functools import partial, wraps
from http import HTTPStatus
from importlib.metadata import version
from threading import Lock
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

import marshmallow as ma
from flask import request
from flask_smorest import Api
from flask_smorest import Blueprint as SmorestBlueprint
from webargs.core import is_json
from webargs.flaskparser import FlaskParser

from tracker.entries.fields import ID as _ID
from tracker.exchange.own_format.json_values import to_table
from tracker.translations import N_, gettext
from tracker.web.api import bearer
from tracker.web.api.refusals import Refused, answered, wrong
from tracker.web.api.schemas import COMPONENTS
from tracker.web.kit.problems import API_ROOT, PROBLEM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from flask import Flask, Request, Response

    View: TypeAlias = Callable[..., Any]

_SCHEME = "token"
ID_PARAMETER: Mapping[str, Any] = {
    "name": "uid",
    "in": "path",
    "required": True,
    "description": "the id of the entry, made by the program: sent twice, it is stored once",
    "schema": {"type": "string", **_ID.limits},
}
_ABOUT = (
    "The diary of whoever made the token, as its pages show it. Every answer that says whether to"
    " run says why, by which rule and on whose word. Nothing here is a diagnosis."
)
_ERRORS = {
    400: "What was sent could not be read",
    401: "No good token",
    403: "The token only reads",
    404: "Not there, or not yours",
    412: "It is not as the tag says",
    413: "Too large",
    415: "Not JSON",
    422: "A value is not good, or does not fit another",
    429: "Too much at once: wait as Retry-After says",
    503: "The diary cannot be used just now",
}
# What marshmallow says by itself, in English only.
_OF_MARSHMALLOW = (
    N_("Missing data for required field."),
    N_("Field may not be null."),
    N_("Not a valid integer."),
    N_("Not a valid boolean."),
    N_("Invalid input type."),
    N_("Unknown field."),
)
_OF_READS = (401, 404, 422, 429, 503)


class _Parser(FlaskParser):
    """Reads what is sent: nothing that is not declared, no key twice, never by half."""

    DEFAULT_UNKNOWN_BY_LOCATION: dict[str, str | None] = {  # noqa: RUF012 - as inherited
        **FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION,
        "json": ma.RAISE,
        "query": ma.RAISE,
    }

    def load_json(self, req: Request, schema: ma.Schema) -> Any:  # noqa: ANN401 - as inherited
        """Read the body as one object. Raises Refused: 415 or 400."""
        del schema
        if not is_json(req.mimetype):
            raise Refused(
                415,
                gettext("That is not JSON"),
                gettext("Send it as Content-Type: application/json."),
            )
        try:
            return to_table(req.get_data())
        except json.JSONDecodeError as error:
            what = gettext(
                "Nothing was stored. The body is not JSON: %(fault)s at character %(place)d.",
                fault=error.msg,
                place=error.pos,
            )
        except ValueError as error:
            what = gettext("Nothing was stored. The body %(fault)s.", fault=error)
        raise Refused(400, gettext("That could not be read"), what)

    def handle_error(
        self,
        error: ma.ValidationError,
        req: Request,
        schema: ma.Schema,
        *,
        error_status_code: int | None,
        error_headers: Any,  # noqa: ANN401 - as inherited
    ) -> NoReturn:
        """Say of each value what is wrong with it."""
        del req, schema, error_status_code, error_headers
        places = error.normalized_messages()  # type: ignore[no-untyped-call]
        raise wrong(pair for place in places.values() for pair in _flat(place))


class Blueprint(SmorestBlueprint):
    """Views for programs: each asks for a token first, and is in the description."""

    ARGUMENTS_PARSER = _Parser()

    def __init__(self, name: str, description: str) -> None:
        super().__init__(f"api_{name}", __name__, url_prefix=API_ROOT, description=description)
        self.before_request(bearer.admit)
        self.register_error_handler(Refused, answered)

    def register_views_in_doc(self, api: _Api, *described: Any, **named: Any) -> None:  # noqa: ANN401 - as inherited
        """Describe the views, though not now."""
        api.later(partial(super().register_views_in_doc, api, *described, **named))

    def reads(
        self, rule: str, component: str, query: type[ma.Schema] | None = None
    ) -> Callable[[View], View]:
        """Declare a view that answers a component, told what its address asks by `query`."""

        def declared(view: View) -> View:
            documented = self.alt_response(304, description="Still as the tag says")(view)
            documented = _errors(self, documented, _OF_READS)
            documented = self.response(200, component)(documented)
            documented = (
                self.arguments(query, location="query")(documented)
                if query
                else _asks_nothing(documented)
            )
            self.get(rule)(documented)
            return view

        return declared

    def writes(
        self,
        rule: str,
        method: str,
        *,
        answers: Mapping[int, str],
        body: ma.Schema | type[ma.Schema] | None = None,
        query: type[ma.Schema] | None = None,
    ) -> Callable[[View], View]:
        """Declare a view that stores: what it takes, and what it answers, by status."""

        def declared(view: View) -> View:
            documented = _errors(self, view, _ERRORS)
            for status, component in answers.items():
                kind = PROBLEM if status >= HTTPStatus.BAD_REQUEST else None
                documented = self.response(status, component or None, content_type=kind)(documented)
            documented = (
                self.arguments(query, location="query")(documented)
                if query
                else _asks_nothing(documented)
            )
            if body is not None:
                documented = self.arguments(body)(documented)
            self.route(rule, methods=[method], parameters=[ID_PARAMETER])(documented)
            return view

        return declared


class _Api(Api):
    """Describes its views once somebody asks. Errors are answered by the app itself."""

    DEFAULT_ERROR_RESPONSE_NAME = None

    def __init__(self, app: Flask, about: Mapping[str, Any]) -> None:
        self._undescribed: list[Callable[[], object]] = []
        self._describing = Lock()
        super().__init__(app, spec_kwargs={"info": about, "security": [{_SCHEME: []}]})

    def later(self, describe: Callable[[], object]) -> None:
        """Put off a part of the description until it is asked for: a start need not wait for it."""
        self._undescribed.append(describe)

    def _openapi_json(self) -> Response:
        with self._describing:
            while self._undescribed:
                self._undescribed.pop(0)()
        answer: Response = super()._openapi_json()
        return answer

    def _register_error_handlers(self) -> None:
        """Leave the pages their own errors."""


def register(app: Flask, blueprints: Iterable[Blueprint]) -> None:
    """Serve the API and its description."""
    app.config.update(
        API_TITLE="Return-to-run tracker",
        API_VERSION="1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX=API_ROOT,
    )
    about = {"description": _ABOUT, "x-release": version("return-to-run-tracker")}
    api = _Api(app, about)
    api.spec.components.security_scheme(_SCHEME, {"type": "http", "scheme": "bearer"})
    for name, schema in COMPONENTS.items():
        api.later(partial(api.spec.components.schema, name, dict(schema)))
    protection = app.extensions["csrf"]
    for blueprint in blueprints:
        api.register_blueprint(blueprint)
        protection.exempt(blueprint)  # a page elsewhere has no token to send


def _asks_nothing(view: View) -> View:
    """Refuse whatever an address asks, as others refuse what they do not know."""

    @wraps(view)
    def checked(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the view
        if request.args:
            raise wrong((name, gettext("Unknown field.").rstrip(".")) for name in request.args)
        return view(*args, **kwargs)

    return checked


def _errors(blueprint: Blueprint, view: View, statuses: Iterable[int]) -> View:
    for status in statuses:
        about = _ERRORS[status]
        view = blueprint.alt_response(
            status, schema="Problem", content_type=PROBLEM, description=about
        )(view)
    return view


def _flat(messages: Any, before: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - nested
    """The messages of marshmallow, each with the name of its value: `before.pain`."""
    if isinstance(messages, dict):
        for name, inner in messages.items():
            yield from _flat(inner, f"{before}.{name}" if before else str(name))
    else:
        for sentence in messages if isinstance(messages, list) else [messages]:
            said = gettext(sentence) if sentence in _OF_MARSHMALLOW else str(sentence)
            yield before or "body", said.rstrip(".")
