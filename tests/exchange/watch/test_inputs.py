"""Small inputs that an earlier version misread, each in the way of a program that writes so."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.exchange.watch.makers import offer
from tracker.exchange.watch.recording import read_recording
from tracker.language.recordings import Remark
from tracker.progression.diary import Kind

INPUTS = Path(__file__).parent / "inputs"


class Right(NamedTuple):
    """What is to be offered: minutes, metres, and the minutes of walking and jogging."""

    kind: Kind | None
    minutes: float
    metres: int | None = None
    walked: float | None = None
    jogged: float | None = None
    remarks: tuple[Remark, ...] = ()


RUN_WALK = Right(Kind.WALK_JOG, 20, 2460, 10, 10)
RIGHT = {
    "01-strava-leading-spaces.tcx.gz": RUN_WALK,
    "02-strava-ride-type-1.gpx.gz": Right(Kind.BIKE, 30, 11700),
    "02b-untyped-ride.gpx.gz": Right(None, 30, 11700, remarks=(Remark.TOO_FAST,)),
    "04b-swim-other.tcx.gz": Right(None, 35, 1890),
    "05-rowing.fit": Right(Kind.OTHER, 35),
    "05b-strength-training.fit": Right(Kind.STRENGTH, 35),
    "06-triathlon.fit": Right(Kind.RUN, 20, 3240, 0, 20),
    "07-two-runs-in-one.fit": Right(Kind.RUN, 30, 4860, 0, 30),
    "08-pool-swim-one-record-a-length.fit": Right(Kind.SWIM, 40, 1000),
    "09-unbound-prefix.gpx.gz": RUN_WALK,
    "10-latin1.gpx.gz": RUN_WALK,
    "11-run.fit.gz": RUN_WALK,
    "11d-garmin-original.zip": RUN_WALK,
    "12-positions-no-distance.tcx.gz": RUN_WALK,
    "13-heart-rate-only.tcx.gz": Right(Kind.RUN, 20, 2460, remarks=(Remark.NO_WAY,)),
    "14-multisport-session.tcx.gz": RUN_WALK,
    "15-tram-in-a-pause-one-segment.gpx.gz": Right(
        Kind.WALK, 20, 1680, 20, 0, remarks=(Remark.BREAK,)
    ),
    "16-full-steps-cadence.fit": Right(Kind.WALK, 30, 2700, 30, 0),
    "17-distance-in-km.tcx.gz": Right(Kind.WALK_JOG, 20, 2460, 10, 10),
    "19-tokyo-morning.fit": Right(Kind.RUN, 30, 4860, 0, 30),
    "22b-watch-battery-died.fit": Right(None, 904 / 60, 2046, remarks=(Remark.CUT,)),
    "23-my-tracks-pause-marker.gpx.gz": Right(Kind.RUN, 20, 3240, 0, 20),
}


def content_of(name: str) -> bytes:
    """A small input; XML is kept packed."""
    content = (INPUTS / name).read_bytes()
    return gzip.decompress(content) if name.endswith(("x.gz",)) else content


@pytest.mark.slow
@pytest.mark.parametrize("name", RIGHT)
def test_what_was_misread_is_read(name: str) -> None:
    right, proposal = RIGHT[name], offer(content_of(name))
    assert proposal.kind is right.kind
    assert proposal.seconds / 60 == pytest.approx(right.minutes, abs=0.05)
    assert proposal.metres == (right.metres and pytest.approx(right.metres, abs=5))
    for seconds, minutes in (
        (proposal.walk_seconds, right.walked),
        (proposal.jog_seconds, right.jogged),
    ):
        assert seconds == (None if minutes is None else pytest.approx(60 * minutes, abs=4))
    assert {*read_recording(content_of(name)).remarks, *proposal.remarks} == {*right.remarks}


def test_every_input_is_tried() -> None:
    assert {path.name for path in INPUTS.iterdir()} == set(RIGHT)
