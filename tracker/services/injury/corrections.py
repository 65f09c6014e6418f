"""Corrections of what was said of an injury; what was said before stays on record."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from tracker.progression import guardrails
from tracker.progression.episode import Setting
from tracker.progression.protocol import BASELINE, BASELINE_WEEK, PAIN_ALLOWED
from tracker.progression.timeline import stand
from tracker.services.diary.open_signs import followed
from tracker.services.diary.refold import protocol_of, redecide, redecide_facts
from tracker.services.errors import ReasonNeeded
from tracker.services.injury.clinician import add_setting
from tracker.services.injury.episodes import EpisodeFacts, check_not_future, columns
from tracker.services.ownership import own_episode
from tracker.storage.database import retried
from tracker.storage.diary import changes, diaries
from tracker.storage.injury import episodes as stored

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.progression.episode import Site
    from tracker.progression.review import Redecided
    from tracker.storage.database import Database, Transaction
    from tracker.storage.diary.diaries import Entries
    from tracker.storage.injury.episodes import EpisodeRecord


class SignLeftOut(ValueError):
    """An open warning sign would lie before the onset, where nothing is read."""


@retried
def edit_episode(
    database: Database,
    account_id: int,
    episode_id: int,
    facts: EpisodeFacts,
    *,
    today: date,
    now: datetime,
) -> Redecided:
    """Correct what was said of an injury, and decide every day anew.

    Once anything is recorded, another baseline is a changed number from today on. Another site cuts
    the pain allowed to what may be allowed there, from today on. Raises NotFound; SettingRefused if
    it needs a clinician; SignLeftOut, for no correction lifts a lock; and ValueError for an onset
    in the future.
    """
    check_not_future(facts.onset, today)
    with database.writing(account_id) as tx:
        record = own_episode(tx, account_id, episode_id)
        _cut_to_site(tx, record, facts.site, today, now)
        if _has_begun(tx, record):
            _set(tx, record, Setting(name=BASELINE, value=facts.baseline_minutes, date=today), now)
            week = facts.baseline_week_minutes
            if week is not None:
                _set(tx, record, Setting(name=BASELINE_WEEK, value=week, date=today), now)
            facts = replace(
                facts,
                baseline_minutes=record.baseline_minutes,
                baseline_week_minutes=record.baseline_week_minutes,
            )
        elif facts.baseline_week_minutes is None:  # not said is not unknown
            facts = replace(facts, baseline_week_minutes=record.baseline_week_minutes)
        with followed(tx, record, now):
            return _correct(tx, record, facts, today, now)


@retried
def answer_screening(
    database: Database,
    account_id: int,
    episode_id: int,
    screening: tuple[str, ...],
    *,
    reason: str = "",
    today: date,
    now: datetime,
) -> Redecided:
    """Correct the answers of the screen; the earlier ones stay on record. Raises NotFound.

    New answers count from today, unless they only take some back. Raises ReasonNeeded if one is
    taken back without a `reason`.
    """
    with database.writing(account_id) as tx:
        record = own_episode(tx, account_id, episode_id)
        taken = tuple(answer for answer in record.screening if answer not in screening)
        if taken and not reason:
            raise ReasonNeeded(taken)
        with followed(tx, record, now, taken):
            answered = replace(record, screening=screening)
            if not set(screening) <= set(record.screening):
                answered_on = max(today, record.onset)
                answered = replace(answered, screened_on=answered_on, screened_at=now)
            stored.change(tx, record, answered)
            note_change(tx, record, answered, now, reason=reason if taken else "")
            return redecide(tx, answered, since=None)


@retried
def accept_proposal(
    database: Database,
    account_id: int,
    episode_id: int,
    proposal: Setting,
    *,
    today: date,
    now: datetime,
) -> Redecided:
    """Take over a usual run or week that was proposed, with today's date.

    Before anything is recorded it corrects what was said at first; then it is a changed number
    from today on. Raises NotFound, and SettingRefused if that needs a clinician.
    """
    with database.writing(account_id) as tx:
        record = own_episode(tx, account_id, episode_id)
        if _has_begun(tx, record):
            _set(tx, record, proposal, now)
            return redecide(tx, record, since=proposal.date)
        said = EpisodeFacts(**{f.name: getattr(record, f.name) for f in fields(EpisodeFacts)})
        if proposal.name == BASELINE:
            facts = replace(said, baseline_minutes=proposal.value)
        else:
            facts = replace(said, baseline_week_minutes=proposal.value)
        return _correct(tx, record, facts, today, now)


def needs_clinician(
    database: Database, account_id: int, episode_id: int, proposal: Setting
) -> bool:
    """Whether a proposed usual run or week may only be set by a clinician. Raises NotFound."""
    with database.reading() as tx:
        record = own_episode(tx, account_id, episode_id)
        if not _has_begun(tx, record):
            return False
        facts = diaries.episode_value(tx, record)
        return guardrails.objection(protocol_of(record), facts, proposal) is not None


def _has_begun(tx: Transaction, record: EpisodeRecord) -> bool:
    """Whether anything was recorded, so that the past was decided by the baseline."""
    entries = diaries.load(tx, record)
    return bool(entries.check_ins or entries.sessions or entries.episode.settings)


def _cut_to_site(
    tx: Transaction, record: EpisodeRecord, site: Site, today: date, now: datetime
) -> None:
    """Cut the pain allowed to the bound of a site, where more is in force."""
    episode = replace(diaries.episode_value(tx, record), site=site)
    highest = guardrails.site_cut(protocol_of(record), episode, today)
    if highest is not None:
        cut = Setting(name=PAIN_ALLOWED, value=highest, date=today, entered_at=now)
        stored.add_settings(tx, record.key, [cut], now)


def _set(tx: Transaction, record: EpisodeRecord, setting: Setting, now: datetime) -> None:
    """Change a number from its date on, today, unless that is what is in force."""
    name, today = setting.name, setting.date
    episode = diaries.episode_value(tx, record)
    is_known = name != BASELINE_WEEK or guardrails.week_is_known(episode, today)
    in_force = guardrails.current(protocol_of(record), episode, name, today)
    if not (is_known and setting.value == in_force):
        add_setting(tx, record, setting, today=today, now=now)


def _correct(
    tx: Transaction, record: EpisodeRecord, facts: EpisodeFacts, today: date, now: datetime
) -> Redecided:
    entries = diaries.load(tx, record)
    open_signs = _open_signs(record, entries, today)
    corrected = entries.episode = replace(
        entries.episode,
        onset=facts.onset,
        baseline_minutes=facts.baseline_minutes,
        baseline_week_minutes=facts.baseline_week_minutes,
    )
    if not open_signs <= _open_signs(record, entries, today):
        raise SignLeftOut
    changed = replace(record, **columns(facts))
    redecided = redecide_facts(tx, record, corrected, lambda: stored.change(tx, record, changed))
    note_change(tx, record, changed, now)
    return redecided


def _open_signs(
    record: EpisodeRecord, entries: Entries, today: date
) -> set[tuple[str, date | None]]:
    """The warning signs that lock running today, each with its day where a check-in holds it."""
    day = max(today, entries.episode.onset)
    signs = stand(protocol_of(record), entries.diary(), day).standing.open_signs
    return {(sign.id, sign.date if sign.by_check_in else None) for sign in signs}


def note_change(
    tx: Transaction,
    before: EpisodeRecord,
    after: EpisodeRecord,
    now: datetime,
    *,
    reason: str = "",
) -> None:
    """Keep what was said of an episode before a correction, which only another one undoes."""
    what = ("episode", str(before.id))
    changes.add(tx, before.key, what, _on_record(before), _on_record(after), now=now, reason=reason)


def _on_record(record: EpisodeRecord) -> dict[str, object]:
    return {
        "site": record.site.value,
        "side": record.side.value,
        "onset": record.onset.isoformat(),
        "onset_about": record.onset_about,
        "baseline_minutes": record.baseline_minutes,
        "baseline_week_minutes": record.baseline_week_minutes,
        "timezone": record.timezone,
        "protocol": record.protocol,
        "protocol_by": record.protocol_by,
        "protocol_on": None if record.protocol_on is None else record.protocol_on.isoformat(),
        "screening": list(record.screening),
        "screened_on": record.screened_on.isoformat(),
    }
