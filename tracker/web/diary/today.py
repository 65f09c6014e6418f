"""Today: whether to run, and why; what to do instead; how it feels."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, render_template

from tracker.content.care import BEFORE_A_RUN, ON_OTHER_DAYS
from tracker.language.journal import going, habits_kept
from tracker.language.names import stage_name
from tracker.progression import guardrails
from tracker.progression.cross_training import not_yet_cleared
from tracker.progression.job import Job
from tracker.progression.ladder import counted_week, kept_plan
from tracker.progression.protocol import Stage
from tracker.progression.rides import suggestion
from tracker.progression.verdict import Decision
from tracker.progression.watch import watch
from tracker.services.diary import days
from tracker.services.diary.expectations import asks_expected_return
from tracker.services.diary.suggestions import again
from tracker.services.injury import proposals
from tracker.web import now
from tracker.web.diary import blank_check_in
from tracker.web.diary.answer import answer, happens_next, instead, last_news
from tracker.web.diary.checklist import criteria
from tracker.web.diary.decided_anew import notice
from tracker.web.diary.strip import strip
from tracker.web.kit.drawn_page import drawn_page
from tracker.web.kit.identity import cached_until_commit, sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from datetime import date

    from flask.typing import ResponseReturnValue
    from markupsafe import Markup

    from tracker.content.care import Tip
    from tracker.progression.ladder import Prescription
    from tracker.progression.rides import Suggestion
    from tracker.services.diary.days import Today
    from tracker.storage.database import Database
    from tracker.web.diary.checklist import Criterion
    from tracker.web.diary.decided_anew import Notice
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("today", __name__)


class UsualWeek(NamedTuple):
    """Seconds jogged on the days just before today, and those of a usual week as counted."""

    jogged: int
    usual: int


@bp.get("/")
@sign_in_required
def verdict() -> ResponseReturnValue:
    """Show today's verdict, the checklist, the plan, and the check-in form if it is due."""
    context = request_context()
    return drawn_page("today", context, lambda: _own_page(context), blank_check_in.values(context))


def _own_page(context: RequestContext) -> str:
    today = (context.account_id, context.view.id, context.today)
    decided = cached_until_commit(_decided, *today)
    form = None
    if not decided.records.check_ins or decided.job is Job.CHECK_IN:  # as after one at night only
        asks_date = cached_until_commit(asks_expected_return, *today)
        form = blank_check_in.drawn(context, asks_date=asks_date)
    waits = len(cached_until_commit(proposals.waiting, context.account_id))
    return today_page(context, decided, form, notice(context), answers=waits)


def _decided(diary: Database, account_id: int, episode_id: int, day: date) -> Today:
    return days.today(diary, account_id, episode_id, today=day, now=now())


def today_page(
    context: RequestContext,
    decided: Today,
    form: Markup | None,
    anew: Notice | None = None,
    *,
    answers: int = 0,
) -> str:
    """Return today's page, for the runner (`anew`: what they are told once) or for a reader.

    `answers` is how many parts of a clinician's answer wait for the runner's yes or no.
    """
    return render_template(
        "diary/today.html",
        today=decided._replace(records=context.readable(decided.records)),
        headline=answer(decided),
        criteria=_checks(context, decided),
        job=decided.job.value,
        news=last_news(decided),
        comes_next=happens_next(decided),
        going=going(decided.standing, decided.protocol),
        strip=list(strip(decided)),
        habits=habits_kept(decided.standing.recent),
        stage_name=stage_name(decided.standing.stage),
        instead=instead(decided),
        rides=cross_training(decided),
        kept_plan=_kept_plan(decided),
        usual_week=_usual_week(decided),
        walk_minutes=decided.protocol.numbers.walk_first_minutes,
        tip=tip(decided),
        again=again(decided),
        watch=watch(decided.standing, decided.protocol.numbers),
        site=context.view.facts.site,
        unit=context.unit,
        timezone=context.view.facts.timezone,
        uncleared=not_yet_cleared(
            context.protocol, decided.diary.episode, decided.before, decided.records
        ),
        form=form,
        anew=anew,
        answers=answers,
    )


def tip(decided: Today) -> Tip:
    """Return one thing to do well: before a run, or with what is fine instead of one."""
    if decided.plan and decided.outlook.next_run == decided.day:
        return BEFORE_A_RUN
    return ON_OTHER_DAYS[Stage.PROTECT if decided.only_easy_walking else decided.standing.stage]


def _checks(context: RequestContext, decided: Today) -> list[Criterion]:
    changed = guardrails.changes(context.view.episode, decided.day)
    return criteria(decided.verdict.findings, decided.protocol, decided.outlook.until, changed)


def _kept_plan(decided: Today) -> Prescription | None:
    """The plan to begin again with after a long break from running; never while one is held."""
    may_run = decided.verdict.decision.allows_running
    return kept_plan(decided.protocol, decided.standing) if may_run else None


def _usual_week(decided: Today) -> UsualWeek | None:
    """The jogging of this week beside the usual one, where that is known and counts."""
    standing, numbers = decided.standing, decided.protocol.numbers
    usual = counted_week(numbers, standing)
    if usual is None or standing.stage is not Stage.BUILD:
        return None
    done = sum(day.jog_seconds for day in standing.last_days(numbers.week_days))
    return UsualWeek(done, usual)


def cross_training(decided: Today) -> Suggestion | None:
    """Return how long to ride and to swim at most; None where it is not cleared, or referred."""
    if decided.verdict.decision is Decision.REFER:
        return None
    return suggestion(decided.protocol, decided.standing)
