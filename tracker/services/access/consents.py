"""Consent: a runner lets a clinician with an account here read their diary and decide in it.

They come together by a link that either makes and the other takes. Either ends it at any time.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.services import tokens
from tracker.services.access import clinicians, security_log
from tracker.services.errors import NotFound
from tracker.services.injury import proposals
from tracker.storage.access import consents as stored
from tracker.storage.access.roles import clinicians as stored_clinicians
from tracker.storage.database import retried
from tracker.storage.injury import episodes
from tracker.storage.words import SecurityEvent
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from tracker.progression.review import Redecided
    from tracker.services.access.origin import Origin
    from tracker.storage.access.consents import Consent, ConsentLink
    from tracker.storage.database import Database, Transaction
    from tracker.storage.injury.proposals import Word

CONSENTS = "consents"  # what is held while one is given or ended: of two at once, one is
LASTS = timedelta(days=7)


class WrongRole(PermissionError):
    """The link is for the other of the two: for a clinician, or for a runner."""


@retried
def make_link(
    database: Database,
    account_id: int,
    *,
    by_clinician: bool,
    with_notes: bool = False,
    origin: Origin,
    now: datetime,
) -> str:
    """Return the token of a new link, good once for seven days; it is not shown again.

    A clinician makes it for a runner, who says then whether notes are shown; a runner makes it for
    a clinician. Raises NotFound for a clinician's of who is none.
    """
    token = tokens.new()
    with database.writing(account_id, keys=[CONSENTS]) as tx:
        if by_clinician:
            clinicians.check(tx, account_id)
        stored.add_link(
            tx,
            account_id,
            tokens.digest(token),
            by_clinician=by_clinician,
            with_notes=with_notes,
            now=now,
            expires_at=now + LASTS,
        )
        made = SecurityEvent.CONSENT_LINK_MADE
        security_log.record(tx, made, account_id, origin=origin, now=now)
    return token


def links_of(database: Database, account_id: int, *, now: datetime) -> list[ConsentLink]:
    """The links of an account that nobody has used yet."""
    with database.reading() as tx:
        return stored.links_of(tx, account_id, now)


@retried
def end_link(
    database: Database, account_id: int, link_id: int, *, origin: Origin, now: datetime
) -> None:
    """End a link before anyone uses it. Raises NotFound."""
    with database.writing(account_id, keys=[CONSENTS]) as tx:
        if not stored.end_link(tx, account_id, link_id, now):
            raise NotFound(link_id)
        ended = SecurityEvent.CONSENT_LINK_ENDED
        security_log.record(tx, ended, account_id, origin=origin, now=now)


def offered(database: Database, token: str, account_id: int, *, now: datetime) -> ConsentLink:
    """What a link offers an account. Raises NotFound, and WrongRole for who may not take it."""
    with database.reading() as tx:
        return _offered(tx, token, account_id, now)


@retried
def accept(
    database: Database,
    token: str,
    account_id: int,
    *,
    with_notes: bool,
    origin: Origin,
    now: datetime,
) -> ConsentLink:
    """Take a link: the consent goes on from now. Return what the link was.

    `with_notes` counts where the runner takes it; a runner's own link has said it before. Raises
    NotFound and WrongRole.
    """
    with database.writing(account_id, keys=[CONSENTS]) as tx:
        link = _offered(tx, token, account_id, now)
        maker = link.made_by.id
        if link.by_clinician:
            runner, clinician, notes = account_id, maker, with_notes
        else:
            runner, clinician, notes = maker, account_id, link.with_notes
        stored.give(tx, runner, clinician, with_notes=notes, now=now)
        stored.use_link(tx, link, now)
        given = SecurityEvent.CONSENT_GIVEN
        security_log.record(tx, given, runner, by=clinician, origin=origin, now=now)
        return link


def given_by(database: Database, account_id: int) -> list[Consent]:
    """The consents that a runner gave and that go on."""
    with database.reading() as tx:
        return [it for it in stored.of(tx, account_id) if it.runner.id == account_id]


def given_to(database: Database, account_id: int) -> list[Consent]:
    """The consents that a clinician has; none for who has lost the role."""
    with database.reading() as tx:
        if not stored_clinicians.is_one(tx, account_id):
            return []
        return [it for it in stored.of(tx, account_id) if it.clinician.id == account_id]


def of_clinician(database: Database, account_id: int, consent_id: int) -> Consent:
    """A consent that goes on to a clinician. Raises NotFound for anyone else, and once it ended."""
    with database.reading() as tx:
        return _of_clinician(tx, account_id, consent_id)


@retried
def show_notes(database: Database, account_id: int, consent_id: int, *, with_notes: bool) -> None:
    """Let the runner choose whether notes are shown. Raises NotFound for who did not give it."""
    with database.writing(account_id, keys=[CONSENTS]) as tx:
        consent = stored.find(tx, consent_id)
        if consent is None or consent.runner.id != account_id:
            raise NotFound(consent_id)
        stored.show_notes(tx, consent, with_notes=with_notes)


@retried
def end(
    database: Database,
    account_id: int,
    consent_id: int,
    *,
    by_clinician: bool = False,
    origin: Origin,
    now: datetime,
) -> None:
    """End a consent, by the runner or by the clinician. Raises NotFound for anyone else."""
    with database.writing(account_id, keys=[CONSENTS]) as tx:
        consent = stored.find(tx, consent_id)
        if consent is None:
            raise NotFound(consent_id)
        if account_id != (consent.clinician if by_clinician else consent.runner).id:
            raise NotFound(consent_id)
        stored.end(tx, now, id=consent_id)
        ended, runner = SecurityEvent.CONSENT_ENDED, consent.runner.id
        security_log.record(tx, ended, runner, by=account_id, origin=origin, now=now)


@retried
def mark_seen(database: Database, account_id: int, consent_id: int, *, now: datetime) -> None:
    """Note that a clinician has looked. Raises NotFound."""
    with database.writing(account_id, keys=[CONSENTS]) as tx:
        stored.mark_seen(tx, _of_clinician(tx, account_id, consent_id), now)


@retried
def decide(
    database: Database,
    account_id: int,
    consent_id: int,
    words: Sequence[Word],
    *,
    today: date,
    now: datetime,
) -> Redecided:
    """Record a clinician's words in the open diary of a runner who consents; `today` is theirs.

    The same bounds hold as for a word that the runner writes down. Raises NotFound, also without
    an open diary, and clinician.SettingRefused: then nothing is recorded.
    """
    with database.reading() as tx:
        runner = _of_clinician(tx, account_id, consent_id).runner.id
    with database.writing(runner, keys=[CONSENTS]) as tx:
        _of_clinician(tx, account_id, consent_id)
        episode = episodes.open_one(tx, runner)
        if episode is None:
            raise NotFound(consent_id)
        return proposals.record(tx, episode, words, today=today, now=now)


def _offered(tx: Transaction, token: str, account_id: int, now: datetime) -> ConsentLink:
    link = stored.link(tx, tokens.digest(token), now)
    if link is None:
        raise NotFound("no such link")
    if link.by_clinician:
        clinicians.check(tx, link.made_by.id)
    if link.made_by.id == account_id:
        raise WrongRole(gettext("You made this link yourself: it is for somebody else."))
    if not link.by_clinician and not stored_clinicians.is_one(tx, account_id):
        raise WrongRole(gettext("This link is for a clinician, and your account is none here."))
    return link


def _of_clinician(tx: Transaction, account_id: int, consent_id: int) -> Consent:
    consent = stored.find(tx, consent_id)
    if consent is None or consent.clinician.id != account_id:
        raise NotFound(consent_id)
    clinicians.check(tx, account_id)
    return consent
