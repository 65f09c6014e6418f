"""What the fields of forms are called where what was typed is shown outside of its form."""

from __future__ import annotations

from tracker.translations import N_, gettext

# As they are named in the forms, with blanks.
NAMES = {
    N_("At"),
    N_("Baseline minutes"),
    N_("Baseline week minutes"),
    N_("Before limp"),
    N_("Before pain"),
    N_("Before painkiller"),
    N_("Before sensation"),
    N_("By"),
    N_("Complete tear"),
    N_("Confidence"),
    N_("Covers"),
    N_("Date"),
    N_("Days"),
    N_("Distance km"),
    N_("Effort"),
    N_("Emergency"),
    N_("Expected return"),
    N_("Follows"),
    N_("Included running"),
    N_("Jog minutes"),
    N_("Kind"),
    N_("Language"),
    N_("Limp"),
    N_("Longest jog minutes"),
    N_("Minutes"),
    N_("Moment"),
    N_("Name"),
    N_("Next on"),
    N_("Note"),
    N_("Onset"),
    N_("Onset about"),
    N_("Operated"),
    N_("Pain"),
    N_("Painkiller"),
    N_("Pregnant"),
    N_("Protocol"),
    N_("Purpose"),
    N_("Questions"),
    N_("Quiet from"),
    N_("Quiet until"),
    N_("Reason"),
    N_("Red flags"),
    N_("Routine"),
    N_("Said"),
    N_("Scope"),
    N_("Sensation"),
    N_("Shared with"),
    N_("Side"),
    N_("Site"),
    N_("Stopped early"),
    N_("Target"),
    N_("Text"),
    N_("Time"),
    N_("Timezone"),
    N_("Under 18"),
    N_("Unit"),
    N_("Urgent"),
    N_("Value"),
    N_("Walk minutes"),
    N_("With notes"),
}


def field_name(name: str) -> str:
    """Return what a field is called, in the language spoken; of one not known, its own name."""
    return gettext(name.replace("_", " ").capitalize())
