"""What may look across accounts, and why. Everything else names one in each statement.

Each is a function of `tracker/storage`. Those by a name or a token ask for one row by a unique key,
before anyone knows whose it is; a database that is spread by account keeps these tables whole, on
one machine or on each.
"""

from __future__ import annotations

_BY_NAME = "who signs in gives a name: it is looked up before it is known whose account it is"
_BY_TOKEN = "who comes by a token, a link or a passkey names no account: it says whose it is"
_TWO_PEOPLE = "a consent is between two accounts, and is asked for by either"
_ADMINISTRATOR = "an administrator's page: who is here, who was invited, what came to the door"
_LOG = "the log of the door tells of names that are nobody's, and is kept short as a whole"
_CARE = "nightly care, of everyone's: what is over, or too old, goes"
_SENDING = "reminders are looked through for everyone at once, in the background"
_START = "once, at a start: which protocols decide, and which days another release decided"
_STEP = "a step to another schema changes the rows of everyone"
_CHECK = "`tracker check` looks through everything"
_WHOLE = "moving, restoring, and ending every door at once: the whole database, and nobody waits"
_NOBODY = "who writes and names nobody writes to everyone: an upgrade, a restore, a role"

ACROSS: dict[str, str] = {
    "accounts.by_key": _BY_NAME,
    "accounts.every": _ADMINISTRATOR,
    "accounts.holders": _BY_NAME,
    "accounts.is_any": _BY_NAME,
    "accounts.passphrase_of": _BY_NAME,
    "api_tokens.by_hash": _BY_TOKEN,
    "calendar_feeds.account_of": _BY_TOKEN,
    "consents._consents": _TWO_PEOPLE,
    "consents._links": _BY_TOKEN,
    "consents.end": _TWO_PEOPLE,
    "doors.end_all": _WHOLE,
    "episodes._every": _CHECK,
    "episodes.protocols": _START,
    "later_access._insert": _WHOLE,
    "later_access._replace": _WHOLE,
    "later_access._take_over_consents": _WHOLE,
    "later_access.take_over": _WHOLE,
    "move._in_parts": _WHOLE,
    "move._link_episodes": _WHOLE,
    "move.count_on": _WHOLE,
    "passkeys.by_credential": _BY_TOKEN,
    "postgresql.commits.Commits._by_anyone": "a drawn revision is asked for after a lost commit",
    "postgresql.engine._lock": _NOBODY,
    "protocols.delete_unused": _START,
    "registration.close": _ADMINISTRATOR,
    "registration.invitation": _BY_TOKEN,
    "registration.invitations": _ADMINISTRATOR,
    "registration.is_open_to_all": _BY_NAME,
    "registration.revoke": _ADMINISTRATOR,
    "registration.use": _BY_TOKEN,
    "reminders.by_stop": _BY_TOKEN,
    "reminders.forget_until": _CARE,
    "reminders.wanted": _SENDING,
    "reset_links.account_of": _BY_TOKEN,
    "roles.Role.ids": _ADMINISTRATOR,
    "schema._look_for_every_column": _START,
    "schema.take_steps": _STEP,
    "security_events._recorded": _LOG,
    "security_events.delete_strangers_but": _LOG,
    "security_events.delete_until": _CARE,
    "security_events.is_known": _LOG,
    "server_faults._unreadable": _CHECK,
    "shared.discard_staged_until": _CARE,
    "shares.by_token": _BY_TOKEN,
    "shares.for_answer": _BY_TOKEN,
    "sign_ins.by_token": _BY_TOKEN,
    "sign_ins.delete_begun_until": _CARE,
    "sqlite.engine.SqliteFile.writing": _NOBODY,
    "sqlite.migration.rebuilding": _STEP,
    "standings.bases": _START,
    "standings.bases_of_protocols": _START,
}

# Keys that hold for all accounts together: what they say must be one of a kind before anyone knows
# whose it is. All but the first are drawn at random, and would be so without a key.
UNIQUE_FOR_ALL = {
    "uq_accounts_name_key",
    "uq_api_tokens_token_hash",
    "uq_calendar_feeds_token_hash",
    "uq_consent_links_token_hash",
    "uq_invitations_token_hash",
    "uq_passkeys_credential_id",
    "uq_reminder_messages_stop_hash",
    "uq_reset_links_token_hash",
    "uq_shares_token_hash",
    "uq_sign_ins_token_hash",
    "pk_security_events",  # some of them are nobody's
}

# References from a row of one account to another account.
TO_ANOTHER = {
    "fk_consents_clinician_id_accounts",
    "fk_security_events_by_account_id_accounts",
}

# Tables in which nothing is anybody's.
NOBODYS = {"login_attempts", "protocols", "shared_secrets", "work_spent"}
