"""How much goes over the network, the offline shell included: a first visit, and a later one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.browser.guided import wait_for_worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from playwright.sync_api import Page

    from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FIRST_BYTES, LATER_BYTES = 90_000, 15_000
# What the worker fetches for a phone without a network, once, behind the page; a full memory and a
# clock that was set are told there too.
SHELL_BYTES = 43_000


class Scales:
    """Weighs every answer between the app and its server, heads and bodies, by address."""

    def __init__(self, app: WSGIApplication) -> None:
        self.sent: Counter[str] = Counter()
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        address = environ["PATH_INFO"]

        def weighed(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            head = [f"HTTP/1.1 {status}", *map(": ".join, headers), "", ""]
            self.sent[address] += len("\r\n".join(head))
            return start(status, headers, *error)

        for part in self._app(environ, weighed):
            self.sent[address] += len(part)
            yield part


@pytest.fixture
def scales(site: Site) -> Scales:
    weighing = Scales(site.app.wsgi_app)
    site.app.wsgi_app = weighing  # type: ignore[method-assign,assignment]
    return weighing


def test_a_visit_is_light_and_asks_nobody_else(
    open_page: Callable[..., Page], site: Site, scales: Scales
) -> None:
    page = open_page(site.diary())
    asked = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url)))
    page.goto("/")
    wait_for_worker(page)
    of_the_page = {url.path for url in asked}
    first = sum(sent for path, sent in scales.sent.items() if path in of_the_page)
    assert first <= FIRST_BYTES, scales.sent.most_common()
    assert scales.sent.total() - first <= SHELL_BYTES, scales.sent.most_common()
    scales.sent.clear()
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert not [path for path in scales.sent if path.startswith("/static")]
    assert scales.sent["/"] <= scales.sent.total() <= LATER_BYTES, scales.sent.most_common()
    assert {url.netloc for url in asked if url.scheme != "data"} == {urlsplit(site.url).netloc}


def test_no_script_holds_up_a_page(open_page: Callable[..., Page], site: Site) -> None:
    page = open_page(site.diary())
    page.goto("/")
    kinds = [script.get_attribute("type") for script in page.locator("script").all()]
    assert kinds
    assert set(kinds) == {"module", "application/json"}  # the second is words, which nothing runs
