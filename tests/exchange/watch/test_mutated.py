"""Whatever becomes of a file, it is read, or refused in our own words."""

from __future__ import annotations

import gzip
import random
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from fit_tool.profile.profile_type import Sport

from tests.exchange.watch.makers import JOG, WALK, FitWriter, activity, gpx, lap, tcx, track
from tracker.exchange.parse_errors import FilesError
from tracker.exchange.watch.offer import offered
from tracker.exchange.watch.recording import read_recording
from tracker.exchange.watch.stored_form import dumped, loaded

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY, FEW = 5_000, 60
WORDS = (
    b"0", b"-1", b"NaN", b"1e309", b"<a>", b"</trk>", b"<!DOCTYPE a>", b"&a;", b'"', b"\x00",
    b"\xff", b"99999999999999999999", b"2026-05-02T07:00:00", b"0001-01-01T00:00:00+14:00",
)  # fmt: skip


def fit() -> bytes:
    """A FIT file with a message of each kind that counts."""
    writer = FitWriter().timer(0, starts=True).records((40, WALK), (40, JOG), cadence=80)
    writer.timer(80, starts=False).lap(0, 80).length(0, 80).session(Sport.RUNNING, 0, 80)
    writer.records((30, 6.0), begin=90).session(Sport.CYCLING, 90, 30, metres=180)
    return writer.activity(120, hours_ahead=2).bytes()


def zipped(content: bytes) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.fit", content)
    return written.getvalue()


WHOLE = {
    "GPX": gpx(track((40, WALK), (40, JOG), more="<extensions><cad>80</cad></extensions>")),
    "TCX": tcx(activity(lap((40, WALK)), lap((40, JOG), begin=40, has_place=True))),
    "FIT": fit(),
    "gzip": gzip.compress(fit(), mtime=0),
    "ZIP": zipped(fit()),
}


def mutated(content: bytes, many: int, seed: int) -> Iterator[bytes]:
    """So many files, each changed in up to six places: bytes, words, pieces gone or moved."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(many):
        changed = bytearray(content)
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(changed) + 1)
            gone = chance.choice((0, 1, 1, 4, 50, len(content) // 4))
            piece = chance.randrange(len(content))
            new = (
                b"",
                chance.randbytes(chance.randint(1, 8)),
                chance.choice(WORDS),
                content[piece : piece + chance.randint(1, 300)],
            )
            changed[place : place + gone] = chance.choice(new)
        yield bytes(changed)


def try_all(kind: str, many: int, seed: int) -> tuple[int, int]:
    """Read so many mutated files of a kind; how many were read, and how many refused."""
    read = refused = 0
    for content in mutated(WHOLE[kind], many, seed):
        try:
            recording = read_recording(content)
        except FilesError as error:
            (fault,) = error.faults
            assert 0 < len(str(fault)) < 200
            refused += 1
            continue
        read += 1
        assert loaded(dumped(recording)) == recording
        for leg in recording.legs:
            proposal = offered(leg, on_foot=True)
            jogged = proposal.jog_seconds or 0
            assert 0 <= (proposal.longest_jog_seconds or 0) <= jogged <= proposal.seconds <= 86_400
            assert proposal.metres is None or 0 <= proposal.metres <= 10_000_000
    return read, refused


@pytest.mark.parametrize("kind", WHOLE)
def test_some_mutated_files_are_read_or_refused_in_our_own_words(kind: str) -> None:
    read, refused = try_all(kind, FEW, seed=1)
    assert read
    assert refused


@pytest.mark.slow
@pytest.mark.parametrize("kind", WHOLE)
def test_many_mutated_files_are_read_or_refused_in_our_own_words(kind: str) -> None:
    read, refused = try_all(kind, MANY, seed=2)
    assert read + refused == MANY
