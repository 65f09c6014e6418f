"""Any recording: which format it is, whether it can be read, and what it says.

`read_recording` is the way in, for one file of a runner and for each of an archive; `split` (of
`split`) and `offered` (of `offer`) say what a leg of it amounts to. None of them asks for more
than bytes.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from tracker.exchange.parse_errors import FilesError, ParseError
from tracker.exchange.watch import fit_files
from tracker.exchange.watch.fit_files import read_fit
from tracker.exchange.watch.gpx_files import Gpx
from tracker.exchange.watch.legs import legs_of
from tracker.exchange.watch.tcx_files import Tcx
from tracker.exchange.watch.values import Recording, UnusableError
from tracker.exchange.watch.wrapping import MOST_BYTES, unwrapped
from tracker.exchange.watch.xml_text import read_elements, text_of
from tracker.language.recordings import Remark
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.exchange.watch.values import Leg, RawLeg

__all__ = ["MOST_BYTES", "read_recording"]

_Read = tuple[tuple["Leg", ...], tuple[Remark, ...]]

_ROOT_BY = 4000  # characters from the beginning


def read_recording(content: bytes, file: str = "") -> Recording:
    """Read a GPX, FIT or TCX file, plain, in a gzip or alone in a ZIP, in one pass.

    `file` is what the error calls it, "The file" unless told. What is cut or damaged is read as
    far as it is good, and remarked on. Raises FilesError with one sentence that says why nothing
    of it can be used.
    """
    try:
        inside = unwrapped(content)
        legs, remarks = _read(inside.content)
    except UnusableError as error:
        raise FilesError([ParseError(file or gettext("The file"), str(error))]) from error
    if not inside.is_whole:
        remarks = (*remarks, Remark.CUT)
    digest = sha256(inside.content).hexdigest()
    return Recording(legs, digest, tuple(dict.fromkeys(remarks)))


def _read(content: bytes) -> _Read:
    if content[8:12] == fit_files.SIGNATURE:
        return _of_fit(content)
    text = text_of(content)
    begin = text[:_ROOT_BY]
    if "<gpx" in begin or ":gpx" in begin:
        return _of_gpx(text)
    if "TrainingCenterDatabase" in begin:
        return _of_tcx(text)
    raise UnusableError(gettext("is not a GPX, FIT or TCX file"))


def _of_fit(content: bytes) -> _Read:
    if len(content) > fit_files.MOST_BYTES:
        most = fit_files.MOST_BYTES // 1_000_000
        raise UnusableError(
            gettext("is larger than %(most)d MB: record less in one file", most=most)
        )
    fit = read_fit(content)
    if fit.type not in {"", "activity"}:
        raise UnusableError(
            gettext(
                "holds no recording: it is a FIT file of another kind, “%(kind)s”", kind=fit.type
            )
        )
    remarks = [] if fit.is_checked else [Remark.CHECKSUM]
    if not fit.is_whole:
        remarks = [Remark.CUT]
    return _known(
        fit.legs(),
        remarks,
        gettext("no session took any time, and fewer than two points have one"),
    )


def _of_gpx(text: str) -> _Read:
    gpx = Gpx()
    is_whole = read_elements(text, gpx)
    return _known(gpx.legs, [] if is_whole else [Remark.CUT], gpx.why_none)


def _of_tcx(text: str) -> _Read:
    tcx = Tcx()
    is_whole = read_elements(text, tcx)
    why = gettext("no lap took any time, and fewer than two points have one")
    if tcx.plans:
        why = gettext("a course or a workout is a plan")
    return _known(tcx.legs, [] if is_whole else [Remark.CUT], why)


def _known(raws: Sequence[RawLeg], remarks: list[Remark], why: str) -> _Read:
    """The legs, once there is one that took time; else UnusableError says `why` there is none."""
    legs = legs_of(raws)
    if legs:
        return legs, tuple(remarks)
    if Remark.CUT in remarks:
        raise UnusableError(
            gettext("is damaged or breaks off before anything was recorded: save it anew")
        )
    raise UnusableError(gettext("holds no recording: %(why)s", why=why))
