"""What it was: as the file names it, asked where it says nothing, never faster than people run."""

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
from tracker.exchange.watch.offer import offered
from tracker.exchange.watch.recording import read_recording
from tracker.exchange.watch.sports import fit_sport, named_sport
from tracker.language.recordings import Remark
from tracker.progression.diary import Kind

NAMES = {
    Kind.RUN: "running Running RUN TrailRun trail_running street_running virtual_run VirtualRun "
    "Jogging Laufen TREADMILL_RUNNING treadmillrunning Trail",
    Kind.WALK: "walking Hiking hike Walk NordicWalking fitness_walking Wandern",
    Kind.BIKE: "cycling Biking Ride VirtualRide EBikeRide road_biking touringbicycle mtb racebike "
    "CYCLING_SPORT indoor_cycling Radfahren",
    Kind.SWIM: "swimming LapSwimming open_water_swimming Schwimmen",
    Kind.STRENGTH: "strength_training WeightTraining",
    Kind.STRETCH: "Yoga Pilates",
    Kind.OTHER: "Rowing indoor_rowing rowing_machine elliptical stair_climbing StairStepper "
    "kayaking kitesurfing tennis skate_skiing wheelchair_push_run motorcycling horseback_riding "
    "snowshoeing crunches brunch driving NordicSki SkiErg indoor_walking TreadmillWalking "
    "treadmill_walking Laufband-Gehen IndoorWalk",
    None: "Other other generic Workout Uncategorized default fitness treadmill",
}


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, names in NAMES.items() for name in names.split()]
)
def test_a_name_is_one_of_ours_another_sport_or_nothing(kind: Kind | None, name: str) -> None:
    assert named_sport(name).kind is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Course à pied", Kind.RUN),
        ("Marche à pied", Kind.WALK),
        ("Golf course", Kind.OTHER),
        ("Trail bike", Kind.BIKE),
        ("Walk / Run", Kind.RUN),
        ("walking on the elliptical", Kind.OTHER),
        ("", None),
        ("²", Kind.OTHER),
        ("9" * 30, None),
    ],
)
def test_what_several_words_say(name: str, kind: Kind | None) -> None:
    assert named_sport(name).kind is kind


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (1, Kind.BIKE),
        (4, Kind.WALK),
        (9, Kind.RUN),
        (10, Kind.WALK),
        (16, Kind.SWIM),
        (17, Kind.BIKE),
        (23, Kind.OTHER),
        (30, Kind.STRENGTH),
        (999, None),
    ],
)
def test_a_number_is_read_where_its_site_is_known(number: int, kind: Kind | None) -> None:
    assert named_sport(str(number), "StravaGPX iPhone").kind is kind
    assert named_sport(str(number), "another").kind is None


@pytest.mark.parametrize(
    ("sport", "sub_sport", "kind"),
    [
        ("running", "treadmill", Kind.RUN),
        ("running", "virtual_activity", Kind.RUN),
        ("running", "199", Kind.RUN),
        ("walking", "indoor_walking", Kind.OTHER),
        ("walking", "treadmill", Kind.OTHER),
        ("walking", "virtual_activity", Kind.OTHER),
        ("fitness_equipment", "indoor_walking", Kind.OTHER),
        ("walking", "speed_walking", Kind.WALK),
        ("hiking", "generic", Kind.WALK),
        ("cycling", "indoor_cycling", Kind.BIKE),
        ("swimming", "lap_swimming", Kind.SWIM),
        ("fitness_equipment", "indoor_rowing", Kind.OTHER),
        ("fitness_equipment", "elliptical", Kind.OTHER),
        ("fitness_equipment", "generic", Kind.OTHER),
        ("fitness_equipment", "treadmill", None),
        ("walking", "elliptical", Kind.OTHER),
        ("training", "strength_training", Kind.STRENGTH),
        ("training", "cardio_training", Kind.OTHER),
        ("training", "yoga", Kind.STRETCH),
        ("rowing", "generic", Kind.OTHER),
        ("200", "", Kind.OTHER),
        ("generic", "generic", None),
        ("", "", None),
    ],
)
def test_what_fit_messages_say(sport: str, sub_sport: str, kind: Kind | None) -> None:
    assert fit_sport(sport, sub_sport).kind is kind


def test_a_runners_own_name_counts_where_the_sport_is_generic() -> None:
    assert fit_sport("generic", "generic", "Row Indoor").kind is Kind.OTHER
    assert fit_sport("generic", "", "Strength").kind is Kind.STRENGTH
    assert fit_sport("running", "", "Bike").kind is Kind.RUN


