"""The verdict on one sentence of the draft: what is logic first, then what was learned, and always the words for it."""

from __future__ import annotations

from compare.checking.beside import Beside, beside
from compare.checking.decision import Weights, probabilities, ranked
from compare.checking.evidence import evidence
from compare.checking.explaining import EXPLAINED, bare_figure, borne_out, misquotation
from compare.checking.material import Material
from compare.checking.model import Assessment
from compare.checking.sentence import Sentence
from compare.checking.verdicts import CheckVerdict
from compare.checking.wording import folded

FEWEST_SAME = 3  # words from which a sentence that stands word for word in a source is borne out
BORNE_OUT = frozenset({"supported", "one-source"})
LEAST_COVERED = 0.35  # share of a sentence below which no source can be said to bear it out


def assess(sentence: Sentence, material: Material, weights: Weights) -> Assessment:
    """Return the verdict on one sentence."""
    idle = claims_nothing(sentence)
    if idle is not None:
        return Assessment("not-checkable", idle)
    laid = beside(sentence, material, weights)
    same = verbatim(sentence, material)
    if same:
        return borne_out(laid, material, same)
    misquoted = misquotation(laid, material)
    if misquoted is not None:
        return misquoted
    bare = bare_figure(laid, material)
    for verdict in ranked(weights, probabilities(weights, evidence(laid, material))):
        if bare is not None and verdict in BORNE_OUT:
            return bare
        told = EXPLAINED[verdict](laid, material) if possible(verdict, laid, material) else None
        if told is not None:
            return told
    return EXPLAINED["not-found"](laid, material) or Assessment("not-found", "No source says this.")


def claims_nothing(sentence: Sentence) -> str | None:
    """Return why the words claim nothing: a question, a label, a request to the reader; None where they claim."""
    words = sentence.words
    if not sentence.claims or not any(w.text.isalpha() or w.pos == "NUM" for w in words):
        return "The words make no claim."
    if words[-1].text == "?" or (len(words) > 1 and words[-2].text == "?" and words[-1].text in "”\"'’)"):
        return "A question claims nothing."
    finite = any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in words)
    values = bool(sentence.quantities or sentence.moments or sentence.quotations)
    headline = sentence.statement.kind == "headline"
    if not values and not (finite or (headline and any(w.pos == "VERB" for w in words))):
        return "A label, not a sentence: it claims nothing."
    root = next((n for n, w in enumerate(words) if w.head == n), 0)
    subject = any(words[c].dep in ("nsubj", "nsubjpass", "aux") for c in sentence.children[root])
    if words[root].tag == "VB" and not subject and not values and not headline:
        return "A request to the reader claims nothing."
    return None


def verbatim(sentence: Sentence, material: Material) -> list[int]:
    """Return the statements of the sources that are the draft's sentence, word for word."""
    own = folded(sentence.statement.text).words
    if len(own) < FEWEST_SAME:
        return []
    held = material.counterparts.sentences
    return [n for n, s in enumerate(held) if folded(s.statement.text).words == own]


def possible(verdict: CheckVerdict, laid: Beside, material: Material) -> bool:
    """Tell whether a verdict can be: two origins for 'supported', a quotation for 'misquoted'."""
    if verdict == "misquoted":
        return bool(laid.quotations)
    if verdict not in BORNE_OUT:
        return True
    shares = laid.covered_by
    if not shares or max(shares.values()) < LEAST_COVERED:
        return False
    origins = {material.stand.get(s, s) for s in shares}
    return verdict == "one-source" or len(origins) > 1
