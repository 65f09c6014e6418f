"""The quick reader of pages is no more lenient than html5lib, and makes the same of a good one."""

from __future__ import annotations

import pytest

from tests.web.markup import MarkupError, check_as_browsers_do, read

PAGE = """<!doctype html>
<html lang="en">
<head><title>T</title></head>
<body>{}</body>
</html>
"""


@pytest.mark.parametrize(
    "faulty",
    [
        "<p>",
        "</p>",
        "<b><i></b></i>",
        "<div/>",
        "a < b",
        "a & b",
        "AT&T",
        '<p class="&T">x</p>',
        '<p id="a" id="b">x</p>',
        "<p class='a'>x</p>",
        "<p class=a>x</p>",
        "<P>x</P>",
        "<br></br>",
    ],
)
def test_what_is_left_open_doubled_or_not_quoted_is_refused(faulty: str) -> None:
    with pytest.raises(MarkupError):
        read(PAGE.format(faulty))


@pytest.mark.parametrize("outside", ["before<html></html>", "<html></html>after", "<html>"])
def test_a_page_is_whole_and_alone(outside: str) -> None:
    with pytest.raises(MarkupError):
        read(outside)


@pytest.mark.parametrize(
    "good",
    [
        "<p>A &amp; B &lt; C &#39;&#x27;</p><!-- <p> --><hr><input disabled value=\"a > 'b'\">",
        "<pre>\n\none\n</pre><textarea>\r\ntwo\r\n</textarea>",
        '<svg viewBox="0 0 1 1"><use href="#a"/><path d="M0"/></svg>after',
        "<template><p>x</p></template><table><tbody><tr><td>1</td></tr></tbody></table>",
    ],
)
def test_a_good_page_is_read_as_browsers_do(good: str) -> None:
    check_as_browsers_do(PAGE.format(good))


@pytest.mark.parametrize("moved", ["<table><tr><td>1</td></tr></table>", "<p><div>x</div></p>"])
def test_what_a_browser_reads_otherwise_is_seen_by_reading_as_it_does(moved: str) -> None:
    read(PAGE.format(moved))
    with pytest.raises(MarkupError):
        check_as_browsers_do(PAGE.format(moved))
