"""The PDF is tagged: a screen reader finds headings, those of tables, and what the chart shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import ContentStream

from tests.charts.diaries import eventful, obedient
from tests.exchange.clinician.test_pdf import ALT, opened, pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pypdf import PdfReader

    from tests.charts.diaries import DecidedDiary

SHOWS_TEXT = {b"Tj", b"TJ", b"'", b'"'}
PAINTS = SHOWS_TEXT | {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"Do", b"sh"}


def year() -> DecidedDiary:
    """Long enough for several pages, whose tables go on."""
    return obedient(400)


def elements(reader: PdfReader) -> list[tuple[str, Any]]:
    """The structure elements in reading order, by their kind."""

    def of(element: Any) -> Iterator[tuple[str, Any]]:
        yield element["/S"].removeprefix("/"), element
        for kid in element["/K"]:
            if not isinstance(kid, int):
                yield from of(kid.get_object())

    (document,) = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]  # type: ignore[index]
    return list(of(document.get_object()))


def marked(reader: PdfReader, page: int) -> list[int]:
    """The numbers of the marked content of a page; fails where something painted has none."""
    numbers, open_marks = [], 0
    contents = ContentStream(reader.pages[page]["/Contents"], reader)
    for operands, operator in contents.operations:
        if operator in {b"BDC", b"BMC"}:
            open_marks += 1
            if operator == b"BDC" and "/MCID" in operands[1]:
                numbers.append(int(operands[1]["/MCID"]))
        elif operator == b"EMC":
            open_marks -= 1
        elif operator in PAINTS:
            assert open_marks, operator
    assert open_marks == 0
    return numbers


@pytest.mark.slow
@pytest.mark.parametrize("story", [eventful, year])
def test_all_that_is_painted_belongs_to_the_structure_or_is_decoration(
    story: Callable[[], DecidedDiary],
) -> None:
    reader = opened(pdf(story()))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    parents = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for number in range(len(reader.pages)):
        page: Any = reader.pages[number]
        assert page["/StructParents"] == number
        numbers = marked(reader, number)
        assert sorted(numbers) == list(range(len(numbers)))
        assert len(parents[2 * number + 1].get_object()) == len(numbers)


@pytest.mark.slow
def test_headings_come_in_the_order_in_which_they_are_read() -> None:
    kinds = [kind for kind, _ in elements(opened(pdf(eventful())))]
    order = [kind for kind in kinds if kind in {"H1", "H2", "Figure", "Table"}]
    assert order == ["H1", "Figure", "H2", "Table", "H2", "Table", "H2"]


@pytest.mark.slow
def test_the_chart_says_what_it_shows() -> None:
    (figure,) = [e for kind, e in elements(opened(pdf(eventful()))) if kind == "Figure"]
    assert figure["/Alt"] == ALT
    left, low, right, high = figure["/A"]["/BBox"]
    assert right - left > 500
    assert high - low > 200


def test_every_row_and_column_of_a_table_has_its_heading() -> None:
    for kind, table in elements(opened(pdf(eventful()))):
        if kind == "Table":
            head, *rows = [row.get_object()["/K"] for row in table["/K"]]
            assert {cell.get_object()["/A"]["/Scope"] for cell in head} == {"/Column"}
            for row in rows:
                assert len(row) == len(head)
                assert row[0].get_object()["/A"]["/Scope"] == "/Row"
                assert {cell.get_object()["/S"] for cell in row[1:]} == {"/TD"}
