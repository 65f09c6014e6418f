"""The numbers of the contract, and what settings make of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from tests.evaluation.reference.entries import Diary, Episode, Record, Setting

MINUTE = 60
SEVERE_PAIN = 7
HARD_EFFORT = 7
PAIN_FREE_DAYS_AFTER = 1
SHARP_HOLD_DAYS = 2
WALK_SECONDS = 30 * MINUTE
LAY_OFF_DAYS, LAY_OFF_CAUTION_DAYS = 14, 28
WATCH_DAYS = 60
PAST_DAYS = 30
STALLED_DAYS = 21
WINDOW_OPENS, WINDOW_CLOSES = 14, 42
EVENING_FROM = 18 * 60 * MINUTE
FIRST_RIDE, RIDE_LEEWAY, RIDE_CAP = 15, 5, 60
STEPS = {  # walk minutes, jog minutes, repeats
    1: (4, 1, 5),
    2: (3, 2, 5),
    3: (2, 3, 5),
    4: (1, 4, 5),
    5: (1, 6, 4),
    6: (1, 9, 3),
    7: (1, 14, 2),
    8: (0, 25, 1),
    9: (0, 30, 1),
}
BUILD = 10  # what the stages `build` and `returned` count as
_USUAL = {"pain_allowed": 0, "pain_free_days": 2, "clean_runs_step_1": 3}
_CLEAN_RUNS = 2


def in_force(episode: Episode, name: str, day: int) -> int | None:
    """The value of the setting of the latest date up to `day`; None where there is none."""
    settings = [s for s in episode.settings if s.name == name and s.day <= day]
    return latest(settings).value if settings else None


def latest(settings: list[Setting]) -> Setting:
    """The one that counts: of the latest date, and of these the one entered last."""
    last = max(s.day for s in settings)
    same = [s for s in settings if s.day == last]
    if all(s.entered_at is not None for s in same):
        return max(same, key=lambda s: (s.entered_at, s.row))
    return max(same, key=lambda s: s.row)


def pain_allowed(episode: Episode, day: int) -> int:
    return in_force(episode, "pain_allowed", day) or 0


def flare_pain(episode: Episode, day: int) -> int:
    return max(4, pain_allowed(episode, day) + 2)


def pain_free_days(episode: Episode, day: int) -> int:
    return in_force(episode, "pain_free_days", day) or _USUAL["pain_free_days"]


def clean_runs_needed(episode: Episode, step: int, day: int) -> int:
    name = f"clean_runs_step_{step}"
    return in_force(episode, name, day) or _USUAL.get(name, _CLEAN_RUNS)


def baseline(episode: Episode, day: int) -> int:
    """Seconds of the usual run, as known on that day."""
    changed = in_force(episode, "baseline_run_minutes", day)
    return (changed or episode.baseline_minutes) * MINUTE


def usual_week(episode: Episode, day: int) -> int | None:
    """Seconds of jogging in a usual week, as known on that day."""
    minutes = in_force(episode, "baseline_week_minutes", day) or episode.week_minutes
    return None if minutes is None else minutes * MINUTE


def placements(diary: Diary) -> list[tuple[int, Setting]]:
    """Each `step` setting that counts, with the day at whose dawn it acts."""
    given = [s for s in diary.episode.settings if s.name == "step" and s.day >= 0]
    each = [latest([s for s in given if s.day == day]) for day in sorted({s.day for s in given})]
    return [(_acts_on(diary, setting), setting) for setting in each]


def _acts_on(diary: Diary, setting: Setting) -> int:
    runs = [r for r in diary.records if r.is_run and r.day == setting.day]
    times = [r.time for r in runs if r.time is not None]
    if not runs or len(times) < len(runs) or setting.entered_at is None:
        return setting.day
    began = _instant(diary.episode, runs[0], min(times))
    return setting.day + 1 if setting.entered_at > began else setting.day


def _instant(episode: Episode, record: Record, seconds: int) -> datetime:
    day = episode.onset + timedelta(days=record.day)
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(episode.timezone))
    return midnight.replace(hour=seconds // 3600, minute=seconds // 60 % 60, second=seconds % 60)
