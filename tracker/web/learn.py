"""Pages to read: short explanations with their sources, symptoms, and what this tracker is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, abort, render_template

from tracker.content.literature import cited
from tracker.content.red_flags import EMERGENCY_SIGNS, ROUTINE_SIGNS, URGENT_SIGNS
from tracker.content.sign import Urgency
from tracker.content.symptoms import PATTERNS
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("learn", __name__)


class Topic(NamedTuple):
    """One page to read; `sources` are short names of documents.

    `title_id` and `summary_id` are its title and summary as marked for the catalogues.
    """

    slug: str
    title_id: str
    summary_id: str
    sources: tuple[str, ...]

    @property
    def title(self) -> str:
        """Its title."""
        return gettext(self.title_id)

    @property
    def summary(self) -> str:
        """What it is about, in a sentence."""
        return gettext(self.summary_id)

    @property
    def template(self) -> str:
        """The template that holds its text."""
        return f"learn/{self.slug}.html"


_SIGNS = {
    Urgency.EMERGENCY: EMERGENCY_SIGNS,
    Urgency.URGENT: URGENT_SIGNS,
    Urgency.ROUTINE: ROUTINE_SIGNS,
}
_BEHIND_SIGNS = dict.fromkeys(
    name for signs in _SIGNS.values() for sign in signs for name in sign.sources
)
PAGES = (
    Topic(
        "first-days",
        N_("The first days"),
        N_("What to do right after it happens, and what to leave."),
        ("albrechta", "leigh", "dubois", "nhs-strains", "portsmouth", "bayer"),
    ),
    Topic(
        "two-to-six-weeks",
        N_("What two to six weeks means"),
        N_("Where the marked band on your chart comes from, and what it does not say."),
        ("albrechta", "ekstrand", "askling", "bayer", "mulvad", "mellor"),
    ),
    Topic(
        "soreness-and-pain",
        N_("Soreness or pain?"),
        N_("The two are asked apart, because one may be there on a run and the other may not."),
        ("albrechta", "herbert", "aspetar", "hickey", "silbernagel", "goom"),
    ),
    Topic(
        "warm-up-and-stretching",
        N_("Warming up, stretching, sitting"),
        N_("Small things around a session and at the desk, and how far to go with them."),
        (
            "albrechta",
            "buttock-soreness",
            "leigh",
            "army",
            "grimaldi",
            "beatty",
            "herbert",
            "ishoi",
        ),
    ),
    Topic(
        "rest-days",
        N_("Why every other day"),
        N_("A run is not over when you stop. The next morning is part of it."),
        ("albrechta", "army", "silbernagel", "esculier", "pairot"),
    ),
    Topic(
        "disagreements",
        N_("Where the evidence disagrees"),
        N_(
            "Good clinicians do not agree on all of this."
            " Here is on what, and what was chosen here."
        ),
        ("albrechta", "hickey", "paton", "bayer", "dubois", "ishoi", "buist", "frandsen"),
    ),
    Topic(
        "staying-back",
        N_("Coming back without hurting it again"),
        N_("The weeks just after your return are the ones to be careful in."),
        (
            "heiderscheit",
            "wangensteen",
            "zein",
            "green",
            "sanfilippo",
            "ishoi",
            "frandsen",
            "ardern",
        ),
    ),
    Topic(
        "whom-to-see",
        N_("When to see whom"),
        N_("Which signs cannot wait, which can, and who can help."),
        (*_BEHIND_SIGNS, "esculier"),
    ),
    Topic(
        "in-pregnancy",
        N_("Sore while pregnant"),
        N_("What may ease it, when to call, and why running waits."),
        ("leigh", "nhs-clot", "cauda-card"),
    ),
    Topic(
        "what-it-is-for",
        N_("What it is for, and what not"),
        N_("Who can use this tracker, who should not, and what it cannot do."),
        ("albrechta", "buist"),
    ),
)
_BY_SLUG = {page.slug: page for page in PAGES}


@bp.get("/learn")
def index() -> ResponseReturnValue:
    """List the pages to read."""
    return render_template("learn/index.html", pages=PAGES)


@bp.get("/learn/<slug>")
def topic(slug: str) -> ResponseReturnValue:
    """Show one page to read, with its sources and the page after it."""
    page = _BY_SLUG.get(slug)
    if page is None:
        abort(404)
    after = (*PAGES, PAGES[0])[PAGES.index(page) + 1]
    return render_template(
        page.template,
        page=page,
        after=after,
        documents=cited(page.sources),
        signs=_SIGNS,
        cited=cited,
    )


@bp.get("/symptoms")
def symptoms() -> ResponseReturnValue:
    """Show which pattern of pain points to which tissue."""
    return render_template("learn/symptoms.html", patterns=PATTERNS, cited=cited)


@bp.get("/about")
def about() -> ResponseReturnValue:
    """Say what this tracker is, what it is not, and where the diary is kept."""
    return render_template("learn/about.html", source=cited(["albrechta"])[0])


@bp.get("/shortcuts")
def shortcuts() -> ResponseReturnValue:
    """List the keys that lead to a page."""
    return render_template("kit/shortcuts.html")
