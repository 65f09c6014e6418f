"""Pages. What every page may ask of the app that serves it: the time, the database, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, request

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.settings import Settings
    from tracker.storage.database import Database


def now() -> datetime:
    """Return the present instant, in UTC, by the app's clock."""
    instant: datetime = current_app.config["CLOCK"]()
    return instant


def database() -> Database:
    """Return the diary's database."""
    opened: Database = current_app.config["DATABASE"]
    return opened


def settings() -> Settings:
    """Return the settings the app was made with."""
    given: Settings = current_app.config["SETTINGS"]
    return given


def address_asked_for() -> str:
    """Return the path and query asked for, as the browser knows them: under a proxy's path too."""
    return request.script_root + request.full_path.rstrip("?")
