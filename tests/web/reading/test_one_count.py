"""What is counted on one surface is counted alike on every other: sheet, page, chart, CSV, PDF."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.web.pages import text_of, words_of
from tracker.services.transfer import demo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from tests.web.conftest import Clock
    from tests.web.pages import PageClient
    from tracker.storage.database import Database


@pytest.mark.slow
def test_every_surface_counts_the_made_up_diary_alike(
    client: PageClient, database: Database, clock: Clock
) -> None:
    """Forty days, with a deviation, a step back and a stop: told once, for it takes its time."""
    demo.fill(database, clock())
    client.submit("/sign-in", {"name": demo.NAME, "passphrase": demo.PASSPHRASE})
    for agree in (setbacks, pain, runs_and_minutes, calendar_and_files, paper_and_page):
        agree(client)


def cells(page: Element, caption: str) -> list[list[str]]:
    for table in page.iter("table"):
        if text_of(table.find("caption")) == caption:
            return [[text_of(c) for c in row] for row in table.find("tbody") or ()]
    raise AssertionError(caption)


def figures(client: PageClient) -> dict[str, tuple[str, str]]:
    page = client.page("/clinician")
    boxes = page.find(".//dl[@class='figures']")
    assert boxes is not None
    return {text_of(box[0]): (text_of(box[1]), text_of(box[2])) for box in boxes if len(box) == 3}


def days_csv(client: PageClient) -> Iterator[dict[str, str]]:
    text = client.get("/export/days.csv").get_data(as_text=True)
    return iter(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


def caption(client: PageClient) -> str:
    return text_of(client.page("/progress").find(".//figcaption"))


def setbacks(client: PageClient) -> None:
    figure = figures(client)["Possible re-injuries"]
    assert figure[0] == "1"
    counted = {what.strip(): int(n) for n, what in re.findall(r"(\d+) × ([a-z ]+)", figure[1])}
    assert counted == {"sharp pain": 1, "step back after a run": 1}
    for what, number in counted.items():
        assert f"{number} × {what}" in caption(client)
    rows = cells(client.page("/clinician"), "Setbacks, deviations, warning signs, clearances")
    assert sum("Stop: sharp pain" in row[-1] for row in rows) == counted["sharp pain"]
    assert sum("Step back" in row[-1] for row in rows) == counted["step back after a run"]
    marked = [row[-1] for row in cells(client.page("/progress"), "Pain and jogging in numbers")]
    assert sum("step back" in m for m in marked) == counted["step back after a run"]
    assert sum("sharp pain" in m for m in marked) == counted["sharp pain"]
    stopped = [row for row in days_csv(client) if row["decision"] == "stop"]
    assert len(stopped) == counted["sharp pain"]


def pain(client: PageClient) -> None:
    scores = [int(row["worst_pain"]) for row in days_csv(client) if row["worst_pain"]]
    value, detail = figures(client)["Pain, 0–10"]
    assert value == f"onset {scores[0]} · worst {max(scores)} · now {scores[-1]}"
    assert f"of {len(scores)} scored days" in detail
    assert f"{len(scores)} of 41 days scored" in caption(client)
    assert f"worst pain {max(scores)} of 10" in caption(client)
    drawn = [row[3] for row in cells(client.page("/progress"), "Pain and jogging in numbers")]
    assert [int(it) for it in drawn if it.isdecimal()] == scores


def runs_and_minutes(client: PageClient) -> None:
    rows = [row for row in days_csv(client) if row["run_day"]]
    minutes = sum(float(row["jog_minutes"]) for row in rows)
    runs = cells(client.page("/clinician"), "Runs and the mornings after")
    assert figures(client)["Run days"][0] == str(len(rows)) == str(len(runs))
    assert sum(float(run[3]) for run in runs) == minutes
    assert f"{minutes:g} minutes of jogging on {len(rows)} run days" in caption(client)
    progress = client.page("/progress")
    assert len(cells(progress, "Runs and the mornings after")) == len(rows)
    steps = cells(progress, "Steps, and what was run on them")
    on_steps = [re.match(r"(\d+) of (\d+)", step[2]) for step in steps]
    assert sum(int(it[2]) for it in on_steps if it) == len(rows)
    assert sum(int(it[1]) for it in on_steps if it) == sum(run[1] == "clean" for run in runs)
    deviations = [row for row in rows if row["deviation"]]
    assert f"{len(deviations)} × deviation" in caption(client)
    assert sum(run[1] == "deviation" for run in runs) == len(deviations)


def calendar_and_files(client: PageClient) -> None:
    calendar = client.page("/progress").find(".//*[@class='calendar']")
    assert calendar is not None
    marks = {
        (a.get("href") or "").partition("#")[2]: text_of(a.find(".//span[@class='hidden']"))
        for a in calendar.iter("a")
    }
    for row in days_csv(client):
        said = marks[row["date"]]
        score = f"pain {row['worst_pain']}" if row["worst_pain"] else "no answer"
        assert score in said, row
        assert ("jogged" in said) is bool(row["run_day"]), row


def paper_and_page(client: PageClient) -> None:
    pages = PdfReader(BytesIO(client.get("/clinician.pdf").data)).pages
    paper = " ".join(" ".join(page.extract_text() for page in pages).split())
    for value, _ in figures(client).values():
        assert value in paper
    words = words_of(client.get("/clinician"))
    for row in cells(client.page("/clinician"), "Setbacks, deviations, warning signs, clearances"):
        assert row[-1] in words
