"""`tracker import ARCHIVE`: an archive of Strava, Garmin or Apple, read in place from the shell."""

from __future__ import annotations

import sys
from collections import Counter
from time import monotonic
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.app import utc_now
from tracker.cli.command import CommandError
from tracker.language.names import kinds_counted
from tracker.language.phrases import full_date, minutes
from tracker.progression.diary import Kind
from tracker.services.injury import episodes
from tracker.services.transfer import archives
from tracker.services.transfer.archive_choice import Choice, is_fast, months_before
from tracker.services.transfer.archive_job import Job
from tracker.services.transfer.usual_training import WEEKS
from tracker.translations import gettext, ngettext

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable
    from pathlib import Path

    from tracker.services.injury.episodes import EpisodeView
    from tracker.services.transfer.archive_job import Progress
    from tracker.services.transfer.archives import Ready
    from tracker.storage.database import Database

_USUAL = (Kind.RUN, Kind.WALK, Kind.BIKE, Kind.SWIM)


def add_choice(parser: ArgumentParser) -> None:
    """Add what says which part of an archive is wanted."""
    of_archives = parser.add_argument_group(gettext("of an archive of Strava, Garmin or Apple"))
    of_archives.add_argument(
        "--months",
        type=int,
        metavar="N",
        default=12,
        help=gettext("the last N months (12); 0: everything"),
    )
    of_archives.add_argument(
        "--kinds",
        metavar="KINDS",
        default=",".join(_USUAL),
        help=gettext("which, like run,walk (run,walk,bike,swim)"),
    )
    of_archives.add_argument(
        "--fast-runs",
        action="store_true",
        help=gettext("runs above 12 km/h were runs: take them too"),
    )


def job_for(source: Path, incoming: Path, account_id: int) -> Job:
    """The work on an archive, begun or gone on with."""
    job = Job(incoming / f"shell-{account_id}")
    job.begin(source.resolve(), source.name)
    return job


def ready_sessions(
    database: Database, account_id: int, job: Job, arguments: Namespace
) -> tuple[EpisodeView, Ready]:
    """Look through the archive, read what is wanted, say what is in it; return what it would add.

    Stopped, it goes on where it was when the same command is given again. Raises FilesError.
    """
    view = episodes.current_episode(database, account_id)
    if view is None:
        raise CommandError(
            gettext("An archive belongs to an injury. Describe it in `tracker serve` first.")
        )
    _work(gettext("Looking through the archive"), job.look)
    zone = ZoneInfo(view.facts.timezone)
    today = utc_now().astimezone(zone).date()
    since = months_before(today, arguments.months) if arguments.months > 0 else None
    chosen = job.choose(Choice(_kinds(arguments), since, arguments.fast_runs), zone, today)
    _say_what_there_is(job, chosen)
    _work(gettext("Reading recordings"), job.read_on)
    ready = archives.ready(database, account_id, view, job)
    _say_what_is_left_out(ready)
    _say_usual(job, view)
    return view, ready


def _kinds(arguments: Namespace) -> frozenset[Kind]:
    try:
        return frozenset(Kind(word.strip()) for word in arguments.kinds.split(","))
    except ValueError as error:
        raise CommandError(
            gettext("%(error)s. Give --kinds some of %(join)s.", error=error, join=", ".join(Kind))
        ) from error


def _work(title: str, work: Callable[[Callable[[], bool]], Progress]) -> None:
    """Work piece by piece, and say how far it is where somebody sees it."""
    is_seen = sys.stderr.isatty()
    while True:
        until = monotonic() + 1
        progress = work(lambda until=until: monotonic() < until)  # type: ignore[misc] # a default
        if is_seen:
            end = "\n" if progress.is_over else ""
            print(f"\r{title}: {progress.percent} %", end=end, file=sys.stderr, flush=True)
        if progress.is_over:
            return


def _say_what_there_is(job: Job, chosen: int) -> None:
    looked = job.looked()
    counts = Counter(activity.kind for activity in looked.activities.values())
    named = kinds_counted().items()
    amounts = ", ".join(f"{name} {counts[kind]}" for kind, name in named if counts[kind])
    print(
        gettext(
            "In the archive: %(value)s. %(chosen)s of them are wanted.",
            value=amounts or gettext("nothing that you did"),
            chosen=chosen,
        )
    )
    fast = sum(is_fast(activity) for activity in looked.activities.values())
    if fast and not job.choice().fast_are_runs:
        print(
            gettext(
                "%(fast)s are faster than most people run, and left out; --fast-runs takes them.",
                fast=fast,
            )
        )
    for fault in looked.unreadable:
        print(
            gettext("Left out: %(name)s %(what)s.", name=fault.name, what=fault.what),
            file=sys.stderr,
        )


def _say_what_is_left_out(ready: Ready) -> None:
    if ready.doubled:
        print(
            gettext(
                "%(doubled)s are in the archive twice; each is taken once.", doubled=ready.doubled
            )
        )
    for session in ready.there:
        print(
            gettext(
                "In the diary already, from elsewhere: %(full_date)s, %(kind)s.",
                full_date=full_date(session.date),
                kind=session.kind,
            )
        )
    for fault in ready.unsplit:
        print(
            gettext("Not read closely: %(name)s %(what)s.", name=fault.name, what=fault.what),
            file=sys.stderr,
        )


def _say_usual(job: Job, view: EpisodeView) -> None:
    """Say what was usual; the pages take it over, with the runs it is taken from."""
    usual = archives.usual_of(job, view)
    onset = full_date(view.episode.onset)
    if usual.run_minutes is not None:
        print(
            ngettext(
                "Usual run in the %(weeks)s weeks before %(onset)s: %(minutes)s min, of one run.",
                "Usual run in the %(weeks)s weeks before %(onset)s: %(minutes)s min, of %(num)d"
                " runs.",
                len(usual.runs),
                weeks=WEEKS,
                onset=onset,
                minutes=usual.run_minutes,
            )
        )
    if usual.week_minutes is not None:
        print(
            ngettext(
                "Usual week: %(minutes)s min, of one week.",
                "Usual week: %(minutes)s min, of %(num)d weeks.",
                len(usual.weeks),
                minutes=usual.week_minutes,
            )
        )
    if usual.longest is not None:
        when = full_date(usual.longest.date)
        print(
            gettext(
                "Longest run: %(minutes)s, on %(when)s.",
                minutes=minutes(usual.longest.jog_seconds),
                when=when,
            )
        )
