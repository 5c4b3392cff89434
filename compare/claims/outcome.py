"""What happened to what is counted: killed, wounded, arrested … read off the parse around the counted noun.

From the noun outwards: its adjectives and participles, the toll it belongs to, the verb it is the object of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.language.en import outcomes as words
from compare.statements.clauses import SUBJECTS, main_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
MODIFIERS = frozenset(
    {"nummod", "amod", "compound", "quantmod", "advmod", "nmod", "npadvmod", "det", "predet", "punct"}
)
FRACTIONS = frozenset({"quarter", "half", "third", "fifth", "tenth"})
NUMBER_NOUNS = frozenset({"dozen", "score", "hundred", "thousand", "million", "handful", "couple", "number"})
# verbs whose subject it happens to
DYING = frozenset({"die", "perish", "drown", "flee", "sicken", "evacuate"})
# what a headline says of a bare number: '1 dead, 6 hurt'
AFTER_NUMBERS = words.OUTCOME_ADJECTIVES | {"killed": "killed", "shot": "shot", "arrested": "arrested"}
ABLE = frozenset({"can", "could", "may"})  # what it could carry was not on board
BUILT = frozenset("license design build allow certify permit able rate fit authorise authorize approve".split())
# words that may stand between a headline's verb and its number
BOUNDING = frozenset({"at", "least", "more", "than", "over", "about", "nearly", "some", "almost", "around", "up", "to"})


def _beside(noun: Token) -> str | None:
    """Slot told by the noun itself, its adjectives and its participles: 'three missing sailors', '27 dead'."""
    lemma = noun.lemma_.lower()
    if noun.lower_ in words.OUTCOME_ADJECTIVES:
        return words.OUTCOME_ADJECTIVES[noun.lower_]
    if noun.tag_ == "VBN" and lemma in words.OUTCOME_VERBS:  # 'five killed in crash'
        return words.OUTCOME_VERBS[lemma]
    for child in noun.children:
        near = child.lower_
        if near in words.OUTCOME_ADJECTIVES and child.dep_ in {"amod", "acomp", "acl", "advcl", "appos", "relcl"}:
            return words.OUTCOME_ADJECTIVES[near]
        dying = child.tag_ == "VBG" and child.lemma_.lower() in DYING  # 'resulted in 12 people dying'
        if child.dep_ in {"acl", "relcl"} and (child.tag_ == "VBN" or dying):
            found = words.OUTCOME_VERBS.get(child.lemma_.lower())
            if found:
                return found
        if child.dep_ == "compound" and lemma == "toll" and child.lower_ in {"injury", "casualty"}:
            return "wounded"
    return words.OUTCOME_NOUNS.get(lemma)


def _toll(noun: Token) -> str | None:
    """'The number of dead', 'the death toll', 'a tally of the wounded'."""
    if noun.lemma_.lower() not in words.TOLL_NOUNS:
        return None
    for token in noun.subtree:
        near = token.lower_, token.lemma_.lower()
        for table in (words.OUTCOME_ADJECTIVES, words.OUTCOME_NOUNS, words.OUTCOME_VERBS):
            found = next((table[w] for w in near if w in table and w not in words.TOLL_NOUNS), None)
            if found:
                return found
    return "killed" if noun.lemma_.lower() == "toll" else None


def _role(token: Token) -> tuple[str, Token]:
    """Return the role a phrase plays and the word it plays it to: ('object', kill)."""
    here = token
    while here.head.i != here.i:
        if here.dep_ in MODIFIERS | {"conj", "appos"} and here.head.pos_ in NOMINAL:
            here = here.head
        elif here.dep_ == "pobj" and here.head.lower_ == "of" and here.head.head.lemma_.lower() in FRACTIONS:
            here = here.head.head  # 'a quarter of a million people have been killed'
        else:
            break
    if here.dep_ in {"nsubj", "csubj"}:
        return "subject", here.head
    if here.dep_ in {"dobj", "nsubjpass", "dative", "oprd", "attr"}:
        return "object", here.head
    if here.dep_ == "pobj":
        return here.head.lower_, here.head.head
    if here.dep_ == "acomp":
        return "object", here.head
    return "other", here.head


def _verb_slot(role: str, verb: Token) -> str | None:
    lemma = verb.lemma_.lower()
    found = words.OUTCOME_VERBS.get(lemma)
    if found is None:
        return None
    if lemma == "shoot" and any(c.lower_ in {"dead", "fatally"} for c in verb.children):
        found = "killed"
    dying = lemma in DYING
    if role == "object" or (role == "subject" and (dying or verb.tag_ == "VBN")):
        return found
    return None


def _labelled(number: Token) -> str | None:
    """'Killed 1, Injured 6', 'Dead: 3, wounded: 12': what became of them stands before the bare number.

    'Three killed 6 injured' has it behind: there a number stands before the word, and another such word follows.
    """
    doc, at = number.doc, number.i - 1
    if not number.like_num or (
        number.i + 1 < len(doc) and doc[number.i + 1].pos_ in NOMINAL - {"NUM"} and not _fate(doc[number.i + 1])
    ):
        return None
    while at >= 0 and doc[at].text in {":", "-"}:
        at -= 1
    found = _fate(doc[at]) if at >= 0 else None
    behind = _fate(doc[number.i + 1]) if number.i + 1 < len(doc) else None
    if found is None or (behind is not None and at and doc[at - 1].like_num):
        return None
    return found


def _fate(word: Token) -> str | None:
    return AFTER_NUMBERS.get(word.lower_)


def outcome(noun: Token, depth: int = 0) -> str | None:
    """Return the slot of a count: what happened to what is counted, or None where nothing in the tables did."""
    labelled = _labelled(noun) if not depth else None
    if labelled:
        return labelled
    beside = _toll(noun) or _beside(noun)
    if beside:
        return beside
    role, other = _role(noun)
    if role in {"including", "among"} and other.pos_ in NOMINAL and other.i != noun.i and depth < 3:
        return outcome(other, depth + 1)  # 'at least 56 people, including 11 children, were killed'
    if role == "subject" and other.lower_ in words.OUTCOME_ADJECTIVES:
        return words.OUTCOME_ADJECTIVES[other.lower_]  # 'twelve sailors are still missing'
    verb = main_verb(other)
    if role == "of" and other.lemma_.lower() in NUMBER_NOUNS and depth < 3:
        return outcome(other, depth + 1)  # 'dozens of civilians have been killed'
    if (
        role == "subject"
        and other.lemma_.lower() == "lose"
        and any(c.dep_ == "dobj" and c.lemma_.lower() in words.LIFE_NOUNS for c in other.children)
    ):
        return "killed"  # 'six more people lost their lives'
    if noun.lemma_.lower() in words.LIFE_NOUNS and other.lemma_.lower() in words.LIFE_VERBS:
        return "killed"
    found = _verb_slot(role, other) or _verb_slot(role, verb)
    if found:
        return found
    for child in other.children:  # 'left 27 people dead', 'the toll rose to 85'
        state = words.OUTCOME_ADJECTIVES.get(child.lower_)
        if state and child.i > other.i and (role == "object" or child.dep_ in {"acomp", "oprd", "attr", "ccomp"}):
            return state
        if child.dep_ in SUBJECTS | {"dobj"} and child.i != noun.i:
            found = _toll(child)
            if found:
                return found
    if role in {"of", "at", "to", "among"}:
        found = (
            _toll(other) or words.OUTCOME_ADJECTIVES.get(other.lower_) or words.OUTCOME_NOUNS.get(other.lemma_.lower())
        )
        if found:
            return found
    if role == "object" and other.lemma_.lower() == "lose" and noun.lemma_.lower() in words.PEOPLE:
        return "killed"  # 'the group lost 15 fighters'
    return _far_toll(noun) or _among(other) or _in_headline(noun) or _aboard(noun, role, other)


def _aboard(noun: Token, role: str, verb: Token) -> str | None:
    """'186 people on board', 'there were 186 people aboard', 'the ferry was carrying 186 passengers'."""
    if noun.lemma_.lower() not in words.PEOPLE:
        return None
    if role == "object" and verb.lemma_.lower() == "carry":
        able = {t.lower_ for t in verb.children if t.tag_ == "MD"} & ABLE or verb.head.lemma_.lower() in BUILT
        return None if able else "aboard"
    near = [*noun.children, *(verb.children if verb.lemma_.lower() in {"be", "have"} else ())]
    on_board = any(c.lower_ == "on" and any(o.lower_ == "board" for o in c.children) for c in near)
    return "aboard" if on_board or any(c.lower_ == "aboard" for c in near) else None


def _far_toll(noun: Token) -> str | None:
    """'put the death toll from the war at as high as 470,000': the verb above takes a toll as its object."""
    for above in list(noun.ancestors)[:5]:
        if above.pos_ == "VERB":
            tolls = (_toll(c) for c in above.children if c.dep_ in SUBJECTS | {"dobj"} and c.i != noun.i)
            return next((t for t in tolls if t), None) if above.lemma_.lower() in words.TOLL_VERBS else None
    return None


def _among(verb: Token) -> str | None:
    """'31 civilians were identified among those killed'."""
    for child in verb.children:
        if child.lower_ == "among":
            for token in child.subtree:
                found = words.OUTCOME_ADJECTIVES.get(token.lower_) or (
                    words.OUTCOME_VERBS.get(token.lemma_.lower()) if token.tag_ == "VBN" else None
                )
                if found:
                    return found
    return None


def _in_headline(noun: Token) -> str | None:
    """'Strikes Kill 21 Civilians': capitals lead the parser astray, so the words beside the number decide."""
    first = min((t.i for t in noun.subtree if t.like_num), default=noun.i)
    for place, step in ((first, -1), (noun.i, 1), (first, 1)):
        if 0 <= place + step < len(noun.doc):
            near = noun.doc[place + step]
            while step < 0 and near.lower_ in BOUNDING and near.i > 0:
                near = near.nbor(-1)
            found = words.OUTCOME_VERBS.get(near.lower_.removesuffix("s")) if step < 0 else None
            if found and near.pos_ in {"PROPN", "NOUN", "VERB"} and near.text[:1].isupper():
                return found
            if step > 0 and near.lower_ in AFTER_NUMBERS:
                return AFTER_NUMBERS[near.lower_]
    return None
