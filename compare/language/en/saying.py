"""Words of saying: who says, believes, denies or describes something."""

from __future__ import annotations

# Verbs that report a proposition in an object clause, by someone who need not be a speaker.
SPEAKING = frozenset(
    """
    say tell report state add note announce claim argue insist stress emphasise emphasize explain declare confirm
    acknowledge admit concede maintain assert allege contend warn caution write tweet post comment remark reply respond
    answer counter recall reveal disclose suggest indicate observe conclude reiterate repeat affirm testify swear vow
    complain boast joke quip believe think estimate predict forecast reckon accuse blame mention inform assure remind
    advise brief underline underscore highlight describe hint imply proclaim pronounce speculate suspect fear charge
    promise pledge read deny reject dispute refute dismiss rebut point expect hope stipulate cite quote attribute
    """.split()
)

# Verbs whose time is that of the speech, not of what is told: 'police said on Tuesday'.
SAYING = frozenset({"say", "tell", "state", "add", "report"})

# Accusing verbs: what is said stands in a prepositional phrase ('accused Russia of launching attacks').
ACCUSING = frozenset({"accuse", "blame", "suspect", "charge", "criticise", "criticize", "condemn", "praise", "thank"})

DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "dispute", "disavow", "disprove", "debunk"})

# Verbs that give somebody a word or a description: 'described it as “…”', 'called him “…”'.
DESCRIBING = frozenset(
    """
    describe call brand label dub term characterise characterize denounce condemn hail praise dismiss slam blast decry
    refer regard name style portray depict deem declare pronounce criticise criticize attack accuse consider
    """.split()
)

# Nouns of saying that take a clause: 'claims that …', 'reports that …'.
SAYING_NOUNS = frozenset(
    """
    claim report statement allegation assertion accusation announcement argument belief suggestion charge complaint
    remark comment insistence contention warning view opinion conclusion confirmation admission acknowledgement
    """.split()
)

DENYING_NOUNS = frozenset({"denial", "rejection", "rebuttal"})

# Nouns that may speak though they are no people: their name stands for the speaker.
QUOTING = frozenset({"quote", "cite"})

# Who gives news without a name, as headlines have it: 'two killed: police'.
GIVERS = frozenset(
    """
    police sheriff deputy officer official authority prosecutor coroner investigator trooper spokesman spokeswoman
    spokesperson mayor governor minister ministry president army military activist monitor observatory watchdog
    report source witness medic doctor hospital lawyer attorney court firefighter rescuer cop fbi relative family
    """.split()
)
# Papers that say something, and how: 'court records show', 'the video shows'.
RECORDS = frozenset(
    "record log affidavit complaint document report filing video footage data figure indictment".split()
)
SHOWING = frozenset({"show", "state", "indicate", "reveal", "suggest"})

# Verbs whose plain object is a figure or deed that their subject vouches for: 'analysts predict growth of 3 percent'.
FIGURING = frozenset(
    """
    expect predict forecast estimate anticipate project report deny dispute reject dismiss confirm claim allege
    """.split()
)

# Other verbs that take quoted words: 'agreed that X was a “killer”', 'welcomed it as “historic”'.
TELLING_OF_WORDS = frozenset(
    """
    agree disagree promise pledge vow demand urge want ask shout chant sing cry whisper joke praise welcome criticise
    criticize condemn slam hail mock tell warn reckon chide scold greet plead tout thank congratulate apologise
    apologize
    """.split()
)

# A day that hangs on one of these is the day of the report or of the count, not of what happened.
REPORTING = frozenset(
    """
    say tell report state add note announce claim confirm declare write publish post update revise correct put stand
    rise climb reach grow increase jump raise bring hit pass
    """.split()
)

# Occasions of speaking: two articles that name one of them for the same words speak of one utterance.
OCCASIONS = frozenset(
    """
    rally speech address hearing trial court briefing conference interview debate meeting summit ceremony funeral vigil
    statement letter tweet post email memo testimony session broadcast call convention congress mass sermon podcast
    """.split()
)
