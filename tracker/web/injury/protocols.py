"""Protocols: which there are, what each says and changes, and what made-up runners come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from babel.numbers import format_decimal
from flask import Blueprint, current_app, render_template

from tracker.language.protocols import of_protocol
from tracker.progression.engine import digest
from tracker.progression.protocol_document.reader import SHIPPED, shipped
from tracker.progression.simulated.results import simulate
from tracker.progression.simulated.runners import DAYS, KINDS, MOST_RUNNERS, made_up
from tracker.progression.simulated.stories import STORIES, stories
from tracker.reports.protocol_differences import all_said, differences
from tracker.reports.protocol_simulation import (
    CAVEAT,
    Compared,
    figures,
    safety_table,
    safety_words,
)
from tracker.services.access import administrators
from tracker.services.injury import variants
from tracker.translations import N_, gettext, spoken
from tracker.web import database
from tracker.web.kit import work_budget, workload
from tracker.web.kit.identity import open_view, own_account, sign_in_required
from tracker.web.kit.single_flight_cache import SingleFlightCache

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

    from tracker.progression.protocol import RehabProtocol

bp = Blueprint("protocols", __name__)

RUNNERS = 24  # on a page, besides the stories: a second or two; the command line takes a thousand
_COST = 12  # against an account's allowance of 120, which one a second refills
_MOST_ROWS = 60
_MOST_KEPT = 16
_EXTENSION = "simulations"
_KINDS = {  # of made-up runners
    "obedient": N_("obedient"),
    "impatient": N_("impatient"),
    "silent": N_("silent"),
    "flaring": N_("flaring"),
}


def start_cache(app: Flask) -> None:
    """Begin with nothing simulated."""
    app.extensions[_EXTENSION] = SingleFlightCache[Compared](_MOST_KEPT)


class Listed(NamedTuple):
    """A protocol as it is listed."""

    protocol: RehabProtocol
    is_offered: bool
    changes: int


@bp.get("/protocols")
@sign_in_required
def list_protocols() -> ResponseReturnValue:
    """List the protocols of the diary, the shipped one first."""
    view = open_view()
    listed = [
        Listed(variant.protocol, variant.offered, len(differences(shipped(), variant.protocol)))
        for variant in variants.every(database())
    ]
    return render_template(
        "injury/protocols.html",
        shipped=shipped(),
        listed=listed,
        view=view,
        is_administrator=administrators.is_one(database(), own_account().id),
    )


@bp.get("/protocols/<protocol_id>")
@sign_in_required
def protocol(protocol_id: str) -> ResponseReturnValue:
    """Show all that a protocol says, and its text."""
    variant = variants.one(database(), protocol_id)
    return render_template(
        "injury/protocol.html",
        kept=variant,
        protocol=variant.protocol,
        is_shipped=protocol_id == SHIPPED,
        said=all_said(variant.protocol),
        is_administrator=administrators.is_one(database(), own_account().id),
    )


@bp.get("/protocols/<protocol_id>/diff")
@sign_in_required
def diff(protocol_id: str) -> ResponseReturnValue:
    """Show what a protocol changes over the shipped one, number by number."""
    protocol = variants.one(database(), protocol_id).protocol
    return render_template(
        "injury/protocol_diff.html",
        protocol=protocol,
        usual=shipped(),
        differences=differences(shipped(), protocol),
    )


@bp.get("/protocols/<protocol_id>/simulation")
@workload.heavy
@sign_in_required
def simulation(protocol_id: str) -> ResponseReturnValue:
    """Show what stories and some made-up runners come to by a protocol, and by the shipped one."""
    protocol = variants.one(database(), protocol_id).protocol
    compared = _simulated(protocol)
    return render_template(
        "injury/protocol_simulation.html",
        protocol=protocol,
        usual=shipped(),
        caveat=gettext(CAVEAT),
        kinds=[gettext(_KINDS[kind.name]) for kind in KINDS],
        runners=RUNNERS,
        stories=len(STORIES),
        most=format_decimal(MOST_RUNNERS, locale=spoken().locale),
        days=DAYS,
        figures=figures(compared),
        safety=safety_words(compared),
        table=safety_table(compared, _MOST_ROWS),
        held_by=[
            (of_protocol(shipped().rules[rule].title), days)
            for rule, days in compared.simulation.held_by.most_common()
        ],
    )


def _simulated(protocol: RehabProtocol) -> Compared:
    """A simulation, made once for a protocol; who has it made pays for it."""
    cache: SingleFlightCache[Compared] = current_app.extensions[_EXTENSION]
    key = (digest(shipped()), digest(protocol))

    def make() -> Compared:
        runners = [*stories(), *made_up(RUNNERS)]
        return Compared(shipped(), protocol, simulate(shipped(), protocol, runners))

    if not cache.has(key):
        work_budget.spend_of_account(own_account().id, _COST)
    return cache.get(key, make)
