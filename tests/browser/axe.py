"""What axe says of a page, and the few presses that lead to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page


def press(page: Page, name: str, *, last: bool = False) -> None:
    """Send a form; with scripts the answer comes a moment later than the click."""
    buttons = page.get_by_role("button", name=name)
    with page.expect_navigation():
        (buttons.last if last else buttons.first).click()


def unfold(page: Page) -> None:
    """Open whatever is folded away, so that it is judged too."""
    page.evaluate("() => document.querySelectorAll('details').forEach(it => it.open = true)")


def assert_accessible(page: Page) -> None:
    """Fail with what axe finds on a light page, and in its colours when it is dark."""
    # Without motion: what fades in is judged when it is there.
    page.emulate_media(reduced_motion="reduce", color_scheme="light")
    _judge(page, {"rules": {"target-size": {"enabled": True}}})  # of WCAG 2.2: axe leaves it out
    page.emulate_media(color_scheme="dark")
    _judge(page, {"runOnly": ["color-contrast"]})


def _judge(page: Page, options: dict[str, Any]) -> None:
    results = Axe().run(page, options=options)
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"
