"""A sheet of pixels: paths and text put straight on a `Figure`, and its bytes.

Without axes: their ticks, spines and layout cost more than all that is drawn here, and the
charts place their few lines of text themselves. Pixels count from the top left corner, as on a
page. The same data give the same bytes: no dates, no version, no random names.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path as FilePath
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import numpy as np
from matplotlib import rcParams
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from tracker.charts.style import PAGE_FONTS, palette

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from tracker.charts.style import Format, Theme

    Spot: TypeAlias = tuple[float, float]
    Line: TypeAlias = tuple[Spot, Spot]
    Box: TypeAlias = tuple[float, float, float, float]

# Set once, when first drawing: text stays text, names inside a file come from its content, and
# no text is ever read as mathematics.
rcParams.update(
    {
        "svg.fonttype": "none",
        "svg.hashsalt": "return-to-run",
        "pdf.fonttype": 42,
        "text.parse_math": False,
        "font.family": ["DejaVu Sans"],
    }
)

_DOTS_PER_INCH = 72
_SHARP = 2  # PNG pixels per pixel of layout, for dense screens and for paper
_NOT_SAID = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_DRAWING = Lock()
_PATH = re.compile(r' d="[^"]*"')
_COMMAND = re.compile(r"([MLQCz])([^MLQCz\"]*)")
_UPRIGHT = re.compile(r' transform="rotate\(-0 [^"]*"')
_MILLION = 1_000_000  # to whose part matplotlib writes
_FONT = re.compile(r"font-family: 'DejaVu Sans';? ?")


class Style(NamedTuple):
    """How words are written: in which colour, how many pixels high, how heavy."""

    colour: str
    size: float
    bold: bool = False


class Sheet:
    """A drawing of `width` by `height` pixels in the colours of a theme."""

    def __init__(self, width: int, height: int, theme: Theme) -> None:
        self.width = width
        self.colours = palette(theme)
        inches = (width / _DOTS_PER_INCH, height / _DOTS_PER_INCH)
        self._figure = Figure(inches, dpi=_DOTS_PER_INCH, facecolor=self.colours.sheet)
        upright = Affine2D().scale(1 / _DOTS_PER_INCH, -1 / _DOTS_PER_INCH)
        self._pixels = upright.translate(0, inches[1]) + self._figure.dpi_scale_trans

    def fill(
        self, path: Path, colour: str, *, edge: str = "none", width: float = 0, hatch: str = ""
    ) -> None:
        """Fill a path; its edge, or its hatching, has a colour of its own."""
        patch = PathPatch(path, facecolor=colour, edgecolor=edge, linewidth=width)
        patch.set_hatch(hatch)
        self._put(patch)

    def stroke(
        self,
        path: Path,
        colour: str,
        width: float = 1,
        *,
        dash: tuple[float, float] | None = None,
        cap: Literal["butt", "round"] = "butt",
    ) -> None:
        """Draw along a path."""
        patch = PathPatch(path, facecolor="none", edgecolor=colour, linewidth=width, capstyle=cap)
        patch.set_linestyle("-" if dash is None else (0, (dash[0] / width, dash[1] / width)))
        if cap == "round":  # else a dot would be moved to whole pixels, and so to nothing
            patch.set_snap(False)
        self._put(patch)

    def _put(self, patch: PathPatch) -> None:
        if np.size(patch.get_path().vertices):
            patch.set_transform(self._pixels)
            self._figure.add_artist(patch)

    def text(
        self,
        spot: Spot,
        words: str,
        style: Style,
        align: Literal["left", "center", "right"] = "left",
    ) -> None:
        """Write words, if any, whose baseline starts, is centred or ends at a spot."""
        if not words:
            return
        weight = "bold" if style.bold else "normal"
        text = Text(*spot, words, color=style.colour, fontsize=style.size, fontweight=weight)
        text.set(ha=align, va="baseline", transform=self._pixels)
        self._figure.add_artist(text)

    def picture(self, fmt: Format) -> bytes:
        """The finished picture. One is drawn at a time: matplotlib promises nothing of threads."""
        with _DRAWING:
            return self._svg() if fmt == "svg" else self._png_or_pdf(fmt)

    def _png_or_pdf(self, fmt: Format) -> bytes:
        out = BytesIO()
        if fmt == "png":
            self._figure.dpi = _DOTS_PER_INCH * _SHARP
            canvas: Any = FigureCanvasAgg(self._figure)
            canvas.print_png(out, metadata={"Software": None})
        else:
            nothing = {"Creator": None, "Producer": None, "CreationDate": None}
            from matplotlib.backends.backend_pdf import FigureCanvasPdf  # as large as the rest

            canvas = FigureCanvasPdf(self._figure)
            canvas.print_pdf(out, metadata=nothing)
        return out.getvalue()

    def _svg(self) -> bytes:
        """As SVG, tightly written, its fonts named once and as those of the page it stands on."""
        out = StringIO()
        canvas: Any = FigureCanvasSVG(self._figure)
        canvas.print_svg(out, metadata=_NOT_SAID)
        tight = _PATH.sub(_tight, _UPRIGHT.sub("", out.getvalue()))
        named = f"{_own_letters()}text {{font-family: {PAGE_FONTS}}} *{{stroke-linejoin"
        return _FONT.sub("", tight).replace("*{stroke-linejoin", named, 1).encode()


@cache
def _own_letters() -> str:
    """The pages' own typeface, as far as charts need it, for a style sheet inside a picture."""
    font = b64encode((FilePath(__file__).parent / "letters.woff2").read_bytes()).decode()
    source = f'url("data:font/woff2;base64,{font}") format("woff2")'
    return f'@font-face {{font-family: "Hanken Grotesk"; src: {source}}} '


