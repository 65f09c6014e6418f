"""What the security log says of each event, by the word that is stored of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

EVENTS: Mapping[str, str] = {
    "account-made": "Account made",
    "account-deleted": "An account deleted",
    "signed-in": "Signed in",
    "sign-in-failed": "Sign-in failed",
    "tries-held-up": "Too many tries, told to wait",
    "signed-out": "Signed out",
    "sign-in-ended": "Signed out in other browsers",
    "confirmed": "Confirmed who is there",
    "confirmation-failed": "Failed to confirm who is there",
    "access-refused": "Asked for what is not there, or not theirs",
    "request-refused": "Sent a form, or used an address, that is not of this place",
    "passphrase-changed": "Passphrase changed",
    "passphrase-reset": "New passphrase set without the old one",
    "reset-link-made": "Link to a new passphrase made",
    "reset-link-ended": "Link to a new passphrase taken back",
    "app-added": "Authenticator app added",
    "app-removed": "Authenticator app removed",
    "passkey-added": "Passkey added",
    "passkey-removed": "Passkey removed",
    "recovery-codes-made": "New recovery codes made",
    "recovery-code-used": "Recovery code used",
    "link-made": "Shared link made",
    "link-ended": "Shared link ended",
    "link-answered": "An answer given through a link",
    "calendar-link-made": "Calendar link made",
    "calendar-link-ended": "Calendar link ended",
    "api-token-made": "Token for a program made",
    "api-token-ended": "Token of a program ended",
    "api-token-refused": "A program showed a token that is not good",
    "invitation-made": "Invitation made",
    "invitation-ended": "Invitation taken back",
    "registration-opened": "Let anyone make an account",
    "registration-closed": "New accounts by invitation only",
    "role-given": "Made an administrator",
    "role-ended": "No administrator any more",
    "clinician-made": "Made a clinician",
    "clinician-ended": "No clinician any more",
    "consent-link-made": "Link between runner and clinician made",
    "consent-link-ended": "Link between runner and clinician taken back",
    "consent-given": "Diary opened to a clinician",
    "consent-ended": "Diary closed to a clinician",
    "exported": "Diary exported",
    "reminders-on": "Reminders turned on, or sent elsewhere",
    "reminders-off": "Reminders turned off",
    "restored": "A copy of the diary restored",
}
_ON_THE_MACHINE = "this machine"


def event_name(kind: str) -> str:
    """Return what an event is called."""
    return EVENTS[kind]


def came_from(address: str) -> str:
    """Return from where something came: a network, or a shell on the machine itself."""
    return address or _ON_THE_MACHINE
