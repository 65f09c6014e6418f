"""The composition root: every part is made here and handed to those who need it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined

from tracker import paths, web
from tracker.services.access import security_log, shared_limits
from tracker.services.injury.protocols import ProtocolsError
from tracker.services.opening import opened
from tracker.services.transfer import staged_files
from tracker.settings_error import SettingsError
from tracker.storage.database import BUSY_SECONDS
from tracker.web import api, learn, offline_pages
from tracker.web.access import (
    api_tokens,
    confirm,
    delete_account,
    devices,
    passkeys,
    people,
    person,
    practice_protocols,
    reminders,
    reset,
    second_factor,
    second_step,
    share_links,
    sign_in,
)
from tracker.web.diary import (
    calendar,
    care,
    check_ins,
    decided_anew,
    feedback,
    guide,
    recordings,
    sessions,
    today,
    way_home,
)
from tracker.web.injury import (
    comparison,
    episodes,
    how_it_decides,
    lock,
    numbers,
    onboarding,
    placement,
    proposals,
    protocol_choice,
    protocols,
    red_flags,
)
from tracker.web.kit import (
    app_class,
    compiled_templates,
    drawn_page,
    error_pages,
    filters,
    fragments,
    gzip,
    health,
    identity,
    languages,
    large_uploads,
    logs,
    page_frame,
    security,
    staged_uploads,
    static_files,
    work_budget,
    workload,
)
from tracker.web.practice import consents, morning, runner, visits
from tracker.web.reading import chart_responses, ended_episode, pages, shared_link
from tracker.web.transfer import archives, exports, imports, undo_imports, usual_training

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Blueprint, Flask

    from tracker.settings import Settings
    from tracker.storage.database import Database

BLUEPRINTS: tuple[Blueprint, ...] = (
    sign_in.bp,
    api_tokens.bp,
    archives.bp,
    calendar.bp,
    care.bp,
    check_ins.bp,
    decided_anew.bp,
    feedback.bp,
    episodes.bp,
    comparison.bp,
    how_it_decides.bp,
    exports.bp,
    red_flags.bp,
    guide.bp,
    health.bp,
    imports.bp,
    learn.bp,
    delete_account.bp,
    numbers.bp,
    placement.bp,
    proposals.bp,
    protocol_choice.bp,
    protocols.bp,
    practice_protocols.bp,
    offline_pages.bp,
    consents.bp,
    morning.bp,
    runner.bp,
    visits.bp,
    onboarding.bp,
    ended_episode.bp,
    people.bp,
    person.bp,
    confirm.bp,
    reminders.bp,
    reset.bp,
    second_factor.bp,
    second_step.bp,
    passkeys.bp,
    way_home.bp,
    pages.bp,
    sessions.bp,
    shared_link.bp,
    share_links.bp,
    devices.bp,
    today.bp,
    lock.bp,
    recordings.bp,
    undo_imports.bp,
    usual_training.bp,
)
MEGABYTE = 1024 * 1024


def utc_now() -> datetime:
    """Return the present instant. Nothing below the web layer may ask."""
    return datetime.now(UTC)  # noqa: TID251 - the one clock, handed on from here


def signing_key(settings: Settings, database: Database) -> str:
    """Return the key that signs cookies and seals secrets: beside a file, or on the server."""
    return shared_limits.signing_key(database) if settings.server else settings.secret_key()


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
    app = build_app()
    database = open_diary(app, settings, clock(), busy_seconds=busy_seconds)
    connect(app, settings, database, clock=clock)
    return app


def build_app() -> Flask:
    """Return an app with its pages, but without a diary yet: `connect` gives it one."""
    app = app_class.Tracker("tracker", template_folder=paths.TEMPLATES, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MEGABYTE  # a view that takes files raises it for itself
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.url_map.converters["int"] = app_class.RowNumber
    languages.register(app)
    logs.register(app)
    gzip.register(app)
    workload.register(app)
    large_uploads.register(app)
    security.register(app)
    error_pages.register(app)
    web.register(app)
    page_frame.register(app)
    static_files.register(app)
    filters.register(app)
    fragments.register(app)
    compiled_templates.register(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    api.register(app)
    return app


def open_diary(
    app: Flask, settings: Settings, now: datetime, *, busy_seconds: float = BUSY_SECONDS
) -> Database:
    """Open the diary that the settings name, brought to this release; clear away what is over.

    Raises as `create_app` does.
    """
    try:
        database = opened(
            settings.place,
            settings.protocols,
            now,
            tell=lambda it: app.logger.warning(it),  # noqa: PLW0108 - a logger gets a handler
            busy_seconds=busy_seconds,
        )
    except ProtocolsError as error:
        raise SettingsError(str(error)) from error
    staged_uploads.sweep(settings.incoming, now)
    if settings.server:
        staged_files.sweep(database, now)
    security_log.forget_old(database, period=settings.security_log_kept, now=now)
    return database


def connect(
    app: Flask,
    settings: Settings,
    database: Database,
    *,
    clock: Callable[[], datetime] = utc_now,
) -> None:
    """Give an app its settings, its clock and its diary, and caches with nothing in them.

    All that differs from one server to another is set here, so that an app can be given another
    diary: the tests do, for its pages take longest to build. Whoever does so closes the database
    before.
    """
    app.config.update(
        SECRET_KEY=signing_key(settings, database),
        TESTING=settings.testing,
        SETTINGS=settings,
        CLOCK=clock,
        DATABASE=database,
    )
    security.configure(app, settings)
    identity.start_cache(app)
    drawn_page.start_cache(app)
    work_budget.start(app)
    chart_responses.start_cache(app)
    protocols.start_cache(app)
