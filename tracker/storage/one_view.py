"""What is asked twice in one view of the database is read once.

A reading transaction sees one moment: the same question has the same answer there. One that writes
asks each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.storage.database import Transaction

T = TypeVar("T")
_ANSWERS = "answers"


def begin(tx: Transaction) -> Transaction:
    """Remember answers from now on, in a transaction that only reads."""
    tx.info[_ANSWERS] = {}
    return tx


def once(tx: Transaction, ask: Callable[..., T], *what: object) -> T:
    """The answer to a question, whose parts can be compared; it must not be changed."""
    answers: dict[Any, T] | None = tx.info.get(_ANSWERS)
    if answers is None:
        return ask(tx, *what)
    key = (ask, *what)
    if key not in answers:
        answers[key] = ask(tx, *what)
    return answers[key]


def remember(tx: Transaction, answer: object, ask: Callable[..., object], *what: object) -> None:
    """Take note of an answer that came along with another."""
    answers = tx.info.get(_ANSWERS)
    if answers is not None:
        answers[ask, *what] = answer
