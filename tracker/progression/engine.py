"""Which engine decides, and on which protocol: what a stored decision stands on."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from tracker.progression.plain import to_plain

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol

ENGINE_VERSION = 2


def digest(protocol: RehabProtocol) -> str:
    """A SHA-256 of a protocol as read, in hex: it differs where any number, word or origin does."""
    text = json.dumps(to_plain(protocol), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
