"""Today: whether to run, and why; what to do instead; how it feels."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, render_template

from tracker.language.sentences import STAGE_CLEARS, STAGE_NAMES, headline
from tracker.progression import guardrails
from tracker.progression.cross_training import not_yet_cleared
from tracker.progression.protocol import Stage
from tracker.progression.standing import ONE_DAY
from tracker.progression.verdict import Decision
from tracker.progression.watch import watch
from tracker.services.diary import days
from tracker.services.diary.suggestions import again
from tracker.web import now
from tracker.web.diary.check_in_form import CheckInForm
from tracker.web.diary.checklist import criteria
from tracker.web.kit import filters
from tracker.web.kit.identity import cached_until_commit, sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.progression.day_facts import DayFacts
    from tracker.services.diary.days import Today
    from tracker.storage.database import Database
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("today", __name__)
filters.register(bp)

_WEEK = 7
_CROSS_TRAINING = (
    "Walking, cycling, swimming, strength work and stretching, as long as none of it hurts."
)


class DayMark(NamedTuple):
    """One day of the week at a glance; `kind` is the class of its stone."""

    weekday: str
    what: str
    kind: str


@bp.get("/")
@sign_in_required
def show() -> ResponseReturnValue:
    """Show today's verdict, the checklist, the plan, and the check-in form if it is due."""
    context = request_context()
    found = cached_until_commit(_found, context.account_id, context.view.id, context.today)
    form = None
    if not found.records.check_ins:
        form = CheckInForm(now=context.local, formdata=None)
        form.offer_when()
    return page(context, found, form)


def _found(diary: Database, account_id: int, episode_id: int, day: date) -> Today:
    return days.today(diary, account_id, episode_id, today=day, now=now())


def page(context: RequestContext, found: Today, form: CheckInForm | None) -> str:
    """Return today's page, for the runner or for a reader."""
    return render_template(
        "diary/today.html",
        today=found._replace(records=context.shown(found.records)),
        headline=headline(found.verdict, found.protocol, found.outlook.next_run, found.day),
        criteria=criteria(
            found.verdict.findings,
            found.protocol,
            found.outlook.until,
            guardrails.changes(context.view.episode, found.day),
        ),
        week=list(week(found.standing.recent, found.day)),
        kept=kept(found.standing.recent),
        stage_name=STAGE_NAMES[found.standing.stage],
        instead=instead(found),
        again=again(found),
        watch=watch(found.standing, found.protocol.numbers),
        site=context.view.facts.site,
        unit=context.unit,
        timezone=context.view.facts.timezone,
        uncleared=not_yet_cleared(
            context.protocol, found.diary.episode, found.before, found.records
        ),
        form=form,
    )


def instead(found: Today) -> str:
    """Return what is fine on a day without a run."""
    if found.only_easy_walking:
        return STAGE_CLEARS[Stage.PROTECT]
    if not found.standing.has_returned:
        return _CROSS_TRAINING
    if found.verdict.decision is Decision.CLEARED:
        return STAGE_CLEARS[Stage.RETURNED]
    return f"{_CROSS_TRAINING} If you run, go easy, and stop if it hurts."


def week(recent: tuple[DayFacts, ...], today: date) -> Iterator[DayMark]:
    """Yield the last seven days, today last; days before onset have nothing recorded."""
    known = recent[-_WEEK:]
    for ago in reversed(range(_WEEK)):
        facts = known[-1 - ago] if ago < len(known) else None
        yield DayMark(f"{today - ago * ONE_DAY:%a}", *_mark(facts))


def kept(recent: tuple[DayFacts, ...]) -> str:
    """Return what was kept of the last seven days: answers and rest days, never runs."""
    days = recent[-_WEEK:]
    answered = sum(1 for day in days if day.check_ins)
    rested = sum(
        1 for before, day in pairwise(recent[-_WEEK - 1 :]) if before.runs and not day.runs
    )
    if len(days) < _WEEK or not answered:
        return ""
    words = f"{answered} of the last {len(days)} days answered"
    if not rested:
        return f"{words}."
    return f"{words}, {rested} rest {'day' if rested == 1 else 'days'} kept."


def _mark(facts: DayFacts | None) -> tuple[str, str]:
    if facts is None or not facts.recorded:
        return "nothing recorded", "empty"
    if facts.sharp:
        return "sharp pain", "stop"
    return ("run", "run") if facts.runs else ("no run", "rest")
