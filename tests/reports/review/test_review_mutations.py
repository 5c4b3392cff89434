"""Real articles, changed in ten ways that change no fact: every decision is found again, and none is reopened.

And in ways that do change what an article says: those decisions are reopened as 'decided, new evidence'.
"""

from __future__ import annotations

import json
import re
import shutil
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

import reports
from compare import compare_sources, read_sources
from compare.facts.decisions import words_of
from compare.model import Comparison
from reports.review.events import Entry, record
from reports.review.listing import listed
from reports.review.queue import Filter
from reports.review.runs import update
from reports.review.schema import finding
from reports.review.store import Store, open_store
from reports.review.verify import verify

DEMO = Path(reports.__file__).parent / "examples"  # the articles that come with Crosscheck
Articles = dict[str, str]  # path below a folder → text
DECISIONS = ("conflict", "update", "no-conflict", "wrong-match")
OTHER = (
    "Bakery opens at the harbour\n\nA bakery opened at the harbour on Friday. Its owner sells forty kinds of bread.\n"
)
FURNITURE = "\n\nSubscribe to our newsletter\n\nLeave a Reply\n\nYour email address will not be published.\n"


def each(change: Callable[[str], str]) -> Callable[[Articles], Articles]:
    """Return a change of every article in plain text; the demo has pages of other formats beside them."""
    return lambda articles: {n: change(text) if n.endswith(".txt") else text for n, text in articles.items()}


def reflowed(text: str) -> str:
    return "\n\n".join(textwrap.fill(part, 58, break_on_hyphens=False) for part in text.split("\n\n"))


def moved(text: str) -> str:
    parts = text.split("\n\n")
    middle = len(parts) // 2
    return "\n\n".join([*parts[:1], parts[middle], *parts[1:middle], *parts[middle + 1 :]])


def retitled(articles: Articles) -> Articles:
    first = min(name for name in articles if name.endswith(".txt"))
    return {**articles, first: "Updated: " + articles[first]}


def typographic(text: str) -> str:
    text = re.sub(r'"([^"\n]*)"', "“\\1”", text)
    return text.replace("'", "’")


def typewritten(text: str) -> str:
    return text.translate(str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"}))


MUTATIONS: dict[str, Callable[[Articles], Articles]] = {
    "lines reflowed": each(reflowed),
    "a source added": lambda articles: {**articles, "zz-bakery.txt": OTHER},
    "order changed": lambda articles: dict(sorted(articles.items(), reverse=True)),
    "a title changed": retitled,
    "more space": each(lambda text: text.replace(" ", "  ").replace("\n\n", "\n\n\n")),
    "line ends of Windows": each(lambda text: text.replace("\n", "\r\n")),
    "a paragraph moved": each(moved),
    "furniture added": each(lambda text: text + FURNITURE),
    "folder renamed": lambda articles: {f"other/folder/{name}": text for name, text in articles.items()},
    "typographic quotes": each(typographic),
    "typewriter quotes": each(typewritten),
}
SHIFTED = 0.05  # share of the findings that a rarer word elsewhere may give one pair more or less
SHIFTED_BY_VALUE = 0.15  # the same where a figure changes that many statements have
CORPORA = ("demo", "geneva", "lauten-resigns", "tokhar-strike-2016-07-19")


def compared(articles: Articles, folder: Path) -> Comparison:
    for name, text in articles.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    sources, unread = read_sources([str(folder / name) for name in articles])
    assert not unread
    return compare_sources(sources)


def everything(store: Store) -> list[dict]:
    agreed = listed(store, Filter(kind="agreement"), "ana")
    known = {row["key"] for row in agreed}
    return agreed + [row for row in listed(store, Filter(), "ana") if row["key"] not in known]


def statements(store: Store, key: str) -> dict[str, list[str]]:
    """Return the statements of a finding by their source."""
    with store.reading() as connection:
        told = json.loads(connection.scalar(sa.select(finding.c.payload).where(finding.c.key == key)))
    said: dict[str, list[str]] = {}
    for answer in told["answers"]:
        said.setdefault(answer["source"], []).append(answer["text"])
    return said


@pytest.fixture(scope="module")
def decided(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], tuple[Articles, Path]]:
    """Compare a corpus once, decide every finding, and return its articles and the project."""
    made: dict[str, tuple[Articles, Path]] = {}

    def of(corpus: str) -> tuple[Articles, Path]:
        if corpus not in made:
            folder = tmp_path_factory.mktemp(corpus)
            if corpus == "demo":
                found = [p for p in DEMO.iterdir() if p.suffix in {".txt", ".md", ".html"}]
            else:
                found = list((request.getfixturevalue("shared") / "corpora" / corpus).glob("*.txt"))
            articles = {path.name: path.read_text(encoding="utf-8") for path in sorted(found)}
            store = open_store(str(folder / "base.crosscheck"), create=True)
            update(store, compared(articles, folder / "articles"))
            for place, row in enumerate(everything(store)):
                record(store, Entry(row["key"], "decide", "ana", DECISIONS[place % 4], note=f"Note {place}"))
            store.close()
            made[corpus] = articles, folder / "base.crosscheck"
        return made[corpus]

    return of


