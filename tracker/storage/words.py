"""Closed sets of words that columns take."""

from enum import StrEnum


class Unit(StrEnum):
    """In what distances are shown; they are stored in metres."""

    KM = "km"
    MI = "mi"


class ChangeAction(StrEnum):
    """What an edit did to an entry."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


class ProposalKind(StrEnum):
    """What of an answer by link is taken or refused by itself."""

    CLEARANCE = "clearance"
    SETTING = "setting"
    VISIT = "visit"


class ImportSource(StrEnum):
    """What was read in."""

    EXPORT = "export"
    TABLE = "table"
    RECORDINGS = "recordings"


class SecurityEvent(StrEnum):
    """What the security log knows of. A stored word stays readable: none is ever taken away."""

    ACCOUNT_MADE = "account-made"
    ACCOUNT_DELETED = "account-deleted"
    SIGNED_IN = "signed-in"
    SIGN_IN_FAILED = "sign-in-failed"
    TRIES_HELD_UP = "tries-held-up"
    SIGNED_OUT = "signed-out"
    SIGN_IN_ENDED = "sign-in-ended"
    CONFIRMED = "confirmed"
    CONFIRMATION_FAILED = "confirmation-failed"
    ACCESS_REFUSED = "access-refused"
    REQUEST_REFUSED = "request-refused"
    PASSPHRASE_CHANGED = "passphrase-changed"  # noqa: S105 - what happened to one
    PASSPHRASE_RESET = "passphrase-reset"  # noqa: S105
    RESET_LINK_MADE = "reset-link-made"
    RESET_LINK_ENDED = "reset-link-ended"
    APP_ADDED = "app-added"
    APP_REMOVED = "app-removed"
    PASSKEY_ADDED = "passkey-added"
    PASSKEY_REMOVED = "passkey-removed"
    RECOVERY_CODES_MADE = "recovery-codes-made"
    RECOVERY_CODE_USED = "recovery-code-used"
    LINK_MADE = "link-made"
    LINK_ENDED = "link-ended"
    LINK_ANSWERED = "link-answered"
    CALENDAR_LINK_MADE = "calendar-link-made"
    CALENDAR_LINK_ENDED = "calendar-link-ended"
    INVITATION_MADE = "invitation-made"
    INVITATION_ENDED = "invitation-ended"
    REGISTRATION_OPENED = "registration-opened"
    REGISTRATION_CLOSED = "registration-closed"
    ROLE_GIVEN = "role-given"
    ROLE_ENDED = "role-ended"
    CLINICIAN_MADE = "clinician-made"
    CLINICIAN_ENDED = "clinician-ended"
    CONSENT_LINK_MADE = "consent-link-made"
    CONSENT_LINK_ENDED = "consent-link-ended"
    CONSENT_GIVEN = "consent-given"
    CONSENT_ENDED = "consent-ended"
    EXPORTED = "exported"
    RESTORED = "restored"
