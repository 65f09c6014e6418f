"""What was usual, proposed from an archive and taken over only when accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.pages import words_of
from tests.web.transfer.archive_pages import (
    go_on,
    history,
    send,
    sessions_of,
    take_in,
)
from tracker.services.injury import episodes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.conftest import SignedIn
    from tests.web.pages import PageClient
    from tracker.storage.database import Database


@pytest.mark.slow
def test_what_is_usual_is_proposed_with_its_runs_and_taken_over_only_when_accepted(
    client: PageClient, tmp_path: Path, database: Database, signed_in: SignedIn
) -> None:
    taken = take_in(client, history(tmp_path / "s.zip"), kinds=["run"])
    assert taken.location == "/history"
    page = words_of(client.get("/import/archive/usual"))
    assert "40 min: the middle of 12 runs" in page
    assert "130 min: the middle of 4 weeks" in page
    assert "60 min, on 9 March 2026, 10.08 km" in page
    assert "The 12 runs that this is taken from" in page
    assert "Your diary does not know it yet" in page
    client.submit("/import/archive/usual", button="Use 130 min as usual week")
    page = words_of(client.get("/import/archive/usual"))
    assert page.count("Your diary has the same") == 2
    assert baseline(database, signed_in) == (40, None)  # what was said at first stays


@pytest.mark.slow
def test_before_anything_is_recorded_what_is_usual_corrects_what_was_said(
    client: PageClient, tmp_path: Path, database: Database, signed_in: SignedIn
) -> None:
    send(client, history(tmp_path / "s.zip").read_bytes())
    go_on(client, "/import/archive/look")
    client.submit("/import/archive/choose", kinds=["run"], button="Read these")
    go_on(client, "/import/archive/read")
    client.submit("/import/archive/usual", button="Use 130 min as usual week")
    assert baseline(database, signed_in) == (40, 130)
    assert not sessions_of(database, signed_in.account_id)


def baseline(database: Database, whose: SignedIn) -> tuple[int, int | None]:
    facts = episodes.episode(database, whose.account_id, whose.episode_id).facts
    return facts.baseline_minutes, facts.baseline_week_minutes


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_a_shorter_usual_run_needs_a_clinician_once_the_diary_has_begun(
    client: PageClient, tmp_path: Path
) -> None:
    client.submit("/check-in", pain="0", sensation="none")
    client.submit("/numbers/baseline_run_minutes", value="55")
    take_in(client, history(tmp_path / "s.zip"), kinds=["run"])
    page = words_of(client.get("/import/archive/usual"))
    assert "Your diary has 55 min." in page
    assert "Less caution needs a clinician" in page
    assert "Use 40 min" not in page
