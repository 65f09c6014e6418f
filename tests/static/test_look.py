"""The look, by calculation: contrast, what red may mean, and what the files may not do."""

from __future__ import annotations

import colorsys
import re
from typing import TYPE_CHECKING

import pytest

from tracker.paths import STATIC, TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Sequence

Colour = tuple[float, float, float]

DECISIONS = ("cleared", "caution", "hold", "stop", "refer")
CSS = {path.name: path.read_text("utf-8") for path in (STATIC / "css").glob("*.css")}
STONE = 0.10  # of the text colour, mixed into the verdict card behind the text


def colour(code: str) -> Colour:
    digits = code if len(code) == 6 else "".join(digit * 2 for digit in code)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


_PAIR = re.compile(r"--([\w-]+): light-dark\(#(\w+), #(\w+)\)")
_TOKENS = _PAIR.findall(CSS["tokens.css"].partition("@media")[0])
THEMES = {
    "light": {name: colour(light) for name, light, _ in _TOKENS},
    "dark": {name: colour(dark) for name, _, dark in _TOKENS},
}
ON = {
    name: colour(code)
    for name, code in re.findall(r"\.is-(\w+) \{[^}]*--on: #(\w+)", CSS["tokens.css"])
}


def contrast(one: Sequence[float], other: Sequence[float]) -> float:
    """WCAG 2 contrast ratio, 1 to 21."""

    def luminance(parts: Sequence[float]) -> float:
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_words_stand_out_from_whatever_is_behind_them(theme: str) -> None:
    tokens = THEMES[theme]
    pairs = [(f, b) for f in ("ink", "ink-soft") for b in ("paper", "sheet", "well")]
    for decision in DECISIONS:
        pairs += [(f"{decision}-tone", b) for b in ("paper", "sheet", f"{decision}-soft")]
        pairs += [(ink, f"{decision}-soft") for ink in ("ink", "ink-soft")]
    faint = {pair: contrast(tokens[pair[0]], tokens[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("decision", DECISIONS)
def test_the_verdict_is_readable_on_its_colour_and_on_the_stones(theme: str, decision: str) -> None:
    fill, on = THEMES[theme][decision], ON[decision]
    stone = [STONE * a + (1 - STONE) * b for a, b in zip(on, fill, strict=True)]
    assert min(contrast(on, fill), contrast(on, stone)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_edges_of_controls_and_the_focus_ring_are_seen(theme: str) -> None:
    tokens = THEMES[theme]
    for mark in ("edge", "focus"):
        assert min(contrast(tokens[mark], tokens[b]) for b in ("paper", "sheet", "well")) >= 3


def is_red(code: Colour) -> bool:
    hue, _, saturation = colorsys.rgb_to_hls(*code)
    return saturation > 0.3 and (hue < 20 / 360 or hue > 335 / 360)


@pytest.mark.parametrize("theme", THEMES)
def test_red_means_stop_and_refer_and_nothing_else(theme: str) -> None:
    red = {name.partition("-")[0] for name, code in THEMES[theme].items() if is_red(code)}
    assert red == {"stop", "refer"}


def test_colours_are_named_in_one_place() -> None:
    elsewhere = {name: re.findall(r"#[0-9a-fA-F]{3,6}\b(?! \{)", CSS[name]) for name in CSS}
    elsewhere.pop("tokens.css")
    elsewhere.pop("print.css")
    assert {name: colours for name, colours in elsewhere.items() if set(colours) - {"#fff"}} == {}


def test_the_stylesheets_stay_small() -> None:
    assert sum(len(text.encode()) for text in CSS.values()) < 40_000


def test_the_typeface_is_our_own_small_and_licensed() -> None:
    fonts = {path.name: path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2")}
    assert sum(fonts.values()) <= 45_000
    assert set(re.findall(r'url\("\.\./fonts/([^"]+)"\)', CSS["tokens.css"])) == set(fonts)
    assert "SIL Open Font License" in (STATIC / "fonts" / "LICENSE.txt").read_text("utf-8")


def test_nothing_is_fetched_from_elsewhere() -> None:
    files = [p for p in (*STATIC.rglob("*"), *TEMPLATES.rglob("*")) if p.is_file()]
    texts = {p.name: p.read_text("utf-8") for p in files if p.suffix in {".css", ".js", ".html"}}
    foreign = re.compile(
        r"(?:src|href|srcset|action)=[\"']?(?:https?:)?//|\burl\((?![\"\']\.\./fonts/)|@import|fetch\(.http"
    )
    loading = {
        name for name, text in texts.items() if foreign.search(text.replace("{{ url_for(", ""))
    }
    assert loading == set()


def test_every_icon_that_is_asked_for_exists() -> None:
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text("utf-8")))
    asked = {
        name
        for path in TEMPLATES.rglob("*.html")
        for name in re.findall(r"\bicon\(\"([\w-]+)\"\)", path.read_text("utf-8"))
    }
    assert asked <= drawn
    assert set(DECISIONS) <= drawn
