"""What pages, files and services ask of the engine besides its decisions."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from tests.builders import check_in, diary, episode, on, session, walk
from tests.progression.test_guardrails import refused, setting
from tracker.progression.contradictions import check_in_contradictions
from tracker.progression.diary import Kind
from tracker.progression.engine import digest
from tracker.progression.episode import Site
from tracker.progression.guardrails import Objection, current, objection, site_cut
from tracker.progression.protocol import Origin, Source
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import RULES
from tracker.progression.runners_day import runners_day
from tracker.progression.timeline import stand

if TYPE_CHECKING:
    from tracker.progression.episode import Setting

PROTOCOL = shipped()
WEEK = "baseline_week_minutes"


def test_denied_cannot_stand_beside_a_sign() -> None:
    both = check_in(0, red_flags=("none", "E1"))
    assert [c.field for c in check_in_contradictions(both)] == ["red_flags"]
    assert check_in_contradictions(check_in(0, red_flags=("none",))) == ()


def test_the_runners_day_waits_for_the_local_date_to_catch_up() -> None:
    assert runners_day(on(3), {on(3)}) == on(3)
    assert runners_day(on(3), {on(4)}) == on(4)
    assert runners_day(on(4), {on(4)}) == on(4)


def test_a_digest_differs_where_a_number_does() -> None:
    assert digest(PROTOCOL) == digest(shipped())
    assert digest(PROTOCOL) != digest(PROTOCOL.tuned("pain_free_days", 3))


def test_a_digest_differs_where_a_word_or_an_origin_does() -> None:
    reworded = replace(PROTOCOL.rules["pain-gone"], note="another word")
    rules = {**PROTOCOL.rules, "pain-gone": reworded}
    assert digest(replace(PROTOCOL, rules=rules)) != digest(PROTOCOL)
    bolder = replace(PROTOCOL.origins["pain_free_days"], origin=Origin.PUBLISHED)
    origins = {**PROTOCOL.origins, "pain_free_days": bolder}
    assert digest(replace(PROTOCOL, origins=origins)) != digest(PROTOCOL)


def test_a_digest_is_that_of_the_plain_words_whatever_their_order() -> None:
    text = '{"author": "Łukasz", "note": "", "title": "Bieg", "url": ""}'
    source: Any = Source("Bieg", "Łukasz")
    assert digest(source) == sha256(text.encode()).hexdigest()
    rules = dict(reversed(list(PROTOCOL.rules.items())))
    assert digest(replace(PROTOCOL, rules=rules)) == digest(PROTOCOL)


def test_of_a_walk_all_that_was_not_jogged_was_walked() -> None:
    assert replace(walk(0, 30), jog_seconds=300).walked_seconds == 1500
    assert replace(walk(0, 30), jog_seconds=1800).walked_seconds == 0
    assert replace(walk(0, 30), jog_seconds=1900).walked_seconds == 0
    assert session(0, Kind.WALK_JOG, 30, walk=20, jog=5).walked_seconds == 1200
    assert replace(walk(0, 30), seconds=None, walk_seconds=600).walked_seconds == 600


def test_every_rule_asks_a_question() -> None:
    assert all(rule.question.endswith("?") for rule in RULES.values())


def test_a_usual_week_may_be_said_once_and_shortened_by_the_runner_alone() -> None:
    assert refused(setting(WEEK, 200)) is None
    assert refused(setting(WEEK, 150, day=4), setting(WEEK, 200)) is None
    longer = setting(WEEK, 210, day=4)
    assert refused(longer, setting(WEEK, 200)) is Objection.NEEDS_CLINICIAN


def test_a_usual_week_is_no_shorter_than_a_usual_run() -> None:
    assert refused(setting(WEEK, 39)) is Objection.OUT_OF_BOUNDS
    assert current(PROTOCOL, replace(episode(), baseline_week_minutes=90), WEEK, on(0)) == 90


@pytest.mark.parametrize(
    ("placed", "said"),
    [
        (setting("step", 4), Objection.NEEDS_CLINICIAN),
        (setting("step", 3), None),
        (setting("step", 3, day=2), Objection.BACKDATED),
        (setting("step", 9, day=2, by="Rivera"), None),
    ],
)
def test_runners_only_set_a_lower_step_and_never_for_a_day_gone_by(
    placed: Setting, said: Objection | None
) -> None:
    answer = objection(PROTOCOL, episode(), placed, step=4, today=on(3))
    assert answer is said


def test_another_site_cuts_what_pain_is_allowed() -> None:
    tendon = replace(
        episode(settings=[setting("pain_allowed", 3, by="Rivera")]),
        site=Site.PROXIMAL_HAMSTRING_TENDON,
    )
    assert site_cut(PROTOCOL, tendon, on(3)) is None
    assert site_cut(PROTOCOL, replace(tendon, site=Site.GLUTEAL), on(3)) == 2
    assert stand(PROTOCOL, diary(of=tendon), on(3)).protocol.numbers.pain_allowed == 3
