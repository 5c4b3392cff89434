"""Words that make an assertion softer, absolute, pending or negative: what a draft may drop, add or turn round."""

from __future__ import annotations

from compare.language.en import cues
from compare.language.en.saying import DENYING, DENYING_NOUNS

# The speaker does not vouch for all of it.
HEDGES = (
    cues.POSSIBLE_MODALS
    | cues.HEDGING_ADVERBS
    | cues.HEDGING_VERBS
    | cues.HEDGING_MODIFIERS
    | frozenset("would should if whether unclear consider could unconfirmed preliminary tentatively idea".split())
)
# It holds in part, or nearly.
BOUNDS = cues.APPROXIMATING | frozenset(
    """
    least most part partly partially mostly largely mainly several many few often usually sometimes generally almost
    virtually practically somewhat among one-of half up under over only early late or more less minimum maximum
    """.split()
)
# Somebody else says so.
ATTRIBUTING = frozenset(
    """
    accuse allege allegedly accord claim contend assert suspect testify witness source police authority official
    prosecutor investigator lawyer attorney affidavit complaint document spokesman spokeswoman spokesperson
    """.split()
)
# It holds wholly, without exception.
ABSOLUTES = frozenset(
    """
    all every each always never none entirely wholly fully completely exactly precisely only alone certain certainly
    definitely undoubtedly sole solely first biggest largest ever whole any must will best worst single throughout
    """.split()
)
# It has not happened, or not ended, yet.
PENDING = frozenset(
    """
    still yet far remain expect plan will due await pending tip likely now currently unknown unclear
    hunt seek search continue hope intend prepare schedule set consider
    """.split()
)
NEGATING = (
    cues.NEGATIVE_WORDS
    | cues.NEGATIVE_PRONOUNS
    | cues.FAILING
    | cues.FAILING_ADJECTIVES
    | DENYING
    | DENYING_NOUNS
    | frozenset("without oppose opposed prevent stop avoid lack against unhurt rule nor hardly rarely refusal".split())
)
# Words that deny what they hang on, and nothing else.
FLAT_NEGATION = frozenset(
    "not n't never no none neither nobody nothing nowhere hardly rarely nor without cannot".split()
)
# Beside an office or a kinship they make it another one.
RANKS = frozenset(
    """
    vice deputy assistant associate acting interim former ex chief senior junior executive financial operating general
    majority minority top leading first second third older younger elder old young big little half step grand great
    """.split()
)
# How many, without a number: a word of content where two statements are laid together.
QUANTIFIERS = frozenset("few many most all none every both half several numerous".split())
