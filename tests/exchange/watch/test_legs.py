"""Legs and pauses: the device's own messages first, then what the points leave out."""

from __future__ import annotations

import pytest
from fit_tool.profile.profile_type import Sport, SubSport

from tests.exchange.watch.makers import (
    JOG,
    WALK,
    FitWriter,
    activity,
    gpx,
    lap,
    offer,
    run_fit,
    tcx,
    track,
)
from tracker.exchange.parse_errors import FilesError
from tracker.exchange.watch.recording import read_recording
from tracker.language.recordings import Remark
from tracker.progression.diary import Kind

DAY_S = 24 * 3600


def kinds(content: bytes) -> list[Kind | None]:
    return [leg.sport.kind for leg in read_recording(content).legs]


def triathlon() -> bytes:
    """Swim, transition, bike, transition and run; the distance goes on from leg to leg."""
    writer = FitWriter()
    begin, metres = 0, 0.0
    for sport, seconds, speed in (
        (Sport.SWIMMING, 300, 1.0),
        (Sport.TRANSITION, 60, 1.5),
        (Sport.CYCLING, 600, 7.0),
        (Sport.TRANSITION, 60, 1.5),
        (Sport.RUNNING, 300, JOG),
    ):
        writer.records((seconds, speed), begin=begin, from_m=metres)
        writer.session(sport, begin, seconds, metres=seconds * speed)
        begin, metres = begin + seconds, metres + seconds * speed
    return writer.bytes()


@pytest.mark.slow
def test_the_run_of_a_triathlon_is_taken_and_the_other_legs_can_be_chosen() -> None:
    assert kinds(triathlon()) == [Kind.RUN, Kind.BIKE, Kind.SWIM]
    run = offer(triathlon())
    assert (run.kind, run.seconds, run.metres) == (Kind.RUN, 300, 810)
    assert (run.jog_seconds, run.longest_jog_seconds) == (300, 300)


def test_runs_around_a_ride_are_one_session_with_a_pause() -> None:
    legs = [
        activity(lap((300, JOG))),
        activity(lap((600, 7.0), begin=300), sport="Biking"),
        activity(lap((200, JOG), begin=900)),
    ]
    assert kinds(tcx(*legs)) == [Kind.RUN, Kind.BIKE]
    run = offer(tcx(*legs))
    assert (run.seconds, run.jog_seconds, run.longest_jog_seconds) == (500, 500, 300)
    assert run.metres == pytest.approx(1350, abs=2)


def test_a_walk_and_a_run_in_one_file_are_one_session_on_foot() -> None:
    writer = FitWriter().records((300, WALK)).session(Sport.WALKING, 0, 300)
    writer.records((300, JOG), begin=400).session(Sport.RUNNING, 400, 300)
    proposal = offer(writer.bytes())
    assert (proposal.kind, proposal.walk_seconds, proposal.jog_seconds) == (Kind.WALK_JOG, 300, 300)


def test_recordings_of_other_days_are_other_legs_the_latest_first() -> None:
    content = tcx(
        activity(lap((300, WALK))),
        activity(lap((200, JOG), begin=2 * DAY_S)),
        activity(lap((100, JOG), begin=DAY_S)),
    )
    assert [leg.seconds for leg in read_recording(content).legs] == [200, 100, 300]


def test_a_track_that_is_there_twice_counts_once() -> None:
    twice = gpx(track((300, JOG))).replace(
        b"</gpx>", f"<trk><type>running</type>{track((300, JOG))}</trk></gpx>".encode()
    )
    assert offer(twice).seconds == 300


def test_distance_adds_up_over_laps_that_begin_anew() -> None:
    proposal = offer(tcx(activity(lap((300, JOG)), lap((300, JOG), begin=300))))
    assert proposal.metres == pytest.approx(1620, abs=4)
    assert proposal.longest_jog_seconds == pytest.approx(600, abs=2)


def test_a_distance_that_begins_anew_counts_from_its_first_value() -> None:
    """The first point of the second lap is not at 0 any more."""
    laps = [lap((30, JOG), begin=begin) for begin in (0, 30)]
    laps[1] = laps[1].replace("<DistanceMeters>0.000</DistanceMeters>", "")
    laps[0] = laps[0].replace("<DistanceMeters>81.000</DistanceMeters>", "")
    middle = "<DistanceMeters>2.700</DistanceMeters>", "<DistanceMeters>25.000</DistanceMeters>"
    laps[1] = laps[1].replace(*middle)
    leg = read_recording(tcx(activity(*laps))).legs[0]
    assert leg.parts[0][31].metres == pytest.approx(78.3 + 25, abs=0.1)


