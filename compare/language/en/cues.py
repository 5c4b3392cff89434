"""Words that tell how a clause is meant: expected, denied, superseded, hedged, negated."""

from __future__ import annotations

FUTURE_MODALS = frozenset({"will", "wo", "'ll", "’ll", "shall", "would", "'d", "’d"})
POSSIBLE_MODALS = frozenset({"may", "might", "could"})
DUTY_MODALS = frozenset({"should", "must", "ought"})

# Verbs whose complement is not yet fact (lemmas): 'expected to last', 'plans to meet', 'promised that'.
EXPECTING = frozenset(
    """
    expect schedule plan aim intend hope promise forecast predict anticipate project slate pledge vow threaten prepare
    propose want wish seek need mean set time pencil tip book bill mandate undertake swear envisage envision foresee
    bind destine poise target await urge ask call demand order require request invite advise encourage instruct tell
    consider contemplate ponder mull weigh suggest recommend offer arrange try attempt struggle fight strive vie bid
    volunteer commit agree decide choose select elect sign announce oblige license authorise authorize prefer deserve
    """.split()
)

# Of these, the ones that foretell an event when they stand in the passive or take an object clause.
FORETELLING = frozenset(
    """
    expect schedule plan anticipate forecast predict project slate hope promise pledge vow intend propose envisage
    envision foresee book bill time pencil tip threaten prepare await
    """.split()
)

# Verbs whose plain object is not yet there: 'seeks protection', 'offers $5 million'.
SEEKING = frozenset("seek offer demand request propose consider want need urge await pledge promise predict".split())

# Words that tie a clause to the time of another, which need not have come: 'until talks resume'.
TEMPORAL = frozenset({"before", "until", "till", "when", "once", "after", "while"})

# Prepositions whose object is taken for granted, whatever the clause foretells: 'will cut jobs after a loss of $2m'.
PRESUPPOSING = frozenset({"after", "following", "despite", "since", "amid", "because", "due"})

EXPECTING_ADJECTIVES = frozenset(
    "due likely unlikely set ready poised bound certain sure scheduled able willing eager keen prepared determined "
    "about reluctant unwilling slated hopeful".split()
)

# Verbs and adjectives that leave their infinitive as true as themselves: 'began to leave', 'managed to recover'.
IMPLICATIVE = frozenset(
    """
    begin start continue go manage help use happen appear seem tend get force lead cause come prove cease stop resume
    keep finish proceed return rush hasten bother dare deign let make see hear watch feel allow enable permit compel
    prompt believe know understand suppose report say allege think estimate consider claim find
    """.split()
)

# Verbs that turn their infinitive or gerund into a thing that did not happen.
FAILING = frozenset({"fail", "refuse", "decline", "neglect", "forget", "omit", "miss"})
FAILING_ADJECTIVES = frozenset({"unable", "unwilling", "impossible", "unsuccessful", "unlikely", "reluctant"})

# Adverbs before a verb whose act did not quite come about; before these verbs they blur a figure instead.
NEARLY = frozenset({"almost", "nearly", "virtually", "practically"})
MEASURED = frozenset(
    "double triple quadruple halve reach hit total exceed equal match empty fill complete finish cost spend last "
    "kill injure wound destroy level lose raise pay earn take".split()
)
AVOIDING = frozenset({"avoid", "escape", "evade", "miss"})  # 'narrowly avoided hitting'
PREVENTING = frozenset({"prevent", "stop", "keep", "bar", "refrain", "abstain", "prohibit", "deter", "block"})
# What may stand between 'yet to' and its verb.
BETWEEN_TO = frozenset({"be", "been", "being", "have", "formally", "publicly", "fully", "even"})
TRUE = frozenset({"true", "case", "correct", "right", "accurate"})
UNTRUE = frozenset({"untrue", "false", "incorrect", "wrong", "inaccurate"})

NEGATIVE_WORDS = frozenset({"not", "n't", "n’t", "never", "nowhere", "no", "nor", "neither"})
NEGATIVE_PRONOUNS = frozenset({"nobody", "none", "nothing", "neither", "no-one"})
NOT_NEGATIVE_BEFORE = frozenset({"only", "just", "merely", "less", "more", "fewer", "later", "least", "doubt"})

# Nouns that announce what may come: 'expectations for', 'plans for', 'prospects of'.
EXPECTING_NOUNS = frozenset(
    """
    expectation forecast plan prospect projection prediction promise hope threat bid proposal intention possibility
    likelihood chance pledge aim goal target schedule agenda outlook
    """.split()
)
# Adjectives that say the same of the noun they stand with.
EXPECTING_MODIFIERS = frozenset(
    "expected planned scheduled proposed upcoming forthcoming possible potential projected anticipated looming "
    "imminent intended promised prospective future likely".split()
)

# A figure that a later one replaced.
EARLIER_MODIFIERS = frozenset({"earlier", "previous", "initial", "preliminary", "prior", "original", "former", "first"})
EARLIER_NOUNS = frozenset(
    """
    toll count tally figure estimate number report total statement forecast projection reading assessment version
    account claim prediction
    """.split()
)
EARLIER_ADVERBS = frozenset({"initially", "previously", "originally", "earlier"})
EARLIER_VERBS = frozenset(
    "say report put estimate give count announce state claim think believe tell list record place set cite".split()
)
MOVING_VERBS = frozenset(
    """
    rise increase climb jump go revise raise fall drop decline lower cut update grow surge soar double shrink slip dip
    reduce move swell widen narrow change adjust upgrade downgrade lengthen deepen shorten extend triple treble halve
    quadruple trim lift balloon dwindle expand
    """.split()
)

# What a movement may end in: 'fell 2 percent to close at 9,500'.
RESULTS = frozenset({"close", "end", "reach", "finish", "settle", "become", "hit", "stand", "total", "trade"})

HEDGING_ADVERBS = frozenset(
    """
    reportedly allegedly apparently probably possibly likely perhaps maybe presumably purportedly supposedly seemingly
    potentially arguably unlikely conceivably ostensibly
    """.split()
)
HEDGING_VERBS = frozenset({"appear", "seem", "believe", "think", "suspect", "allege", "fear", "presume", "suppose"})
HEDGING_MODIFIERS = frozenset(
    "alleged suspected apparent possible potential likely unconfirmed purported probable presumed reported supposed "
    "unverified so-called".split()
)
APPROXIMATING = frozenset(
    "about around roughly approximately nearly almost some circa estimated approximate approx. approx perhaps".split()
)
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided"})

AWAITING = frozenset({"set", "schedule", "plan", "await", "postpone"})
BEGINNING = frozenset({"begin", "start", "open", "resume"})
UNTIL = frozenset({"until", "till", "pending"})  # what follows is still to come
WISHED = frozenset({"should", "must", "ought"})
