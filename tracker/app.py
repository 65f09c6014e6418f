"""The composition root: every part is made here and handed to those who need it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from flask import Flask, request
from jinja2 import StrictUndefined
from werkzeug.routing import IntegerConverter

from tracker import paths
from tracker.services import protocols
from tracker.settings import SettingsError
from tracker.storage.database import BUSY_SECONDS, Database
from tracker.storage.schema import migrate
from tracker.web import (
    account,
    calendar,
    care,
    check_ins,
    clinician,
    compression,
    context,
    entries,
    episodes,
    errors,
    explain,
    export,
    flags,
    guide,
    health,
    history,
    imports,
    learn,
    leaving,
    logs,
    numbers,
    offline,
    onboarding,
    past,
    people,
    pictures,
    plan,
    progress,
    security,
    sessions,
    shared,
    sharing,
    sign_ins,
    static_files,
    today,
    uploads,
    warning,
    watch_files,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from flask import Blueprint

    from tracker.settings import Settings

    ExcInfo: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None]

BLUEPRINTS: tuple[Blueprint, ...] = (
    account.bp,
    calendar.bp,
    care.bp,
    check_ins.bp,
    clinician.bp,
    entries.bp,
    episodes.bp,
    explain.bp,
    export.bp,
    flags.bp,
    guide.bp,
    health.bp,
    history.bp,
    imports.bp,
    learn.bp,
    leaving.bp,
    numbers.bp,
    offline.bp,
    onboarding.bp,
    past.bp,
    people.bp,
    plan.bp,
    progress.bp,
    sessions.bp,
    shared.bp,
    sharing.bp,
    sign_ins.bp,
    today.bp,
    warning.bp,
    watch_files.bp,
)
MEGABYTE = 1024 * 1024


def utc_now() -> datetime:
    """Return the present instant. Nothing below the web layer may ask."""
    return datetime.now(UTC)  # noqa: TID251 - the one clock, handed on from here


class RowNumber(IntegerConverter):
    """The number of a row in an address: none is longer, and SQLite takes no longer one."""

    regex = r"\d{1,18}"


class Tracker(Flask):
    """The app, which logs an error by where it happened, not by what was asked for."""

    def log_exception(self, exc_info: ExcInfo | tuple[None, None, None]) -> None:
        """Log the rule, not the address, for an address may hold the token of a link."""
        _, error, _ = exc_info
        place = f"{request.method} {request.url_rule or 'an unknown address'}"
        self.logger.error("%s\n%s", place, logs.trace(error) if error else "")


def create_app(
    settings: Settings,
    *,
    clock: Callable[[], datetime] = utc_now,
    busy_seconds: float = BUSY_SECONDS,
) -> Flask:
    """Return the app, its database brought to the newest schema.

    `clock` returns the present instant, aware and in UTC; who writes waits `busy_seconds` for
    others. Raises SettingsError or SchemaError, with a sentence for the user, when the data
    folder or the database cannot be used.
    """
    migrate(settings.database)
    uploads.sweep(settings.incoming, clock())
    app = Tracker("tracker", template_folder=paths.TEMPLATES, static_folder=None)
    app.config.update(
        SECRET_KEY=settings.secret_key(),
        TESTING=settings.testing,
        MAX_CONTENT_LENGTH=MEGABYTE,  # a view that takes files raises it for itself
        SETTINGS=settings,
        CLOCK=clock,
        DATABASE=Database(settings.database, busy_seconds=busy_seconds),
    )
    try:
        protocols.take_in(app.config["DATABASE"], settings.protocols)
    except protocols.ProtocolsError as error:
        raise SettingsError(str(error)) from error
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.url_map.converters["int"] = RowNumber
    logs.register(app)
    compression.register(app)
    uploads.register(app)
    security.protect(app, settings)
    errors.register(app)
    context.register(app)
    pictures.register(app)
    static_files.register(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app
