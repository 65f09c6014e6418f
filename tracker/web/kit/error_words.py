"""The words of error pages, which programs are told too."""

from __future__ import annotations

from typing import NamedTuple

from tracker.storage.errors import ErrorKind
from tracker.translations import N_, gettext


class Page(NamedTuple):
    """The words of an error page, marked where they are declared."""

    title: str
    text: str

    def translated(self) -> Page:
        """Return it in the language spoken."""
        return Page(gettext(self.title), gettext(self.text))


PAGES = {
    400: Page(
        N_("That did not come through"), N_("The tracker could not read what the browser sent.")
    ),
    403: Page(N_("This page is not yours to see"), N_("Sign in with the account it belongs to.")),
    404: Page(
        N_("There is no page here"),
        N_("The address may be mistyped, or what it showed may have been deleted."),
    ),
    405: Page(
        N_("This address takes no such request"), N_("Go to today's page and start from there.")
    ),
    413: Page(
        N_("That is too large"), N_("Nothing was saved. Send a smaller file or a shorter note.")
    ),
    429: Page(N_("Too many tries"), N_("Wait a few minutes, then try again.")),
    507: Page(
        N_("Insufficient Storage"),
        N_(
            "There is not enough room where the diary is kept. Nothing was saved. Make room, or"
            " read the file in place with the command: tracker import FILE"
        ),
    ),
}
GONE = Page(
    N_("This is not there any more"),
    N_(
        "Nothing was saved. It may have been deleted meanwhile, in another window or on another"
        " device. What you typed stands below, to copy."
    ),
)
BROKEN = Page(
    N_("Something broke"),
    N_("It is not your fault. Nothing was saved by this step. What you recorded before is safe."),
)
TROUBLES = {
    ErrorKind.BUSY: Page(
        N_("The diary is busy"),
        N_(
            "Another program has been using the diary for too long. Nothing was saved by this"
            " step. What you recorded before is safe. Wait a minute, then try again."
        ),
    ),
    ErrorKind.CONFLICT: Page(
        N_("The diary is busy"),
        N_(
            "Others were saving the same at the same moment, again and again. Nothing was saved by"
            " this step. What you recorded before is safe. Wait a minute, then try again."
        ),
    ),
    ErrorKind.UNREACHABLE: Page(
        N_("The diary is out of reach"),
        N_(
            "The server that keeps the diary does not answer just now. Nothing was saved by this"
            " step. What you recorded before is safe. Wait a minute, then try again."
        ),
    ),
    ErrorKind.UNCERTAIN: Page(
        N_("It may be saved, or not"),
        N_(
            "The server that keeps the diary was lost at the moment of saving, and has not come"
            " back to say whether it is done. Wait a minute and look into the diary before you"
            " send anything again. An entry that you send again from this page is stored once, in"
            " any case."
        ),
    ),
    ErrorKind.FULL: Page(
        N_("The disk is full"),
        N_(
            "There is no room left where the diary is kept, so nothing was saved by this step."
            " What you recorded before is safe. Whoever runs the tracker has to make room; then"
            " try again."
        ),
    ),
    ErrorKind.DISK: Page(
        N_("The disk does not answer as it should"),
        N_(
            "The disk that the diary is on may be full, over a quota, or failing. Nothing was"
            " saved by this step. Whoever runs the tracker has to look after it; then try again."
        ),
    ),
    ErrorKind.READ_ONLY: Page(
        N_("The diary cannot be written to"),
        N_(
            "Nothing was saved by this step. What you recorded before is safe. Whoever runs the"
            " tracker has to let it write to the diary again; then try again."
        ),
    ),
    ErrorKind.DAMAGED: Page(
        N_("The diary’s file is damaged"),
        N_(
            "Nothing was saved by this step. Whoever runs the tracker has to stop it and bring the"
            " latest backup back: tracker restore FILE --replace."
        ),
    ),
}
CROWDED = Page(
    N_("Many people are signing in"),
    N_(
        "More passphrases are being checked at this moment than this machine can take on. Nothing"
        " was changed. Wait ten seconds, then go back and send it again."
    ),
)
PROTOCOL_GONE = Page(
    N_("What decides your injury is missing"),
    N_(
        "It is decided by a clinician’s own protocol, whose text cannot be found where the diary"
        " is kept, so nothing can be said about running: wait until it is back, whatever an"
        " earlier page said. Nothing was saved by this step, and nothing you recorded is lost."
        " Whoever runs the tracker has to put the protocol’s file back into its folder and start"
        " it again."
    ),
)
FORM_EXPIRED = Page(
    N_("This form was open for too long"),
    N_(
        "Nothing was saved yet. Go back, reload the page and send it again."
        " What you typed stands below, to copy."
    ),
)
