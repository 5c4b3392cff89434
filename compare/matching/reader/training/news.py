"""Sentences of news articles to make contrast pairs of, and pairs of sentences of two articles that tell one thing."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.matching.reader.training.public import taken
from compare.matching.reader.training.rows import read_json_lines

FINE = re.compile(r"[A-Z\"“].{45,260}[.\"”]")
PAGE = re.compile(
    r"click|subscribe|copyright|all rights|newsletter|comment|facebook|twitter|email|photo|http|www\.|sign up|"
    r"tips|cookie|browser|advert|@|©|\||…|\.\.\.|updated|posted|watch ",
    re.IGNORECASE,
)
CUT = re.compile(r"(?<=[a-z0-9)][.!?])[\"”]?\s+(?=[A-Z\"“])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its article and the event that the article tells of."""

    text: str
    article: str
    event: str


def squeezed(text: str) -> str:
    """Return letters and digits only, in small letters, to find a text again."""
    return re.sub(r"[\W_]+", "", text.lower())


def measured_text(shared: Path) -> str:
    """Return all articles of the annotated events and all drafts: what is measured on is not learned from."""
    files = sorted((shared / "corpora").glob("*/*.txt")) + sorted((shared / "data" / "drafts-dev").glob("*/draft.md"))
    return "\n".join(squeezed(f.read_text(encoding="utf-8")) for f in files)


def news(shared: Path, most_local: int, seed: int = 11) -> list[Sentence]:
    """Return sentences: all of ECB+ and a sample of the local news, without the topics and incidents of development."""
    draw = random.Random(seed)
    topics, incidents = taken(shared)
    measured = measured_text(shared)
    general, local = [], []
    for data in read_json_lines(shared / "data" / "documents" / "ecbplus_articles.jsonl.xz"):
        if str(data["event"]).split("_")[0].split("ecb")[0] not in topics:
            general += list(_sentences(data["sentences"], str(data["doc"]), str(data["event"])))
    for data in read_json_lines(shared / "data" / "documents" / "gunviolence_articles.jsonl.xz"):
        if str(data["event"]) not in incidents:
            lines = [part for line in str(data["content"]).splitlines() for part in CUT.split(line)]
            found = list(_sentences(lines, str(data["id"]), str(data["event"])))
            local += draw.sample(found, min(8, len(found)))
    chosen = general + draw.sample(local, min(most_local, len(local)))
    seen: set[str] = set()
    found = []
    for sentence in chosen:
        key = squeezed(sentence.text)
        if key not in seen and key not in measured:
            seen.add(key)
            found.append(sentence)
    return found


def _sentences(lines: Any, article: str, event: str) -> Iterator[Sentence]:
    for line in lines:
        text = " ".join(line.split()) if isinstance(line, str) else " ".join(line)
        text = text.replace(" ,", ",").replace(" .", ".").replace(" 's", "'s").replace("`` ", '"').replace(" ''", '"')
        if FINE.fullmatch(text) and not PAGE.search(text) and not text.isupper():
            yield Sentence(text, article, event)


def aligned(sentences: list[Sentence], least: float = 0.42) -> list[tuple[Sentence, Sentence]]:
    """Return pairs of sentences of two articles on one event that are alike in wording, and not copies."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2)
    matrix = vectors.fit_transform([s.text for s in sentences])
    events: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        events[sentence.event].append(number)
    found = []
    for numbers in events.values():
        if len(numbers) < 2:
            continue
        near = (matrix[numbers] @ matrix[numbers].T).toarray()
        for i, left in enumerate(numbers):
            for j in range(i + 1, len(numbers)):
                right = numbers[j]
                if sentences[left].article != sentences[right].article and least <= near[i, j] <= 0.92:
                    found.append((sentences[left], sentences[right]))
    return found
