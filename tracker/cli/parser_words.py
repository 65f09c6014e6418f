"""What argparse says by itself: it looks that up in gettext's own domain, which is made ours."""

from __future__ import annotations

import gettext

from tracker.translations import DOMAIN, FOLDER, N_

# So that the catalogues hold them; `%` as argparse writes it.
WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("not allowed with argument %s"),
)


def speak() -> None:
    """Let argparse say its words in the language of the terminal."""
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)
