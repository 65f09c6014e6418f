"""Tagged PDF (ISO 32000-1, 14.8): what each mark on a page is, in reading order.

While the sheet is drawn, marked content is noted as a tree of structure elements; afterwards pypdf
writes that tree. ReportLab itself tags nothing, but says when it begins and ends each part of a
table, and lets a paragraph be wrapped.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)
from reportlab.platypus import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PdfWriter
    from reportlab.pdfgen.canvas import Canvas


@dataclass
class Element:
    """A structure element: its type, its parts, and the marks that are its content.

    `marks` are pages (from 0) with the number of the marked content on them.
    """

    kind: str
    attributes: dict[str, Any] = field(default_factory=dict)
    alt: str = ""
    parts: list[Element] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)


class Tags:
    """The tree of a document while it is drawn."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._open = [self.root]
        self._next: Counter[int] = Counter()

    def enter(self, kind: str, **attributes: Any) -> Element:  # noqa: ANN401 - as pypdf has them
        """Begin an element within the one that is open."""
        element = Element(kind, attributes)
        self._open[-1].parts.append(element)
        self._open.append(element)
        return element

    def leave(self) -> None:
        """End the element that is open."""
        self._open.pop()

    def mark(self, canvas: Canvas) -> int:
        """A new number for content of the open element on the page being drawn."""
        page = canvas.getPageNumber() - 1
        number = self._next[page]
        self._next[page] += 1
        self._open[-1].marks.append((page, number))
        return number

    def begin(self, canvas: Canvas) -> None:
        """Begin content of the open element."""
        write(canvas, f"/{self._open[-1].kind} <</MCID {self.mark(canvas)}>> BDC")

    def of_table(self, table: Any, what: str, *where: Any) -> None:  # noqa: ANN401 - ReportLab's
        """Follow the drawing of a table of words: rows, headings, cells."""
        canvas = table.canv
        if what == "startTable":
            self.enter("Table")
        elif what == "startRow":
            self.enter("TR")
        elif what == "startCell":
            self._cell(canvas, *where[:3])
        elif what == "endCell":
            if self._open[-1].marks:
                end(canvas)
            self.leave()
        elif what in {"endRow", "endTable"}:
            self.leave()
        else:
            decorate(table, what)

    def _cell(self, canvas: Canvas, row: int, column: int, content: object) -> None:
        if row and column:
            self.enter("TD")
        else:
            self.enter("TH", Scope="Row" if row else "Column")
        if isinstance(content, str):
            self.begin(canvas)


def decorate(table: Any, what: str, *_where: Any) -> None:  # noqa: ANN401 - ReportLab's
    """Mark the grounds and lines of any table as no content."""
    if what in {"startBG", "startLines"}:
        write(table.canv, "/Artifact BMC")
    elif what in {"endBG", "endLines"}:
        end(table.canv)


def write(canvas: Canvas, operator: str) -> None:
    """Put an operator into the page being drawn."""
    canvas._code.append(operator)  # type: ignore[attr-defined] # noqa: SLF001 - it has no other way


def end(canvas: Canvas) -> None:
    """End what was begun last."""
    write(canvas, "EMC")


class Tagged(Paragraph):
    """A paragraph that says what it is. Split over pages it goes on as plain ones."""

    kind = "P"

    @classmethod
    def heading(cls, text: str, style: Any, level: int) -> Tagged:  # noqa: ANN401 - ReportLab's
        """A paragraph that is a heading."""
        paragraph = cls(text, style)
        paragraph.kind = f"H{level}"
        return paragraph

    def draw(self) -> None:
        """Draw it as content of an element of its own."""
        canvas: Any = self.canv
        canvas.tags.enter(self.kind)
        canvas.tags.begin(canvas)
        super().draw()
        end(canvas)
        canvas.tags.leave()


def add_structure(writer: PdfWriter, tags: Tags) -> None:
    """Write the tree of a document whose pages carry its marks."""
    root = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
    reference = writer._add_object(root)  # noqa: SLF001 - pypdf has no public way to add one
    owners: dict[tuple[int, int], Any] = {}
    root[NameObject("/K")] = ArrayObject([_add(writer, tags.root, reference, owners)])
    numbers = ArrayObject()
    for number, page in enumerate(writer.pages):
        page[NameObject("/StructParents")] = NumberObject(number)
        page[NameObject("/Tabs")] = NameObject("/S")
        marks = sorted(mark for mark in owners if mark[0] == number)
        numbers += [NumberObject(number), ArrayObject([owners[mark] for mark in marks])]
    root[NameObject("/ParentTree")] = DictionaryObject({NameObject("/Nums"): numbers})
    root[NameObject("/ParentTreeNextKey")] = NumberObject(len(writer.pages))
    catalog = writer.root_object
    catalog[NameObject("/StructTreeRoot")] = reference
    marked = DictionaryObject({NameObject("/Marked"): BooleanObject(value=True)})
    catalog[NameObject("/MarkInfo")] = marked


def _add(writer: PdfWriter, element: Element, parent: Any, owners: dict[Any, Any]) -> Any:  # noqa: ANN401 - pypdf's references
    made = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/StructElem"),
            NameObject("/S"): NameObject(f"/{element.kind}"),
            NameObject("/P"): parent,
        }
    )
    reference = writer._add_object(made)  # noqa: SLF001
    kids: list[Any] = [_add(writer, part, reference, owners) for part in element.parts]
    for page, number in element.marks:
        owners[page, number] = reference
        made[NameObject("/Pg")] = writer.pages[page].indirect_reference
        kids.append(NumberObject(number))
    made[NameObject("/K")] = ArrayObject(kids)
    if element.alt:
        made[NameObject("/Alt")] = TextStringObject(element.alt)
    if element.attributes:
        made[NameObject("/A")] = _attributes(element.attributes)
    return reference


def _attributes(given: dict[str, Any]) -> DictionaryObject:
    """What a heading of a table heads, or where a picture stands."""
    if "Scope" in given:
        owner = "Table"
        values: dict[str, PdfObject] = {"Scope": NameObject(f"/{given['Scope']}")}
    else:
        owner = "Layout"
        values = {"BBox": _box(given["BBox"]), "Placement": NameObject("/Block")}
    return DictionaryObject(
        {
            NameObject("/O"): NameObject(f"/{owner}"),
            **{NameObject(f"/{name}"): value for name, value in values.items()},
        }
    )


def _box(corners: Sequence[float]) -> ArrayObject:
    return ArrayObject([NumberObject(round(corner)) for corner in corners])
