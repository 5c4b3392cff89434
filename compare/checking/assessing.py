"""The verdict on one sentence of the draft: what is logic first, then what was learned, and always the words for it."""

from __future__ import annotations

from collections.abc import Sequence

from compare.checking.beside import Beside, beside
from compare.checking.decision import ACCUSING, BORNE_OUT, Weights, probabilities, ranked
from compare.checking.evidence import evidence
from compare.checking.explaining import EXPLAINED, bare, borne_out, denies, faced, misquotation, otherwise
from compare.checking.material import Material
from compare.checking.model import Assessment
from compare.checking.sentence import Sentence
from compare.checking.verdicts import CheckVerdict
from compare.checking.wording import folded
from compare.values.measures import same_figures

FEWEST_SAME = 3  # words from which a sentence that stands word for word in a source is borne out


def assess(sentence: Sentence, material: Material, weights: Weights) -> Assessment:
    """Return the verdict on one sentence."""
    idle = claims_nothing(sentence)
    if idle is not None:
        return Assessment("not-checkable", idle)
    laid = beside(sentence, material, weights)
    return decided(ranked(weights, probabilities(weights, evidence(laid, material))), laid, material)


def decided(order: Sequence[CheckVerdict], laid: Beside, material: Material) -> Assessment:
    """Return the first of the verdicts, the likeliest first, that is logic or can be shown by words of both sides.

    Only the likeliest may accuse: what cannot be shown to be borne out is not found.
    """
    for verdict in order:
        if verdict in ACCUSING and verdict != order[0] and order[0] not in ACCUSING:
            continue
        told = logic(verdict, laid, material)
        if told is None and possible(verdict, laid, material):
            told = EXPLAINED[verdict](laid, material)
        if told is not None:
            return told
    return Assessment("not-found", "No source was found that says this.")


def logic(verdict: CheckVerdict, laid: Beside, material: Material) -> Assessment | None:
    """Return the verdict that no weighing can change, whatever was learned; None where there is none.

    The same sentence bears a sentence out.  Quoted words that stand nowhere but nearly in a source, or are another
    speaker's, are misquoted.  What all who seem to say it have the other way is contradicted, or not found as it
    stands.  A value that stands in another one's place is contradicted, and so is what a source plainly denies.  A
    figure that all bound, or an act that all only think possible, is too strong where the draft has it bare.
    """
    same = verbatim(laid.sentence, material)
    if same:
        return borne_out(laid, material, same)
    told = misquotation(laid, material)
    if told is None and verdict in BORNE_OUT:
        told = otherwise(laid, material) or bare(laid, material)
    if told is None and verdict not in ACCUSING:
        told = faced(laid, material) or denies(laid, material)
    if told is None and verdict in BORNE_OUT:
        told = otherwise(laid, material, widely=True)
    return told


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
    """Return the statements of the sources that are the draft's sentence, word for word and figure for figure.

    Folding takes away the marks that tell '$20' from '£20' and '−8C' from '8C'.
    """
    own = folded(sentence.statement.text).words
    if len(own) < FEWEST_SAME:
        return []
    theirs = material.counterparts.sentences
    return [n for n in material.verbatim.get(own, ()) if same_figures(sentence.quantities, theirs[n].quantities)]


def possible(verdict: CheckVerdict, laid: Beside, material: Material) -> bool:
    """Tell whether a verdict can be: two origins for 'supported', quoted words nearly there for 'misquoted'.

    Words that stand in no source at all are not found: there is nothing that they alter.
    """
    if verdict == "misquoted":
        return any(q.altered or q.others for q in laid.quotations)
    if verdict not in BORNE_OUT:
        return True
    shares = laid.covered_by
    origins = {material.stand.get(s, s) for s in shares}
    return len(origins) > (verdict == "supported")
