"""Files of watches and phones: real ones where they are present, others by other libraries."""

from __future__ import annotations

import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.web.diary.test_recordings import gpx
from tracker.exchange.parse_errors import FilesError
from tracker.exchange.watch.recording import read_recording
from tracker.exchange.watch.split import Split, Threshold, split
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from tracker.exchange.watch.values import Leg

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
WALK, JOG = 1.4, 2.7


def sample(name: str) -> bytes:
    if not (SAMPLES / name).exists():
        pytest.skip(f"no sample file {name} here")
    return (SAMPLES / name).read_bytes()


def leg_of(content: bytes) -> Leg:
    """The leg of a file of one."""
    (leg,) = read_recording(content).legs
    return leg


def of(*stretches: tuple[int, float] | tuple[int, float, int]) -> Split:
    return split(leg_of(gpx(*stretches)))


def test_two_minutes_of_walking_among_running_come_out_as_walking() -> None:
    amounts = of((600, JOG), (120, WALK), (480, JOG))
    assert amounts.walk_seconds == pytest.approx(120, abs=6)
    assert amounts.jog_seconds == pytest.approx(1080, abs=6)
    assert amounts.longest_jog_seconds == pytest.approx(600, abs=6)
    assert amounts.seconds == 1201


def test_single_minutes_are_told_apart() -> None:
    amounts = of(*[(60, WALK), (60, JOG)] * 10)
    assert amounts.jog_seconds == pytest.approx(600, abs=40)
    assert amounts.longest_jog_seconds == pytest.approx(60, abs=6)


def test_a_stop_of_some_seconds_does_not_end_a_jog() -> None:
    assert of((300, JOG), (4, 0.0), (300, JOG)).longest_jog_seconds == 605


def test_a_walk_has_no_jogging_and_a_run_no_walking() -> None:
    assert of((600, WALK)).jog_seconds == 0
    assert of((600, JOG)).walk_seconds == 0


def test_the_speed_from_which_it_is_jogging_can_be_changed() -> None:
    track = leg_of(gpx((300, 1.9), (300, 2.6)))
    assert split(track).jog_seconds == pytest.approx(300, abs=6)
    assert split(track, Threshold(1.5)).jog_seconds == 601
    assert split(track, Threshold(3.0)).jog_seconds == 0


def test_steps_tell_walking_from_jogging_better_than_speed() -> None:
    fast_walk, slow_jog = (2.1, 60), (1.8, 78)
    track = leg_of(gpx((600, JOG, 80), (120, *fast_walk), (480, *slow_jog)))
    amounts = split(track)
    assert amounts.walk_seconds == pytest.approx(120, abs=6)
    assert amounts.longest_jog_seconds == pytest.approx(600, abs=6)
    by_speed = split(track, Threshold(steps=None))
    assert by_speed.walk_seconds == pytest.approx(480, abs=6)


def test_speed_decides_where_no_steps_were_counted() -> None:
    amounts = of((300, WALK, 0), (300, JOG, 0), (300, WALK, 60), (300, JOG, 80), (60, WALK))
    assert amounts.jog_seconds == pytest.approx(600, abs=12)
    assert amounts.walk_seconds == pytest.approx(660, abs=12)


def test_files_that_count_the_steps_of_both_feet_are_known_by_it() -> None:
    both = split(leg_of(gpx((300, 2.1, 120), (300, 1.8, 156))))
    one = split(leg_of(gpx((300, 2.1, 60), (300, 1.8, 78))))
    assert both == one
    assert both.jog_seconds == pytest.approx(300, abs=6)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "kind", "start", "jogging"),
    [
        ("fenix2-run.fit", Kind.RUN, datetime(2015, 8, 15, 14, 45, 8, tzinfo=UTC), 0.94),
        ("garmin-fenix-5-run.fit", Kind.RUN, datetime(2017, 6, 11, 14, 34, 9, tzinfo=UTC), 1.0),
        ("garmin-fenix-5-walk.fit", Kind.WALK, datetime(2017, 6, 11, 14, 32, 51, tzinfo=UTC), 0),
        ("paddle.tcx", None, datetime(2022, 7, 16, 16, 8, 25, tzinfo=UTC), 0.0),
    ],
)
def test_real_recordings_are_read(
    name: str, kind: Kind | None, start: datetime, jogging: float
) -> None:
    leg = leg_of(sample(name))
    amounts = split(leg)
    assert leg.sport.kind is kind
    assert leg.start == start
    assert amounts.jog_seconds is not None
    assert amounts.jog_seconds / amounts.seconds == pytest.approx(jogging, abs=0.02)


@pytest.mark.slow
def test_real_recordings_count_steps_of_both_feet() -> None:
    assert split(leg_of(sample("garmin-fenix-5-walk.fit"))).steps == 122
    assert split(leg_of(sample("fenix2-run.fit"))).steps == 166


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("not-an-activity.fit", "holds no recording"),
        ("bom.gpx", "holds no recording"),
        ("hike.gpx", "the clock of the device was not set"),
    ],
)
def test_real_files_that_are_of_no_use_get_a_clear_answer(name: str, message: str) -> None:
    with pytest.raises(FilesError, match=message):
        read_recording(sample(name))


def test_billion_laughs_a_deep_nest_and_a_huge_file_are_refused_in_little_memory() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
    bomb = f'<!DOCTYPE gpx [<!ENTITY l0 "ha">{laughs}]><gpx>&l29;</gpx>'.encode()
    nest = b"<gpx>" + b"<a>" * 1_000_000
    huge = b"<gpx>" + bytes(200_000_000)
    tracemalloc.start()
    for content, message in ((bomb, "entities"), (nest, "nested"), (huge, "larger than 16 MB")):
        with pytest.raises(FilesError, match=message):
            read_recording(content)
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()
