"""From a connection's request to the app's thread and back: who waits, waits without a thread."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

from tracker.services.access import passphrases
from tracker.services.access.networks import customer
from tracker.serving import proxy, refusals, wsgi
from tracker.serving.bodies import BodyTooLarge, BodyTooSlow, CallerGone, NoRoom, Spool
from tracker.serving.connections import Phase
from tracker.serving.exchange import Exchange, Incoming
from tracker.serving.places import NoPlace, Places
from tracker.web.kit import large_uploads, workload
from tracker.web.kit.security import is_known_host

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping
    from pathlib import Path

    from flask import Flask

    from tracker.public_address import PublicAddress
    from tracker.serving.bodies import Body
    from tracker.serving.connections import Connection
    from tracker.serving.limits import Limits
    from tracker.serving.notices import Notices
    from tracker.serving.refusals import Refusal
    from tracker.web.kit.workload import Workload

    T = TypeVar("T")
    Scope = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
    Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_LOG = logging.getLogger("tracker.serving")
_CHUNK = 65_536
_MOST_BYTES_OF_A_HEAD = 32_768
_FORMS_ON_DISK = 64_000_000  # bytes of bodies at a time, besides files
_FILES_AT_ONCE = 2
_HEAVY_PLACES = 2  # drawing and reading files keeps the interpreter busy: the rest is for readers
_TURN_SECONDS = 30.0
_WAITING, _WAITING_OF_ONE = 256, 64
_WAITING_AT_THE_DOOR = 3  # of one network, to have a passphrase checked
_PAUSE_AT_THE_DOOR = 1.0  # seconds until the others hear no: slows who hammers, takes no thread


_REFUSED: dict[type[Exception], tuple[str, Refusal]] = {
    NoPlace: ("A request was refused: too many wait already.", refusals.TOO_BUSY),
    NoRoom: ("A request was refused: too much is being sent.", refusals.TOO_FULL),
    BodyTooSlow: ("A request was refused: it did not arrive in time.", refusals.TOO_SLOW),
}


class Bridge:
    """The ASGI application that uvicorn calls; it calls the app, in one of a few threads."""

    def __init__(self, app: Flask, limits: Limits, notices: Notices, *, has_tls: bool) -> None:
        settings = app.config["SETTINGS"]
        self._app = app
        self._limits = limits
        self._notices = notices
        self._has_tls = has_tls
        self._names: tuple[str, ...] = settings.host_names
        self._public_address: PublicAddress | None = settings.public_address
        self._data_dir: Path = settings.data_dir
        self._threads = ThreadPoolExecutor(limits.threads, thread_name_prefix="answers")
        ceiling = _FORMS_ON_DISK + _FILES_AT_ONCE * workload.largest(app)
        self._spool = Spool(ceiling, settings.incoming)
        half = max(1, limits.threads // 2)
        self._places = _places(limits.threads, half)
        self._heavy_places = _places(_HEAVY_PLACES, 1)
        self._doors = Places(
            places=passphrases.AT_ONCE,
            of_one=1,
            waiting=_WAITING,
            waiting_of_one=_WAITING_AT_THE_DOOR,
            seconds=_TURN_SECONDS,
            pause=_PAUSE_AT_THE_DOOR,
        )

    def close(self) -> None:
        """Give no thread to anyone any more; those at work end when they are done."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        connection: Connection = scope["state"]["connection"]
        environ = wsgi.environ_of(scope, url_scheme="https" if self._has_tls else "http")
        if self._public_address is not None:
            proxy.believe(environ, self._public_address)
        network = customer(str(environ["REMOTE_ADDR"]))
        asked = Exchange(scope, Incoming(receive), send, connection, network, environ)
        refusal = self._refusal(asked)
        if refusal is None:
            refusal = await self._answered(asked)
        if refusal is not None:
            connection.enter(Phase.SENDING)
            await asked.refuse(refusal)

    def _refusal(self, asked: Exchange) -> Refusal | None:
        """What is wrong with a request by its head alone."""
        environ = asked.environ
        if self._has_tls and asked.scope["scheme"] == "http":
            return self._to_https(asked)
        if "HTTP_TRANSFER_ENCODING" in environ and "CONTENT_LENGTH" in environ:
            return refusals.TWO_LENGTHS
        if sum(map(len, chain(*asked.scope["headers"]))) > _MOST_BYTES_OF_A_HEAD:
            return refusals.HEAD_TOO_LARGE
        return None

    def _to_https(self, asked: Exchange) -> Refusal:
        host = str(asked.environ.get("HTTP_HOST", ""))
        is_page = asked.scope["method"] in ("GET", "HEAD")
        if not is_page or not is_known_host(host, self._names):
            return refusals.HTTPS_ONLY
        target = asked.scope["raw_path"] + b"?" + asked.scope["query_string"]
        address = quote(target.rstrip(b"?"), safe="/?&=%+~:;,@!$'()*")
        return refusals.moved_to_https(f"https://{host}{address}")

    async def _answered(self, asked: Exchange) -> Refusal | None:
        """Have the app answer; return what is to be said instead if it cannot."""
        try:
            answered = await self._answer(asked)
        except CallerGone:
            return None
        except tuple(_REFUSED) as error:
            event, refusal = _REFUSED[type(error)]
            self._notices.note(event)
            return refusal
        except Exception:  # noqa: BLE001 - of the app's answer, after its own error pages
            _LOG.exception("an answer")
            return refusals.BROKEN
        answer, is_whole = answered
        with answer.body:
            await self._deliver(asked, answer, is_whole=is_whole)
        return None

    async def _answer(self, asked: Exchange) -> tuple[wsgi.WholeAnswer, bool]:
        """Return what the app answers, and whether the whole request was read for it."""
        work = workload.workload_of(self._app, asked.environ)
        async with AsyncExitStack() as stack:
            body = stack.enter_context(self._spool.body(asked.network))
            is_whole = await self._read(asked, work, body)
            asked.connection.enter(Phase.ANSWERING)
            if work.checks_passphrase:
                await stack.enter_async_context(self._doors.place(asked.network))
            if work.is_heavy:
                await stack.enter_async_context(self._heavy_places.place(asked.network))
            await stack.enter_async_context(self._places.place(asked.network))
            if asked.connection.is_lost:
                raise CallerGone
            answer = await self._in_thread(wsgi.call, self._app.wsgi_app, asked.environ)
        return answer, is_whole

    async def _read(self, asked: Exchange, work: Workload, body: Body) -> bool:
        """Read the body, if it may be as long as it is; else let the app refuse it by its size."""
        environ = asked.environ
        is_chunked = environ.pop("HTTP_TRANSFER_ENCODING", None) is not None
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if not length and not is_chunked:
            return True
        most = await self._most_bytes(asked, work)
        if length > most:
            if most < work.most_bytes:  # a stranger's file: its page says what to do, without it
                environ["CONTENT_LENGTH"] = "0"
            return False
        if workload.WAIT in environ:
            return False
        if work.is_file and not large_uploads.has_room(self._data_dir, length):
            environ[large_uploads.NO_ROOM] = True
            return False
        try:
            await body.read(asked.incoming.receive, most=most, gap=self._limits.gap)
        except BodyTooLarge:
            environ["CONTENT_LENGTH"] = str(body.size)
            return False
        environ["CONTENT_LENGTH"] = str(body.size)
        environ["wsgi.input"] = body.file
        return True

    async def _most_bytes(self, asked: Exchange, work: Workload) -> int:
        """How much a request may send: a file, only from who is signed in."""
        form: int = self._app.config["MAX_CONTENT_LENGTH"]
        if not work.is_file or work.most_bytes <= form:
            return work.most_bytes
        async with self._places.place(asked.network):
            is_known = await self._in_thread(workload.may_send_file, self._app, asked.environ)
        return work.most_bytes if is_known else form

    async def _in_thread(self, function: Callable[..., T], *given: object) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, function, *given)

    async def _deliver(self, asked: Exchange, answer: wsgi.WholeAnswer, *, is_whole: bool) -> None:
        """Send an answer; who does not take it in time is cut off."""
        asked.connection.enter(Phase.SENDING)
        headers = answer.headers if is_whole else [*answer.headers, (b"connection", b"close")]
        start = {"type": "http.response.start", "status": answer.status, "headers": headers}
        try:
            await asked.send(start)
            while part := answer.body.read(_CHUNK):
                message = {"type": "http.response.body", "body": part, "more_body": True}
                async with asyncio.timeout(self._limits.gap):
                    await asked.send(message)
        except TimeoutError:
            asked.connection.drop()
            return
        if not is_whole:
            await asked.throw_away()
        await asked.send({"type": "http.response.body", "body": b"", "more_body": False})


def _places(places: int, of_one: int) -> Places:
    return Places(
        places=places,
        of_one=of_one,
        waiting=_WAITING,
        waiting_of_one=_WAITING_OF_ONE,
        seconds=_TURN_SECONDS,
    )
