"""The foot of every page: whose it is, what it is not, and which page of how many."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from tracker.exchange.clinician.fonts import written
from tracker.exchange.clinician.parts import LABEL
from tracker.exchange.clinician.tags import end, write
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.exchange.clinician.tags import Tags
    from tracker.reports.report import Report

_BELOW = 6


class NumberedPages(Canvas):
    """A canvas that holds its pages back until it knows how many there are, and tags them."""

    def __init__(
        self,
        report: Report,
        margin: float,
        tags: Tags,
        *args: Any,  # noqa: ANN401 - as inherited
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **kwargs)
        self.tags = tags
        made_by = gettext(
            "Kept by the runner in Return to Run, which screens and guides and does not diagnose."
        )
        said = written(f"· {report.span}. {made_by}")
        self._foot, self._margin = f"{written(report.who)} {said}", margin
        self._held: list[dict[str, Any]] = []

    @classmethod
    def of(cls, report: Report, margin: float, tags: Tags) -> Callable[..., NumberedPages]:
        """A maker of canvases for a report."""
        return partial(cls, report, margin, tags)

    def showPage(self) -> None:  # noqa: N802 - as inherited
        """Hold the page back."""
        self._held.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined] # the stubs leave it out

    def save(self) -> None:
        """Number the pages and finish."""
        for number, page in enumerate(self._held, 1):
            self.__dict__.update(page)
            self._write_foot(
                gettext("Page %(number)d of %(all)d.", number=number, all=len(self._held))
            )
            super().showPage()
        super().save()

    def _write_foot(self, number: str) -> None:
        width: float = self._pagesize[0]  # type: ignore[attr-defined] # the stubs leave it out
        width -= 2 * self._margin
        foot = Paragraph(f"{self._foot} {written(number)}", LABEL)
        _, height = foot.wrapOn(self, width, self._margin)
        write(self, "/Artifact <</Type /Pagination>> BDC")
        foot.drawOn(self, self._margin, self._margin - _BELOW - height)
        end(self)