@pytest.mark.slow
@pytest.mark.parametrize("sub", [SubSport.INDOOR_ROWING, SubSport.ELLIPTICAL])
@pytest.mark.parametrize("speed", [0.0, WALK, JOG])
def test_a_machine_is_never_a_walk_or_a_run(sub: SubSport, speed: float) -> None:
    writer = FitWriter().records((2100, speed), every=10)
    writer.session(Sport.FITNESS_EQUIPMENT, 0, 2100, sub=sub)
    proposal = offer(writer.bytes())
    assert (proposal.kind, proposal.seconds, proposal.is_split) == (Kind.OTHER, 2100, False)
    assert Remark.TREADMILL not in proposal.remarks


@pytest.mark.parametrize("on_foot", [False, True])
@pytest.mark.parametrize(
    ("sport", "sub"),
    [(Sport.WALKING, SubSport.TREADMILL), (Sport.RUNNING, SubSport.TREADMILL)],
)
def test_what_was_only_walked_on_a_treadmill_is_no_walk(
    sport: Sport, sub: SubSport, *, on_foot: bool
) -> None:
    writer = FitWriter().records((2100, WALK), every=10).session(sport, 0, 2100, sub=sub)
    proposal = offered(read_recording(writer.bytes()).legs[0], on_foot=on_foot)
    assert proposal.kind is Kind.OTHER
    assert Remark.TREADMILL in proposal.remarks


def test_nothing_is_preset_where_nothing_is_said() -> None:
    for content in (gpx(track((2000, WALK)), kind=""), tcx(activity(lap((90, 1)), sport="Other"))):
        proposal = offer(content)
        assert proposal.kind is None
        assert not proposal.is_split


def test_what_is_asked_is_split_once_the_runner_says_that_it_was_on_foot() -> None:
    (leg,) = read_recording(gpx(track((300, WALK), (300, JOG)), kind="")).legs
    proposal = offered(leg, on_foot=True)
    assert (proposal.kind, proposal.walk_seconds, proposal.jog_seconds) == (Kind.WALK_JOG, 300, 300)


@pytest.mark.parametrize(
    ("km_an_hour", "km", "asks"),
    [(11.9, 3.1, False), (12.2, 3.1, True), (12.2, 2.9, False), (17, 1, False), (19, 1, True)],
)
@pytest.mark.parametrize("kind", ["running", "walking"])
def test_a_run_that_nobody_runs_is_asked_about(
    km_an_hour: float, km: float, kind: str, *, asks: bool
) -> None:
    proposal = offer(gpx(track((round(km / km_an_hour * 3600), km_an_hour / 3.6)), kind=kind))
    assert (proposal.kind is None) is asks
    assert (Remark.TOO_FAST in proposal.remarks) is asks
    assert proposal.kind in {None, Kind.RUN}


def test_that_it_was_on_foot_makes_no_run_of_a_ride() -> None:
    (leg,) = read_recording(gpx(track((1800, 6.5)), kind="")).legs
    proposal = offered(leg, on_foot=True)
    assert (proposal.kind, proposal.remarks) == (None, (Remark.TOO_FAST,))


def test_some_fast_kilometres_are_no_reason_to_ask() -> None:
    proposal = offer(gpx(track((900, 2.8), (900, 3.5), (900, 2.8))))
    assert (proposal.kind, proposal.remarks) == (Kind.RUN, ())


def test_a_site_that_writes_no_type_says_the_sport_in_the_name() -> None:
    name, creator = "Running 5/2/26 7:00 am", "Runkeeper - http://www.runkeeper.com"
    content = gpx(track((60, JOG)), kind="", name=name, creator=creator)
    assert offer(content).kind is Kind.RUN
    assert offer(gpx(track((60, JOG)), kind="", name=name)).kind is None


def test_a_map_on_a_phone_says_the_sport_for_the_whole_file() -> None:
    said = "<metadata><extensions><osmand:activity>hiking</osmand:activity></extensions></metadata>"
    content = gpx(track((60, WALK)), kind="").replace(b"<trk>", f"{said}<trk>".encode())
    assert offer(content).kind is Kind.WALK


@pytest.mark.slow
def test_steps_that_no_walk_can_be_made_of_are_not_believed() -> None:
    """A count of 86 a minute at a jog's speed would make steps of nearly two metres."""
    proposal = offer(run_fit((300, WALK), (300, JOG), cadence=43))
    assert (proposal.walk_seconds, proposal.jog_seconds) == (300, 300)
    racing = offer(run_fit((600, 2.1), cadence=60))  # a fast walk is one
    assert racing.kind is Kind.WALK


@pytest.mark.parametrize(
    ("speed", "cadence", "steps"),
    [(1.4, 110, 110), (1.4, 55, 110), (1.1, 96, 96), (2.7, 160, 160), (2.7, 80, 160)],
)
def test_steps_of_one_foot_and_of_both_are_told_apart(
    speed: float, cadence: int, steps: int
) -> None:
    assert offer(run_fit((120, speed), cadence=cadence)).steps == steps
    more = f"<Cadence>{cadence}</Cadence>"
    assert offer(tcx(activity(lap((120, speed), more=more)))).steps == steps
