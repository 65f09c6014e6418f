"""What the recording of an activity adds to it: walking told from jogging."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.exchange.archive.bounded import UnusableMemberError
from tracker.exchange.parse_errors import FilesError
from tracker.exchange.watch.offer import offered
from tracker.exchange.watch.sports import ON_FOOT

if TYPE_CHECKING:
    from tracker.exchange.archive.activity import Activity
    from tracker.exchange.archive.opened import Archive
    from tracker.progression.diary import Kind


class Reading(NamedTuple):
    """How long was walked and jogged, in whole seconds, and how far; else the `fault`, in words.

    `kind` and the parts are None where the recording does not tell walking from jogging.
    """

    kind: Kind | None = None
    seconds: int = 0
    walk_seconds: int | None = None
    jog_seconds: int | None = None
    longest_jog_seconds: int | None = None
    metres: int | None = None
    fault: str = ""


def has_to_be_read(activity: Activity) -> bool:
    """Whether its recording says more: only what was done on foot holds walking and jogging."""
    return activity.recording is not None and activity.kind in ON_FOOT


def read(archive: Archive, activity: Activity) -> Reading:
    """Read the recording of an activity that has one; one bad file is a fault and no error."""
    from tracker.exchange.watch.recording import read_recording  # readers of three formats

    assert activity.recording is not None  # noqa: S101 - asked by has_to_be_read
    try:
        content = archive.recording(activity.recording)
        recording = read_recording(content, str(activity.recording))
    except UnusableMemberError as error:
        return Reading(fault=str(error))
    except FilesError as error:
        return Reading(fault=error.faults[0].what)
    offer = offered(recording.legs[0], on_foot=True)
    if not offer.is_split:
        return Reading(seconds=offer.seconds, metres=offer.metres)
    return Reading(
        offer.kind,
        offer.seconds,
        offer.walk_seconds,
        offer.jog_seconds,
        offer.longest_jog_seconds,
        offer.metres,
    )
