"""Where a run stands, from instants alone: the module of the page, asked in the browser."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tracker.paths import STATIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Run = dict[str, Any]
WALK, JOG = {"kind": "walk", "seconds": 240}, {"kind": "jog", "seconds": 60}
FIVE = [WALK, JOG] * 5
CONTINUOUS = [{"kind": "jog", "seconds": 1500}]


@pytest.fixture(scope="module")
def timeline(browser: Browser) -> Iterator[Page]:
    """An empty page that can load the module: it asks no server, so one page serves all tests."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            route.fulfill(path=STATIC / path.removeprefix("/static/"))
        else:
            route.fulfill(content_type="text/html", body="<!doctype html>")

    context = browser.new_context(base_url="http://timeline.example")
    context.route("**/*", answer)
    page = context.new_page()
    page.goto("/")
    yield page
    context.close()


def run(steps: list[dict[str, Any]] = FIVE, **events: list[float]) -> Run:
    """Describe a run that began at 0; events by kind, at seconds."""
    listed = [{"what": what, "at": at * 1000} for what, ats in events.items() for at in ats]
    return {"steps": steps, "startedAt": 0, "events": sorted(listed, key=lambda e: e["at"])}


def ask(page: Page, what: str, cases: list[tuple[Run, float]]) -> list[Any]:
    answers: list[Any] = page.evaluate(
        """async ([what, cases]) => {
          const timeline = await import("/static/js/timeline.js");
          return cases.map(([run, now]) => timeline[what](run, now * 1000));
        }""",
        [what, cases],
    )
    return answers


def positions(page: Page, a_run: Run, *instants: float) -> list[dict[str, Any]]:
    return ask(page, "position", [(a_run, now) for now in instants])


@pytest.mark.parametrize(
    ("at", "step", "next_kind", "elapsed"),
    [
        (0, ("walk", 240), "jog", 0),
        (239.5, ("walk", 1), "jog", 240),
        (240, ("jog", 60), "walk", 240),
        (299.9, ("jog", 1), "walk", 300),
        (300, ("walk", 240), "jog", 300),
        (1499, ("jog", 1), None, 1499),
    ],
)
def test_the_step_is_the_one_the_clock_has_come_to(
    timeline: Page, at: float, step: tuple[str, int], next_kind: str | None, elapsed: int
) -> None:
    (position,) = positions(timeline, run(), at)
    assert ((position["kind"], position["left"]), position["elapsed"]) == (step, elapsed)
    assert (position["next"] and position["next"]["kind"]) == next_kind
    assert position["total"] == 1500


def test_the_end_is_when_the_last_step_ended_however_late_one_looks(timeline: Page) -> None:
    for position in positions(timeline, run(), 1500, 90_000):
        assert position["finished"]
        assert position["finishedAt"] == 1_500_000
        assert (position["walk"], position["jog"], position["longestJog"]) == (1200, 300, 60)
        assert position["changes"] == []


def test_a_pause_stands_still_and_breaks_a_bout(timeline: Page) -> None:
    paused = run(CONTINUOUS, pause=[600], resume=[900])
    during, after, done = positions(timeline, paused, 800, 960, 5000)
    assert (during["paused"], during["elapsed"], during["changes"]) == (True, 600, [])
    assert (after["paused"], after["elapsed"]) == (False, 660)
    assert (done["jog"], done["longestJog"], done["finishedAt"]) == (1500, 900, 1_800_000)


def test_going_back_walks_again_and_asks_for_no_jogging_twice(timeline: Page) -> None:
    # Twenty seconds into the first jog, back to walking.
    again = run(back=[260])
    just, later, rest, end = positions(timeline, again, 260, 499, 501, 9000)
    assert (just["kind"], just["left"], just["jog"]) == ("walk", 240, 20)
    assert (later["kind"], later["left"]) == ("walk", 1)
    assert (rest["kind"], rest["left"]) == ("jog", 39)
    assert (end["jog"], end["walk"], end["longestJog"]) == (300, 1440, 60)


def test_going_back_in_a_walk_begins_the_walk_anew(timeline: Page) -> None:
    (position,) = positions(timeline, run(back=[100]), 101)
    assert (position["kind"], position["left"], position["walk"]) == ("walk", 239, 101)


def test_a_run_without_walks_has_nothing_to_go_back_to(timeline: Page) -> None:
    assert ask(timeline, "canGoBack", [(run(CONTINUOUS), 60), (run(), 60)]) == [False, True]
    (position,) = positions(timeline, run(CONTINUOUS, back=[60]), 61)
    assert position["elapsed"] == 61


def test_a_run_that_was_ended_stays_where_it_was(timeline: Page) -> None:
    ended = run() | {"endedAt": 270_000}
    (position,) = positions(timeline, ended, 90_000)
    assert (position["kind"], position["jog"], position["finished"]) == ("jog", 30, False)


def test_a_clock_that_was_set_back_moves_nothing(timeline: Page) -> None:
    (before,) = positions(timeline, run(), -3600)
    assert (before["kind"], before["left"], before["elapsed"]) == ("walk", 240, 0)


def test_beeps_are_due_at_each_change_and_at_the_end(timeline: Page) -> None:
    (position,) = positions(timeline, run([WALK, JOG, WALK, JOG]), 10)
    assert position["changes"] == [230, 290, 530, 590]


def test_whatever_is_pressed_no_run_holds_more_jogging_than_its_plan(timeline: Page) -> None:
    chance = random.Random(5)  # noqa: S311 - not for secrets
    runs = [random_run(chance) for _ in range(400)]
    ends = ask(timeline, "position", [(a_run, 1_000_000) for a_run in runs])
    for a_run, end in zip(runs, ends, strict=True):
        planned = sum(step["seconds"] for step in a_run["steps"] if step["kind"] == "jog")
        assert end["finished"], a_run
        assert end["jog"] == planned, a_run
        assert end["longestJog"] <= planned
        assert end["elapsed"] == end["walk"] + end["jog"]


def random_run(chance: random.Random) -> Run:
    presses = sorted(chance.uniform(0, 2000) for _ in range(chance.randrange(12)))
    events = [{"what": chance.choice(["back", "pause", "resume"]), "at": p * 1000} for p in presses]
    ending = {"what": "resume", "at": 2_100_000}
    steps = chance.choice([FIVE, CONTINUOUS, [WALK, JOG]])
    return {"steps": steps, "startedAt": 0, "events": [*events, ending]}
