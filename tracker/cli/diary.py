"""`tracker export` and `tracker import`: a diary taken away as files, and read back in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from tracker.app import utc_now
from tracker.cli import archive
from tracker.cli.command import CommandError
from tracker.cli.own_diary import account_id_of, is_wanted, open_diary
from tracker.exchange.clinician.fhir.bundle import BUNDLE
from tracker.exchange.clinician.redcap import DICTIONARY, RECORDS
from tracker.exchange.own_format.zip_or_folder import zip_chunks
from tracker.services.injury import episodes
from tracker.services.transfer import exports, handover, imports
from tracker.settings import Settings
from tracker.storage.words import ImportSource
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from tracker.cli.command import Commands
    from tracker.exchange.own_format.archive import Archive
    from tracker.services.transfer.import_outcome import ImportOutcome
    from tracker.storage.database import Database


_ZIP, _FHIR, _REDCAP = "zip", "fhir", "redcap"


def add_export(commands: Commands) -> None:
    """Add `tracker export`."""
    parser = commands.add_parser(
        "export", help=gettext("take a diary away as a ZIP of plain files")
    )
    parser.add_argument(
        "file", type=Path, metavar="FILE", help=gettext("the file to write; - for standard output")
    )
    parser.add_argument("--open-only", action="store_true", help=gettext("only the open episode"))
    parser.add_argument(
        "--as",
        dest="form",
        choices=(_ZIP, _FHIR, _REDCAP),
        default=_ZIP,
        help=gettext(
            "zip: all of it, to be read back in; fhir: the open episode as a FHIR R4 "
            "document; redcap: the open episode as a ZIP of a data dictionary and its "
            "records (%(default)s)"
        ),
    )
    _add_account(parser)
    parser.set_defaults(run=export)


def add_import(commands: Commands) -> None:
    """Add `tracker import`."""
    parser = commands.add_parser(
        "import",
        help=gettext("read an export back in, or a whole archive of Strava, Garmin or Apple"),
    )
    parser.add_argument(
        "source", type=Path, metavar="FOLDER_OR_ZIP", help=gettext("what was exported")
    )
    parser.add_argument("--yes", action="store_true", help=gettext("do it without asking"))
    archive.add_choice(parser)
    _add_account(parser)
    parser.set_defaults(run=import_)


def _add_account(parser: ArgumentParser) -> None:
    parser.add_argument("--account", metavar="NAME", help=gettext("whose, where there are several"))


def export(arguments: Namespace) -> int:
    """Write the file; one that is there is never replaced."""
    parts = list(_parts(arguments))
    if str(arguments.file) == "-":
        if sys.stdout.isatty() and arguments.form != _FHIR:
            raise CommandError(
                gettext("A ZIP is not for a terminal: send it on, > MINE.zip or | a program.")
            )
        sys.stdout.buffer.writelines(parts)
        return 0
    try:
        with arguments.file.open("xb") as file:
            file.writelines(parts)
    except FileExistsError as error:
        raise CommandError(
            gettext("%(file)s is there already. Give another name.", file=arguments.file)
        ) from error
    except OSError as error:
        raise CommandError(
            gettext(
                "%(file)s cannot be written: %(strerror)s.",
                file=arguments.file,
                strerror=error.strerror,
            )
        ) from error
    print(gettext("Written to %(file)s", file=arguments.file))
    return 0


def _parts(arguments: Namespace) -> Iterable[bytes]:
    """What is written, whole: the diary is closed by then."""
    now = utc_now()
    with open_diary() as database:
        account_id = account_id_of(database, arguments.account)
        if arguments.form != _ZIP:
            return _for_others(database, account_id, arguments.form, now)
        archives = exports.all_archives(database, account_id)
    if arguments.open_only:
        archives = [a._replace(folder="") for a in archives if a.keeping.closed_on is None]
    if not archives:
        raise CommandError(gettext("There is nothing to export yet."))
    return exports.zipped(archives, now)


def _for_others(database: Database, account_id: int, form: str, now: datetime) -> Iterable[bytes]:
    """The open episode for another system."""
    view = episodes.current_episode(database, account_id)
    if view is None:
        raise CommandError(gettext("There is no open episode. Ended ones are on the page Export."))
    today = now.astimezone(ZoneInfo(view.facts.timezone)).date()
    files = handover.files_of(database, account_id, view.id, today=today, now=now)
    if form == _FHIR:
        return [part.encode() for part in files[BUNDLE]()]
    made = {name: list(files[name]()) for name in (DICTIONARY, RECORDS)}
    return list(zip_chunks(made))


def import_(arguments: Namespace) -> int:
    """Say what would be added, ask, and add it."""
    from tracker.exchange.archive.opened import is_archive
    from tracker.exchange.parse_errors import FilesError

    incoming = Settings.from_environment().incoming
    with open_diary() as database:
        account_id = account_id_of(database, arguments.account)
        job = None
        try:
            if is_archive(arguments.source, incoming):
                job = archive.job_for(arguments.source, incoming, account_id)
                view, ready = archive.ready_sessions(database, account_id, job, arguments)
                source, given = ImportSource.RECORDINGS, Given((ready.archive(view),))
            else:
                source, given = ImportSource.EXPORT, _own_format(arguments.source)
            if not _take_in(database, account_id, source, given, yes=arguments.yes):
                return 0
        except FilesError as error:
            faults = "\n".join(f"  {fault}" for fault in error.faults)
            raise CommandError(
                gettext(
                    "%(source)s was not read in:\n%(faults)s",
                    source=arguments.source,
                    faults=faults,
                )
            ) from error
    if job is not None:
        job.discard()
    print(gettext("Added."))
    return 0


class Given(NamedTuple):
    """What a file holds, and what is worth knowing of it."""

    archives: Sequence[Archive]
    notices: Sequence[str] = ()


def _own_format(source: Path) -> Given:
    from tracker.exchange.own_format.archive import read_archives

    read = read_archives(source, utc_now())
    return Given(read.archives, read.notices)


def _take_in(
    database: Database, account_id: int, source: ImportSource, given: Given, *, yes: bool
) -> bool:
    """Say what would be added, ask, and add it; whether that was done."""
    now = utc_now()
    outcome = imports.preview(database, account_id, given.archives, now=now)
    _say(outcome, given.notices)
    if not outcome.adds_anything:
        print(gettext("Nothing here is new."))
        return False
    if not (yes or is_wanted(gettext("Add this?"))):
        print(gettext("Nothing was added."))
        return False
    imports.import_archives(database, account_id, given.archives, source=source, now=now)
    return True


def _say(outcome: ImportOutcome, notices: Sequence[str]) -> None:
    from tracker.content.red_flags import signs
    from tracker.language.rules import why_not
    from tracker.language.sentences import changes, locks

    for imported in outcome.episodes:
        is_new = gettext("new") if imported.is_new else gettext("already here")
        print(
            gettext(
                "Injury of %(onset)s (%(is_new)s): %(check_ins)s check-ins, %(sessions)s "
                "sessions and %(care)s care entries to add; %(known)s known already, "
                "%(different)s of them different and left as here.",
                onset=imported.episode.onset,
                is_new=is_new,
                check_ins=imported.check_ins,
                sessions=imported.sessions,
                care=imported.care,
                known=imported.known,
                different=imported.different,
            )
        )
        for run in imported.deviations:
            print(
                gettext(
                    "  %(date)s: a run that was not cleared (%(why_not)s).",
                    date=run.date,
                    why_not=why_not(run.rules),
                )
            )
        for sentence in changes(imported.redecided):
            print(f"  {sentence}")
        for sentence in imported.left_out:
            print(gettext("  Not taken over: %(sentence)s", sentence=sentence))
    for sentence in changes(outcome.redecided):
        print(gettext("The injury that is open here: %(sentence)s", sentence=sentence))
    if outcome.locks:
        print(locks(sign.question for sign in signs(outcome.locks)))
    for notice in notices:
        print(notice, file=sys.stderr)
