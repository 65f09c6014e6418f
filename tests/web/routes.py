"""Every address of the tracker and whose it is. A new one fails the tests until it is here."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer

from tests.web.conftest import FACTS, START, TODAY
from tests.web.diary import check_in
from tracker.progression.care import CareEntry, CareKind
from tracker.progression.diary import Kind, Sensation, SessionLog
from tracker.services import (
    accounts,
    calendars,
    care,
    entries,
    episodes,
    registration,
    sharing,
    sign_ins,
    tokens,
)
from tracker.services.episodes import CloseReason
from tracker.web.context import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flask import Flask
    from werkzeug.routing import Rule

    from tracker.progression.diary import CheckIn
    from tracker.storage.database import Database

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


class Access(StrEnum):
    """Whose a route is."""

    PUBLIC = "anyone's; it shows nobody's diary"
    OWN = "whoever is signed in, about their own diary"
    NAMED = "its owner's alone: the address names something of theirs"
    ADMIN = "the administrator's"
    SHARED = "whoever holds a link to an episode"
    FEED = "whoever holds the link to a calendar"


PUBLIC, OWN, NAMED, ADMIN, SHARED, FEED = Access

ROUTES: Mapping[str, Access] = {
    "/": OWN,
    "/about": PUBLIC,
    "/account": OWN,
    "/account/delete": OWN,
    "/account/new": PUBLIC,
    "/account/passphrase": OWN,
    "/account/sign-ins/<int:sign_in_id>/end": NAMED,
    "/account/sign-ins/end-others": OWN,
    "/after-return": OWN,
    "/calendar": OWN,
    "/calendar/feed/<token>.ics": FEED,
    "/calendar/link": OWN,
    "/calendar/link/end": OWN,
    "/calendar/plan.ics": OWN,
    "/care": OWN,
    "/care/<uid>/delete": NAMED,
    "/care/<uid>/edit": NAMED,
    "/care/undo/<int:change_id>": NAMED,
    "/check-in": OWN,
    "/check-ins/<uid>/delete": NAMED,
    "/check-ins/<uid>/edit": NAMED,
    "/clearance": OWN,
    "/clinician": OWN,
    "/clinician.pdf": OWN,
    "/episode": OWN,
    "/episodes": OWN,
    "/episodes/<int:episode_id>": NAMED,
    "/episodes/<int:episode_id>/clinician": NAMED,
    "/episodes/<int:episode_id>/clinician.pdf": NAMED,
    "/episodes/<int:episode_id>/edit": NAMED,
    "/episodes/<int:episode_id>/end": NAMED,
    "/episodes/<int:episode_id>/history": NAMED,
    "/episodes/<int:episode_id>/progress": NAMED,
    "/episodes/<int:episode_id>/progress/<name>.<suffix>": NAMED,
    "/episodes/<int:episode_id>/reopen": NAMED,
    "/episodes/<int:episode_id>/screen": NAMED,
    "/export": OWN,
    "/export/<int:episode_id>/<name>": NAMED,
    "/export/<name>": OWN,
    "/export/everything.zip": OWN,
    "/guide": OWN,
    "/guide/clearance": OWN,
    "/healthz": PUBLIC,
    "/history": OWN,
    "/how-this-decides": PUBLIC,
    "/import": OWN,
    "/import/preview": OWN,
    "/join/<invitation>": PUBLIC,
    "/learn": PUBLIC,
    "/learn/<slug>": PUBLIC,
    "/more": OWN,
    "/numbers": OWN,
    "/numbers/<name>": OWN,
    "/offline": PUBLIC,
    "/offline/check-in": PUBLIC,
    "/offline/guide": PUBLIC,
    "/offline/red-flags": PUBLIC,
    "/offline/session": PUBLIC,
    "/people": ADMIN,
    "/people/invitations": ADMIN,
    "/people/invitations/<int:invitation_id>/withdraw": ADMIN,
    "/people/registration": ADMIN,
    "/plan": OWN,
    "/progress": OWN,
    "/progress/<name>.<suffix>": OWN,
    "/red-flags": OWN,
    "/service-worker.js": PUBLIC,
    "/session": OWN,
    "/session/file": OWN,
    "/session/file/read": OWN,
    "/sessions/<uid>/delete": NAMED,
    "/sessions/<uid>/edit": NAMED,
    "/shared/<token>/": SHARED,
    "/shared/<token>/clinician": SHARED,
    "/shared/<token>/clinician.pdf": SHARED,
    "/shared/<token>/history": SHARED,
    "/shared/<token>/progress": SHARED,
    "/shared/<token>/progress/<name>.<suffix>": SHARED,
    "/sharing": OWN,
    "/sharing/<int:share_id>/end": NAMED,
    "/sign-in": PUBLIC,
    "/sign-out": PUBLIC,
    "/start": OWN,
    "/static/<path:filename>": PUBLIC,
    "/symptoms": PUBLIC,
    "/undo/<int:change_id>": NAMED,
    "/warning": OWN,
}

SECRET_NOTE = "the stairs at grandmother's house"
OLD_NOTE = "the fall from the red bicycle"
CLINICIAN = "Dr Quillfeather"
NAME = "Marguerite"


@dataclass(frozen=True)
class Diary:
    """An account with an ended and an open episode, and one of everything an address may name."""

    account_id: int
    token: str
    share: str
    names: Mapping[tuple[str, str], Any]

    def address(self, rule: Rule) -> str | None:
        """Return the address of a rule for this diary; None where the table names no value."""
        blueprint = rule.endpoint.split(".")[0]
        values = {}
        for name in rule.arguments - set(rule.defaults or ()):
            value = self.names.get((blueprint, name), self.names.get(("", name)))
            if value is None:
                return None
            values[name] = value
        built = rule.build(values, append_unknown=False)
        assert built is not None
        return built[1]


def rules(app: Flask, *which: Access) -> Iterator[Rule]:
    """Return the rules of some kinds of access."""
    return (rule for rule in app.url_map.iter_rules() if ROUTES[rule.rule] in which)


def a_diary(database: Database, name: str) -> Diary:
    """Make an account with one of everything."""
    account = accounts.register(database, name=name, passphrase="slow and steady wins", now=START)
    phone, token = (
        sign_ins.open_sign_in(database, account.id, user_agent="a test", now=START)
        for _ in range(2)
    )
    ended = _ended_episode(database, account.id, name)
    episode = episodes.open_episode(database, account.id, FACTS, (), today=TODAY, now=START)
    whose = (database, account.id, episode)
    note = f"{name}: {SECRET_NOTE}"
    entered = entries.save_check_in(
        *whose, _noted(f"check-in-{account.id}", note), today=TODAY, now=START
    )
    entries.save_session(
        *whose,
        _walk(f"session-{account.id}", note),
        before=None,
        confirmed=None,
        today=TODAY,
        now=START,
    )
    ice = CareEntry(date=TODAY, kind=CareKind.ICE, note=note, id=f"care-{account.id}")
    cared = care.save(*whose, ice, today=TODAY, now=START)
    invitation, invited = _invitation(database, account.id)
    share = sharing.share(*whose, shared_with=CLINICIAN, with_notes=False, days=30, now=START)
    return Diary(
        account_id=account.id,
        token=token,
        share=share,
        names={
            ("", "episode_id"): episode,
            ("check_ins", "uid"): f"check-in-{account.id}",
            ("sessions", "uid"): f"session-{account.id}",
            ("care", "uid"): f"care-{account.id}",
            ("entries", "change_id"): entered.change_id,
            ("care", "change_id"): cared,
            ("sharing", "share_id"): sharing.shares(database, account.id)[0].id,
            ("sign_ins", "sign_in_id"): _sign_in(database, account.id, phone),
            ("people", "invitation_id"): invitation,
            ("account", "invitation"): invited,
            ("shared", "token"): share,
            ("shared", "name"): "recovery",
            ("past", "episode_id"): ended,
            ("past", "name"): "recovery",
            ("calendar", "token"): calendars.open_feed(database, account.id, now=START),
            ("progress", "name"): "recovery",
            ("", "suffix"): "svg",
            ("export", "name"): "check_ins.csv",
            ("numbers", "name"): "pain_allowed",
            ("learn", "slug"): "rest-days",
            ("static", "filename"): "css/base.css",
        },
    )


def client_of(app: Flask, token: str | None) -> tuple[FlaskClient, str]:
    """Return a browser that is signed in, or not, and a token that its forms would send."""
    client, raw = FlaskClient(app, app.response_class), secrets.token_hex(20)
    with client.session_transaction() as session:
        session["csrf_token"] = raw
        if token is not None:
            session[TOKEN] = token
    signer = URLSafeTimedSerializer(str(app.secret_key), salt="wtf-csrf-token")
    return client, str(signer.dumps(raw))


def _ended_episode(database: Database, account_id: int, name: str) -> int:
    """An earlier injury, over and done with."""
    now, today = START - timedelta(days=1), TODAY
    episode = episodes.open_episode(database, account_id, FACTS, (), today=today, now=now)
    noted = _noted(f"old-{account_id}", f"{name}: {OLD_NOTE}")
    entries.save_check_in(database, account_id, episode, noted, today=today, now=now)
    episodes.end_episode(database, account_id, episode, CloseReason.RETURNED, today=today)
    return episode


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


def _sign_in(database: Database, account_id: int, token: str) -> int:
    found = sign_ins.sign_ins(database, account_id, token, START)
    return next(it.id for it in found if it.is_here)


def _invitation(database: Database, account_id: int) -> tuple[int | None, str]:
    """The id and the token of an invitation; a made-up token of who may not invite."""
    if not accounts.is_administrator(database, account_id):
        return None, tokens.new()
    token = registration.invite(database, account_id, now=START)
    return registration.invitations(database, account_id, now=START)[0].id, token
