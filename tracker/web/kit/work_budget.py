"""How much may be drawn and read for one link, one account, one address: work that takes long.

An allowance refills with time. A page whose pictures were drawn before costs nothing.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from hashlib import sha256
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from flask import current_app, request
from werkzeug.exceptions import TooManyRequests

from tracker.services.access.networks import customer

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from flask import Flask

    from tracker.web.kit.request_context import RequestContext

PICTURE, SHEET, FILE = 1, 4, 4  # what each is worth: a picture; a PDF or ZIP; a file to read
_EXTENSION = "work_budget"
_MOST_REMEMBERED = 4096
_TOO_MUCH = (
    "Very much was asked for within a short time, and making it keeps the tracker from others."
    " What was saved is safe. Wait a little, then reload the page."
)


class Allowance(NamedTuple):
    """So much at once, and one more every so many seconds."""

    at_once: int
    seconds: float


LINK, ACCOUNT, ADDRESS = Allowance(60, 2.0), Allowance(120, 1.0), Allowance(240, 0.5)


class WorkBudget:
    """What is left of each allowance; the keys used least are forgotten first, which refills them.

    `clock` gives seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._spent: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()  # how much, when

    def spend(self, keys: Iterable[tuple[Hashable, Allowance]], cost: int) -> int:
        """Take a cost from every key's allowance; if one has too little left, from none.

        Return 0, or for how many seconds to wait.
        """
        with self._lock:
            now = self._clock()
            spent = {key: self._still_spent(key, allowance, now) for key, allowance in keys}
            wait = max(
                (spent[key] + cost - allowance.at_once) * allowance.seconds
                for key, allowance in keys
            )
            if wait > 0:
                return math.ceil(wait)
            for key, much in spent.items():
                self._spent[key] = (much + cost, now)
                self._spent.move_to_end(key)
            while len(self._spent) > _MOST_REMEMBERED:
                self._spent.popitem(last=False)
            return 0

    def wait(self, key: Hashable, allowance: Allowance, cost: int) -> int:
        """Return for how many seconds a key has to wait for a cost; nothing is taken."""
        with self._lock:
            spent = self._still_spent(key, allowance, self._clock())
        return math.ceil(max(0.0, (spent + cost - allowance.at_once) * allowance.seconds))

    def _still_spent(self, key: Hashable, allowance: Allowance, now: float) -> float:
        much, at = self._spent.get(key, (0.0, now))
        return max(0.0, much - (now - at) / allowance.seconds)


def start(app: Flask) -> None:
    """Begin with nothing spent."""
    app.extensions[_EXTENSION] = WorkBudget()


def spend(context: RequestContext, cost: int) -> None:
    """Take a cost from the allowances of who asks; answer 429 if one has too little left."""
    if context.viewer is None:
        spend_of_account(context.account_id, cost)
    else:
        token = sha256(context.viewer.token.encode()).digest()
        _spend(("link", token), LINK, cost)


def spend_of_account(account_id: int, cost: int) -> None:
    """Take a cost from an account's allowance, and its address's; answer 429 if it is too much."""
    _spend(("account", account_id), ACCOUNT, cost)


def wait_for_file(account_id: int) -> int:
    """Return for how many seconds an account has to wait until it may send a file to be read."""
    budget: WorkBudget = current_app.extensions[_EXTENSION]
    return budget.wait(("account", account_id), ACCOUNT, FILE)


def too_much(wait: int) -> TooManyRequests:
    """Return the answer to who has to wait for so many seconds."""
    return TooManyRequests(_TOO_MUCH, retry_after=wait)


def _spend(whose: Hashable, allowance: Allowance, cost: int) -> None:
    budget: WorkBudget = current_app.extensions[_EXTENSION]
    address = customer(request.remote_addr or "")
    wait = budget.spend([(whose, allowance), (("address", address), ADDRESS)], cost)
    if wait:
        raise too_much(wait)
