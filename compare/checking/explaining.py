"""A verdict in the editor's words: which words of the draft face which of a source, with the exact place of both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from compare.checking.beside import Beside
from compare.checking.caution import looser, only_possible, unbounded
from compare.checking.contrary import contrary, holds, no_clash, tells_the_same
from compare.checking.gainsaying import gainsaid
from compare.checking.grounds import Ground, against, all_given, replaced, rival_values, text_of
from compare.checking.items import TYPED
from compare.checking.library import Spoken
from compare.checking.material import Material
from compare.checking.model import Assessment, Bearing, Witness
from compare.checking.quotations import Quoted
from compare.checking.replacing import replacement
from compare.checking.verdicts import CheckVerdict
from compare.checking.witnesses import altered_words, place_of, witness, witness_of_words
from compare.language.en.questions import PRONOUNS

SHOWN = 4  # witnesses shown a statement
BEARING = 0.75  # share of the best source's coverage from which another source bears a sentence out too
SURELY = 0.5  # strength of a rival value from which all of 59 sentences of annotated drafts and articles were wrong
BEARINGS: Mapping[CheckVerdict, Bearing] = {"contradicted": "contradicts", "too-strong": "tempers", "not-found": "near"}
UNMET = 0.5  # share below which a word of the draft is met nowhere


def contradicted(laid: Beside, material: Material) -> Assessment | None:
    """Name the two values, or the two ways to put it; of two that may both hold, neither bears the other out."""
    found = against(laid, material)
    grounds = [g for g in found if holds(laid, material, g)]
    if not grounds and any(no_clash(laid, material, g.number) for g in found[:1]):
        return not_found(laid, material)
    return _grounded("contradicted", "contradicts", laid, material, grounds)


def overtaken(laid: Beside, material: Material) -> Assessment | None:
    """Name what a later report has instead."""
    return _grounded("overtaken", "overtakes", laid, material, replaced(laid, material))


def too_strong(laid: Beside, material: Material) -> Assessment | None:
    """Name the word of caution that the draft leaves out, or the absolute word that it adds."""
    return _grounded("too-strong", "tempers", laid, material, looser(laid, material))


def bare(laid: Beside, material: Material) -> Assessment | None:
    """Return 'too strong' where all who give a figure bound it, or say 'may' of the act, and the draft does not."""
    grounds = unbounded(laid, material) or only_possible(laid, material)
    return _grounded("too-strong", "tempers", laid, material, grounds)


def otherwise(laid: Beside, material: Material, *, widely: bool = False) -> Assessment | None:
    """Return what is to be said where every statement that seems to bear the sentence out has it the other way.

    ``widely``: by whatever rule tells them apart, where all but a word or two of the sentence stands there.
    """
    verdict, grounds = contrary(laid, material, _bearing(laid, material), widely=widely)
    return _grounded(verdict, BEARINGS[verdict], laid, material, grounds)


def denies(laid: Beside, material: Material) -> Assessment | None:
    """Return 'contradicted' where a source plainly denies the sentence's main act, or the sentence the source's."""
    grounds = [g for g in gainsaid(laid, material) if not tells_the_same(laid, material, g.number)]
    return _grounded("contradicted", "contradicts", laid, material, grounds)


def faced(laid: Beside, material: Material) -> Assessment | None:
    """Return 'contradicted' where a figure, time or name of the draft surely stands in another one's place.

    That is arithmetic: no weighing of the words around makes two of three.
    """
    sure = any(r.strength >= SURELY and laid.items[r.ours].sort in TYPED for r in laid.rivals)
    return contradicted(laid, material) if sure else None


def _grounded(
    verdict: CheckVerdict, bearing: Bearing, laid: Beside, material: Material, grounds: Sequence[Ground]
) -> Assessment | None:
    if not grounds:
        return None
    first = grounds[0]
    mark = place_of(laid.sentence, first.ours)
    instead = replacement(laid, grounds, material)
    text = laid.sentence.statement.text
    suggestion = None
    if instead is not None and mark is not None:
        suggestion = " ".join((text[: mark[0]] + instead + text[mark[1] :]).split())
    seen: dict[int, Ground] = {}
    for ground in grounds:
        seen.setdefault(ground.number, ground)
    shown = [witness(material, g, bearing) for g in list(seen.values())[:SHOWN]]
    if verdict == "overtaken":  # who still has it the old way
        against_it = {material.counterparts.sources[number] for number in seen}
        old = (n for n in _bearing(laid, material) if material.counterparts.sources[n] not in against_it)
        shown += [_says_so(laid, material, number) for number in list(old)[:1]]
    return Assessment(
        verdict,
        first.reason if instead is not None else all_given(laid, grounds, material),
        tuple(shown),
        mark=mark,
        suggestion=suggestion,
        replacement=instead,
    )  # fmt: skip


def supported(laid: Beside, material: Material) -> Assessment | None:
    """Show the best sentence of each source that bears it out."""
    best = _bearing(laid, material)
    if len(best) < 2:  # the second source comes nearest of the rest: the model has judged both
        shares = laid.covered_by
        ranked = sorted(shares, key=lambda s: (-shares[s], s))[:2]
        best = [_best_of(laid, material, source) for source in ranked]
    return borne_out(laid, material, best, at_least=2)


def one_source(laid: Beside, material: Material) -> Assessment | None:
    """Show who has it."""
    best = _bearing(laid, material)
    return borne_out(laid, material, best[:1] if material.counted(best)[1] > 1 else best)


def borne_out(laid: Beside, material: Material, numbers: Sequence[int], at_least: int = 1) -> Assessment:
    """Return 'supported' or, where all speak for one origin, 'one-source'; what is said against it is noted."""
    sources, independent = material.counted(numbers)
    independent = max(independent, min(at_least, sources))
    shown = [_says_so(laid, material, n) for n in numbers[:SHOWN]]
    own = {material.counterparts.sources[n] for n in numbers}
    other = [g for g in rival_values(laid, material) if material.counterparts.sources[g.number] not in own]
    notes = tuple(f"{material.counterparts.sources[g.number]} says otherwise: {g.reason}" for g in other[:1])
    shown += [witness(material, g, "contradicts") for g in other[:1]]
    if independent > 1:
        reason = f"{sources} sources say this, {independent} of them independent."
        return Assessment("supported", reason, tuple(shown), sources=sources, independent=independent, notes=notes)
    only = material.counterparts.sources[numbers[0]]
    reason = f"Only {only} says this." if sources == 1 else f"{sources} sources say this, all of one origin."
    return Assessment("one-source", reason, tuple(shown), sources=sources, independent=independent, notes=notes)


def not_found(laid: Beside, material: Material) -> Assessment | None:
    """Show the nearest sentence, and the draft's words that it lacks."""
    shares = laid.met
    missing = sorted(
        (i for i in range(len(laid.items)) if shares[i] < UNMET), key=lambda i: (-laid.weights[i], laid.items[i].start)
    )
    nearest = laid.comparisons[0] if laid.comparisons and laid.comparisons[0].relevance >= 0.2 else None
    words = [text_of(laid.sentence, laid.items[i]) for i in missing[:3]]
    mark = place_of(laid.sentence, laid.items[missing[0]]) if missing else None
    if nearest is None:
        return Assessment(
            "not-found", f"No source was found that says this{_named(words, '; none has')}.", (), mark=mark
        )
    source = material.counterparts.sources[nearest.number]
    reason = f"No source was found that says this; {source} comes nearest{_named(words, ' and does not have')}."
    near = witness(material, Ground(nearest.relevance, nearest.number, None, None, "It comes nearest.", ""), "near")
    return Assessment("not-found", reason, (near,), mark=mark)


