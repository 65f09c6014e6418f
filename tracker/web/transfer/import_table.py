"""A table from anywhere: how it was read, what it would add, and taking it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from flask import render_template, request

from tracker.exchange.any_table import columns
from tracker.exchange.any_table.table import read_table
from tracker.exchange.own_format.archive import Archive
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.exchange.parse_errors import FilesError
from tracker.language.sentences import changes
from tracker.services.transfer import imports
from tracker.storage.words import ImportSource
from tracker.translations import N_, gettext, ngettext
from tracker.web import database, now
from tracker.web.transfer.import_forms import MeaningForm
from tracker.web.transfer.import_preview import ImportPreview, take_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.exchange.any_table.columns import Entries
    from tracker.exchange.any_table.meaning import Meaning
    from tracker.exchange.any_table.table import Table
    from tracker.exchange.parse_errors import ParseError
    from tracker.progression.diary import CheckIn, SessionLog
    from tracker.web.kit.request_context import RequestContext

_FILE = N_("your file")


class NoTableError(FilesError):
    """A file that is no table at all."""


class _Read(NamedTuple):
    """A table as it was read, what it would add, and what is worth knowing of it."""

    entries: Entries
    preview: ImportPreview
    onset: date

    @property
    def rows(self) -> list[CheckIn | SessionLog]:
        """All that was read, by day."""
        entries: list[CheckIn | SessionLog] = [*self.entries.check_ins, *self.entries.sessions]
        return sorted(entries, key=lambda entry: entry.date)

    @property
    def before_onset(self) -> int:
        """How many entries are dated before the injury began."""
        return sum(entry.date < self.onset for entry in self.rows)

    @property
    def doubtful(self) -> set[str]:
        """The ids of runs and walks that are faster than most people."""
        return {session.id for session in self.entries.doubtful}


def read_in(context: RequestContext, content: bytes, digest: str) -> ResponseReturnValue:
    """Show how a kept table is read and what that would do; take it in once that is confirmed.

    Raises NoTableError.
    """
    try:
        table = read_table(content, gettext(_FILE))
    except FilesError as error:
        raise NoTableError(error.faults) from error
    form = MeaningForm(table=table, file=digest)
    if not form.is_submitted():
        form.offer(columns.guess(table, context.unit))
    elif not form.validate():
        return _page(context, form, table), 422
    meaning = form.meaning()
    form.ask_kinds(meaning)
    try:
        return _read(context, form, table, meaning)
    except FilesError as error:
        status = 422 if form.is_submitted() and "again" not in request.form else 200
        return _page(context, form, table, faults=error.faults), status


def _read(
    context: RequestContext, form: MeaningForm, table: Table, meaning: Meaning
) -> ResponseReturnValue:
    """Take the table in, or show what that would do. Raises FilesError."""
    zone = ZoneInfo(context.view.facts.timezone)
    entries = columns.to_entries(
        table, meaning, gettext(_FILE), context.today, zone, leave_out=bool(form.leave_out.data)
    )
    keeping = EpisodeLifecycle(opened_at=context.view.opened_at)
    archives = (Archive(context.view.episode, keeping, entries.check_ins, entries.sessions),)
    unless_alike = not form.add_alike.data
    if form.is_submitted() and "again" not in request.form:
        said = _left_out(entries.left_out)
        return take_in(archives, ImportSource.TABLE, unless_alike=unless_alike, besides=said)
    outcome = imports.preview(
        database(), context.account_id, archives, unless_alike=unless_alike, now=now()
    )
    remarks = [*columns.remarks(table, meaning, zone), *columns.not_asked(meaning)]
    preview = ImportPreview(archives, outcome, remarks)
    onset = context.view.facts.onset
    return _page(context, form, table, _Read(entries, preview, onset), entries.left_out)


def _left_out(faults: Sequence[ParseError]) -> list[str]:
    lines = list(dict.fromkeys(fault.line for fault in faults))
    if not lines:
        return []
    numbers = ", ".join(map(str, lines[:20])) + (", …" if len(lines) > 20 else "")  # noqa: PLR2004
    return [
        ngettext(
            "Left out: %(num)d row, of line %(lines)s.",
            "Left out: %(num)d rows, of line %(lines)s.",
            len(lines),
            lines=numbers,
        )
    ]


def _page(
    context: RequestContext,
    form: MeaningForm,
    table: Table,
    read: _Read | None = None,
    faults: Sequence[ParseError] = (),
) -> str:
    return render_template(
        "transfer/import_columns.html",
        form=form,
        table=table,
        read=read,
        faults=faults,
        of_rows=bool(faults) and all(fault.line for fault in faults),
        unit=context.unit,
        changes=changes,
    )
