"""The anchor: bare Flask and SQLite behind waitress. `python -m tests.bench.bare FILE`."""

from __future__ import annotations

import socket
import sqlite3
import sys
import threading

from flask import Flask, request
from waitress.server import create_server

THREADS = 8  # as many as the tracker has, which is not imported here: the start is compared too
NOTE = "x" * 200


def bare_app(file: str) -> Flask:
    """One greeting, one SELECT, one INSERT with its commit; no accounts and no templates."""
    app = Flask("bare")
    connections = threading.local()

    def connection() -> sqlite3.Connection:
        if not hasattr(connections, "own"):
            connections.own = sqlite3.connect(file, timeout=15)
            connections.own.execute("PRAGMA journal_mode = WAL")
            connections.own.execute("PRAGMA synchronous = FULL")
        own: sqlite3.Connection = connections.own
        return own

    with sqlite3.connect(file) as first:
        first.execute("CREATE TABLE IF NOT EXISTS entries (id INTEGER PRIMARY KEY, note TEXT)")
        first.execute("INSERT INTO entries (note) VALUES (?)", (NOTE,))
    first.close()

    @app.get("/")
    def hello() -> str:
        return "hello"

    @app.get("/select")
    def select() -> str:
        row = connection().execute("SELECT note FROM entries WHERE id = ?", (1,)).fetchone()
        return f"<p>{row[0]}</p>"

    @app.post("/insert")
    def insert() -> tuple[str, int]:
        with connection() as own:
            own.execute("INSERT INTO entries (note) VALUES (?)", (request.form["note"],))
        return "", 204

    return app


def main() -> None:
    """Serve on a free port of this machine, and print the address as the tracker does."""
    listening = socket.create_server(("127.0.0.1", 0))
    sys.stdout.write(f"The anchor is at http://127.0.0.1:{listening.getsockname()[1]}/\n")
    sys.stdout.flush()
    create_server(bare_app(sys.argv[1]), sockets=[listening], threads=THREADS).run()


if __name__ == "__main__":
    main()
