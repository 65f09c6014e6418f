"""The form of a session, and what it says in the diary's own values."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from flask import request
from wtforms import BooleanField, HiddenField
from wtforms.validators import Optional

from tracker.entries.cells import to_seconds
from tracker.entries.fields import SESSION, id_beside, is_id
from tracker.language.names import KIND_NAMES
from tracker.progression.contradictions import (
    Contradiction,
    check_in_contradictions,
    jogging_outside_a_run,
    session_contradictions,
)
from tracker.progression.diary import CheckIn, Kind, SessionLog
from tracker.translations import N_, gettext
from tracker.web.diary.check_in_form import moment_at
from tracker.web.diary.entry_form import EntryForm, refuse
from tracker.web.kit.fields import ChoiceField, DistanceField, DurationField
from tracker.web.kit.score_fields import EffortField, PainField, SensationField

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import time

    from tracker.progression.ladder import Prescription

YES, NO = "yes", "no"


class SessionForm(EntryForm):
    """What was done and how the sore area took it.

    The `before_…` answers are asked for a run on a day without an earlier check-in; the view
    sets `asks_before` once it knows. A start that is only offered is not `not_before` that time,
    of the day's last check-in. `besides` a daily medicine another painkiller is asked for.
    """

    kind = ChoiceField(N_("What did you do?"), KIND_NAMES.items(), N_("Choose what you did."))
    included_running = ChoiceField(
        N_("Did it include running?"), ((YES, N_("Yes")), (NO, N_("No")))
    )
    minutes = DurationField(N_("Minutes in all"))
    walk_minutes = DurationField(N_("Minutes walked"), [Optional()])
    jog_minutes = DurationField(N_("Minutes jogged"))
    longest_jog_minutes = DurationField(N_("Longest jog without a break"), [Optional()])
    pain = PainField(N_("Worst pain in the sore area during it"))
    sensation = SensationField(N_("What did it feel like?"))
    limp = BooleanField(N_("I limped"))
    stopped_early = BooleanField(N_("I stopped early because of it"))
    distance_km = DistanceField(N_("Distance"), [Optional()])
    effort = EffortField(N_("Effort"), validators=[Optional()])
    before_pain = PainField(N_("Before you started: how bad was the worst pain?"))
    before_sensation = SensationField(N_("Before you started: what did it feel like?"))
    before_limp = BooleanField(N_("I was limping before"))
    before_painkiller = BooleanField(N_("I had taken a painkiller"))
    asked = HiddenField()  # that the effort was asked for: unanswered again, it stands
    asks_before = False

    def __init__(
        self,
        *,
        unit: str,
        not_before: time | None = None,
        besides: bool = False,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        self.unit = unit
        self.not_before = not_before
        super().__init__(**kwargs)
        if besides:
            self.before_painkiller.label.text = gettext(
                "I had taken a painkiller, besides my daily medicine"
            )

    def process(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Read the values, distances in the account's unit."""
        self.distance_km.unit = self.unit
        self.distance_km.label.text = gettext("Distance in %(unit)s", unit=self.unit)
        super().process(*args, **kwargs)

    def length(self) -> timedelta:
        """Return how long it took, as far as that was given."""
        return timedelta(seconds=self._seconds() or 0)

    def offer(self, wanted: Mapping[str, str]) -> None:
        """Offer the kind and the minutes that an address names; what it gets wrong is left out.

        A phone that could not keep a run names its id too, so that sent twice it is stored once.
        """
        if is_id(wanted.get("uid", "")):
            self.uid.data = wanted["uid"]
        if wanted.get("kind") in KIND_NAMES:
            self.kind.data = wanted["kind"]
        with suppress(ValueError):
            self.minutes.data = to_seconds(wanted.get("minutes", ""))

    def offer_plan(self, plan: Prescription) -> None:
        """Offer today's plan as done: minutes and bouts, never an answer about pain."""
        self.kind.data = Kind.RUN if plan.is_continuous else Kind.WALK_JOG
        self.minutes.data = plan.total_seconds
        self.walk_minutes.data = plan.total_walk_seconds
        self.jog_minutes.data = plan.total_jog_seconds
        self.longest_jog_minutes.data = plan.jog_seconds

    def session(self) -> SessionLog:
        """Return the answers as a session; only after every field was validated."""
        answers = self.answers(SESSION) | {"id": str(self.uid.data), "seconds": self._seconds()}
        if self._is_other_with_running() and self.jog_minutes.data is None:
            answers["jog_seconds"] = self._seconds()
        return SessionLog(**answers)

    def asks_effort(self, session: SessionLog) -> bool:
        """Ask once how hard a run was, unless sharp pain asks for more; return whether it did."""
        is_open = session.is_run and session.effort is None and not session.is_sharp_pain_event
        if not is_open or self.asked.data or "queued" in request.form:
            return False
        self.asked.data = "effort"
        refuse(
            self.effort,
            gettext("How hard was it? Choose one, or save once more without an answer."),
        )
        return True

    def before(self) -> CheckIn | None:
        """Return how it felt before, as a check-in at the start; None if not asked or answered."""
        if (
            not self.asks_before
            or self.before_pain.score is None
            or self.before_sensation.sensation is None
        ):
            return None
        return CheckIn(
            id=id_beside(str(self.uid.data), "before"),
            date=self.date.data,
            time=self.time.data,
            moment=moment_at(self.time.data),
            pain=self.before_pain.score,
            sensation=self.before_sensation.sensation,
            limp=self.before_limp.data,
            painkiller=self.before_painkiller.data,
        )

    def ask_before(self) -> bool:
        """Ask how it felt before the run; return whether that is answered, or not known any more.

        Who does not know it need not make up a score: the run is recorded without a check-in.
        """
        self.asks_before = True
        if self.before_pain.is_unknown:
            return True
        if self.before_pain.score is None:
            refuse(self.before_pain, gettext("You had not checked in before this run. Choose one."))
        if self.before_sensation.sensation is None:
            refuse(self.before_sensation, gettext("Choose what it felt like before this run."))
        before = self.before()
        for field, sentence in check_in_contradictions(before) if before else ():
            refuse(self[f"before_{field}"], sentence)
        return not self.errors

    def contradictions(self) -> Iterator[Contradiction]:
        """Between the kind and its minutes, and between scores and what they felt like."""
        if self._seconds() is None:
            yield Contradiction("minutes", gettext("give how long it took, in minutes"))
        kind = Kind(self.kind.data)
        if kind is Kind.OTHER and not (self.included_running.data or "queued" in request.form):
            yield Contradiction("included_running", gettext("say whether it included running"))
        if not self._is_other_with_running():
            yield from jogging_outside_a_run(kind, self.jog_minutes.data)
        yield from session_contradictions(self.session())

    def _is_other_with_running(self) -> bool:
        return bool(self.kind.data == Kind.OTHER and self.included_running.data == YES)

    def _begin(self, start: datetime) -> None:
        if self.not_before is not None:
            last = datetime.combine(self.now.date(), self.not_before)
            start = max(start, min(last, self.now))
        super()._begin(start)

    def _seconds(self) -> int | None:
        """The whole length: as given, else walking and jogging together."""
        if self.minutes.data is not None:
            return int(self.minutes.data)
        parts = [s for s in (self.walk_minutes.data, self.jog_minutes.data) if s is not None]
        return sum(parts) if parts else None


def typed(session: SessionLog) -> dict[str, object]:
    """Return a stored session as the form's values."""
    answers = dict(SESSION.given(session))
    if session.kind is Kind.OTHER:
        answers["included_running"] = YES if session.is_run else NO
    return answers
