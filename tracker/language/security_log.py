"""What the security log says of each event, by the word that is stored of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

EVENTS: Mapping[str, str] = {
    "account-made": N_("Account made"),
    "account-deleted": N_("An account deleted"),
    "signed-in": N_("Signed in"),
    "sign-in-failed": N_("Sign-in failed"),
    "tries-held-up": N_("Too many tries, told to wait"),
    "signed-out": N_("Signed out"),
    "sign-in-ended": N_("Signed out in other browsers"),
    "confirmed": N_("Confirmed who is there"),
    "confirmation-failed": N_("Failed to confirm who is there"),
    "access-refused": N_("Asked for what is not there, or not theirs"),
    "request-refused": N_("Sent a form, or used an address, that is not of this place"),
    "passphrase-changed": N_("Passphrase changed"),
    "passphrase-reset": N_("New passphrase set without the old one"),
    "reset-link-made": N_("Link to a new passphrase made"),
    "reset-link-ended": N_("Link to a new passphrase taken back"),
    "app-added": N_("Authenticator app added"),
    "app-removed": N_("Authenticator app removed"),
    "passkey-added": N_("Passkey added"),
    "passkey-removed": N_("Passkey removed"),
    "recovery-codes-made": N_("New recovery codes made"),
    "recovery-code-used": N_("Recovery code used"),
    "link-made": N_("Shared link made"),
    "link-ended": N_("Shared link ended"),
    "link-answered": N_("An answer given through a link"),
    "calendar-link-made": N_("Calendar link made"),
    "calendar-link-ended": N_("Calendar link ended"),
    "api-token-made": N_("Token for a program made"),
    "api-token-ended": N_("Token of a program ended"),
    "api-token-refused": N_("A program showed a token that is not good"),
    "invitation-made": N_("Invitation made"),
    "invitation-ended": N_("Invitation taken back"),
    "registration-opened": N_("Let anyone make an account"),
    "registration-closed": N_("New accounts by invitation only"),
    "role-given": N_("Made an administrator"),
    "role-ended": N_("No administrator any more"),
    "clinician-made": N_("Made a clinician"),
    "clinician-ended": N_("No clinician any more"),
    "consent-link-made": N_("Link between runner and clinician made"),
    "consent-link-ended": N_("Link between runner and clinician taken back"),
    "consent-given": N_("Diary opened to a clinician"),
    "consent-ended": N_("Diary closed to a clinician"),
    "exported": N_("Diary exported"),
    "reminders-on": N_("Reminders turned on, or sent elsewhere"),
    "reminders-off": N_("Reminders turned off"),
    "restored": N_("A copy of the diary restored"),
}


def event_name(kind: str) -> str:
    """Return what an event is called."""
    return gettext(EVENTS[kind])


def came_from(address: str) -> str:
    """Return from where something came: a network, or a shell on the machine itself."""
    return address or gettext("this machine")
