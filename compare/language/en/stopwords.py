"""Words that carry no content of their own when two statements are compared."""

from __future__ import annotations

STOP_LEMMAS = frozenset(
    """
    a an the this that these those some any each every all both either neither no none such same other another
    and or but nor so yet if then than as because while although though when where why how whether
    of in on at by for with from to into onto over under about after before between among through during against
    i you he she it we they me him her us them my
    your his its our their mine yours ours theirs who whom whose which what
    be have do will would shall should can could may might must ought
    not n't never only just also too very more most less least much many few own again further once here there now
    ever still even already back up down out off away well quite rather almost
    mr mrs ms dr sir
    """.split()
)

# Verbs that hold a sentence together without saying what happened.
EMPTY_VERBS = frozenset(
    """
    say tell add note state report announce declare claim insist stress explain comment remark mention quote
    make get take give go come put let seem appear become remain
    """.split()
)
