"""Words that exclude each other in news, beside the antonyms of the dictionary; and verbs that turn roles round."""

from __future__ import annotations

# Verbs in groups: a word of the left group said of the same doer and thing excludes every word of the right group.
_VERB_GROUPS: tuple[tuple[str, str], ...] = (
    ("pass approve adopt ratify endorse back authorise authorize", "reject defeat veto block oppose scrap refuse"),
    ("accept get receive win take obtain", "decline refuse reject lose return"),
    ("admit confirm acknowledge confess", "deny dispute refute"),
    (
        "rise increase climb gain grow strengthen jump surge advance soar rally",
        "fall decrease drop decline lose shrink weaken slip slide tumble plunge sink",
    ),
    ("win beat defeat", "lose"),
    ("win clinch secure", "miss"),
    ("acquit clear exonerate free", "convict jail sentence imprison"),
    ("allow permit let authorise authorize", "ban bar forbid prohibit block prevent"),
    ("support back favour favor endorse", "oppose reject condemn fight"),
    ("cause trigger provoke create", "prevent avert stop avoid"),
    ("survive recover", "die perish succumb"),
    ("arrive reach enter", "leave depart exit"),
    ("open reopen", "close shut"),
    ("hire appoint recruit", "fire dismiss sack"),
    ("stay remain", "leave resign quit depart"),
    ("marry wed", "divorce separate"),
    ("include contain", "exclude omit"),
    ("comply obey", "violate breach defy"),
    ("succeed", "fail"),
    ("escape flee disappear vanish", "surrender"),
    ("praise applaud hail welcome", "criticise criticize condemn denounce"),
    ("agree", "disagree"),
    ("introduce impose", "replace abolish lift scrap repeal"),
    ("extradite deport", "disappear vanish escape"),
    ("earn profit", "lose"),
    ("break hit meet", "miss"),
)
# Adjectives, nouns and adverbs that exclude each other when they fill one place.
_STATE_GROUPS: tuple[tuple[str, ...], ...] = (
    ("joint", "separate"), ("constructive", "hostile"), ("alive", "dead"), ("guilty", "innocent"),
    ("possible", "impossible"), ("public", "secret"), ("unanimous", "split"), ("legal", "illegal"),
    ("higher", "lower", "mixed", "flat", "unchanged"), ("up", "down", "flat"), ("north", "south", "east", "west"),
    ("northern", "southern", "eastern", "western"),
    ("north-eastern", "south-western", "north-western", "south-eastern"), ("profit", "loss"), ("surplus", "deficit"),
    ("killer", "survivor"),
    ("morning", "afternoon", "evening", "night"), ("left", "right"), ("stable", "critical", "serious"),
    ("male", "female"),
)  # fmt: skip
# 'X owns Y' is 'Y belongs to X': the second verb takes the roles the other way round.
INVERSES: dict[str, str] = {
    "beat": "lose", "defeat": "lose", "own": "belong", "precede": "succeed", "lead": "trail", "buy": "sell",
    "employ": "work",
}  # fmt: skip
# Who seeks something may later have it: an outcome, not a contradiction.
SEEKING = frozenset({"vie", "seek", "run", "bid", "campaign", "compete", "contest", "race", "court"})
GAINING = frozenset({"win", "lose", "get", "obtain", "secure", "clinch", "fail"})
# One deal seen from its two ends: 'was sold to' does not exclude 'was bought by'.
CONVERSES = frozenset(
    frozenset(pair.split())
    for pair in (
        "buy sell", "acquire sell", "purchase sell", "lend borrow", "give receive", "send receive", "teach learn",
        "pay receive", "win award", "give get", "give take", "offer accept", "ask answer",
    )
)  # fmt: skip
# One way, seen from its two ends: 'come' and 'go' are opposites in the dictionary and exclude nothing.
TURNING = frozenset({frozenset({"come", "go"}), frozenset({"bring", "take"})})
# Words that look ahead in a predicate as written: 'will clash', 'is set to resign', 'plans to travel'.
FORWARD = frozenset(
    "will would may might could shall 'll wo going set plan plans planned planning expect expected expects schedule"
    " scheduled due hope hopes hoped intend intends aim aims slated poised prepare prepares preparing vow vows"
    " vowed pledge pledges"
    " pledged promise promises promised agree agrees agreed seek seeks seeking threaten threatens likely"
    " unlikely".split()
)
# Verbs that mean the same whoever is named first: roles that swap tell nothing.
SYMMETRIC = frozenset(
    "meet talk speak discuss marry agree disagree join merge cooperate collaborate match equal resemble be have clash"
    " trade separate differ share draw tie play face combine unite negotiate divorce argue".split()
)
# Verbs that nothing is done to: 'died in the fire' is no act upon the fire.
WITHOUT_OBJECT = frozenset(
    "die fall happen occur arrive collapse explode burn sink crash live stay sleep cry laugh exist vanish disappear"
    " appear emerge erupt go come walk run".split()
)
# Nouns of office: one holder at a time, so two names in it exclude each other.
OFFICES = frozenset(
    "president chairman chairwoman premier chancellor king queen pope mayor governor ceo captain coach headquarters"
    " capital winner champion author inventor founder director secretary minister leader head".split()
)


def _pairs() -> frozenset[frozenset[str]]:
    found = set()
    for left, right in _VERB_GROUPS:
        found |= {frozenset({a, b}) for a in left.split() for b in right.split() if a != b}
    return frozenset(found)


OPPOSITE_VERBS: frozenset[frozenset[str]] = _pairs()
OPPOSITE_STATES: frozenset[frozenset[str]] = frozenset(
    frozenset({a, b}) for group in _STATE_GROUPS for a in group for b in group if a != b
)
# Small words that turn the sense of a sentence round.
TURNS_OF_SENSE = frozenset(
    frozenset(pair.split())
    for pair in ("for against", "with without", "before after", "always never", "more less", "more fewer", "all none",
                 "everyone nobody", "above below", "up down", "pro anti")
)  # fmt: skip

# Adjectives that 'in-', 'im-' or 'dis-' before them does not turn round: 'famous', 'infamous'.
NOT_TURNED = frozenset(
    "different famous flammable genious habitable interested numerable partial passive pertinent tense valuable".split()
)
