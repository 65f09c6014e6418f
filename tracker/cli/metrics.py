"""What Prometheus reads of a diary that is served, at an address of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.cli.backup import backup_folder
from tracker.cli.command import CommandError
from tracker.storage.transfer import backups
from tracker.translations import gettext

if TYPE_CHECKING:
    from flask import Flask

    from tracker.serving.server import Server
    from tracker.settings import Settings


def tell_metrics(app: Flask, server: Server, address: tuple[str, int]) -> None:
    """Count what is asked, and let Prometheus read it."""
    try:
        from tracker.serving.metrics import Metrics
    except ModuleNotFoundError as error:
        raise CommandError(
            gettext('--metrics needs the extra: pip install ".[metrics]"')
        ) from error
    settings: Settings = app.config["SETTINGS"]
    copies = backup_folder(settings)
    diary = None if settings.server else settings.database
    metrics = Metrics(app, diary, lambda: backups.last_made(copies))
    metrics.watch_connections(lambda: server.open_connections)
    try:
        port = metrics.serve(*address)
    except OSError as error:
        raise CommandError(
            gettext("--metrics: cannot listen there: %(strerror)s.", strerror=error.strerror)
        ) from error
    print(
        gettext(
            "Metrics are at http://%(address)s:%(port)s/metrics", address=address[0], port=port
        ),
        flush=True,
    )
