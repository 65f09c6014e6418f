"""Whether to run today, and why; the plan; where the runner stands; which episodes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.language.phrases import step_text
from tracker.language.sentences import place
from tracker.progression import guardrails
from tracker.progression.plain import to_plain
from tracker.progression.review import place_of
from tracker.services.diary import days
from tracker.services.injury import episodes
from tracker.services.transfer.evaluation import decision
from tracker.web import database
from tracker.web.api.context import EpisodeQuery, answer, diary
from tracker.web.api.openapi import Blueprint
from tracker.web.diary.answer import answer as headline
from tracker.web.diary.answer import happens_next, instead, last_news
from tracker.web.diary.checklist import criteria
from tracker.web.kit.identity import own_account

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from flask import Response

    from tracker.progression.verdict import Finding
    from tracker.services.diary.days import Today
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("today", "What is decided for today, and why")


@bp.reads("/today", "Today", EpisodeQuery)
def today(query: dict[str, Any]) -> Response:
    """Whether to run today, with every rule's reason and source, and the next possible run.

    It goes on record as shown, as it does where the page shows it.
    """
    context = diary(query.get("episode"))
    decided = _decided(context)
    decided_on = decision(decided.outcome, decided.outlook)
    decided_on["findings"] = checks(
        context, decided.verdict.findings, decided.outlook.until, decided.day
    )
    return answer(
        {
            **decided_on,
            "headline": headline(decided)._asdict(),
            "job": decided.job.value,
            "next": happens_next(decided),
            "instead": instead(decided),
            "news": last_news(decided),
            "checked_in": bool(decided.records.check_ins),
            "protocol": decided.protocol.id,
            "timezone": context.view.facts.timezone,
        }
    )


@bp.reads("/plan", "Plan", EpisodeQuery)
def plan(query: dict[str, Any]) -> Response:
    """The run of today's step, whether it is cleared, and what remains if all goes well."""
    context = diary(query.get("episode"))
    decided = _decided(context)
    way = days.earliest_way_home(*context.diary, today=context.today)
    is_next = decided.outlook.next_run == decided.day
    return answer(
        {
            "on": decided.day.isoformat(),
            "prescription": None if decided.plan is None else decided.plan._asdict(),
            "in_words": None if decided.plan is None else step_text(decided.plan),
            "is_cleared": decided.verdict.decision.allows_running and is_next,
            "next_run": to_plain(decided.outlook.next_run),
            "way_home": [
                {
                    "day": it.day.isoformat(),
                    "stage": it.stage.value,
                    "step": it.step,
                    "prescription": None if it.plan is None else it.plan._asdict(),
                }
                for it in way.days
            ],
            "returns_on": to_plain(way.returns_on),
        }
    )


@bp.reads("/standing", "Standing", EpisodeQuery)
def standing(query: dict[str, Any]) -> Response:
    """Where the runner stands on the way back, everything recorded so far counted."""
    context = diary(query.get("episode"))
    decided = _decided(context)
    decided_on, stands = decision(decided.outcome, decided.outlook), decided.standing
    stage, step = place_of(stands)
    return answer(
        {
            **{name: decided_on[name] for name in ("on", "stage", "step", "clean_runs")},
            "stage_in_words": place(stage, step),
            "steps": len(decided.protocol.steps),
            "stage_since": to_plain(stands.stage_since),
            "last_run": to_plain(stands.last_run),
            "pain_free_since": decided_on["pain_free_since"],
            "returned_on": to_plain(stands.returned_on),
            "locked_on": to_plain(stands.locked_on),
            "locked_by": list(stands.locked_by),
        }
    )


@bp.reads("/episodes", "Episodes")
def list_episodes() -> Response:
    """Every episode of the account, with its id."""
    views = episodes.all_episodes(database(), own_account().id)
    return answer(
        {
            "items": [
                {
                    "id": view.id,
                    "site": view.facts.site.value,
                    "side": view.facts.side.value,
                    "onset": view.facts.onset.isoformat(),
                    "is_open": view.is_open,
                    "closed_on": to_plain(view.closed_on),
                    "protocol": view.episode.protocol,
                    "timezone": view.facts.timezone,
                }
                for view in views
            ]
        }
    )


def checks(
    context: RequestContext, findings: Iterable[Finding], until: Mapping[str, date], day: date
) -> list[dict[str, Any]]:
    """Findings with their reasons and sources, as the page lists them."""
    changed = guardrails.changes(context.view.episode, day)
    protocol = guardrails.terms_on(context.protocol, context.view.episode, day).protocol
    return [
        {
            "rule": it.rule,
            "decision": it.decision,
            "until": to_plain(until.get(it.rule)),
            "reason": it.sentence,
            "title": it.title,
            "answer": it.answer,
            "source": it.source,
            "inputs": [{"name": name, "value": value} for name, value in it.inputs],
        }
        for it in criteria(findings, protocol, until, changed)
    ]


def _decided(context: RequestContext) -> Today:
    if context.view.is_open:
        return days.today(*context.diary, **context.when)
    return days.as_it_stands(*context.diary, today=context.today)
