"""An account with one of everything that an address may name, and a note wherever one is taken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.web import ways_in
from tests.web.conftest import FACTS, START, TODAY
from tests.web.diaries import check_in
from tracker.content.care import CareEntry, CareKind
from tracker.content.visits import Visit
from tracker.exchange.own_format.archive import Archive
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.progression.diary import Kind, Sensation, SessionLog
from tracker.progression.episode import Clearance, Setting, Through
from tracker.services.access import (
    accounts,
    answers,
    calendar_feed,
    share_links,
    sign_ins,
)
from tracker.services.access.origin import SHELL
from tracker.services.diary import care, entries
from tracker.services.injury import clinician, episodes, proposals, variants
from tracker.services.injury.episodes import CloseReason
from tracker.services.transfer import import_history, imports
from tracker.storage.words import ImportSource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.routing import Rule

    from tracker.progression.diary import CheckIn
    from tracker.storage.database import Database

PASSPHRASE = "slow and steady wins"
SECRET_NOTE = "the stairs at grandmother's house"
OLD_NOTE = "the fall from the red bicycle"
CLINICIAN = "Dr Quillfeather"
VARIANT = """based-on = "return-to-run-1"
id = "quillfeather-1"
title = "A slower start"
[numbers.pain_free_days]
value = 3
note = "Dr Quillfeather: one day more."
"""


@dataclass(frozen=True)
class Diary:
    """An account with an ended and an open episode, and one of everything an address may name.

    `clinician` is the token of a browser of the clinician who is let in.
    """

    account_id: int
    token: str
    share: str
    clinician: str
    names: Mapping[tuple[str, str], Any]

    @property
    def whose(self) -> tuple[int, int]:
        """The account and its open episode, as the services ask for them."""
        return self.account_id, self.names["", "episode_id"]

    def address(self, rule: Rule) -> str:
        """Return the address of a rule for this diary."""
        blueprint = rule.endpoint.split(".")[0]
        values = {}
        for name in rule.arguments - set(rule.defaults or ()):
            keys = (rule.endpoint, name), (blueprint, name), ("", name)
            value = next((self.names[key] for key in keys if key in self.names), None)
            assert value is not None, f"name a value for {name} of {rule.rule}"
            values[name] = value
        built = rule.build(values, append_unknown=False)
        assert built is not None
        return built[1]


def a_diary(database: Database, name: str) -> Diary:
    """Make an account with one of everything."""
    account = accounts.register(database, name=name, passphrase=PASSPHRASE, now=START)
    phone, token = (
        sign_ins.open_sign_in(database, account.id, user_agent="a test", now=START)
        for _ in range(2)
    )
    _ended_episode(database, account.id, name)
    episode = episodes.open_episode(database, account.id, FACTS, (), today=TODAY, now=START)
    whose = (database, account.id, episode)
    change, care_change = _entries(whose, f"{name}: {SECRET_NOTE}")
    import_id = _import(database, account.id, episode)
    invitation, invited = ways_in.invitation(database, account.id)
    share = share_links.share(*whose, shared_with=CLINICIAN, with_notes=False, days=30, now=START)
    proposal = _answered(whose, name)
    practice = ways_in.practice(database, account.id)
    asked = share_links.share(
        *whose, shared_with=CLINICIAN, with_notes=False, days=30, for_answer=True, now=START
    )
    return Diary(
        account_id=account.id,
        token=token,
        share=share,
        clinician=practice.token,
        names={
            ("", "consent_id"): practice.consent_id,
            ("", "link_id"): practice.link_id,
            ("consents", "token"): practice.link,
            ("", "episode_id"): episode,
            ("check_ins", "uid"): f"check-in-{account.id}",
            ("sessions", "uid"): f"session-{account.id}",
            ("care", "uid"): f"care-{account.id}",
            ("feedback", "change_id"): change,
            ("care", "change_id"): care_change,
            ("undo_imports", "import_id"): import_id,
            ("share_links", "share_id"): share_links.shares(database, account.id)[-1].id,
            ("shared_link.answer.give", "token"): asked,
            ("proposals", "proposal_id"): proposal,
            ("devices", "sign_in_id"): ways_in.sign_in_id(database, account.id, phone),
            ("people", "invitation_id"): invitation,
            ("person", "account_id"): account.id,
            ("sign_in", "invitation"): invited,
            ("shared_link", "token"): share,
            ("passkeys", "passkey_id"): ways_in.passkey(database, account.id),
            ("api_tokens", "token_id"): ways_in.api_token(database, account.id),
            ("reset", "token"): ways_in.reset_link(database, account.id),
            ("reminders", "channel"): "mail",
            ("reminders", "token"): ways_in.reminder(database, account.id),
            ("calendar", "token"): calendar_feed.open_feed(database, account.id, now=START),
            ("", "name"): "recovery",
            ("", "suffix"): "svg",
            ("", "version"): "1",
            ("exports", "name"): "check_ins.csv",
            ("numbers", "name"): "pain_allowed",
            ("", "protocol_id"): variants.keep(database, VARIANT, START).id,
            ("learn", "slug"): "rest-days",
            ("static", "filename"): "css/base.css",
            ("static", "version"): "of-long-ago",
        },
    )


def adas_diary(database: Database) -> Diary:
    """The one of Ada."""
    return a_diary(database, "Ada")


def _entries(whose: tuple[Database, int, int], note: str) -> tuple[int | None, int | None]:
    """Write the note wherever the tracker takes one; return the changes that can be undone."""
    account_id = whose[1]
    noted = _noted(f"check-in-{account_id}", note)
    entered = entries.save_check_in(*whose, noted, today=TODAY, now=START)
    walk = _walk(f"session-{account_id}", note)
    entries.save_session(*whose, walk, before=None, confirmed=None, today=TODAY, now=START)
    ice = CareEntry(date=TODAY, kind=CareKind.ICE, note=note, id=f"care-{account_id}")
    cared = care.save(*whose, ice, today=TODAY, now=START)
    cleared = Clearance(date=TODAY, by=CLINICIAN, note=note)
    clinician.record_clearance(*whose, cleared, today=TODAY, now=START)
    more = Setting(name="pain_free_days", value=3, date=TODAY, by=CLINICIAN)
    clinician.change_setting(*whose, more, today=TODAY, now=START)
    return entered.change_id, cared


def _answered(whose: tuple[Database, int, int], name: str) -> int:
    """An answer that came through a link, and waits: its note is one of the runner's secrets."""
    used = share_links.share(
        *whose, shared_with=CLINICIAN, with_notes=False, days=30, for_answer=True, now=START
    )
    by, through = CLINICIAN, Through.LINK
    note, then = f"{name}: {SECRET_NOTE}", TODAY + timedelta(days=14)
    said = Visit(date=TODAY, by=by, through=through, said=note, next_on=then)
    number = Setting(name="pain_free_days", value=2, date=TODAY, by=by, through=through)
    answers.give(
        whose[0],
        used,
        [said, number],
        origin=SHELL,
        today=TODAY,
        now=START,
    )
    return proposals.waiting(whose[0], whose[1])[-1].id


