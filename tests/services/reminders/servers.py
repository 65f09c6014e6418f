"""Servers that messages go to: good ones, by aiosmtpd and the standard library, and bad ones."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from aiosmtpd.smtp import Envelope

USER, PASSWORD = "tracker", "p@ss/word"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


def tls(cert: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, cert.with_name("key.pem"))
    return context


class Mailbox:
    """What a mail server took, and what it says to who hands something over."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []
        self.answers: list[
            str
        ] = []  # to the next messages, in turn; "250 OK" once they are used up

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer.startswith("250"):
            self.envelopes.append(envelope)
        return answer


@contextmanager
def mail_server(
    cert: Path, *, scheme: str = "smtp", port: int = 0
) -> Iterator[tuple[Mailbox, int]]:
    """A mail server on loopback that demands TLS, and a sign-in."""
    mailbox = Mailbox()

    def sign_in(*given: Any) -> AuthResult:
        data = given[-1]
        right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False)

    given: dict[str, Any] = (
        {"ssl_context": tls(cert)} if scheme == "smtps" else {"tls_context": tls(cert)}
    )
    controller = Controller(
        mailbox,
        hostname="127.0.0.1",
        port=port or free_port(),
        server_hostname="mail.test",
        require_starttls=scheme == "smtp",
        auth_required=True,
        auth_require_tls=scheme == "smtp",
        authenticator=sign_in,
        **given,
    )
    controller.start()
    try:
        yield mailbox, controller.port
    finally:
        controller.stop()


@contextmanager
def talking(talk: Callable[[socket.socket], object]) -> Iterator[int]:
    """A server that does to each connection what it is told to, and its port."""
    listening = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()
    threads: list[threading.Thread] = []

    def serve(connection: socket.socket) -> None:
        with connection:
            try:
                talk(connection)
            except OSError:
                return

    def accept() -> None:
        while not ended.is_set():
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            connection.settimeout(10)
            thread = threading.Thread(target=serve, args=(connection,), daemon=True)
            threads.append(thread)
            thread.start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield listening.getsockname()[1]
    finally:
        ended.set()
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for thread in [accepting, *threads]:
            thread.join(10)


def says_nothing(connection: socket.socket) -> None:
    """Take the connection, and never answer."""
    while connection.recv(1024):
        pass


def drips(connection: socket.socket) -> None:
    """Answer a letter at a time, without end."""
    ended = threading.Event()
    connection.sendall(b"220-")
    while not ended.wait(0.02):
        connection.sendall(b"x")


def plain_smtp(*, after_data: bytes, greeting: bytes = b"220 mail.test\r\n") -> Callable[..., None]:
    """A relay in plain that says `after_data` to a message, and then breaks off."""

    def talk(connection: socket.socket) -> None:
        connection.sendall(greeting)
        lines = connection.makefile("rb")
        for line in lines:
            if line.upper().startswith(b"DATA"):
                connection.sendall(b"354 go on\r\n")
                while lines.readline() not in (b".\r\n", b""):
                    pass
                connection.sendall(after_data)
                return
            connection.sendall(b"250 fine\r\n")

    return talk


class Hook:
    """What was posted to a webhook, and how it answers."""

    def __init__(self) -> None:
        self.posts: list[tuple[str, dict[str, str], str]] = []
        self.status = 200
        self.location = ""
        self.held = threading.Event()  # unset: answers are held back
        self.held.set()
        self.port = 0


@contextmanager
def webhook(cert: Path) -> Iterator[Hook]:
    """A web server on loopback, by https."""
    hook = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            hook.posts.append((self.path, dict(self.headers), body))
            hook.held.wait(20)
            self.send_response(hook.status)
            if hook.location:
                self.send_header("Location", hook.location)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            pass  # who asked has gone away

    server = Server(("127.0.0.1", 0), Handler)
    server.socket = tls(cert).wrap_socket(server.socket, server_side=True)
    hook.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield hook
    finally:
        hook.held.set()
        server.shutdown()
        thread.join()
        server.server_close()