def _named(words: Sequence[str], lead: str) -> str:
    return f"{lead} {', '.join(f'‘{w}’' for w in words)}" if words else ""


def misquotation(laid: Beside, material: Material) -> Assessment | None:
    """Return 'misquoted' where quoted words stand nowhere but nearly in a source, or are somebody else's there."""
    for quotation in laid.quotations:
        if quotation.altered:
            return _altered(laid, material, quotation)
        if quotation.others:
            place, spoken = quotation.others[0]
            reason = f"{place.source} gives these words to {_speaker(spoken)}, the draft to {_speaker(quotation)}."
            shown = tuple(witness_of_words(material, p, reason) for p, _ in quotation.others[:SHOWN])
            mark = place_of(laid.sentence, quotation.quotation)
            return Assessment("misquoted", reason, shown, mark=mark)
    return None


def _speaker(said: Spoken | Quoted) -> str:
    """Return who is quoted, by name: 'he' says nothing to an editor."""
    told = said.quotation.speaker or ""
    if told and told.lower() not in PRONOUNS:
        return told
    keys = sorted(said.speaker, key=lambda k: (-len(k), k)) if isinstance(said, Spoken) else []
    return keys[0].title() if keys else "somebody else"


def misquoted(laid: Beside, material: Material) -> Assessment | None:
    """Name the quoted words that no source has, beside the statement that they were taken from."""
    lost = [q for q in laid.quotations if not q.verbatim]
    if not lost or not laid.comparisons:
        return None
    first = lost[0].quotation
    near = laid.comparisons[0]
    said = material.counterparts.sentences[near.number].quotations
    source = material.counterparts.sources[near.number]
    there = f"; it has “{' '.join(said[0].words.split())}”" if said else ""
    reason = f"No source has the words “{' '.join(first.words.split())}”. {source} comes nearest{there}."
    ground = Ground(near.relevance, near.number, None, said[0] if said else None, reason, "draft.misquoted")
    shown = witness(material, ground, "quotes")
    return Assessment("misquoted", reason, (shown,), mark=place_of(laid.sentence, first))


