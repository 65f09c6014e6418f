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
    "access.accounts.by_key": _BY_NAME,
    "access.accounts.every": _ADMINISTRATOR,
    "access.accounts.holders": _BY_NAME,
    "access.accounts.is_any": _BY_NAME,
    "access.accounts.passphrase_of": _BY_NAME,
    "access.api_tokens.by_hash": _BY_TOKEN,
    "access.calendar_feeds.account_of": _BY_TOKEN,
    "access.consents._consents": _TWO_PEOPLE,
    "access.consents._links": _BY_TOKEN,
    "access.consents.end": _TWO_PEOPLE,
    "access.doors.end_all": _WHOLE,
    "access.passkeys.by_credential": _BY_TOKEN,
    "access.registration.close": _ADMINISTRATOR,
    "access.registration.invitation": _BY_TOKEN,
    "access.registration.invitations": _ADMINISTRATOR,
    "access.registration.is_open_to_all": _BY_NAME,
    "access.registration.revoke": _ADMINISTRATOR,
    "access.registration.use": _BY_TOKEN,
    "access.reset_links.account_of": _BY_TOKEN,
    "access.roles.Role.ids": _ADMINISTRATOR,
    "access.security_events._recorded": _LOG,
    "access.security_events.delete_strangers_but": _LOG,
    "access.security_events.delete_until": _CARE,
    "access.security_events.is_known": _LOG,
    "access.shares.by_token": _BY_TOKEN,
    "access.shares.for_answer": _BY_TOKEN,
    "access.sign_ins.by_token": _BY_TOKEN,
    "access.sign_ins.delete_begun_until": _CARE,
    "diary.standings.bases": _START,
    "diary.standings.bases_of_protocols": _START,
    "injury.episodes._every": _CHECK,
    "injury.episodes.protocols": _START,
    "injury.protocols.delete_unused": _START,
    "postgresql.commits.Commits._by_anyone": "a drawn revision is asked for after a lost commit",
    "postgresql.engine._lock": _NOBODY,
    "reminders.by_stop": _BY_TOKEN,
    "reminders.forget_until": _CARE,
    "reminders.wanted": _SENDING,
    "schema._look_for_every_column": _START,
    "schema.take_steps": _STEP,
    "server_faults._unreadable": _CHECK,
    "shared.discard_staged_until": _CARE,
    "sqlite.engine.SqliteFile.writing": _NOBODY,
    "sqlite.migration.rebuilding": _STEP,
    "transfer.later_access._insert": _WHOLE,
    "transfer.later_access._replace": _WHOLE,
    "transfer.later_access._take_over_consents": _WHOLE,
    "transfer.later_access.take_over": _WHOLE,
    "transfer.move._in_parts": _WHOLE,
    "transfer.move._link_episodes": _WHOLE,
    "transfer.move.count_on": _WHOLE,
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
