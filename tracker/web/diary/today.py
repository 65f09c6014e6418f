"""Today: whether to run, and why; what to do instead; how it feels."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, render_template

from tracker.content.care import BEFORE_A_RUN, ON_OTHER_DAYS
from tracker.language.journal import fine_without_a_run, habits_kept
from tracker.language.sentences import STAGE_NAMES, headline
from tracker.progression import guardrails
from tracker.progression.cross_training import not_yet_cleared
from tracker.progression.ladder import counted_week, kept_plan
from tracker.progression.protocol import Stage
from tracker.progression.rides import suggestion
from tracker.progression.standing import ONE_DAY
from tracker.progression.verdict import Decision
from tracker.progression.watch import watch
from tracker.services.diary import days
from tracker.services.diary.expectations import asks_expected_return
from tracker.services.diary.suggestions import again
from tracker.web import now
from tracker.web.diary.check_in_form import CheckInForm
from tracker.web.diary.checklist import criteria
from tracker.web.diary.decided_anew import notice
from tracker.web.kit.identity import cached_until_commit, sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.content.care import Tip
    from tracker.progression.day_facts import DayFacts
    from tracker.progression.ladder import Prescription
    from tracker.progression.rides import Suggestion
    from tracker.services.diary.days import Today
    from tracker.storage.database import Database
    from tracker.web.diary.checklist import Criterion
    from tracker.web.diary.decided_anew import Notice
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("today", __name__)

_WEEK = 7


class DayMark(NamedTuple):
    """One day of the week at a glance; `kind` is the class of its stone."""

    weekday: str
    what: str
    kind: str


class UsualWeek(NamedTuple):
    """Seconds jogged on the days just before today, and those of a usual week as counted."""

    jogged: int
    usual: int


@bp.get("/")
@sign_in_required
def verdict() -> ResponseReturnValue:
    """Show today's verdict, the checklist, the plan, and the check-in form if it is due."""
    context = request_context()
    decided = cached_until_commit(_decided, context.account_id, context.view.id, context.today)
    form = None
    if not decided.records.check_ins:
        besides = context.takes_medicine()
        asks_date = asks_expected_return(*context.diary, day=context.today)
        form = CheckInForm(now=context.local, besides=besides, asks_date=asks_date, formdata=None)
        form.offer_when()
    return today_page(context, decided, form, notice(context))


def _decided(diary: Database, account_id: int, episode_id: int, day: date) -> Today:
    return days.today(diary, account_id, episode_id, today=day, now=now())


def today_page(
    context: RequestContext, decided: Today, form: CheckInForm | None, anew: Notice | None = None
) -> str:
    """Return today's page, for the runner (`anew`: what they are told once) or for a reader."""
    return render_template(
        "diary/today.html",
        today=decided._replace(records=context.shown(decided.records)),
        headline=headline(decided.verdict, decided.protocol, decided.outlook.next_run, decided.day),
        criteria=_checks(context, decided),
        week=list(week(decided.standing.recent, decided.day)),
        habits=habits_kept(decided.standing.recent),
        stage_name=STAGE_NAMES[decided.standing.stage],
        instead=instead(decided),
        rides=cross_training(decided),
        kept_plan=_kept_plan(decided),
        usual_week=_usual_week(decided),
        referred=decided.verdict.decision is Decision.REFER,
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
    )


def tip(decided: Today) -> Tip:
    """Return one thing to do well: before a run, or with what is fine instead of one."""
    if decided.plan and decided.outlook.next_run == decided.day:
        return BEFORE_A_RUN
    return ON_OTHER_DAYS[Stage.PROTECT if decided.only_easy_walking else decided.standing.stage]


def _checks(context: RequestContext, decided: Today) -> list[Criterion]:
    changed = guardrails.changes(context.view.episode, decided.day)
    return criteria(decided.verdict.findings, decided.protocol, decided.outlook.until, changed)


def instead(decided: Today) -> str:
    """Return what is fine on a day without a run."""
    return fine_without_a_run(
        decided.verdict.decision,
        only_easy_walking=decided.only_easy_walking,
        has_returned=decided.standing.has_returned,
    )


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


def week(recent: tuple[DayFacts, ...], today: date) -> Iterator[DayMark]:
    """Yield the last seven days, today last; days before onset have nothing recorded."""
    known = recent[-_WEEK:]
    for ago in reversed(range(_WEEK)):
        facts = known[-1 - ago] if ago < len(known) else None
        yield DayMark(f"{today - ago * ONE_DAY:%a}", *_mark(facts))


def _mark(facts: DayFacts | None) -> tuple[str, str]:
    if facts is None or not facts.recorded:
        return "nothing recorded", "empty"
    if facts.sharp:
        return "sharp pain", "stop"
    return ("run", "run") if facts.runs else ("no run", "rest")
