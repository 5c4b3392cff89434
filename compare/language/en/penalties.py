"""Words of what a court lays on somebody (lemmas)."""

from __future__ import annotations

ORDERING = frozenset({"order", "sentence", "condemn", "remand"})
BY_PASSIVE = frozenset({"hold", "detain", "jail", "imprison", "keep", "confine", "lock", "deport"})  # 'to be held'
BY_THEMSELVES = frozenset({"serve", "spend", "pay", "remain", "stay"})  # 'to serve', 'to remain in custody'
SERVING = frozenset({"serve", "spend"})
STAYING = frozenset({"remain", "stay"})  # 'will remain in jail': that is where they are
COMING = frozenset({"will", "'ll", "’ll", "wo", "shall", "must"})  # 'would', 'could' and 'may' leave it open
TERMS = frozenset({"sentence", "term"})
TIMES = frozenset({"year", "month", "decade"})
WHOLE = frozenset({"life", "rest"})
LOCKED = frozenset({"prison", "jail", "bar", "custody", "penitentiary", "parole"})
ABOUT = frozenset({"subject", "target", "object"})  # 'Roe, the subject of an indictment'
# Verbs whose object a charge or an indictment is about: 'the indictment accuses Roe of theft'.
NAMING = frozenset({"accuse", "charge", "name", "list"})
