"""Contrast pairs: a sentence of news against itself said otherwise, made false, or told with more than is known.

The false ones are made from sentences already said otherwise, so that a pair of few changed words is no sign of either.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.matching.reader.training.edit import Edit
from compare.matching.reader.training.edits import Pools, edits
from compare.matching.reader.training.news import Sentence, aligned, news
from compare.matching.reader.training.rewrites import SYNONYMS, rewrites
from compare.matching.reader.training.rows import AGREES, CONTRADICTS, ENTAILS, NEITHER, Row

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from compare.matching.reader.training.events import Event

LABELS = ("PERSON", "GPE", "ORG")
TAGS = frozenset(("NN", "NNS", "JJ", "VBD", "VBN", "VBG"))
WIRE = re.compile("Press|News|The |AP|Reuters")  # agencies stand under every other article
SHORT = frozenset(("shortened", "parted"))
SLOTS = ("name", "place", "organisation", "number", "age", "day", "hour")
OPEN = frozenset(("bound", "hedge"))  # false, though an editor may call it one value more loosely or exactly told
OFTEN = {
    "word": 0.5,
    "thing": 0.7,
    "direction": 0.8,
    "kin": 0.8,
    "negation": 0.5,
    "swap": 2.0,
    "state": 1.5,
    "role": 1.5,
}


def contrast_rows(shared: Path, most_local: int = 36000, seed: int = 11) -> Iterator[Row]:
    """Yield contrast pairs of the news in ``shared``."""
    draw = random.Random(seed)
    sentences = news(shared, most_local, seed)
    docs = list(_parse([s.text for s in sentences]))
    maker = _Maker(draw, docs, sentences)
    once = [maker.said_otherwise(doc) for doc in docs]
    others = list(_parse([e.text if e else s.text for e, s in zip(once, sentences, strict=True)]))
    articles: dict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        articles[sentence.article].append(sentence.text)
    for sentence, edit, other in zip(sentences, once, others, strict=True):
        yield from maker.single(sentence, edit, other, articles[sentence.article])
    parsed = dict(zip(sentences, docs, strict=True))
    pairs = aligned(sentences)
    for left, right in pairs:
        yield from maker.pair(left, right, parsed)
    yield from maker.strangers(sentences)


def event_contrast_rows(events: Sequence[Event], seed: int = 11) -> Iterator[Row]:
    """Yield contrast pairs of the annotated events' statements and of the pairs that agree; ``group`` is the event."""
    draw = random.Random(seed)
    numbered = [(e, n) for e in events if e.full for n, text in enumerate(e.texts) if 45 <= len(text) <= 300]
    sentences = [Sentence(e.texts[n], e.sources[n], e.name) for e, n in numbered]
    docs = list(_parse([s.text for s in sentences]))
    maker = _Maker(draw, docs, sentences)
    once = [maker.said_otherwise(doc) for doc in docs]
    others = list(_parse([e.text if e else s.text for e, s in zip(once, sentences, strict=True)]))
    for sentence, edit, other in zip(sentences, once, others, strict=True):
        yield from maker.single(sentence, edit, other, ())
    parsed = dict(zip(sentences, docs, strict=True))
    places = {(e.name, n): s for (e, n), s in zip(numbered, sentences, strict=True)}
    for event in events:
        for i, j, relation in event.gold:
            left, right = places.get((event.name, i)), places.get((event.name, j))
            if relation == "agree" and left and right:
                yield from list(maker.pair(left, right, parsed, whole=False))[1:]


def _parse(texts: Sequence[str]) -> Iterator[Doc]:
    from compare.language.pipeline import english

    yield from english().pipe(texts, batch_size=128)