def _ended_episode(database: Database, account_id: int, name: str) -> None:
    """An earlier injury, over and done with."""
    now, today = START - timedelta(days=1), TODAY
    episode = episodes.open_episode(database, account_id, FACTS, (), today=today, now=now)
    noted = _noted(f"old-{account_id}", f"{name}: {OLD_NOTE}")
    entries.save_check_in(database, account_id, episode, noted, today=today, now=now)
    episodes.end_episode(database, account_id, episode, CloseReason.RETURNED, today=today)


def _import(database: Database, account_id: int, episode_id: int) -> int:
    """A table with one walk, read in."""
    (view,) = (v for v in episodes.all_episodes(database, account_id) if v.id == episode_id)
    walk = replace(_walk(f"imported-{account_id}", ""), date=TODAY - timedelta(days=1))
    archive = Archive(view.episode, EpisodeLifecycle(opened_at=view.opened_at), [], [walk])
    table = ImportSource.TABLE
    imports.import_archives(database, account_id, [archive], source=table, now=START)
    (read_in,) = import_history.imports_of(database, account_id, episode_id)
    return read_in.id


def _noted(uid: str, note: str) -> CheckIn:
    return replace(check_in(TODAY), id=uid, note=note)


def _walk(uid: str, note: str) -> SessionLog:
    return SessionLog(
        id=uid,
        date=TODAY,
        time=None,
        kind=Kind.WALK,
        seconds=1800,
        pain=0,
        sensation=Sensation.NONE,
        note=note,
    )
