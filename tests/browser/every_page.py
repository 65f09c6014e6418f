"""Every page there is, by the table of routes: a new one is looked at without being named here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.conftest import Diary
from tests.web.addresses import PROGRAM, ROUTES
from tests.web.everything import a_diary
from tests.web.household import ask

if TYPE_CHECKING:
    from tests.browser.conftest import Site


def every_page(site: Site) -> tuple[Diary, list[str]]:
    """Make a diary with one of everything; return it with the address of every page it has."""
    made = a_diary(site.database, "Ada")
    rules = [rule for rule in site.app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    assert {rule.rule for rule in rules} <= ROUTES.keys()
    read = [rule for rule in rules if ROUTES[rule.rule] is not PROGRAM]
    addresses = sorted({made.address(rule) for rule in read})
    pages = [address for address in addresses if _is_page(site, made.token, address)]
    account_id, episode_id = made.whose
    return Diary(site.database, account_id, episode_id, made.token), pages


def _is_page(site: Site, token: str, address: str) -> bool:
    answer = ask(site.app, token, address)
    is_named = "entry=" in answer.headers.get("Location", "")  # a form, at an address of its own
    return is_named or (answer.status_code == 200 and answer.mimetype == "text/html")
