"""Reads the texts of a protocol that comes with the tracker for the catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.protocol_document import reader
from tracker.progression.protocol_document.overlay import MOST_STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from tracker.progression.protocol import RehabProtocol


def extract(
    file: BinaryIO, _keywords: object, _comment_tags: object, options: object
) -> Iterator[tuple[int, None, str, list[str]]]:
    """Yield every text as Babel takes messages; all stand on no line of their own."""
    del options
    protocol = reader.parse(file.read().decode("utf-8"))
    for text in dict.fromkeys(_texts(protocol)):
        if text:
            yield 1, None, text, []


def _texts(protocol: RehabProtocol) -> Iterable[str]:
    yield from (protocol.title, protocol.summary)
    for number in protocol.origins.values():
        yield from (number.title, number.note)
    for rule in protocol.rules.values():
        yield from (rule.title, rule.note)
    # a protocol of somebody's own may have more steps than the one that is read here
    yield from (f"Clean runs that pass step {step}" for step in range(1, MOST_STEPS + 1))
    yield from (step.note for step in protocol.steps)
    for source in protocol.sources.values():
        yield source.note
        if not source.url:  # else it is cited as it was published
            yield source.author
