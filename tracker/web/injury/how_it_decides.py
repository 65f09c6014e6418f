"""How this decides: the protocol for people, every number with its origin."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from flask import Blueprint, render_template

from tracker.content.literature import titled
from tracker.language.names import stage_leaves, stage_name
from tracker.language.sentences import stage_clears
from tracker.progression import guardrails
from tracker.progression.episode import Setting
from tracker.progression.protocol import BASELINE, BASELINE_WEEK, Stage
from tracker.progression.protocol_document.reader import known, shipped
from tracker.reports.authority import graded
from tracker.translations import gettext
from tracker.web.kit.identity import local_today, open_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask.typing import ResponseReturnValue

    from tracker.progression.protocol import RehabProtocol
    from tracker.services.injury.episodes import EpisodeView

bp = Blueprint("how_it_decides", __name__)


@bp.get("/how-this-decides")
def explanation() -> ResponseReturnValue:
    """Show the stages, the ladder, the rules, the numbers and the sources."""
    view = open_view()
    protocol, for_you = _in_force(view)
    rest = protocol.numbers.rest_days
    return render_template(
        "injury/how_it_decides.html",
        protocol=protocol,
        for_you=for_you,
        bounds=_bounds(protocol, view),
        each_ones_own=(BASELINE, BASELINE_WEEK),
        stages=[(stage_name(s), stage_clears(s, rest_days=rest), stage_leaves(s)) for s in Stage],
        step_sources=_step_sources(protocol),
        sources=[(key, titled(key, source)) for key, source in protocol.sources.items()],
        graded=partial(graded, protocol),
    )


def _in_force(view: EpisodeView | None) -> tuple[RehabProtocol, Mapping[str, Setting]]:
    """Return the protocol as it counts today for the reader's open episode, and what was set.

    For anybody else it is the usual one, with nothing set.
    """
    if view is None:
        return shipped(), {}
    protocol, episode, today = known(view.episode.protocol), view.episode, local_today(view)
    said = {BASELINE: episode.baseline_minutes, BASELINE_WEEK: episode.baseline_week_minutes}
    first = {
        name: Setting(name=name, value=value, date=episode.onset)
        for name, value in said.items()
        if value is not None
    }
    in_force = guardrails.terms_on(protocol, episode, today).protocol
    return in_force, {**first, **guardrails.changes(episode, today)}


def _bounds(protocol: RehabProtocol, view: EpisodeView | None) -> Mapping[str, tuple[int, int]]:
    """Return how far each number may be changed, for the reader's injury where there is one."""
    tunables = protocol.tunables.items()
    if view is None:
        return {name: (number.lowest, number.highest) for name, number in tunables}
    episode, today = view.episode, local_today(view)
    return {name: guardrails.bounds(protocol, episode, name, today) for name, _ in tunables}


def _step_sources(protocol: RehabProtocol) -> list[tuple[str, str]]:
    """Return on whose word the steps rest, steps on the same word together."""
    numbers: dict[str, list[str]] = defaultdict(list)
    for number, step in enumerate(protocol.steps, 1):
        numbers[graded(protocol, step)].append(str(number))
    return [
        (words, gettext("Step %(numbers)s", numbers=", ".join(steps)))
        for words, steps in numbers.items()
    ]
