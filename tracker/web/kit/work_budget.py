"""How much may be drawn and read for one link, one account, one address: work that takes long.

An allowance refills with time. A page whose pictures were drawn before costs nothing.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from flask import current_app, request
from werkzeug.exceptions import TooManyRequests

from tracker.services.access import shared_limits
from tracker.services.access.networks import customer
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from flask import Flask

    from tracker.storage.database import Database
    from tracker.web.kit.request_context import RequestContext

PICTURE, SHEET, FILE = 1, 4, 4  # what each is worth: a picture; a PDF or ZIP; a file to read
_EXTENSION = "work_budget"
_MOST_REMEMBERED = 4096
_TOO_MUCH = N_(
    "Very much was asked for within a short time, and making it keeps the tracker from others."
    " What was saved is safe. Wait a little, then reload the page."
)


class Allowance(NamedTuple):
    """So much at once, and one more every so many seconds."""

    at_once: int
    seconds: float


Key: TypeAlias = tuple[str, object]
Keys: TypeAlias = "Sequence[tuple[Key, Allowance]]"
LINK, ACCOUNT, ADDRESS = Allowance(60, 2.0), Allowance(120, 1.0), Allowance(240, 0.5)
PROGRAM = Allowance(120, 0.5)  # requests of an account's programs, whatever they ask for

Spent: TypeAlias = tuple[float, float]  # how much, and when by a clock of seconds


def _left_to_pay(spent: Mapping[Key, Spent], keys: Keys, now: float) -> dict[Key, float]:
    """What of each key's spending an allowance has not made good yet."""
    left = {}
    for key, allowance in keys:
        much, at = spent.get(key, (0.0, now))
        left[key] = max(0.0, much - max(0.0, now - at) / allowance.seconds)
    return left


def _wait(left: Mapping[Key, float], keys: Keys, cost: int) -> int:
    """Whole seconds until every key's allowance has room for a cost; 0 if it is now."""
    wait = max((left[key] + cost - its.at_once) * its.seconds for key, its in keys)
    return math.ceil(max(0.0, wait))


class WorkBudget:
    """What is left of each allowance; the keys used least are forgotten first, which refills them.

    `clock` gives the present instant. Where it goes back, an allowance refills from there on.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._lock = Lock()
        self._spent: OrderedDict[Key, Spent] = OrderedDict()

    def spend(self, keys: Keys, cost: int) -> int:
        """Take a cost from every key's allowance; if one has too little left, from none.

        Return 0, or for how many seconds to wait.
        """
        with self._lock:
            now = self._clock().timestamp()
            left = _left_to_pay(self._spent, keys, now)
            wait = _wait(left, keys, cost)
            for key, much in left.items():
                self._spent[key] = (much if wait else much + cost, now)
                self._spent.move_to_end(key)
            while len(self._spent) > _MOST_REMEMBERED:
                self._spent.popitem(last=False)
            return wait

    def wait(self, key: Key, allowance: Allowance, cost: int) -> int:
        """Return for how many seconds a key has to wait for a cost; nothing is taken."""
        keys = [(key, allowance)]
        with self._lock:
            now = self._clock().timestamp()
            return _wait(_left_to_pay(self._spent, keys, now), keys, cost)


class SharedWorkBudget:
    """The same, counted in the database: all processes on a server spend of one allowance.

    `clock` gives the present instant. Where machines' clocks differ, a little is refilled late.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def spend(self, keys: Keys, cost: int) -> int:
        """Take a cost, or return for how many seconds to wait."""
        now, waits = self._clock(), [0]
        names = {_name(key): key for key, _ in keys}

        def decide(spent: Mapping[str, tuple[float, datetime]]) -> Mapping[str, float]:
            left = _left_to_pay(_by_key(spent, names), keys, now.timestamp())
            waits[0] = _wait(left, keys, cost)
            return {} if waits[0] else {name: left[key] + cost for name, key in names.items()}

        shared_limits.spend(self._database, list(names), decide, now)
        return waits[0]

    def wait(self, key: Key, allowance: Allowance, cost: int) -> int:
        """Return for how many seconds a key has to wait for a cost; nothing is taken."""
        keys, names = [(key, allowance)], {_name(key): key}
        spent = _by_key(shared_limits.spent(self._database, list(names)), names)
        return _wait(_left_to_pay(spent, keys, self._clock().timestamp()), keys, cost)


Budget: TypeAlias = WorkBudget | SharedWorkBudget


def _name(key: Key) -> str:
    """A key as it is stored: an address in it cannot be read."""
    return sha256(repr(key).encode()).hexdigest()


def _by_key(
    spent: Mapping[str, tuple[float, datetime]], names: Mapping[str, Key]
) -> dict[Key, Spent]:
    return {names[name]: (much, at.timestamp()) for name, (much, at) in spent.items()}


def start(app: Flask) -> None:
    """Begin with nothing spent, or with what other processes on the server have spent."""
    clock = app.config["CLOCK"]
    is_shared = app.config["SETTINGS"].server is not None
    app.extensions[_EXTENSION] = (
        SharedWorkBudget(app.config["DATABASE"], clock) if is_shared else WorkBudget(clock)
    )


def spend(context: RequestContext, cost: int) -> None:
    """Take a cost from the allowances of who asks; answer 429 if one has too little left."""
    if context.viewer is None:
        spend_of_account(context.account_id, cost)
    elif context.viewer.account_id:
        spend_of_account(context.viewer.account_id, cost)
    else:
        token = sha256(context.viewer.token.encode()).digest()
        _spend(("link", token), LINK, cost)


def spend_of_account(account_id: int, cost: int) -> None:
    """Take a cost from an account's allowance, and its address's; answer 429 if it is too much."""
    _spend(("account", account_id), ACCOUNT, cost)


def spend_of_program(account_id: int) -> None:
    """Take a request from the allowance of an account's programs; answer 429 if it is too much."""
    _spend(("programs", account_id), PROGRAM, 1)


def wait_for_file(account_id: int) -> int:
    """Return for how many seconds an account has to wait until it may send a file to be read."""
    budget: Budget = current_app.extensions[_EXTENSION]
    return budget.wait(("account", account_id), ACCOUNT, FILE)


def too_much(wait: int) -> TooManyRequests:
    """Return the answer to who has to wait for so many seconds."""
    return TooManyRequests(gettext(_TOO_MUCH), retry_after=wait)


def _spend(whose: Key, allowance: Allowance, cost: int) -> None:
    budget: Budget = current_app.extensions[_EXTENSION]
    address = customer(request.remote_addr or "")
    wait = budget.spend([(whose, allowance), (("address", address), ADDRESS)], cost)
    if wait:
        raise too_much(wait)