class _Maker:
    """Makes rows; holds what was counted over all sentences."""

    def __init__(self, draw: random.Random, docs: Sequence[Doc], sentences: Sequence[Sentence]) -> None:
        self.draw = draw
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        words: Counter[tuple[str, str]] = Counter()
        everywhere: dict[str, Counter[str]] = defaultdict(Counter)
        self.near: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for doc, sentence in zip(docs, sentences, strict=True):
            for token in doc:
                if token.tag_ == "VBN":
                    forms[token.lemma_][token.lower_] += 1
                if token.tag_ in TAGS and token.is_alpha and not token.ent_type_:
                    words[token.lower_, token.tag_] += 1
            for ent in doc.ents:
                if (
                    ent.label_ in LABELS
                    and all(p[0].isupper() and p.isalpha() for p in ent.text.split())
                    and not WIRE.search(ent.text)
                ):
                    everywhere[ent.label_][ent.text] += 1
                    if ent.text not in self.near[sentence.event][ent.label_]:
                        self.near[sentence.event][ent.label_].append(ent.text)
        self.participles = {lemma: c.most_common(1)[0][0] for lemma, c in forms.items() if sum(c.values()) > 2}
        pools = {k: [n for n, count in sorted(c.items()) if count > 1] for k, c in everywhere.items()}
        self.pools = Pools(pools, close_words=_close_words([w for w, n in sorted(words.items()) if n >= 8]))

    def said_otherwise(self, doc: Doc) -> Edit | None:
        """Return the sentence said otherwise in one way, or None."""
        ways = rewrites(doc, self.draw, self.participles)
        return self.draw.choice(ways[self.draw.choice(sorted(ways))]) if ways else None

    def false(self, doc: Doc, event: str, most: int, kinds: frozenset[str] | None = None) -> list[Edit]:
        """Return changes that make a sentence false, each of another kind."""
        self.pools.near = self.near[event]
        found = edits(doc, self.draw, self.pools)
        names = sorted(k for k in found if kinds is None or k in kinds)
        order = sorted(names, key=lambda k: self.draw.random() / OFTEN.get(k, 1.0))
        return [self.draw.choice(found[k]) for k in order[:most]]

    def single(self, sentence: Sentence, edit: Edit | None, other: Doc, article: Sequence[str]) -> Iterator[Row]:
        """Yield the pairs made of one sentence."""
        draw, text, group = self.draw, sentence.text, sentence.event
        if edit:
            second = self.said_otherwise(other) if draw.random() < 0.7 else None
            goal = second.text if second else edit.text
            kinds = {edit.kind, second.kind if second else edit.kind}
            yield Row(text, goal, "+".join(sorted(kinds)), 1, ENTAILS, 0, group=group)
            if kinds & SHORT and draw.random() < 0.6:
                yield Row(goal, text, "added", 1, NEITHER, group=group)
            elif not kinds & {*SHORT, "surname", "unsaid", "rounded"} and draw.random() < 0.3:
                yield Row(goal, text, "+".join(sorted(kinds)), 1, ENTAILS, 0, group=group)
        elif draw.random() < 0.3:
            yield Row(text, text, "copy", 1, ENTAILS, 0, group=group)
        wrong = self.false(other, group, 2)
        for change in wrong:
            a, b = (change.text, text) if draw.random() < 0.25 else (text, change.text)
            yield self.contradiction(a, b, change.kind, group)
        if draw.random() < 0.35 and len(wrong) > 1:
            yield from self.other_event(text, other, group)
        rest = [t for t in article if t != text]
        if rest and draw.random() < 0.35:
            yield Row(text, draw.choice(rest), "same article", 0, NEITHER, group=group)

    def contradiction(self, a: str, b: str, kind: str, group: str) -> Row:
        """Return a row of two texts that cannot both be true."""
        weight = 0.6 if kind in ("word", "hedge", "thing", "direction") else 1.0
        return Row(a, b, kind, 1, CONTRADICTS, None if kind in OPEN else 1, weight, group)

    def other_event(self, text: str, doc: Doc, group: str) -> Iterator[Row]:
        """Yield a pair with the sentence turned into one about another event: most of its values are others."""
        self.pools.near = {}
        found = edits(doc, self.draw, self.pools)
        changed, done = doc.text, 0
        for kind in sorted((k for k in found if k in SLOTS), key=lambda _: self.draw.random()):
            change = self.draw.choice(found[kind])
            if change.old and change.old in changed:
                changed, done = changed.replace(change.old, change.new, 1), done + 1
        if done >= 3:
            yield Row(text, changed, "other event", 0, NEITHER, group=group)

    def pair(self, left: Sentence, right: Sentence, parsed: dict[Sentence, Doc], whole: bool = True) -> Iterator[Row]:
        """Yield the pairs made of two sentences that tell one thing; not ``whole``: they share only a part."""
        yield Row(left.text, right.text, "aligned", 1, AGREES, 0, 0.5, left.event)
        for this, that, turned in ((left, right, False), (right, left, True)):
            changes = self.false(parsed[that], left.event, 8)
            said = this.text.lower()
            fit = [c for c in changes if c.old and c.old.lower() in said and (whole or c.kind != "word")]
            fit = [c for c in changes if whole and c.kind in ("negation", "swap")] + fit
            self.draw.shuffle(fit)
            for change in fit[:2]:
                a, b = (change.text, this.text) if turned else (this.text, change.text)
                yield self.contradiction(a, b, f"aligned {change.kind}", left.event)

    def strangers(self, sentences: Sequence[Sentence]) -> Iterator[Row]:
        """Yield sentences of like wording about different events."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        chosen = self.draw.sample(list(sentences), min(4000, len(sentences)))
        matrix = TfidfVectorizer(sublinear_tf=True, min_df=2).fit_transform([s.text for s in sentences])
        places = {s: n for n, s in enumerate(sentences)}
        near = matrix[[places[s] for s in chosen]] @ matrix.T
        for row, sentence in enumerate(chosen):
            own = near[row]
            best = sorted(zip(own.data.tolist(), own.indices.tolist(), strict=True), reverse=True)[:12]
            fit = [sentences[n] for _, n in best if sentences[n].event != sentence.event]
            if fit:
                yield Row(sentence.text, self.draw.choice(fit[:4]).text, "stranger", 0, NEITHER, weight=0.7)


def _close_words(words: Sequence[tuple[str, str]]) -> dict[tuple[str, str], list[str]]:
    """Return for each word and tag the words of that tag that are near in meaning and not the same."""
    import numpy as np

    from compare.language.vectors import vector

    tags: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    for word, tag in words:
        if len(word) > 3 and (found := vector(word)) is not None:
            tags[tag].append((word, found))
    close: dict[tuple[str, str], list[str]] = {}
    for tag, known in tags.items():
        matrix = np.stack([v for _, v in known])
        matrix = matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
        near = matrix @ matrix.T
        for (word, _), row in zip(known, near, strict=True):
            order = [n for n in np.argsort(-row, kind="stable").tolist() if 0.33 <= row[n] <= 0.58][:6]
            same = SYNONYMS.get(word, ())
            fit = [known[n][0] for n in order if known[n][0] not in same and known[n][0][:4] != word[:4]]
            if fit:
                close[word, tag] = fit
    return close
