"""Pauses: the device's own messages first, then what the points leave out."""

from __future__ import annotations

import pytest
from fit_tool.profile.profile_type import Sport

from tests.exchange.watch.makers import JOG, WALK, FitWriter, activity, gpx, lap, offer, tcx, track
from tracker.language.recordings import Remark
from tracker.progression.diary import Kind


@pytest.mark.parametrize("total", [240, 245, 250])
def test_a_timers_events_are_believed_where_its_total_nearly_agrees(total: int) -> None:
    writer = FitWriter().timer(0, starts=True).records((120, JOG)).timer(120, starts=False)
    writer.timer(135, starts=True).records((120, JOG), begin=135, from_m=324)
    writer.timer(255, starts=False).session(Sport.RUNNING, 0, total, elapsed=255)
    proposal = offer(writer.bytes())
    assert (proposal.seconds, proposal.longest_jog_seconds) == (total, 120)


def test_the_timer_of_a_watch_says_where_it_paused_however_short() -> None:
    writer = FitWriter().timer(0, starts=True).records((120, JOG)).timer(120, starts=False)
    writer.timer(135, starts=True).records((120, JOG), begin=135, from_m=324)
    writer.timer(255, starts=False).session(Sport.RUNNING, 0, 240, elapsed=255)
    proposal = offer(writer.bytes())
    assert (proposal.seconds, proposal.jog_seconds, proposal.longest_jog_seconds) == (240, 240, 120)


def test_what_was_recorded_while_the_timer_stood_does_not_count() -> None:
    writer = FitWriter().timer(0, starts=True).records((120, WALK), (300, 6.0), (120, WALK))
    writer.timer(120, starts=False).timer(420, starts=True).timer(540, starts=False)
    writer.session(Sport.WALKING, 0, 240, elapsed=540)
    proposal = offer(writer.bytes())
    assert (proposal.kind, proposal.seconds) == (Kind.WALK, 240)
    assert proposal.metres == pytest.approx(336, abs=15)


def test_a_gap_while_the_timer_ran_is_no_pause() -> None:
    writer = FitWriter().timer(0, starts=True).records((60, WALK))
    writer.records((60, WALK), begin=400, from_m=60 * WALK + 20)  # hardly moved, says the place
    writer.timer(460, starts=False).session(Sport.WALKING, 0, 460)
    assert offer(writer.bytes()).seconds == 460


def test_a_timer_total_finds_the_pause_that_no_event_tells() -> None:
    writer = FitWriter().records((60, JOG)).records((60, JOG), begin=200, from_m=162)
    writer.session(Sport.RUNNING, 0, 120, elapsed=260)
    proposal = offer(writer.bytes())
    assert (proposal.seconds, proposal.longest_jog_seconds) == (120, 60)


@pytest.mark.parametrize(
    ("ride", "is_gap"), [((600, 5.0), True), ((600, 5.0), False), ((180, 9.0), False)]
)
@pytest.mark.parametrize("apart", [True, False])
def test_a_ride_in_the_middle_is_a_pause_recorded_or_not(
    ride: tuple[int, float], *, is_gap: bool, apart: bool
) -> None:
    seconds, speed = ride
    walk = track((600, WALK))
    last = track((600, WALK), begin=600 + seconds, from_m=600 * WALK + seconds * speed)
    between = "" if is_gap else track((seconds, speed), begin=600, from_m=600 * WALK)
    content = gpx(walk, between, last, kind="walking")
    if not apart:
        content = content.replace(b"</trkseg><trkseg>", b"")
    proposal = offer(content)
    if speed > 20 / 3.6 or is_gap:
        assert proposal.kind is Kind.WALK
        assert proposal.seconds == pytest.approx(1200, abs=20)
        assert proposal.metres == pytest.approx(1680, abs=60)
        assert bool({Remark.BREAK, Remark.RIDE} & set(proposal.remarks))
    else:
        assert (proposal.kind, proposal.remarks) == (None, (Remark.TOO_FAST,))  # 3 km at 18 km/h


def test_a_tunnel_is_no_pause() -> None:
    first, last = track((300, JOG)), track((300, JOG), begin=390, from_m=390 * JOG)
    content = gpx(first, last).replace(b"</trkseg><trkseg>", b"")
    proposal = offer(content)
    assert (proposal.seconds, proposal.longest_jog_seconds) == (690, 690)


def test_points_far_apart_are_no_pauses_where_all_of_them_are() -> None:
    points = track((1800, WALK)).split("</trkpt>")
    content = gpx("</trkpt>".join([*points[:-1:60], points[-1]]), kind="walking")
    proposal = offer(content)
    assert (proposal.kind, proposal.seconds) == (Kind.WALK, 1800)


def test_a_pause_marker_is_a_pause_and_no_place() -> None:
    marker = '<trkpt lat="100" lon="0"><time>2026-05-02T07:05:01Z</time></trkpt>'
    first, last = track((300, JOG)), track((300, JOG), begin=315, from_m=810)
    content = gpx(first.replace("</trkseg>", marker + "</trkseg>"), last)
    proposal = offer(content.replace(b"</trkseg><trkseg>", b""))
    assert (proposal.seconds, proposal.longest_jog_seconds) == (600, 300)


@pytest.mark.parametrize(("total", "seconds"), [(120, 120), (128, 128), (60, 128), (0, 128)])
def test_laps_that_add_up_to_less_than_all_the_time_were_timed(total: int, seconds: int) -> None:
    """Eight seconds between two laps are no gap; only the laps' own times tell of the pause."""
    laps = [lap((60, JOG), begin=begin, total_s=total / 2) for begin in (0, 68)]
    assert offer(tcx(activity(*laps))).seconds == seconds


def test_laps_of_a_file_that_breaks_off_do_not_cut_what_was_recorded_after_them() -> None:
    writer = FitWriter().timer(0, starts=True).records((300, JOG)).lap(0, 270)
    assert offer(writer.bytes()).seconds == 300
