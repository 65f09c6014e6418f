"""What a record says of pain: painful, grave, a flare, alarming."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.diary import Moment, Sensation, SessionLog

if TYPE_CHECKING:
    from tracker.progression.diary import Record
    from tracker.progression.protocol import Numbers

_PAIN, _SHARP = Sensation.PAIN, Sensation.SHARP


def is_painful(record: Record, numbers: Numbers) -> bool:
    """Whether a record tells of pain: above the allowed score, sharp, a limp, or called pain."""
    allowed = numbers.pain_allowed
    if record.limp or (record.pain is not None and record.pain > allowed):
        return True
    sensation = record.sensation
    return sensation is _SHARP or (not allowed and sensation is _PAIN)


def is_grave(record: Record, numbers: Numbers) -> bool:
    """Whether a record tells of pain that is no trifle: a limp, sharp, or as strong as a flare."""
    strong = record.pain is not None and record.pain >= numbers.flare_from
    return record.limp or record.sensation is _SHARP or strong


def is_flare(record: Record, numbers: Numbers) -> bool:
    """Whether a record is a flare, where one can be: grave, and neither an event nor at night.

    Sharp pain of a session is a sharp-pain event; sharp pain in bed, lying on the side, is
    painful and alarming, but no flare by itself.
    """
    if isinstance(record, SessionLog):
        return not record.is_sharp_pain_event and is_grave(record, numbers)
    strong = record.pain >= numbers.flare_from or record.limp
    return strong or (record.sensation is _SHARP and record.moment is not Moment.NIGHT)


def is_alarming(record: Record, numbers: Numbers) -> bool:
    """Whether a record asks for the warning-sign questions: sharp, or severe."""
    severe = record.pain is not None and record.pain >= numbers.severe_pain
    return severe or record.sensation is _SHARP
