"""Titles of documents: written once, and shown wherever a document is cited."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tracker.content import literature
from tracker.content.literature import cited, reference, titled
from tracker.progression.protocol import Source
from tracker.progression.protocol_document.reader import parse, shipped

ROOT = Path(__file__).parents[2]
TEXTS = ("*.py", "*.toml", "*.html", "*.js", "*.md")
FOLDERS = ("tracker", "templates", "static", "docs", "migrations")
LIST = Path(literature.__file__)
PROTOCOL = ROOT / "tracker" / "progression" / "protocols" / "return_to_run_1.toml"
RUN = 6  # words of a title that nobody writes in a row by chance
PAPER = re.compile(r"\b(BJSM|AJSM|JOSPT|NEJM|BMJ)\b|doi\.org|\bet al\b")
CITED_IN = {LIST.name, PROTOCOL.name}


def words(text: str) -> str:
    """A text as its words alone, without addresses, each between single spaces."""
    joined = re.sub(r'"\s*\n\s*"', "", text)  # a Python string that goes on in the next line
    joined = re.sub(r"https?://\S+", "", joined)
    parts = " ".join(re.findall(r"[^\W_]+", joined.lower()))
    return f" {parts} "


def shipped_texts() -> dict[Path, str]:
    """Everything that is shipped as text, but for the list of documents."""
    files = [path for folder in FOLDERS for kind in TEXTS for path in (ROOT / folder).rglob(kind)]
    texts = [*files, ROOT / "README.md", ROOT / "CHANGELOG.md"]
    return {path: path.read_text("utf-8") for path in texts if path.resolve() != LIST.resolve()}


def parts(title: str) -> set[str]:
    """Every run of a title that is long enough to give it away; a short title is one run."""
    title_words = words(title).split()
    size = min(RUN, len(title_words))
    return {
        f" {' '.join(title_words[start : start + size])} "
        for start in range(len(title_words) - size + 1)
    }


TITLES = {name: source.title for name, source in literature.literature().items() if source.title}


def test_a_title_is_written_in_the_list_of_documents_and_nowhere_else() -> None:
    in_list = words(LIST.read_text("utf-8"))
    texts = {path: words(text) for path, text in shipped_texts().items()}
    assert len(texts) > 200
    for name, title in TITLES.items():
        assert words(title) in in_list, name
        for part in parts(title):
            places = [str(path.relative_to(ROOT)) for path, text in texts.items() if part in text]
            assert not places, f"{name}: {part.strip()!r} in {places}"


def test_papers_are_cited_in_the_list_and_in_the_protocol_alone() -> None:
    names = {path.name for path, text in shipped_texts().items() if PAPER.search(text)}
    assert names <= CITED_IN


def test_a_source_of_the_protocol_is_shown_with_the_title_from_the_list() -> None:
    assert all(not source.title for source in shipped().sources.values())
    assert set(literature._OF_THE_PROTOCOL) < set(shipped().sources)
    for name, source in shipped().sources.items():
        assert titled(name, source).title == TITLES.get(name, "")


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (Source("", "Kristin Leigh"), TITLES["leigh"]),
        (Source("", "Someone else"), ""),
        (Source("Of my own", "Kristin Leigh"), "Of my own"),
    ],
)
def test_a_source_of_ones_own_never_gets_the_title_of_another(source: Source, title: str) -> None:
    assert titled("leigh", source).title == title
    assert titled("unheard-of", source).title == source.title


def test_a_document_is_cited_by_title_and_author_or_by_author_alone() -> None:
    (leigh, unnamed) = cited(["leigh", "buttock-soreness"])
    assert reference(leigh) == f"“{leigh.title}”, Kristin Leigh"
    assert reference(unnamed) == unnamed.author
    assert reference(replace(leigh, title="")) == "Kristin Leigh"


def test_a_protocol_of_ones_own_may_name_a_paper() -> None:
    text = PROTOCOL.read_text("utf-8")
    own = text.replace('id = "return-to-run-1"', 'id = "clinic-1"').replace(
        "[sources.leigh]\n", '[sources.leigh]\ntitle = "A talk in our clinic"\n'
    )
    read = parse(own, reference=shipped())
    assert titled("leigh", read.sources["leigh"]).title == "A talk in our clinic"
    assert titled("farrar", read.sources["farrar"]).title == TITLES["farrar"]
