"""A whole question from the clause that holds a value: 'When did the mayor resign?', 'How many men entered the shop?'

Only clauses of a plain build are asked about: one verb with its subject, at most one object; all else gives ''.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.claims.attribution import noun_phrase
from compare.facts.phrases import core_of
from compare.language.en import questions as words
from compare.language.en.saying import SAYING, SPEAKING
from compare.model import Claim, Moment, Name, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

    from compare.statements.splitting import Parsed

LONGEST = 12  # words of a question
NAMED = 5  # words of a subject or an object
DOING = ("nsubj", "nsubjpass")
CLAUSES = frozenset({"ccomp", "xcomp", "acomp", "attr", "oprd", "dative"})  # what a plain verb has none of


def clause_question(claim: Claim, parsed: Parsed, doer: str) -> str:
    """Return the question that a claim's clause answers; ``doer`` stands for a subject that is a pronoun."""
    value = claim.value
    if not isinstance(value, Moment | Name | Quantity) or claim.cues.negated or parsed.statement.kind == "headline":
        return ""
    inside = [
        t for t in parsed.span
        if value.start < parsed.offset + t.idx + len(t) and parsed.offset + t.idx < value.end
    ]  # fmt: skip
    if not inside:
        return ""
    places = {t.i for t in inside}
    root = next((t for t in inside if t.head.i not in places or t.head.i == t.i), inside[0])
    if isinstance(value, Quantity):
        found = _how_many(root, value, doer)
    else:
        hung, verb = _hung(root, words.TIME_WORDS if isinstance(value, Moment) else words.PLACE_WORDS)
        asks = "When" if isinstance(value, Moment) else "Where"
        found = _inverted(asks, verb, hung, claim, doer) if verb is not None else ""
    found = " ".join(found.split())
    return found if len(found.split()) <= LONGEST and not _unfit(found) else ""


def _unfit(question: str) -> bool:
    return any(mark in question for mark in '"“”‘;:()[]—–\n') or question.isupper()


def _hung(root: Token, linking: frozenset[str]) -> tuple[Token | None, Token | None]:
    """Return (the word right under the verb, the verb) of an adverbial; None where it hangs on no plain verb."""
    if root.dep_ == "pobj" and root.head.lower_ in linking:
        return root.head, root.head.head if root.head.head.pos_ == "VERB" else None
    if root.dep_ in ("npadvmod", "advmod") and linking is words.TIME_WORDS and root.head.pos_ == "VERB":
        return root, root.head
    return None, None


def _inverted(asks: str, verb: Token, hung: Token | None, claim: Claim, doer: str) -> str:
    """Return 'When did X sign the bill?', 'Where was X arrested?', 'When will X open?'."""
    subject = _subject(verb)
    if subject is not None and asks == "When" and verb.lemma_.lower() in SAYING and verb.tag_ == "VBD":
        who = _named(subject, doer)
        return words.SAID_SO.format(who=who) if who and any(c.dep_ == "ccomp" for c in verb.children) else ""
    if subject is None or verb.lemma_.lower() in SPEAKING or any(c.dep_ in CLAUSES for c in verb.children):
        return ""
    who = _named(subject, "" if subject.dep_ == "nsubjpass" else doer)  # 'they were tried by Judge Holm': not Holm was
    rest = _rest(verb, hung)
    if not who or rest is None:
        return ""
    many = subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)
    helping = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    ahead = claim.cues.status == "expected" or "will" in helping
    if subject.dep_ == "nsubjpass":
        done = f"be {verb.text.lower()}" if ahead else verb.text.lower()
        return f"{asks} {'will' if ahead else 'were' if many else 'was'} {who} {done} {rest}".strip() + "?"
    return f"{asks} {'will' if ahead else 'did'} {who} {verb.lemma_.lower()} {rest}".strip() + "?"


def _rest(verb: Token, hung: Token | None) -> str | None:
    """Return the particle and the object of a verb, else the first 'in …' of its own; None where they are too long."""
    particle = "".join(c.text for c in verb.rights if c.dep_ == "prt")
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if thing is not None:
        told = _named(thing, "")
        return f"{particle} {told}" if told else None
    for child in verb.rights:
        if child.dep_ == "prep" and child is not hung and (hung is None or child.i != hung.i):
            goal = next((c for c in child.rights if c.dep_ == "pobj"), None)
            told = _named(goal, "") if goal is not None else ""
            return f"{particle} {child.text.lower()} {told}" if told else None
    return particle


def _subject(verb: Token) -> Token | None:
    own = next((c for c in verb.lefts if c.dep_ in DOING), None)
    if own is None and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == verb.head.tag_:
        own = next((c for c in verb.head.lefts if c.dep_ == "nsubj"), None)
    return own


def _named(noun: Token, doer: str) -> str:
    """Return a noun phrase as it stands within a question; ``doer`` for a pronoun; '' where it is long or odd."""
    if noun.pos_ == "PRON":
        return doer if noun.lower_ in words.PRONOUNS else ""
    if noun.pos_ not in ("NOUN", "PROPN") or any(c.dep_ in ("appos", "relcl", "acl") for c in noun.children):
        found = noun.doc[core_of(noun)[0] : noun.i + 1].text if noun.pos_ in ("NOUN", "PROPN") else ""
    else:
        found = noun_phrase(noun)
    told = found.split()
    if not told or len(told) > NAMED or any(t.lower() in words.OWNED for t in told):
        return ""
    first = noun.doc[core_of(noun)[0]]
    lowered = first.is_sent_start and first.pos_ != "PROPN" and not first.text.isupper()
    return " ".join([told[0].lower() if lowered or first.pos_ == "DET" else told[0], *told[1:]])


def _how_many(root: Token, value: Quantity, doer: str) -> str:
    """Return 'How many men entered the shop?', 'How many boats did the navy send?' of a count."""
    noun = root if root.pos_ == "NOUN" else root.head
    if value.dimension != "count" or not value.counted or noun.tag_ != "NNS" or noun.head.pos_ != "VERB":
        return ""
    verb = noun.head
    if any(c.dep_ in CLAUSES for c in verb.children) or verb.lemma_.lower() in SPEAKING:
        return ""
    counted = " ".join(t.text for t in noun.doc[core_of(noun)[0] : noun.i + 1] if _kept(t, noun))
    rest = _rest(verb, None)
    if rest is None or not counted:
        return ""
    if noun.dep_ in DOING and verb.tag_ in ("VBD", "VBN", "VBZ", "VBP"):
        helping = " ".join(c.text.lower() for c in verb.lefts if c.dep_ in ("aux", "auxpass"))
        return f"How many {counted} {helping} {verb.text.lower()} {rest}".strip() + "?"
    if noun.dep_ == "dobj" and verb.tag_ in ("VBD", "VBN"):
        subject = _subject(verb)
        who = _named(subject, doer) if subject is not None and subject.dep_ == "nsubj" else ""
        return f"How many {counted} did {who} {verb.lemma_.lower()}?" if who else ""
    return ""


def _kept(token: Token, noun: Token) -> bool:
    """Tell whether a word of a counted noun's phrase stands in the question: no number, article or 'at least'."""
    return token.i == noun.i or (token.head.i == noun.i and token.dep_ in ("amod", "compound") and token.pos_ != "NUM")
