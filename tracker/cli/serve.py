"""`tracker serve` and `tracker demo`: the pages, on this machine."""

from __future__ import annotations

import secrets
import sys
import tempfile
import threading
import webbrowser
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import settings as outside
from tracker.app import create_app, utc_now
from tracker.cli.backup import (
    Copying,
    add_copying,
    latest_copy,
    nightly,
)
from tracker.cli.care import care
from tracker.cli.command import CommandError, take_from_environment
from tracker.cli.lasting import keep_for_good, lasting
from tracker.cli.listening import address_of, host_and_port, listen, port_number, public_address
from tracker.cli.metrics import tell_metrics
from tracker.cli.remind import reminding
from tracker.services.transfer import demo as fictional_diary
from tracker.serving.certificates import CertificateError, Certificates
from tracker.serving.limits import Limits, TooFewDescriptors, descriptors_there_are
from tracker.serving.server import Server
from tracker.storage.schema import DamagedError, SchemaError
from tracker.translations import gettext
from tracker.web.access.reminders import sender_of
from tracker.web.kit import logs

if TYPE_CHECKING:
    import socket
    from argparse import ArgumentParser, Namespace

    from flask import Flask

    from tracker.cli.command import Commands
    from tracker.settings import Settings
    from tracker.storage.database import Database

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that look like another


def add_serve(commands: Commands) -> None:
    """Add `tracker serve`."""
    parser = commands.add_parser("serve", help=gettext("serve your diary to your browser"))
    _add_address(parser)
    _add_names(parser)
    parser.add_argument(
        "--nightly-backup",
        action="store_true",
        help=gettext("copy the diary once a day, beside it"),
    )
    add_copying(parser)
    parser.add_argument(
        "--metrics",
        type=host_and_port,
        metavar="HOST:PORT",
        help=gettext(
            "answer Prometheus there, such as on 127.0.0.1:9100; never where others could ask"
        ),
    )
    take_from_environment(parser)
    parser.set_defaults(run=serve)


def add_demo(commands: Commands) -> None:
    """Add `tracker demo`."""
    parser = commands.add_parser(
        "demo", help=gettext("serve a made-up diary, and throw it away after")
    )
    _add_address(parser)
    parser.set_defaults(run=demo)


def _add_address(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", help=gettext("address to listen on (%(default)s)")
    )
    parser.add_argument(
        "--port", type=port_number, default=8000, help=gettext("first port to try (%(default)s)")
    )
    parser.add_argument(
        "--no-browser", action="store_true", help=gettext("do not open the browser")
    )
    parser.set_defaults(public_url=None, certfile=None, keyfile=None)
    parser.set_defaults(nightly_backup=False, metrics=None)


def _add_names(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--public-url",
        metavar="URL",
        help=gettext("where a proxy of yours shows the tracker, such as https://run.example.org"),
    )
    parser.add_argument(
        "--certfile", metavar="PEM", help=gettext("serve https with this certificate")
    )
    parser.add_argument(
        "--keyfile", metavar="PEM", help=gettext("its key, if it is in another file")
    )


def serve(arguments: Namespace) -> int:
    """Serve the user's own diary until stopped."""
    if arguments.nightly_backup:
        outside.Settings.from_environment().database  # noqa: B018 - a server's is no file to copy
    if arguments.keyfile and not arguments.certfile:
        raise CommandError(
            gettext("A key alone is not enough: name its certificate with --certfile.")
        )
    with listen(arguments.host, arguments.port) as listening:
        settings = _settings(arguments, listening)
        app = _app(settings)
        if settings.first_account_code:
            print(
                gettext(
                    "Where there is no account, or none any more, whoever creates the first must "
                    "type this code: %(first_account_code)s",
                    first_account_code=settings.first_account_code,
                )
            )
        _run(app, listening, arguments)
    return 0


def demo(arguments: Namespace) -> int:
    """Serve a made-up diary from a folder that is deleted afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="tracker-demo-", ignore_cleanup_errors=True) as folder,
        listen(arguments.host, arguments.port) as listening,
    ):
        settings = replace(_settings(arguments, listening), data_dir=Path(folder))
        app = _app(settings)
        database: Database = app.config["DATABASE"]
        print(fictional_diary.fill(database, utc_now()))
        _run(app, listening, arguments)
    return 0


def _app(settings: Settings) -> Flask:
    try:
        with lasting():
            return create_app(settings)
    except DamagedError as error:
        raise CommandError(f"{error} {latest_copy(settings)}") from error
    except SchemaError as error:
        raise CommandError(str(error)) from error


def _settings(arguments: Namespace, listening: socket.socket) -> Settings:
    environment = outside.Settings.from_environment()
    public = public_address(arguments.public_url)
    if public and public.prefix and arguments.certfile:
        raise CommandError(gettext("Only behind a proxy can the tracker stand under a path."))
    settings = replace(
        environment,
        host=arguments.host,
        port=listening.getsockname()[1],
        host_names=environment.host_names + ((public.name,) if public else ()),
        https=bool(arguments.certfile or (public and public.scheme == "https")),
        public_address=None if arguments.certfile else public,
        links=str(public) if public else "",
    )
    return replace(settings, first_account_code=_new_code() if settings.is_public else None)


def _new_code() -> str:
    letters = "".join(secrets.choice(CODE_LETTERS) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"


def _run(app: Flask, listening: socket.socket, arguments: Namespace) -> None:
    server = _server(app, listening, arguments)
    public = app.config["SETTINGS"].public_address
    address = address_of(listening, "https" if arguments.certfile else "http")
    if arguments.certfile and arguments.public_url:
        address = f"{arguments.public_url.rstrip('/')}/"  # the name that the certificate is for
    if public:
        print(gettext("Through your proxy: %(public)s/", public=public))
    print(
        gettext("The tracker is at %(address)s (stop it with Ctrl+C)", address=address), flush=True
    )
    if not arguments.no_browser and outside.has_display():
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    # Who sits at a terminal wants the address in view; a file or a journal gets every request.
    logs.write_to(sys.stderr, requests=not sys.stderr.isatty())
    tempfile.tempdir = str(_incoming(app.config["SETTINGS"]))  # the system's may be in memory
    if arguments.metrics:
        tell_metrics(app, server, arguments.metrics)
    settings, database = app.config["SETTINGS"], app.config["DATABASE"]
    with closing(database), ExitStack() as beside:
        beside.enter_context(care(settings, database))
        if arguments.nightly_backup:
            beside.enter_context(nightly(settings, Copying.of(arguments)))
        beside.enter_context(reminding(database, sender_of(app)))
        keep_for_good()
        server.run()


def _incoming(settings: Settings) -> Path:
    """Where large requests are kept while they come in: on the diary's own disk."""
    settings.incoming.mkdir(mode=0o700, parents=True, exist_ok=True)
    return settings.incoming


def _server(app: Flask, listening: socket.socket, arguments: Namespace) -> Server:
    certfile, public = arguments.certfile, app.config["SETTINGS"].public_address
    try:
        return Server(
            app,
            listening,
            limits=Limits.of_descriptors(
                descriptors_there_are(), behind_a_proxy=public is not None
            ),
            certificates=Certificates(certfile, arguments.keyfile) if certfile else None,
        )
    except (CertificateError, TooFewDescriptors) as error:
        raise CommandError(str(error)) from error
