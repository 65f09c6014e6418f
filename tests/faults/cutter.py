"""A way to a PostgreSQL server that breaks off in the commit, before the server has it or after."""

from __future__ import annotations

import select
import socket
import threading
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

SOCKET = ".s.PGSQL.5432"
_COMMIT = b"Q\x00\x00\x00\x0bCOMMIT\x00"  # the protocol's simple query, its length, its words
_AT_ONCE = 65536
_AS_OFTEN = 0.5


class Cutter:
    """Listens in a folder of its own; hands on what is said, and cuts one in so many commits.

    `before` and `after` count those that the server never got, and those whose answer nobody got.
    """

    def __init__(self, server: Path, random: Random, one_in: int) -> None:
        self.folder = Path(mkdtemp(prefix="tracker-cut-"))
        self.before = self.after = 0
        self.is_cutting = False
        self._server = server / SOCKET
        self._random = random
        self._one_in = one_in
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(self.folder / SOCKET))
        self._listening.listen(64)
        threading.Thread(target=self._take_all, daemon=True).start()

    def close(self) -> None:
        """Take no one on any more."""
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        rmtree(self.folder)

    def _take_all(self) -> None:
        with suppress(OSError), self._listening:
            while True:
                client, _ = self._listening.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with suppress(OSError), client, socket.socket(socket.AF_UNIX) as server:
            server.connect(str(self._server))
            while self._hand_on(client, server):
                pass

    def _hand_on(self, client: socket.socket, server: socket.socket) -> bool:
        """Hand on what either says; False once one of them is gone, or is cut off."""
        speaking, _, _ = select.select((client, server), (), ())
        for one, other in ((client, server), (server, client)):
            if one not in speaking:
                continue
            said = one.recv(_AT_ONCE)
            if one is client and said.endswith(_COMMIT) and self._is_to_be_cut():
                self._cut(server, said)
                return False
            other.sendall(said)
            if not said:
                return False
        return True

    def _is_to_be_cut(self) -> bool:
        return self.is_cutting and not self._random.randrange(self._one_in)

    def _cut(self, server: socket.socket, said: bytes) -> None:
        if self._random.random() < _AS_OFTEN:
            self.before += 1
            return
        server.sendall(said)
        self.after += 1
