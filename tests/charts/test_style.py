import re
from dataclasses import fields

import pytest

from tracker.charts.style import PAGE_FONTS, Palette, palette
from tracker.paths import STATIC

TOKENS = {
    "sheet": "sheet", "ink": "ink", "ink_soft": "ink-soft", "line": "line", "edge": "edge",
    "well": "well", "cleared": "cleared-tone", "caution": "caution-tone", "hold": "hold-tone",
    "stop": "stop-tone", "refer": "refer-tone",
}  # fmt: skip
CSS = (STATIC / "css" / "tokens.css").read_text()
OWN = {"stages"}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    linear = []
    for i in (0, 2, 4):
        part = int(digits[i : i + 2], 16) / 255
        linear.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("name", "token"), TOKENS.items())
def test_the_colours_are_those_of_the_pages(name: str, token: str) -> None:
    match = re.search(rf"--{token}: light-dark\((#\w+), (#\w+)\)", CSS)
    assert match is not None
    assert match.groups() == (getattr(palette("light"), name), getattr(palette("dark"), name))


def test_every_colour_is_compared_or_is_the_charts_own() -> None:
    assert {f.name for f in fields(Palette)} == set(TOKENS) | OWN


def test_the_letters_are_those_of_the_pages() -> None:
    assert f"--sans: {PAGE_FONTS};" in CSS


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_letters_and_marks_can_be_seen(theme: str) -> None:
    colours = palette(theme)  # type: ignore[arg-type]
    for written in (colours.ink, colours.ink_soft):
        for ground in (colours.sheet, colours.well):
            assert contrast(written, ground) >= 4.5
    for tint in colours.stages:
        assert contrast(colours.ink, tint) >= 4.5
    for mark in (colours.stop, colours.refer, colours.hold, colours.caution, colours.cleared):
        assert contrast(mark, colours.sheet) >= 3
    assert contrast(colours.edge, colours.sheet) >= 3


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_bars_and_stages_differ_by_lightness_alone(theme: str) -> None:
    colours = palette(theme)  # type: ignore[arg-type]
    assert contrast(colours.ink, colours.well) >= 3
    steps = [luminance(tint) for tint in colours.stages]
    assert steps in (sorted(steps), sorted(steps, reverse=True))
