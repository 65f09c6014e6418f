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


class ApiScope(StrEnum):
    """What a program may do with a token; to write is to read as well."""

    READ = "read"
    WRITE = "write"


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
    CALENDAR_LINK_MADE = "calendar-link-made"
    CALENDAR_LINK_ENDED = "calendar-link-ended"
    API_TOKEN_MADE = "api-token-made"  # noqa: S105 - what happened to one
    API_TOKEN_ENDED = "api-token-ended"  # noqa: S105
    API_TOKEN_REFUSED = "api-token-refused"  # noqa: S105
    INVITATION_MADE = "invitation-made"
    INVITATION_ENDED = "invitation-ended"
    REGISTRATION_OPENED = "registration-opened"
    REGISTRATION_CLOSED = "registration-closed"
    ROLE_GIVEN = "role-given"
    ROLE_ENDED = "role-ended"
    EXPORTED = "exported"
    RESTORED = "restored"
