"""Lays a clinician's report out on A4 or Letter, on one page where it fits."""

from __future__ import annotations

from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import ContentStream, DictionaryObject, NameObject, NumberObject
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from tracker.exchange.clinician import parts
from tracker.exchange.clinician.fonts import REGULAR, load
from tracker.exchange.clinician.pages import NumberedPages
from tracker.exchange.clinician.tags import Tags, add_structure
from tracker.translations import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pypdf import PageObject

    from tracker.reports.report import Report

PageSize: TypeAlias = Literal["a4", "letter"]

CHART_WIDTH = 1060
_SIZES: dict[PageSize, tuple[float, float]] = {"a4": A4, "letter": LETTER}
_MARGIN, _FOOT, _GAP = 34, 40, 16
_LEFT_SHARE = 0.54
_WRITING = Lock()  # typefaces note which letters a document uses: one document at a time


class _Picture(Flowable):
    """Room for a chart, which notes where it came to stand on the first page.

    `alt` says what it shows to those who do not see it.
    """

    def __init__(self, chart: bytes, alt: str, width: float) -> None:
        super().__init__()
        self.page = PdfReader(BytesIO(chart)).pages[0]
        self.alt = alt
        self.number = 0
        self.scale = width / float(self.page.mediabox.width)
        self.width, self.height = width, float(self.page.mediabox.height) * self.scale
        self.at: tuple[float, float] = (0, 0)

    def draw(self) -> None:
        canvas: Any = self.canv
        self.at = x, y = canvas.absolutePosition(0, 0)
        box = (x, y, x + self.width, y + self.height)
        canvas.tags.enter("Figure", BBox=box).alt = self.alt
        self.number = canvas.tags.mark(canvas)
        canvas.tags.leave()

    def tagged(self) -> PageObject:
        """The chart's page, its drawing marked as the content of a figure."""
        drawing = ContentStream(self.page["/Contents"], None)
        number = DictionaryObject({NameObject("/MCID"): NumberObject(self.number)})
        drawing.operations.insert(0, ([NameObject("/Figure"), number], b"BDC"))
        drawing.operations.append(([], b"EMC"))
        self.page[NameObject("/Contents")] = drawing
        return self.page


def clinician_pdf(report: Report, chart: bytes, size: PageSize, *, alt: str) -> bytes:
    """The report as a tagged PDF; the same report gives the same bytes.

    `chart` is a drawing as a PDF of one page, best made `CHART_WIDTH` wide; `alt` is what it shows
    in words.
    """
    with _WRITING:
        load()
        width, height = _SIZES[size]
        room = width - 2 * _MARGIN, height - _MARGIN - _FOOT
        tags, picture = Tags(), _Picture(chart, alt, room[0])
        top = [*parts.top(report, room[0]), *parts.attention(report), picture]
        top_height = _height(top, room[0]) + 1
        out = BytesIO()
        document = _document(out, report, (width, height), _templates(room, top_height))
        story = [NextPageTemplate("later"), *top, FrameBreak()]
        story += _columns(report, room[0], room[1] - top_height, tags)
        document.build(story, canvasmaker=NumberedPages.of(report, _MARGIN, tags))
        return _with_picture(out.getvalue(), picture, tags)


def _document(
    out: BytesIO, report: Report, size: tuple[float, float], templates: list[PageTemplate]
) -> BaseDocTemplate:
    return BaseDocTemplate(
        out,
        pagesize=size,
        pageTemplates=templates,
        title=f"{report.title}, {report.who}",
        subject=report.span,
        lang=spoken().tag,
        displayDocTitle=True,
        invariant=True,
        initialFontName=REGULAR,
    )


def _templates(room: tuple[float, float], top_height: float) -> list[PageTemplate]:
    """The first page has the head over two columns, a later one has them alone, a wide one none."""
    width, height = room

    def frame(x: float, width: float, height: float, y: float = 0) -> Frame:
        return Frame(_MARGIN + x, _FOOT + y, width, height, 0, 0, 0, 0)

    def columns(height: float) -> list[Frame]:
        left, right = _widths(width)
        return [frame(0, left, height), frame(left + _GAP, right, height)]

    below = height - top_height
    first = [frame(0, width, top_height, below), *columns(below)]
    later, wide = columns(height), frame(0, width, height)
    return [PageTemplate("first", first), PageTemplate("later", later), PageTemplate("wide", wide)]


def _widths(width: float) -> tuple[float, float]:
    left = (width - _GAP) * _LEFT_SHARE
    return left, width - _GAP - left


def _columns(report: Report, width: float, height: float, tags: Tags) -> list[Flowable]:
    """Runs at the left and the rest at the right where they fit so; else the long table last.

    Where a word of it is too long for a column of the page, it has pages of its own.
    """
    left, right = _widths(width)
    runs = parts.table(report.runs, left, tags)
    rest = [*parts.table(report.events, right, tags), *parts.facts(report, right)]
    last = [*(parts.table(report.notes, right, tags) if report.notes else []), *parts.boxes(report)]
    fits = parts.fits(report.runs, left)
    if fits and max(_height(runs, left), _height(rest, right)) <= height:
        return [*runs, FrameBreak(), *rest, *last]
    if parts.fits(report.runs, right):
        return [*rest, *parts.table(report.runs, right, tags), *last]
    alone = parts.table(report.runs, width, tags)
    return [*rest, *last, NextPageTemplate("wide"), PageBreak(), *alone]


def _height(story: Iterable[Flowable], width: float) -> float:
    """How high some flowables stand beneath each other."""
    return sum(
        f.wrap(width, 0)[1] + f.getSpaceBefore() + f.getSpaceAfter()
        for f in story
        if not isinstance(f, CondPageBreak)
    )


def _with_picture(pdf: bytes, picture: _Picture, tags: Tags) -> bytes:
    """The sheet with the chart's lines put where room was left for them, and its structure."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    moved = Transformation().scale(picture.scale).translate(*picture.at)
    writer.pages[0].merge_transformed_page(picture.tagged(), moved)
    add_structure(writer, tags)
    writer.compress_identical_objects()
    info: Any = writer._info  # noqa: SLF001 - the dates of an unchanging document say nothing
    for key in ("/CreationDate", "/ModDate"):
        info.pop(key, None)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
