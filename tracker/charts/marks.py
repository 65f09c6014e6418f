"""What can be marked on a chart: one shape for one meaning."""

from __future__ import annotations

from enum import StrEnum


class Symbol(StrEnum):
    """What can be marked. The value names the shape."""

    NO_PAIN = "ring"
    PAIN = "dot"
    SHARP = "star"
    NOT_SAID = "square"
    UNANSWERED = "tick"
    STOP = "octagon"
    RED_FLAG = "flag"
    STEP_BACK = "arrow"
    DEVIATION = "diamond"
    CLEARANCE = "check"
