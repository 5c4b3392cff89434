"""Words of contests and votes, of exceptions, and of ways there and back."""

from __future__ import annotations

import re

WINNING = frozenset("beat defeat win thrash rout outscore overcome edge crush trounce outplay stun victory".split())
LOSING = frozenset("lose fall defeated loss".split())
CONTEST = (
    WINNING
    | LOSING
    | frozenset(
        "vote pass rule draw tie approve reject score end finish match game decide uphold acquit convict verdict "
        "decision ruling split adopt back carry lead jury court council motion bill".split()
    )
)
ALL = frozenset({"all", "everyone", "everybody", "each", "every", "everything", "whole", "entire"})
NONE = frozenset({"nobody", "none", "nothing", "no-one"})
# What may stand between such a word and its exception: 'all the hostages apart from', 'no one but'.
BUT = re.compile(
    r"^(?:one )?(?:of )?(?:the |its |their )?(?:\w+ )?(?:, )?"
    r"(?:but|except(?: for)?|apart from|aside from|other than|save(?: for)?|bar|barring|excluding|not including"
    r"|with the (?:sole |only )?exception of)(?= |$)"
)
# … and what may open a sentence before one of them: 'Apart from the captain, everyone drowned'.
FRONTED = re.compile(
    r"^(?:apart from|aside from|except(?:ing)?(?: for)?|save for|other than|excluding"
    r"|with the (?:sole |only )?exception of) "
)
TURNED = frozenset({"back", "return", "returned", "returning", "vice", "round-trip"})
