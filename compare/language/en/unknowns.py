"""How English says that something is not known, not told or still looked into, and what that something is."""

from __future__ import annotations

# adjectives and participles: 'it is unclear whether …', 'the motive remains unknown'
UNKNOWN = frozenset(
    "unclear unknown uncertain undetermined undisclosed unidentified unnamed unsolved unresolved".split()
)
CLEAR = frozenset({"clear", "certain"})  # what 'not' makes unclear
# verbs whose negation says it: 'has not been identified', 'have not released the name', 'did not say why'
TELLING = frozenset(
    """
    identify name release disclose determine know say reveal specify provide confirm announce comment elaborate find
    """.split()
)
# verbs that say it by themselves with what follows: 'declined to say', 'trying to determine', 'refused to comment'
WITHHOLDING = frozenset("decline refuse withhold".split())
# 'no word on', 'no information', 'no details'
NOTHING = frozenset("word information detail details indication comment".split())

ASKS: dict[str, frozenset[str]] = {
    "number": frozenset("many number much amount".split()),
    "identity": frozenset("identify identity name unidentified unnamed who".split()),
    "motive": frozenset("motive why reason provoke prompt motivate spark lead".split()),
    "cause": frozenset("cause how".split()),
    "condition": frozenset("condition extent injury injuries severity".split()),
    "suspect": frozenset("suspect arrest gunman shooter suspects custody responsible".split()),
    "place": frozenset("where whereabouts location".split()),
    "time": frozenset("when date time".split()),
}

# words of a clause that tells a motive
MOTIVES = frozenset(
    """
    motive motivate because angry anger upset retaliation retaliate dispute argument argue robbery revenge troubled
    """.split()
)
