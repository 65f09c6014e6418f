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
    LINK_ANSWERED = "link-answered"
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
    CLINICIAN_MADE = "clinician-made"
    CLINICIAN_ENDED = "clinician-ended"
    CONSENT_LINK_MADE = "consent-link-made"
    CONSENT_LINK_ENDED = "consent-link-ended"
    CONSENT_GIVEN = "consent-given"
    CONSENT_ENDED = "consent-ended"
    EXPORTED = "exported"
    RESTORED = "restored"
    REMINDERS_ON = "reminders-on"
    REMINDERS_OFF = "reminders-off"


class ReminderChannel(StrEnum):
    """A way by which a reminder comes."""

    MAIL = "mail"
    WEBHOOK = "webhook"


class ReminderState(StrEnum):
    """What became of a message."""

    CLAIMED = "claimed"  # one process has begun to send it
    SENT = "sent"
    NOT_SENT = "not-sent"  # surely: it may be tried again
    UNCERTAIN = "uncertain"  # the other side went silent once it had the message: never again
    NEEDLESS = "needless"  # at the runner's hour no answer was missing


class ReminderFailure(StrEnum):
    """Why a message did not arrive, or may not have."""

    NO_SERVER = "no-server"
    NO_PUBLIC_ADDRESS = "no-public-address"
    KEY_CHANGED = "key-changed"
    UNKNOWN_NAME = "unknown-name"
    OWN_NETWORK = "own-network"
    UNREACHABLE = "unreachable"
    SILENT = "silent"
    CUT_OFF = "cut-off"
    NO_ENCRYPTION = "no-encryption"
    CERTIFICATE = "certificate"
    SIGN_IN = "sign-in"
    REFUSED = "refused"
    REDIRECT = "redirect"
    NOT_UNDERSTOOD = "not-understood"
