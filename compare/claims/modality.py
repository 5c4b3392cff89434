"""Is a clause fact, plan or possibility; does it look back; is it negated: read off its verb and what governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.claims.imposed import ordered, serves
from compare.language.en import cues
from compare.statements.clauses import quotes

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr", "oprd", "dative")


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries of ``verb``, or of the conjunct whose auxiliaries it shares."""
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if own or verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
        return own
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) or verb.tag_ != verb.head.tag_:
        return own
    return auxiliaries(verb.head)


def expectation(verb: Token) -> str | None:
    """Return 'expected' or 'reported' as the verb's own modals say, None where they say nothing."""
    helpers = auxiliaries(verb)
    words = {t.lower_ for t in helpers}
    perfect = any(t.lower_ in ("have", "'ve", "’ve", "of") for t in helpers)
    modals = [t for t in helpers if t.tag_ == "MD"]
    if serves(verb):
        return None
    for modal in modals:
        word = modal.lower_
        if word in cues.FUTURE_MODALS:
            return "expected"
        if word in cues.POSSIBLE_MODALS:
            return "reported" if perfect else "expected"
        if word in cues.DUTY_MODALS:
            return "reported" if perfect and word == "must" else "expected"
    if "going" in words or ("to" in words and verb.dep_ == "ROOT"):
        return "expected"
    return None


def governed_expectation(verb: Token, head: Token) -> str | None:
    """Return 'expected' when ``head`` makes its clause ``verb`` a plan or wish, 'reported' when it vouches for it.

    None means that ``head`` leaves the question to ``verb``'s own modals and to what stands above.
    """
    lemma = head.lemma_.lower()
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if head.pos_ == "ADJ" or head.dep_ == "acomp":
        if infinitive and lemma in cues.EXPECTING_ADJECTIVES:
            return "expected"
        return None
    if head.pos_ in ("VERB", "AUX"):
        return _governed_by_verb(verb, head, lemma, infinitive)
    if infinitive and verb.dep_ in ("relcl", "acl"):
        ordinal = head.tag_ == "JJ" or any(c.lower_ in ("first", "last", "only", "latest") for c in head.children)
        return None if ordinal or head.lower_ in ("first", "last") else "expected"
    return None


def _governed_by_verb(verb: Token, head: Token, lemma: str, infinitive: bool) -> str | None:
    if verb.dep_ == "xcomp" and infinitive:
        if lemma == "be" and unfinished(verb):
            return None  # 'is still to rule' is 'has yet to rule'
        if ordered(verb, head) or (lemma == "be" and serves(verb)):
            return None
        if lemma == "be" or lemma in cues.EXPECTING:
            return "expected"
        if lemma == "go" and head.tag_ == "VBG":
            return "expected"
        if lemma in cues.IMPLICATIVE or lemma in cues.FAILING or lemma == "have":
            return None
        return "expected" if lemma in cues.FORETELLING else None
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and lemma in cues.SEEKING:
        return "expected"
    if verb.dep_ == "ccomp" and infinitive and lemma in cues.EXPECTING and not ordered(verb, head):
        return "expected"
    if verb.dep_ == "ccomp" and lemma in cues.FORETELLING and verb.tag_ != "VBD":
        return "expected"
    if verb.dep_ == "advcl":
        mark = next((c.lower_ for c in verb.children if c.dep_ == "mark"), None)
        if mark in cues.CONDITIONS:
            return "expected"
        if infinitive:
            return None if _result(verb, head) else "expected"
    return None


def _result(verb: Token, head: Token) -> bool:
    """Tell an infinitive of result in a report of movement ('fell 2 percent to close at 9,500') from a purpose."""
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i > head.i else head
    amount = before.like_num or before.ent_type_ in ("MONEY", "PERCENT", "CARDINAL", "QUANTITY") or before.tag_ == "RP"
    return head.tag_ == "VBD" and verb.lemma_ in cues.RESULTS and (amount or head.lemma_ in cues.MOVING_VERBS)


def looks_back(verb: Token, headline: bool) -> bool | None:
    """Tell whether the clause of ``verb`` is past or perfect; None where the verb has no tense of its own."""
    helpers = auxiliaries(verb)
    if any(t.tag_ == "MD" for t in helpers):
        return any(t.lower_ == "have" for t in helpers)
    finite = [t for t in (*helpers, verb) if t.tag_ in ("VBD", "VBZ", "VBP")]
    if finite:
        if any(t.tag_ == "VBD" for t in finite):
            return True
        if any(t.lemma_.lower() == "have" for t in helpers) and verb.tag_ in ("VBN", "VBD"):
            return True
        return headline and verb.tag_ in ("VBZ", "VBP", "VBN")
    if headline and verb.tag_ == "VBN":
        return True
    return None