def _altered(laid: Beside, material: Material, quotation: Quoted) -> Assessment:
    best = quotation.nearly[0]
    exact = " ".join(material.by_id[best.source].text[best.start : best.end].split())
    reason, instead = altered_words(quotation.quotation, best, exact)
    return Assessment(
        "misquoted",
        reason,
        tuple(witness_of_words(material, n, reason) for n in quotation.nearly[:SHOWN]),
        mark=place_of(laid.sentence, quotation.quotation),
        suggestion=f"“{exact}”",
        replacement=instead,
    )


def _bearing(laid: Beside, material: Material) -> list[int]:
    """Return the best statement of each source that bears the sentence out, the best source first."""
    shares = laid.covered_by
    most = max(shares.values(), default=0.0)
    kept = sorted((s for s in shares if shares[s] >= BEARING * most), key=lambda s: (-shares[s], s))
    return [_best_of(laid, material, source) for source in kept]


def _best_of(laid: Beside, material: Material, source: str) -> int:
    own = [c for c in laid.comparisons if material.counterparts.sources[c.number] == source]
    return max(own, key=lambda c: (c.odds, -c.number)).number


def _says_so(laid: Beside, material: Material, number: int) -> Witness:
    return witness(material, Ground(_chance(laid, number), number, None, None, "It says the same.", ""), "supports")


def _chance(laid: Beside, number: int) -> float:
    return next((c.relevance for c in laid.comparisons if c.number == number), 1.0)


EXPLAINED: Mapping[CheckVerdict, Callable[[Beside, Material], Assessment | None]] = {
    "supported": supported,
    "one-source": one_source,
    "not-found": not_found,
    "contradicted": contradicted,
    "misquoted": misquoted,
    "overtaken": overtaken,
    "too-strong": too_strong,
}
