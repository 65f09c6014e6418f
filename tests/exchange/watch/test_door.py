"""Files as they are met: wrapped, cut, badly declared; read as far as they are good, or refused."""

from __future__ import annotations

import gzip
import zipfile
from io import BytesIO

import pytest
from fit_tool.profile.profile_type import FileType, Sport

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
from tracker.exchange.watch.stored_form import dumped, loaded
from tracker.language.recordings import Remark
from tracker.progression.diary import Kind

GPX = gpx(track((300, WALK), (300, JOG)))
TCX = tcx(activity(lap((300, WALK), (300, JOG))))
FIT = run_fit((300, WALK), (300, JOG))


def gzipped(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


def zipped(**files: bytes) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return written.getvalue()


def is_whole(content: bytes) -> bool:
    proposal = offer(content)
    return (proposal.kind, proposal.walk_seconds, proposal.jog_seconds) == (Kind.WALK_JOG, 300, 300)


def refusal(content: bytes) -> str:
    with pytest.raises(FilesError) as caught:
        read_recording(content)
    (fault,) = caught.value.faults
    return fault.what


MET = {
    "blanks before": b" \r\n\t" * 9 + GPX,
    "a mark before": b"\xef\xbb\xbf" + TCX,
    "UTF-16": GPX.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    "UTF-16 without a mark": TCX.decode().encode("utf-16-le"),
    "Latin letters, declared": GPX.replace(b"UTF-8", b"windows-1252").replace(b">x<", b">\xe9<"),
    "Latin letters, not declared": GPX.replace(b">x<", b">M\xfcller<"),
    "no such encoding": GPX.replace(b"UTF-8", b"x-user-defined"),
    "XML 1.1": GPX.replace(b'"1.0"', b'"1.1"', 1),
    "no declaration": GPX.partition(b"\n")[2],
    "a prefix": GPX.replace(b"<trk", b"<g:trk").replace(b"</trk", b"</g:trk"),
    "a bare ampersand": GPX.replace(b">x<", b">Tom & Jerry &eacute;<"),
    "a control character": TCX.replace(b"<Id>", b"<Id>\x00\x0b"),
    "NULs at the end": GPX + bytes(4096),
    "words after the end": GPX + b"<!-- ok --> bye",
    "decimal commas": GPX.replace(b'lon="13.4"', b'lon="13,4"'),
    "long fractions of a second": GPX.replace(b"Z</time>", b".1234567Z</time>"),
    "gzip": gzipped(FIT),
    "ZIP": zipped(activity__fit=FIT),
    "ZIP beside what systems leave": zipped(**{
        "__MACOSX/._a.fit": b"x", ".DS_Store": b"x", "read.txt": b"x", "a.GPX": GPX
    }),
    "ZIP of one file of any name": zipped(activity=TCX),
    "gzip in a ZIP": zipped(run__tcx__gz=gzipped(b"   " + TCX)),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("met", MET)
def test_files_as_they_are_met_are_read(met: str) -> None:
    assert is_whole(MET[met])
    assert read_recording(MET[met]).remarks == ()


def test_a_file_and_its_wrapping_are_known_for_the_same() -> None:
    digests = {read_recording(c).digest for c in (FIT, gzipped(FIT), zipped(a__fit=FIT))}
    assert len(digests) == 1


@pytest.mark.parametrize(
    "content", [GPX, TCX, FIT, gzipped(GPX)], ids=["GPX", "TCX", "FIT", "gzip"]
)
@pytest.mark.parametrize("part", [0.6, 0.75, 0.9, 0.99])
def test_a_file_that_breaks_off_is_read_as_far_as_it_goes(content: bytes, part: float) -> None:
    recording = read_recording(content[: int(part * len(content))])
    assert recording.remarks in {(Remark.CUT,), (Remark.CHECKSUM,)}
    assert 0.5 * 600 < recording.legs[0].seconds <= 600


@pytest.mark.parametrize("content", [GPX, TCX], ids=["GPX", "TCX"])
def test_a_file_damaged_in_the_middle_is_read_to_there(content: bytes) -> None:
    middle = len(content) * 3 // 4
    recording = read_recording(content[:middle] + b"<<<>" + content[middle:])
    assert recording.remarks == (Remark.CUT,)
    assert recording.legs[0].seconds == pytest.approx(450, abs=20)


def test_a_watch_that_died_wrote_neither_size_nor_checksum_nor_session() -> None:
    writer = FitWriter().timer(0, starts=True).records((300, JOG))
    content = writer.bytes()[:-2]
    for died in (content, content[:4] + bytes(4) + content[8:]):
        recording = read_recording(died)
        assert recording.remarks == (Remark.CHECKSUM,)
        assert recording.legs[0].seconds == 300
        assert offer(died).kind is None  # the sport stands in the session


def test_an_entry_without_a_name_in_a_damaged_zip_is_passed_over() -> None:
    content = zipped(aZ__fit=FIT, b__gpx=GPX).replace(b"aZ.fit", b"\x00Z.fit")
    assert is_whole(content)


def test_a_wrong_checksum_is_remarked_on() -> None:
    assert read_recording(FIT[:-2] + b"\x00\x00").remarks == (Remark.CHECKSUM,)
    assert is_whole(FIT[:-2] + b"\x00\x00")


UNREADABLE = [
    (b"", "is not a GPX, FIT or TCX file"),
    (b"<kml></kml>", "is not a GPX, FIT or TCX file"),
    (gpx(), "there are no points in it"),
    (gpx(track((9, JOG)).replace("<time>", "<t>").replace("</time>", "</t>")), "no times"),
    (gpx().replace(b"<trk>", b'<rte><rtept lat="1" lon="2"/></rte><trk>'), "was planned"),
    (gpx(track((0, JOG))), "fewer than two of its points have a time"),
    (gpx('<wpt lat="1" lon="2"><time>2026-05-02T07:00:00Z</time></wpt>'), "only places"),
    (TCX.replace(b"Activity", b"Course"), "is a plan"),
    (tcx(), "no lap took any time, and fewer than two points"),
    (GPX[:150], "breaks off before anything was recorded"),
    (FIT[:40], "breaks off before anything was recorded"),
    (FitWriter(FileType.COURSE).records((60, JOG)).bytes(), "of another kind, “course”"),
    (FitWriter().bytes(), "no session took any time, and fewer than two points"),
    (GPX.replace(b"2026-", b"1999-"), "begins in 1999: the clock of the device was not set"),
    (zipped(a__fit=FIT, b__gpx=GPX), "is a ZIP of 2 recordings: unpack it and choose one"),
    (zipped(a__txt=b"x", b__txt=b"y"), "is a ZIP without a GPX, FIT or TCX file"),
    (zipped(a__fit=FIT)[:-30], "is a ZIP that is damaged"),
    (gzipped(FIT)[:12] + b"\xff" * 40, "gzip that is damaged"),
    (gzipped(gzipped(gzipped(FIT))), "is not a GPX, FIT or TCX file"),
    (bytes(16_000_001), "is larger than 16 MB"),
    (gzipped(bytes(16_000_001)), "is larger than 16 MB"),
    (zipped(a__gpx=bytes(16_000_001)), "is larger than 16 MB"),
    (FIT + bytes(4_000_000), "is larger than 4 MB"),
]


@pytest.mark.parametrize(("content", "why"), UNREADABLE, ids=[why for _, why in UNREADABLE])
def test_what_is_missing_is_named(content: bytes, why: str) -> None:
    assert why in refusal(content)


@pytest.mark.parametrize(
    ("distance", "place", "remarks"),
    [(True, False, ()), (False, True, ()), (False, False, (Remark.NO_WAY,))],
)
def test_a_way_is_taken_from_distances_or_places_or_left_open(
    *, distance: bool, place: bool, remarks: tuple[Remark, ...]
) -> None:
    laps = lap((300, WALK), (300, JOG), has_distance=distance, has_place=place)
    proposal = offer(tcx(activity(laps)))
    assert (proposal.seconds, proposal.remarks) == (600, remarks)
    assert proposal.metres == pytest.approx(1230, abs=3)
    assert proposal.kind is (Kind.WALK_JOG if distance or place else Kind.RUN)


@pytest.mark.parametrize("odd", ['"NaN"', '"9e9"', '""', '"0"', '"north"', '"-1e-999"'])
def test_places_that_are_none_are_left_out(odd: str) -> None:
    place = b'lat="52.5000126" lon="13.4"'
    content = GPX.replace(place, f"lat={odd} lon={odd}".encode())
    assert content != GPX
    proposal = offer(content)
    assert (proposal.kind, proposal.seconds) == (Kind.WALK_JOG, 600)
    assert proposal.jog_seconds == pytest.approx(300, abs=4)


def clock(content: bytes) -> str:
    return f"{read_recording(content).legs[0].clock}"


def test_the_watchs_own_clock_is_told_where_the_file_says_it() -> None:
    writer = FitWriter().records((60, JOG)).session(Sport.RUNNING, 0, 60)
    assert clock(writer.activity(60, hours_ahead=9).bytes()) == "2026-05-02 16:00:00"
    assert clock(GPX) == "None"
    ahead = gpx(track((60, JOG), mark="+05:30"))
    assert clock(ahead) == "2026-05-02 07:00:00"
    assert read_recording(ahead).legs[0].start.isoformat() == "2026-05-02T01:30:00+00:00"


@pytest.mark.parametrize(
    "content", [GPX.replace(b"Z</time>", b"</time>"), TCX.replace(b'Z"', b'"').replace(b"Z<", b"<")]
)
def test_times_without_a_zone_are_read_as_utc_and_said_to_be_so(content: bytes) -> None:
    leg = read_recording(content).legs[0]
    assert leg.start.isoformat() == "2026-05-02T07:00:00+00:00"
    assert str(leg.clock) == "2026-05-02 07:00:00"
    assert leg.remarks == (Remark.NO_ZONE,)


@pytest.mark.parametrize("content", [GPX, TCX, FIT, FIT[:900], gpx(track((60, 1)), kind="")])
def test_a_recording_is_written_down_and_read_again(content: bytes) -> None:
    recording = read_recording(content)
    assert loaded(dumped(recording)) == recording
