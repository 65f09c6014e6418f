"""What a file would add, as it is shown, and taking it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import flash, redirect, url_for

from tracker.content import red_flags
from tracker.language.sentences import changes, locks
from tracker.services.transfer import imports
from tracker.translations import ngettext
from tracker.web import database, now
from tracker.web.kit import staged_uploads
from tracker.web.kit.identity import own_account

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from tracker.exchange.own_format.archive import Archive
    from tracker.services.transfer.import_outcome import ImportOutcome
    from tracker.storage.words import ImportSource


class ImportPreview(NamedTuple):
    """What a file holds, and what taking it in would do."""

    archives: Sequence[Archive]
    outcome: ImportOutcome
    notices: Sequence[str] = ()

    @property
    def adds_anything(self) -> bool:
        """Whether anything would be added."""
        return self.outcome.adds_anything

    @property
    def of_the_open_episode(self) -> list[str]:
        """What of other injuries changes the open one, and what locks it, in sentences."""
        return _of_the_open_episode(self.outcome)


def take_in(
    archives: Sequence[Archive],
    source: ImportSource,
    *,
    unless_alike: bool = False,
    besides: Sequence[str] = (),
) -> ResponseReturnValue:
    """Add what is missing, and say so, and what is said `besides`."""
    account_id = own_account().id
    outcome = imports.import_archives(
        database(), account_id, archives, source=source, unless_alike=unless_alike, now=now()
    )
    staged_uploads.discard(account_id)
    added = sum(episode.added for episode in outcome.episodes)
    flash(
        ngettext(
            "%(num)d entry added. History can undo it.",
            "%(num)d entries added. History can undo it.",
            added,
        )
    )
    of_each = [sentence for e in outcome.episodes for sentence in changes(e.redecided)]
    for sentence in (*besides, *of_each, *_of_the_open_episode(outcome)):
        flash(sentence)
    return redirect(url_for("reading.history"), 303)


def _of_the_open_episode(outcome: ImportOutcome) -> list[str]:
    signs = [sign.question for sign in red_flags.signs(outcome.locks)]
    return [*changes(outcome.redecided), *([locks(signs)] if signs else [])]
