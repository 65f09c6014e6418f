"""The words of error pages, which programs are told too."""

from __future__ import annotations

from typing import NamedTuple

from tracker.storage.errors import ErrorKind


class Page(NamedTuple):
    """The words of an error page."""

    title: str
    text: str


PAGES = {
    400: Page("That did not come through", "The tracker could not read what the browser sent."),
    403: Page("This page is not yours to see", "Sign in with the account it belongs to."),
    404: Page(
        "There is no page here",
        "The address may be mistyped, or what it showed may have been deleted.",
    ),
    405: Page("This address takes no such request", "Go to today's page and start from there."),
    413: Page("That is too large", "Nothing was saved. Send a smaller file or a shorter note."),
    429: Page("Too many tries", "Wait a few minutes, then try again."),
}
GONE = Page(
    "This is not there any more",
    "Nothing was saved. It may have been deleted meanwhile, in another window or on another device."
    " What you typed stands below, to copy.",
)
BROKEN = Page(
    "Something broke",
    "It is not your fault. Nothing was saved by this step. What you recorded before is safe.",
)
TROUBLES = {
    ErrorKind.BUSY: Page(
        "The diary is busy",
        "Another program has been using the diary for too long. Nothing was saved by this"
        " step. What you recorded before is safe. Wait a minute, then try again.",
    ),
    ErrorKind.CONFLICT: Page(
        "The diary is busy",
        "Others were saving the same at the same moment, again and again. Nothing was saved by this"
        " step. What you recorded before is safe. Wait a minute, then try again.",
    ),
    ErrorKind.UNREACHABLE: Page(
        "The diary is out of reach",
        "The server that keeps the diary does not answer just now. Nothing was saved by this step."
        " What you recorded before is safe. Wait a minute, then try again.",
    ),
    ErrorKind.UNCERTAIN: Page(
        "It may be saved, or not",
        "The server that keeps the diary was lost at the moment of saving, and has not come back to"
        " say whether it is done. Wait a minute and look into the diary before you send anything"
        " again. An entry that you send again from this page is stored once, in any case.",
    ),
    ErrorKind.FULL: Page(
        "The disk is full",
        "There is no room left where the diary is kept, so nothing was saved by this step. What"
        " you recorded before is safe. Whoever runs the tracker has to make room; then try again.",
    ),
    ErrorKind.DISK: Page(
        "The disk does not answer as it should",
        "The disk that the diary is on may be full, over a quota, or failing. Nothing was saved by"
        " this step. Whoever runs the tracker has to look after it; then try again.",
    ),
    ErrorKind.READ_ONLY: Page(
        "The diary cannot be written to",
        "Nothing was saved by this step. What you recorded before is safe. Whoever runs the tracker"
        " has to let it write to the diary’s file and folder again; then try again.",
    ),
    ErrorKind.DAMAGED: Page(
        "The diary’s file is damaged",
        "Nothing was saved by this step. Whoever runs the tracker has to stop it and bring the"
        " latest backup back: tracker restore FILE --replace.",
    ),
}
CROWDED = Page(
    "Many people are signing in",
    "More passphrases are being checked at this moment than this machine can take on. Nothing was"
    " changed. Wait ten seconds, then go back and send it again.",
)
PROTOCOL_GONE = Page(
    "What decides your injury is missing",
    "It is decided by a clinician’s own protocol, whose text cannot be found where the diary is"
    " kept, so nothing can be said about running: wait until it is back, whatever an earlier page"
    " said. Nothing was saved by this step, and nothing you recorded is lost. Whoever runs the"
    " tracker has to put the protocol’s file back into its folder and start it again.",
)
FORM_EXPIRED = Page(
    "This form was open for too long",
    "Nothing was saved yet. Go back, reload the page and send it again."
    " What you typed stands below, to copy.",
)
