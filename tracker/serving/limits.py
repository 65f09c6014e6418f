"""How much the server takes on: derived from the file descriptors that this process may open."""

from __future__ import annotations

import sys
from dataclasses import dataclass

THREADS = 8
# What is no caller's: the diary's files for every thread, spooled bodies, answers, the program's.
RESERVED_DESCRIPTORS = 160
_WANTED_DESCRIPTORS = 2048
_FEWEST_CONNECTIONS = 16
_MOST_CONNECTIONS = 1000
_MOST_OF_ONE_NETWORK = 64  # a household behind one address, each browser with six connections
_WITHOUT_A_LIMIT = 512  # Windows: what its select can watch


class TooFewDescriptors(RuntimeError):
    """The process may open too few files to serve anyone; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many connections are kept, and for how long each may take, in seconds.

    `handshake` is for TLS, `head` for a request's head to be whole, `gap` for the next bytes of a
    body or of an answer to move, `keep_alive` for the next request of a kept connection.
    """

    connections: int
    connections_of_one_network: int
    threads: int = THREADS
    handshake: float = 10.0
    head: float = 15.0
    gap: float = 20.0
    keep_alive: int = 60
    finish: int = 20  # longer than a writer waits for another

    @classmethod
    def of_descriptors(cls, descriptors: int, *, behind_a_proxy: bool = False) -> Limits:
        """Return what so many descriptors allow. Raises TooFewDescriptors.

        A connection takes one. Behind a proxy all connections are the proxy's.
        """
        connections = min(descriptors - RESERVED_DESCRIPTORS, _MOST_CONNECTIONS)
        if connections < _FEWEST_CONNECTIONS:
            needed = RESERVED_DESCRIPTORS + _FEWEST_CONNECTIONS
            raise TooFewDescriptors(
                f"This process may open only {descriptors} files, and needs {needed}: raise the"
                " limit (ulimit -n, or LimitNOFILE= of its service) and start again."
            )
        of_one = max(_FEWEST_CONNECTIONS // 2, min(_MOST_OF_ONE_NETWORK, connections // 4))
        return cls(
            connections=connections,
            connections_of_one_network=connections if behind_a_proxy else of_one,
        )


def descriptors_there_are() -> int:
    """Raise this process's soft limit towards 2048, as far as it may; return what it is then."""
    if sys.platform == "win32":
        return _WITHOUT_A_LIMIT
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return _WANTED_DESCRIPTORS
    most = _WANTED_DESCRIPTORS if hard == resource.RLIM_INFINITY else min(hard, _WANTED_DESCRIPTORS)
    if soft >= most:
        return soft
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    except (OSError, ValueError):  # a sandbox forbids it
        return soft
    return most
