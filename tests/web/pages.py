"""A client that reads every page it is given as a strict browser would, and fills in its forms."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urljoin

from flask.testing import FlaskClient

from tests.web.markup import check_as_browsers_do, read
from tracker.web.kit.security import CONTENT_SECURITY_POLICY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from werkzeug.test import TestResponse

Answer: TypeAlias = str | list[str]
Fields: TypeAlias = dict[str, Answer]
_UNLABELLED = {"hidden", "submit", "button"}
_NAMES_AN_ID = frozenset({"aria-describedby", "aria-labelledby", "for", "list"})
_tree_of = lru_cache(maxsize=8)(read)  # a page is checked as it comes, and looked at right after


class PageClient(FlaskClient):
    """Checks every HTML answer; `submit` sends a form the way a browser without scripts does."""

    reads_as_browsers_do = False  # each page a second time, by html5lib

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Ask for an address, and check what comes back if it is a page."""
        response = super().open(*args, **kwargs)
        named = "entry=" in response.headers.get("Location", "")
        if named and response.request.method == "GET":
            return self.get(response.headers["Location"])  # the form's own address
        response.request.environ["wsgi.input"].close()  # a file on the disk, if much was sent
        if response.mimetype == "text/html" and not 300 <= response.status_code < 400:
            check_page(response)
        return response

    def page(self, url: str) -> Element:
        """Return a page that must be there."""
        response = self.get(url)
        assert response.status_code == 200, f"{url}: {response.status}"
        return parsed(response)

    def submit(
        self, url: str, answers: Fields | None = None, *, button: str = "", **typed: Answer
    ) -> TestResponse:
        """Fill in the form of a page and send it.

        What is given replaces what the page presets; a list answers a group of ticks. `button`
        is the label of the form's button, where the page has several forms.
        """
        given = (answers or {}) | typed
        page = self.page(url)
        form = _form(page, set(given), button)
        unknown = set(given) - {field.get("name") for field in form.iter()}
        assert not unknown, f"{url} has no field {', '.join(sorted(unknown))}"
        return self.send(form, url, given)

    def send(self, form: Element, url: str, answers: Fields) -> TestResponse:
        """Send a form found on the page at `url`, its presets replaced by the answers."""
        return self.post(urljoin(url, form.get("action") or url), data=preset(form) | answers)


def parsed(response: TestResponse) -> Element:
    """Return the root element of a page, which others look at too: nobody changes it."""
    return _tree_of(response.get_data(as_text=True))


def text_of(element: Element | None) -> str:
    """Return all words in an element, on one line."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def words_of(response: TestResponse) -> str:
    """Return the words of a page's main part that a reader without scripts is shown."""
    main = parsed(response).find(".//main")
    assert main is not None
    return " ".join("".join(_visible_words(main)).split())


def _visible_words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != "template" and "hidden" not in child.attrib:
            yield from _visible_words(child)
        yield child.tail or ""


def check_page(response: TestResponse) -> None:
    """Fail unless the page is valid, titled, labelled and free of inline scripts and styles."""
    assert response.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert response.headers["Cache-Control"] == "no-store"
    if PageClient.reads_as_browsers_do:
        check_as_browsers_do(response.get_data(as_text=True))
    root = parsed(response)
    _check_headline(root)
    _check_ids(root)
    _check_labels(root)
    _check_nothing_inline(root)


def _check_headline(root: Element) -> None:
    unshown = {h1 for template in root.iter("template") for h1 in template.iter("h1")}
    headlines = [h1 for h1 in root.iter("h1") if h1 not in unshown]
    assert len(headlines) == 1, f"{len(headlines)} h1"
    title, headline = text_of(root.find(".//title")), text_of(headlines[0])
    assert title.startswith(headline), f"the title {title!r} does not begin with {headline!r}"


def _check_ids(root: Element) -> None:
    ids = Counter(id_ for element in root.iter() if (id_ := element.get("id")))
    doubled = {id_ for id_, count in ids.items() if count > 1}
    assert not doubled, f"doubled ids: {doubled}"
    for element in root.iter():
        for attribute in _NAMES_AN_ID.intersection(element.attrib):
            for id_ in element.attrib[attribute].split():
                assert id_ in ids, f"{attribute} names {id_}, which is not on the page"


def _check_labels(root: Element) -> None:
    named = {label.get("for") for label in root.iter("label")}
    wrapped = [field for label in root.iter("label") for field in _controls(label)]
    for field in _controls(root):
        if field.get("type") not in _UNLABELLED:
            known = field.get("id") in named or field in wrapped
            assert known or field.get("aria-label"), f"no label: {field.attrib}"


def _check_nothing_inline(root: Element) -> None:
    for element in root.iter():
        assert element.tag != "style", "an inline style sheet"
        is_data = element.get("type") == "application/json"  # which browsers never run
        assert element.tag != "script" or element.get("src") or is_data, "an inline script"
        inline = [name for name in element.keys() if name == "style" or name.startswith("on")]  # noqa: SIM118
        assert not inline, f"inline {inline} on {element.tag}"


def _controls(within: Element) -> Iterator[Element]:
    return (e for e in within.iter() if e.tag in {"input", "select", "textarea"})


def _form(page: Element, names: set[str], button: str) -> Element:
    forms = [form for form in page.iter("form") if form.get("method", "get").lower() == "post"]
    if button:
        forms = [f for f in forms if any(text_of(b) == button for b in f.iter("button"))]
    having = [f for f in forms if names <= {c.get("name") for c in _controls(f)}]
    assert forms, f"no form with a button {button!r}" if button else "no form"
    return (having or forms)[0]


def preset(form: Element) -> Fields:
    """Return what a browser would send if nothing were touched."""
    fields: Fields = {}
    for control in _controls(form):
        name, kind = control.get("name"), control.get("type", "text")
        if not name or kind in {"submit", "button", "file"}:
            continue
        if control.tag == "select":
            chosen = [o for o in control.iter("option") if o.get("selected") is not None]
            option = (chosen or list(control.iter("option")))[0]
            fields[name] = option.get("value", text_of(option))
        elif control.tag == "textarea":
            fields[name] = control.text or ""
        elif kind == "checkbox" and control.get("checked") is not None:
            earlier = fields.get(name, [])
            ticked = earlier if isinstance(earlier, list) else [earlier]
            fields[name] = [*ticked, control.get("value", "on")]
        elif kind == "radio" and control.get("checked") is not None:
            fields[name] = control.get("value", "on")
        elif kind not in {"checkbox", "radio"}:
            fields[name] = control.get("value", "")
    return fields