def _tight(path: re.Match[str]) -> str:
    """Path data as steps from point to point: they are short and alike, and so compress well."""
    at = start = (0, 0)
    steps = []
    for command, numbers in _COMMAND.findall(path[0]):
        spots = [round(float(n) * _MILLION) for n in numbers.split()]
        points = list(zip(spots[::2], spots[1::2], strict=True))
        moved = [_number(n) for x, y in points for n in (x - at[0], y - at[1])]
        steps.append(_step(command.lower(), moved))
        at = points[-1] if points else start
        start = at if command == "M" else start
    return f' d="{"".join(steps)}"'


def _step(command: str, moved: list[str]) -> str:
    """One command and how far it moves; straight down and straight across in half of it."""
    if command == "l" and "0" in moved:
        return f"v{moved[1]}" if moved[0] == "0" else f"h{moved[0]}"
    return command + " ".join(moved).replace(" -", "-")


def _number(millionths: int) -> str:
    """A number of millionths as SVG takes it, without any zero that it can do without."""
    text = f"{millionths / _MILLION:.6f}".rstrip("0").rstrip(".")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def lines(polylines: Sequence[Sequence[Spot]]) -> Path:
    """Many polylines as one path."""
    codes = [Path.MOVETO if i == 0 else Path.LINETO for p in polylines for i in range(len(p))]
    return _path([spot for p in polylines for spot in p], codes)


def polygons(outlines: Sequence[Sequence[Spot]]) -> Path:
    """Many closed polygons as one path."""
    codes = [
        Path.MOVETO if i == 0 else Path.LINETO if i < len(p) else Path.CLOSEPOLY
        for p in outlines
        for i in range(len(p) + 1)
    ]
    return _path([spot for p in outlines for spot in (*p, p[0])], codes)


def boxes(corners: Sequence[Box]) -> Path:
    """Many upright boxes (left, top, right, bottom) as one path."""
    return polygons([((a, b), (c, b), (c, d), (a, d)) for a, b, c, d in corners])


def dots(spots: Sequence[Spot]) -> Path:
    """Lines too short to see: drawn with a round cap they are dots as wide as the stroke."""
    return lines([((x, y), (x + 0.1, y)) for x, y in spots])


def _path(vertices: Sequence[Spot], codes: Sequence[int | np.uint8]) -> Path:
    """To a tenth of a pixel; no point is left out, for short lines are meant."""
    path = Path(np.round(np.array(vertices, dtype=float).reshape(-1, 2), 1), np.array(codes))
    path.should_simplify = False
    return path