def negated(verb: Token) -> bool:
    """Tell whether the clause of ``verb`` is negated by a particle, a subject or object, or a failing governor."""
    if unfinished(verb):
        return True
    if any(_denies(child) for child in verb.children if child.dep_ in ("neg", "advmod", "preconj", "det", "cc")):
        return True
    if any(_empty(child) and not quotes(verb, child) for child in verb.children if child.dep_ in _ARGUMENTS):
        return True
    for aux in auxiliaries(verb):
        if any(c.dep_ == "neg" for c in aux.children) and aux.head.i != verb.i:
            return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    if verb.dep_ in ("xcomp", "ccomp"):
        head = verb.head
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
        if infinitive and (head.lemma_.lower() in cues.FAILING or head.lower_ in cues.FAILING_ADJECTIVES):
            return not any(_denies(c) for c in head.children)
        if infinitive and verb.dep_ == "xcomp" and head.pos_ in ("VERB", "ADJ", "AUX"):
            likely = head.dep_ == "acomp" and head.lower_ in cues.EXPECTING_ADJECTIVES  # 'is not likely to resign'
            return negated(head) or (likely and negated(head.head))
    return _shared_negation(verb)


def unfinished(verb: Token) -> bool:
    """Tell what was not brought about: 'has yet to resign', 'almost sank', 'stopped short of calling'."""
    before = [t.lower_ for t in verb.doc[max(verb.i - 6, 0) : verb.i] if not t.is_space]
    if (
        verb.tag_ in ("VBD", "VBN")
        and before[-1:]
        and before[-1] in cues.NEARLY
        and verb.lemma_.lower() not in cues.MEASURED
    ):
        return True
    while before and before[-1] in cues.BETWEEN_TO:
        before.pop()
    if before[-2:] == ["yet", "to"] or before[-2:] == ["close", "to"]:
        return True
    if before[-2:] == ["still", "to"] and before[-3:-2] and before[-3] in ("is", "are", "was", "were"):
        return True
    if verb.tag_ == "VBG" and before[-2:] in (["short", "of"], ["verge", "of"], ["brink", "of"]):
        return True
    head = verb.head
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and head.lemma_.lower() in cues.AVOIDING:
        return not any(_denies(c) for c in head.children)
    if verb.tag_ == "VBG" and before[-1:] == ["from"] and head.head.lemma_.lower() in cues.PREVENTING:
        return not any(_denies(c) for c in head.head.children)
    no_longer = any(c.lower_ == "longer" and c.i and c.nbor(-1).lower_ == "no" for c in verb.children)
    return no_longer or _called_untrue(verb)


def _called_untrue(verb: Token) -> bool:
    """'It is not true that the bridge fell', 'it is false that …'."""
    head = verb.head
    if verb.dep_ not in ("ccomp", "csubj", "advcl") or head.i == verb.i or head.lemma_.lower() != "be":
        return False
    said = next((c.lower_ for c in head.children if c.dep_ in ("acomp", "attr")), None)
    turned = any(_denies(c) for c in head.children)
    return (said in cues.TRUE and turned) or (said in cues.UNTRUE and not turned)


def _shared_negation(verb: Token) -> bool:
    """Tell whether a conjunct without subject or auxiliaries shares the negation before it ('did not eat or sleep')."""
    if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children):
        return False
    links = [c.lower_ for c in verb.head.children if c.dep_ == "cc"]
    return verb.tag_ == "VB" and verb.head.tag_ == "VB" and "or" in links and negated(verb.head)


def _denies(child: Token) -> bool:
    if child.lower_ not in cues.NEGATIVE_WORDS:
        return False
    following = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
    if child.lower_ == "no" and (following == "." or (child.text != "no" and following.isdigit())):
        return False  # 'the No. 10 shirt', 'the No 1 seed'
    if child.i and child.nbor(-1).lower_ == "but":  # 'awaited but not a surprise': the clause itself stands
        return False
    return following not in cues.NOT_NEGATIVE_BEFORE


def _empty(argument: Token) -> bool:
    """Tell whether an argument is empty: 'no one', 'none of them', 'neither side', 'no hostility'."""
    if argument.lower_ in cues.NEGATIVE_PRONOUNS:
        return True
    first = next((c for c in argument.lefts if c.lower_ in ("no", "neither", "not")), None)
    if first is None:
        return False
    if first.lower_ == "not" and first.nbor(1).lower_ not in ("one", "a", "any", "many", "much", "all", "every"):
        return False
    return argument.lower_ != "doubt" and _denies(first)
