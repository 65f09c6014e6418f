"""Pages. What every page may ask of the app that serves it: the time, the database, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, g, request

from tracker.storage.database import OneMoment

if TYPE_CHECKING:
    from datetime import datetime

    from flask import Flask

    from tracker.settings import Settings
    from tracker.storage.database import Database


def now() -> datetime:
    """Return the present instant, in UTC, by the app's clock."""
    instant: datetime = current_app.config["CLOCK"]()
    return instant


def register(app: Flask) -> None:
    """Let each request read of one moment."""
    app.teardown_appcontext(_end)


def database() -> Database:
    """Return the diary's database, as this request sees it."""
    if "database" not in g:
        g.database = OneMoment(current_app.config["DATABASE"])
    opened: Database = g.database
    return opened


def _end(_error: BaseException | None) -> None:
    opened: OneMoment | None = g.pop("database", None)
    if opened is not None:
        opened.end()


def settings() -> Settings:
    """Return the settings the app was made with."""
    given: Settings = current_app.config["SETTINGS"]
    return given


def address_asked_for() -> str:
    """Return the path and query asked for, as the browser knows them: under a proxy's path too."""
    return request.script_root + request.full_path.rstrip("?")