def test_what_is_too_long_is_refused_before_the_rest_of_it_is_read() -> None:
    days = gpx(track((10, WALK)), track((10, WALK), begin=2 * DAY_S))
    nest = days.replace(b"</trk>", b"<a>" * 100 + b"</a>" * 100 + b"</trk>")
    with pytest.raises(FilesError, match="longer than a day"):
        read_recording(nest)
    with pytest.raises(FilesError, match="nested too deeply"):
        read_recording(nest.replace(b"-04T", b"-02T"))


def test_a_pool_swim_keeps_its_minutes_with_a_record_a_length_or_none() -> None:
    for every in (50, 0):
        writer = FitWriter().timer(0, starts=True)
        if every:
            writer.records((2400, 0.4), every=every)
        writer.timer(2400, starts=False)
        writer.session(Sport.SWIMMING, 0, 2400, sub=SubSport.LAP_SWIMMING, metres=1000)
        proposal = offer(writer.bytes())
        assert (proposal.kind, proposal.seconds, proposal.metres) == (Kind.SWIM, 2400, 1000)


def test_a_pool_swim_that_breaks_off_is_as_long_as_its_lengths() -> None:
    writer = FitWriter()
    for begin in range(0, 600, 60):
        writer.length(begin, 60).bare([begin + 60], heart_rate=120)
    assert offer(writer.bytes()[:-1]).seconds == 600


def test_a_session_without_records_is_its_totals() -> None:
    writer = FitWriter().session(Sport.RUNNING, 0, 1800, sub=SubSport.TREADMILL, metres=4000)
    proposal = offer(writer.bytes())
    assert (proposal.kind, proposal.seconds, proposal.metres) == (Kind.RUN, 1800, 4000)
    assert (proposal.jog_seconds, proposal.remarks) == (None, (Remark.NO_WAY,))


@pytest.mark.slow
@pytest.mark.parametrize("metres", [{}, {"distance": 0.0}])
def test_a_run_on_a_treadmill_without_a_way_is_left_open_or_split_by_steps(
    metres: dict[str, float],
) -> None:
    writer = FitWriter().bare(range(0, 601, 3), heart_rate=120, **metres)
    proposal = offer(writer.session(Sport.RUNNING, 0, 600, metres=1500).bytes())
    assert (proposal.kind, proposal.seconds, proposal.jog_seconds) == (Kind.RUN, 600, None)
    writer = FitWriter().bare(range(0, 301, 3), cadence=55, **metres)
    writer.bare(range(303, 601, 3), cadence=80, **metres)
    proposal = offer(writer.session(Sport.RUNNING, 0, 600).bytes())
    assert proposal.kind is Kind.WALK_JOG
    assert proposal.jog_seconds == pytest.approx(300, abs=4)


def test_a_multisport_session_of_a_tcx_file_is_its_legs() -> None:
    run, ride = activity(lap((300, JOG))), activity(lap((600, 6), begin=300), sport="Biking")
    body = f"<MultiSportSession><FirstSport>{ride}</FirstSport><NextSport>{run}</NextSport>"
    assert kinds(tcx(f"{body}</MultiSportSession>")) == [Kind.RUN, Kind.BIKE]


@pytest.mark.parametrize("per_metre", [1 / 1609.344, 3.28])
def test_distances_that_are_no_metres_give_way_to_places(per_metre: float) -> None:
    stretches = lap((300, WALK), (300, JOG), has_place=True, per_metre=per_metre)
    proposal = offer(tcx(activity(stretches)))
    assert proposal.metres == pytest.approx(1230, abs=3)
    assert proposal.remarks == (Remark.WAY_BY_PLACES,)
    kilometres = offer(tcx(activity(lap((300, WALK), (300, JOG), per_metre=0.001))))
    assert kilometres.metres == pytest.approx(1230, abs=6)


@pytest.mark.parametrize("every", [1, 30])
def test_what_is_longer_than_a_day_is_refused(every: int) -> None:
    writer = FitWriter().bare(range(0, DAY_S + 2 * every, 600 * every), heart_rate=100)
    writer.bare([DAY_S + 1], heart_rate=100)
    with pytest.raises(FilesError, match="longer than a day"):
        read_recording(writer.bytes())
    with pytest.raises(FilesError, match="longer than a day"):
        read_recording(gpx(track((10, WALK)), track((10, WALK), begin=DAY_S)))


def test_a_plain_run_is_what_it_is() -> None:
    proposal = offer(run_fit((300, WALK), (600, JOG)))
    assert (proposal.kind, proposal.walk_seconds, proposal.jog_seconds) == (Kind.WALK_JOG, 300, 600)
