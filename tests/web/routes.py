"""Every address of the tracker and whose it is. A new one fails the tests until it is here."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import pytest

from tests.quickly import quickly

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from _pytest.mark import ParameterSet
    from flask import Flask
    from werkzeug.routing import Rule

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
EACH_METHOD = quickly(METHODS, "GET")


class Access(StrEnum):
    """Whose a route is."""

    PUBLIC = "anyone's; it shows nobody's diary"
    OWN = "whoever is signed in, about their own diary"
    NAMED = "its owner's alone: the address names something of theirs"
    ADMIN = "the administrator's"
    SHARED = "whoever holds a link to an episode"
    FEED = "whoever holds the link to a calendar"
    PROGRAM = "an account's, by a token of its own and by no cookie"
    RESET = "whoever holds the link to a new passphrase; it says whose"
    ANSWER = "whoever holds a link for an answer; it says whose and takes one"
    CONSENT = "whoever is signed in and holds a link between runner and clinician; it says whose"
    CLINIC = "a clinician's alone; of a runner it shows what that runner lets them see"
    STOP = "whoever holds a reminder: it turns that way of being reminded off, and shows nothing"


PUBLIC, OWN, NAMED, ADMIN, SHARED, FEED, PROGRAM, RESET, ANSWER, CONSENT, CLINIC, STOP = Access

ROUTES: Mapping[str, Access] = {
    "/": OWN,
    "/about": PUBLIC,
    "/account": OWN,
    "/account/confirm": OWN,
    "/account/delete": OWN,
    "/account/log": OWN,
    "/account/new": PUBLIC,
    "/account/passphrase": OWN,
    "/account/second-factor": OWN,
    "/account/second-factor/app": OWN,
    "/account/second-factor/app/end": OWN,
    "/account/second-factor/codes": OWN,
    "/account/second-factor/passkey": OWN,
    "/account/second-factor/passkeys/<int:passkey_id>/end": NAMED,
    "/account/sign-ins/<int:sign_in_id>/end": NAMED,
    "/account/sign-ins/end-others": OWN,
    "/after-return": OWN,
    "/api/v1/care": PROGRAM,
    "/api/v1/care/<uid>": PROGRAM,
    "/api/v1/charts/recovery": PROGRAM,
    "/api/v1/check-ins": PROGRAM,
    "/api/v1/check-ins/<uid>": PROGRAM,
    "/api/v1/days": PROGRAM,
    "/api/v1/episodes": PROGRAM,
    "/api/v1/openapi.json": PUBLIC,
    "/api/v1/plan": PROGRAM,
    "/api/v1/sessions": PROGRAM,
    "/api/v1/sessions/<uid>": PROGRAM,
    "/api/v1/sheet": PROGRAM,
    "/api/v1/standing": PROGRAM,
    "/api/v1/today": PROGRAM,
    "/app.webmanifest": PUBLIC,
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
    "/clinicians": OWN,
    "/clinicians/<int:consent_id>/end": NAMED,
    "/clinicians/<int:consent_id>/notes": NAMED,
    "/clinicians/links/<int:link_id>/end": NAMED,
    "/consent/<token>": CONSENT,
    "/decided-anew/seen": OWN,
    "/episode": OWN,
    "/episodes": OWN,
    "/episodes/compared": OWN,
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
    "/import/archive": OWN,
    "/import/archive/choose": OWN,
    "/import/archive/discard": OWN,
    "/import/archive/look": OWN,
    "/import/archive/preview": OWN,
    "/import/archive/read": OWN,
    "/import/archive/usual": OWN,
    "/import/preview": OWN,
    "/imports/<int:import_id>/undo": NAMED,
    "/join/<invitation>": PUBLIC,
    "/learn": PUBLIC,
    "/learn/<slug>": PUBLIC,
    "/more": OWN,
    "/numbers": OWN,
    "/numbers/<name>": OWN,
    "/numbers/protocol": OWN,
    "/numbers/step": OWN,
    "/offline": PUBLIC,
    "/offline/check-in": PUBLIC,
    "/offline/guide": PUBLIC,
    "/offline/red-flags": PUBLIC,
    "/offline/session": PUBLIC,
    "/people": ADMIN,
    "/people/<int:account_id>": ADMIN,
    "/people/<int:account_id>/administrator": ADMIN,
    "/people/<int:account_id>/administrator/end": ADMIN,
    "/people/<int:account_id>/clinician": ADMIN,
    "/people/<int:account_id>/clinician/end": ADMIN,
    "/people/<int:account_id>/reset-link": ADMIN,
    "/people/<int:account_id>/reset-link/end": ADMIN,
    "/people/<int:account_id>/sign-ins/end": ADMIN,
    "/people/invitations": ADMIN,
    "/people/invitations/<int:invitation_id>/withdraw": ADMIN,
    "/people/log": ADMIN,
    "/people/registration": ADMIN,
    "/plan": OWN,
    "/practice": CLINIC,
    "/practice/<int:consent_id>/": CLINIC,
    "/practice/<int:consent_id>/answer": CLINIC,
    "/practice/<int:consent_id>/clinician": CLINIC,
    "/practice/<int:consent_id>/clinician.pdf": CLINIC,
    "/practice/<int:consent_id>/end": CLINIC,
    "/practice/<int:consent_id>/history": CLINIC,
    "/practice/<int:consent_id>/progress": CLINIC,
    "/practice/<int:consent_id>/progress/<name>.<suffix>": CLINIC,
    "/practice/<int:consent_id>/seen": CLINIC,
    "/practice/invite": CLINIC,
    "/practice/links/<int:link_id>/end": CLINIC,
    "/programs": OWN,
    "/programs/<int:token_id>/end": NAMED,
    "/progress": OWN,
    "/progress/<name>.<suffix>": OWN,
    "/proposals": OWN,
    "/proposals/<int:proposal_id>/accept": NAMED,
    "/proposals/<int:proposal_id>/refuse": NAMED,
    "/protocols": OWN,
    "/protocols/<protocol_id>": OWN,
    "/protocols/<protocol_id>/diff": OWN,
    "/protocols/<protocol_id>/simulation": OWN,
    "/protocols/<protocol_id>/withdraw": ADMIN,
    "/protocols/new": ADMIN,
    "/red-flags": OWN,
    "/reminders": OWN,
    "/reminders/<any(mail,webhook):channel>": OWN,
    "/reminders/<any(mail,webhook):channel>/off": OWN,
    "/reminders/<any(mail,webhook):channel>/test": OWN,
    "/reminders/stop/<token>": STOP,
    "/reset/<token>": RESET,
    "/service-worker.js": PUBLIC,
    "/session": OWN,
    "/session/file": OWN,
    "/session/file/read": OWN,
    "/sessions/<uid>/delete": NAMED,
    "/sessions/<uid>/edit": NAMED,
    "/shared/<token>/": SHARED,
    "/shared/<token>/answer": ANSWER,
    "/shared/<token>/clinician": SHARED,
    "/shared/<token>/clinician.pdf": SHARED,
    "/shared/<token>/history": SHARED,
    "/shared/<token>/progress": SHARED,
    "/shared/<token>/progress/<name>.<suffix>": SHARED,
    "/sharing": OWN,
    "/sharing/<int:share_id>/end": NAMED,
    "/shortcuts": PUBLIC,
    "/sign-in": PUBLIC,
    "/sign-in/code": PUBLIC,
    "/sign-in/passkey": PUBLIC,
    "/sign-out": PUBLIC,
    "/start": OWN,
    "/static-<version>/<path:filename>": PUBLIC,
    "/static/<path:filename>": PUBLIC,
    "/symptoms": PUBLIC,
    "/undo/<int:change_id>": NAMED,
    "/visit": OWN,
    "/visit/questions": OWN,
    "/visit/said": OWN,
    "/warning": OWN,
}

# A few of each kind of access, and of each kind of answer: a page, a form, a picture, a file. Quick
# tests try these addresses, and the slow run tries all of them by the same tests.
FEW = (
    "/",
    "/account",
    "/account/log",
    "/account/sign-ins/<int:sign_in_id>/end",
    "/calendar/feed/<token>.ics",
    "/calendar/plan.ics",
    "/check-in",
    "/check-ins/<uid>/edit",
    "/clinician",
    "/clinicians/<int:consent_id>/notes",
    "/consent/<token>",
    "/episodes/<int:episode_id>",
    "/episodes/<int:episode_id>/history",
    "/episodes/<int:episode_id>/progress/<name>.<suffix>",
    "/export/<int:episode_id>/<name>",
    "/export/<name>",
    "/history",
    "/how-this-decides",
    "/import/archive",
    "/imports/<int:import_id>/undo",
    "/numbers",
    "/people",
    "/people/<int:account_id>",
    "/people/<int:account_id>/administrator",
    "/practice",
    "/practice/<int:consent_id>/",
    "/practice/<int:consent_id>/answer",
    "/practice/<int:consent_id>/clinician.pdf",
    "/proposals",
    "/proposals/<int:proposal_id>/accept",
    "/protocols/<protocol_id>",
    "/reminders/stop/<token>",
    "/reset/<token>",
    "/session",
    "/sessions/<uid>/delete",
    "/shared/<token>/",
    "/shared/<token>/answer",
    "/shared/<token>/history",
    "/sign-in",
    "/undo/<int:change_id>",
)
EVERY = tuple(ROUTES)
FEW_OR_EVERY = (
    pytest.param(FEW, id="a few addresses"),
    pytest.param(EVERY, marks=pytest.mark.slow, id="every address"),
)


def few_or_every(*methods: str) -> list[ParameterSet]:
    """Each method at every address, and before, in the quick run, the first of them at a few."""
    few = pytest.param(methods[0], FEW, id=f"{methods[0]}-a few addresses")
    every = [
        pytest.param(it, EVERY, marks=pytest.mark.slow, id=f"{it}-every address") for it in methods
    ]
    return [few, *every]


def rules(app: Flask, *which: Access, among: Collection[str] = EVERY) -> Iterator[Rule]:
    """Return the rules of some kinds of access, `among` some addresses."""
    ours = (rule for rule in app.url_map.iter_rules() if ROUTES[rule.rule] in which)
    return (rule for rule in ours if rule.rule in among)