@pytest.mark.parametrize("mutation", MUTATIONS)
@pytest.mark.parametrize("corpus", CORPORA)
def test_every_decision_is_carried_over(
    decided: Callable[[str], tuple[Articles, Path]], corpus: str, mutation: str, tmp_path: Path
) -> None:
    articles, base = decided(corpus)
    shutil.copy(base, tmp_path / "p.crosscheck")
    store = open_store(str(tmp_path / "p.crosscheck"))
    before = {row["key"]: (row["state"], row["decision"], row["by"], row["note"]) for row in everything(store)}
    assert len(before) > 5
    update(store, compared(MUTATIONS[mutation](articles), tmp_path / "mutated"))
    after = {row["key"]: (row["state"], row["decision"], row["by"], row["note"]) for row in everything(store)}
    assert {key: after[key][1:] for key in before} == {key: row[1:] for key, row in before.items()}, (
        "no decision is lost"
    )
    reopened = [key for key in before if after[key][0] != before[key][0]]
    assert all(after[key][0] == "decided, new evidence" for key in reopened)
    assert len(reopened) <= SHIFTED * len(before)
    assert verify(store).faults == ()
    store.close()


@pytest.mark.parametrize(("corpus", "place"), [("geneva", 0), ("tokhar-strike-2016-07-19", 1)])
def test_another_article_on_the_event_reopens_only_what_it_speaks_of(
    shared: Path, corpus: str, place: int, tmp_path: Path
) -> None:
    articles = {path.name: path.read_text() for path in sorted((shared / "corpora" / corpus).glob("*.txt"))}
    late = list(articles)[place]
    store = open_store(str(tmp_path / "p.crosscheck"), create=True)
    update(store, compared({n: t for n, t in articles.items() if n != late}, tmp_path / "before"))
    for number, row in enumerate(everything(store)):
        record(store, Entry(row["key"], "decide", "ana", DECISIONS[number % 4]))
    before = {row["key"]: row["decision"] for row in everything(store)}
    update(store, compared(articles, tmp_path / "after"))
    after = {row["key"]: row for row in everything(store)}
    assert {key: after[key]["decision"] for key in before} == before
    reopened = {key for key in before if after[key]["state"] == "decided, new evidence"}
    assert {after[key]["state"] for key in before} <= {"decided", "decided, new evidence"}
    assert reopened
    assert all(late in after[key]["sources"] for key in reopened)
    store.close()


@pytest.mark.parametrize("corpus", CORPORA)
def test_a_changed_number_reopens_what_rests_on_it_and_nothing_else(
    decided: Callable[[str], tuple[Articles, Path]], corpus: str, tmp_path: Path
) -> None:
    articles, base = decided(corpus)
    shutil.copy(base, tmp_path / "p.crosscheck")
    store = open_store(str(tmp_path / "p.crosscheck"))
    before = {row["key"]: row for row in everything(store)}
    said = {(key, source): texts for key in before for source, texts in statements(store, key).items()}
    name, number = next(
        (source, word)
        for (_, source), texts in sorted(said.items())
        for text in texts
        for word in re.findall(r"(?<=\s)\d\d(?=\s)", text)
    )
    changed = {**articles, name: re.sub(rf"(?<=\s){number}(?=\s)", "9713", articles[name])}
    update(store, compared(changed, tmp_path / "mutated"))
    rows = {row["key"]: row for row in everything(store)}
    assert {key: rows[key]["decision"] for key in before} == {key: row["decision"] for key, row in before.items()}
    touched = {key for key in before if rows[key]["state"] != "decided"}
    rested = {key for key in before if any(number in words_of(text).split() for text in said.get((key, name), ()))}
    assert rested <= touched
    brought = {key for key in before if any("9713" in text for text in statements(store, key).get(name, ()))}
    assert len(touched - rested - brought) <= SHIFTED_BY_VALUE * len(before)
    store.close()
