"""Words: what is shipped is written in our own, and the code names things by the trade's.

No run of words stands in a source document too, and no name only says that it was found, or told.
"""

from __future__ import annotations

import ast
import re
import tomllib
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tracker.content.literature import literature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).parents[1]
SOURCES = ROOT.parent / "shared" / "sources"
RUN = 8  # words in a row that nobody shares by chance
_JINJA = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
_TO_FILL = re.compile(r"^@\w+@$", re.MULTILINE)  # a line of a protocol that is begun
_TAG = re.compile(r"<[^>]*>")


def words(text: str) -> list[str]:
    """The words of a text, without case and marks."""
    return re.findall(r"[^\W_]+", re.sub(r"['’]", "", text.lower()))


def runs(text: str, size: int) -> Iterator[tuple[str, ...]]:
    """Every run of so many words."""
    text_words = words(text)
    return zip(*(text_words[start:] for start in range(size)), strict=False)


def of_python(text: str) -> Iterator[str]:
    """The strings of a module, docstrings too; what is put into one stands apart."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def of_template(text: str) -> Iterator[str]:
    """The words of a page, without its tags."""
    yield _TAG.sub(" ", _JINJA.sub(" ", text))


def of_toml(text: str) -> Iterator[str]:
    """The strings of a protocol's file, and its comments."""
    yield from re.findall(r"^#.*(?:\n#.*)*", text, re.MULTILINE)
    yield from _strings(tomllib.loads(_TO_FILL.sub("", text)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(_strings(part) for part in value.values())
    elif isinstance(value, list):
        yield from chain.from_iterable(_strings(part) for part in value)


def as_it_is(text: str) -> Iterator[str]:
    """A text that is all words."""
    yield text


READERS: dict[str, Callable[[str], Iterator[str]]] = {
    "tracker/**/*.py": of_python,
    "tracker/**/*.toml": of_toml,
    "templates/**/*.html": of_template,
    "static/**/*.js": as_it_is,
    "docs/**/*.md": as_it_is,
    "*.md": as_it_is,
}


def shipped() -> Iterator[tuple[str, str]]:
    """Every text that is shipped, and where it stands."""
    for pattern, read in READERS.items():
        for path in sorted(ROOT.glob(pattern)):
            for text in read(path.read_text("utf-8")):
                yield str(path.relative_to(ROOT)), text


def shared_runs(
    ours: Iterable[tuple[str, str]], documents: Iterable[str], size: int
) -> list[tuple[str, str]]:
    """The runs that stand in one of ours and in a document, and where; a citation is none."""
    theirs = set(chain.from_iterable(runs(document, size) for document in documents))
    for source in literature().values():
        for cited in (source.title, source.author, source.url):
            theirs -= set(runs(cited, size))
    return [
        (place, " ".join(run)) for place, text in ours for run in runs(text, size) if run in theirs
    ]


@pytest.mark.slow
def test_nothing_that_is_shipped_repeats_eight_words_of_a_source_document() -> None:
    if not SOURCES.is_dir():
        pytest.skip("the source documents are not kept here: there is no ../shared/sources")
    documents = [path.read_text("utf-8") for path in SOURCES.glob("*.txt")]
    assert documents
    assert shared_runs(shipped(), documents, RUN) == []


DOCUMENT = "The slower you go, the better it mends: take your time, and then a little more of it."
COPIES = {
    "tracker/a.py": (
        of_python,
        'SAID = (\n    "Take your time, and"\n    " then a little more."\n)',
    ),
    "templates/a.html": (of_template, "<p>Take your <b>time</b>,\n  and then a little more.</p>"),
    "tracker/a.toml": (of_toml, '[rules.a]\nnote = "Take your time, and then a little more."'),
    "tracker/b.toml": (of_toml, "# take your time,\n# and then a little more\na = 1"),
    "docs/a.md": (as_it_is, "Take your time, and then\na little more."),
}


@pytest.mark.parametrize("place", COPIES)
def test_a_planted_copy_is_found_wherever_it_stands(place: str) -> None:
    read, text = COPIES[place]
    copies = shared_runs(((place, part) for part in read(text)), [DOCUMENT], RUN)
    assert copies == [(place, "take your time and then a little more")]


def test_a_citation_and_seven_words_are_no_copy() -> None:
    cited = literature()["heiderscheit"]
    for part in (cited.title, cited.author):
        assert len(words(part)) > RUN
        assert shared_runs([("page", part)], [part], RUN) == []
    assert shared_runs([("page", "take your time and then a little")], [DOCUMENT], RUN) == []


@pytest.mark.slow
def test_all_that_is_shipped_is_read() -> None:
    places = [place for place, _ in shipped()]
    text = " ".join(text for _, text in shipped())
    assert {place.partition("/")[0] for place in places} >= {"tracker", "templates", "docs"}
    assert {"README.md", "templates/learn/first-days.html"} <= set(places)
    assert "No warning sign is open" in text  # the protocol's file
    assert "Keep full rest short" in text  # the advice of the care log


# A name says what a thing is: entries, verdict, response, message, row. These say none of it.
HIDING = {"found", "told", "here", "kept", "shown", "lived"}
_HIDING = re.compile(rf"\b_*({'|'.join(sorted(HIDING))})_*\b")
CODE = ("tracker/**/*.py", "tests/**/*.py", "docs/**/*.py", ".ci/**/*.py")


def hiding_names(text: str) -> Iterator[tuple[int, str]]:
    """Variables, parameters and functions whose name hides what they are, each with its line.

    Fields of a class are left out: among them are columns of the database and fields of forms.
    """
    if not _HIDING.search(text):
        return
    fields: set[int] = set()
    for node in ast.walk(ast.parse(text)):  # a class comes before its fields
        if isinstance(node, ast.ClassDef):
            fields |= {id(target) for part in node.body for target in _targets(part)}
        name = "" if id(node) in fields else _given_name(node)
        if name.strip("_") in HIDING:
            yield getattr(node, "lineno", 0), name


def _targets(statement: ast.stmt) -> list[ast.expr]:
    if isinstance(statement, ast.AnnAssign):
        return [statement.target]
    return statement.targets if isinstance(statement, ast.Assign) else []


def _given_name(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name, ctx=ast.Store()):
            return name
        case ast.arg(arg=name) | ast.alias(asname=str(name)):
            return name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return name
        case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            return name
        case ast.ExceptHandler(name=str(name)):
            return name
    return ""


@pytest.mark.slow
def test_no_name_hides_what_a_thing_is() -> None:
    files = [path for pattern in CODE for path in sorted(ROOT.glob(pattern))]
    assert ROOT / "tests" / "test_own_words.py" in files
    hiding = [
        f"{path.relative_to(ROOT)}:{line}: {name} says not what it is"
        for path in files
        for line, name in hiding_names(path.read_text("utf-8"))
    ]
    assert hiding == []


@pytest.mark.parametrize(
    "planted",
    [
        "found = read()",
        "told_ = [_kept for _kept in entries]",
        "if found := read(): pass",
        "for here in places: pass",
        "with opened() as shown: pass",
        "try: read()\nexcept OSError as told: pass",
        "def _told(): pass",
        "def of(lived): pass",
        "of = lambda *kept: kept",
        "from entries import read as found",
        "match entry:\n    case [kept, *_]: pass",
        "class Entry:\n    def here(self): pass",
    ],
)
def test_a_planted_name_that_hides_is_seen(planted: str) -> None:
    assert list(hiding_names(planted))


def test_fields_and_longer_names_hide_nothing() -> None:
    column = "class Row:\n    kept: bool = False\n    shown = HiddenField()\n"
    assert not list(hiding_names(f"{column}kept_plan = row.kept\nread(found=row)"))
