"""Who is connected: so many in all and from one network; who only waits gives way to newcomers."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.serving.limits import Limits

_SLOW_READER_SECONDS = 10.0


class Phase(Enum):
    """What a connection is at."""

    WAITING = "nothing whole was asked yet: a handshake, a head, a body, the next request"
    ANSWERING = "its request waits for a thread or has one"
    SENDING = "its answer is under way"


class Connection:
    """One caller: from which network, what it is at and since when."""

    def __init__(self, network: str, drop: Callable[[], None]) -> None:
        self.network = network
        self.drop = drop  # ends it at once, whatever it is at
        self.is_lost = False
        self.phase = Phase.WAITING
        self.since = monotonic()

    def enter(self, phase: Phase) -> None:
        """Go on to another phase."""
        self.phase, self.since = phase, monotonic()


class Connections:
    """All connections there are."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._all: set[Connection] = set()
        self._of_network: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._all)

    def admit(self, connection: Connection) -> bool:
        """Take a newcomer in, if need be in place of who has waited longest; False if none does.

        Where its own network is full, one of that network gives way; where all is full, one of
        the network that has most.
        """
        of_one = self._limits.connections_of_one_network
        if self._of_network[connection.network] >= of_one and not self._evict(connection.network):
            return False
        if len(self._all) >= self._limits.connections and not self.make_room():
            return False
        self._all.add(connection)
        self._of_network[connection.network] += 1
        return True

    def make_room(self) -> bool:
        """End the connection that is missed least; False if every one is being answered."""
        return any(self._evict(network) for network, _ in self._of_network.most_common())

    def forget(self, connection: Connection) -> None:
        """Note that a connection has ended; twice is no harm."""
        connection.is_lost = True
        if connection in self._all:
            self._all.discard(connection)
            self._of_network[connection.network] -= 1
            self._of_network += Counter()  # keeps none that has nothing

    def drop_all(self) -> None:
        """End every connection."""
        for connection in list(self._all):
            connection.drop()

    def _evict(self, network: str) -> bool:
        late = monotonic() - _SLOW_READER_SECONDS
        idle = [
            connection
            for connection in self._all
            if connection.network == network
            and (
                connection.phase is Phase.WAITING
                or (connection.phase is Phase.SENDING and connection.since < late)
            )
        ]
        if not idle:
            return False
        longest = min(idle, key=lambda connection: connection.since)
        self.forget(longest)
        longest.drop()
        return True
