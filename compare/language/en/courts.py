"""Words of a case at law: what is still open, and what has been decided."""

from __future__ import annotations

# Verbs that hold while nothing is decided: 'is accused of fraud', 'faces trial' is read off its noun.
CHARGED = frozenset({"accuse", "charge", "indict", "investigate", "suspect", "prosecute"})
# Nouns whose coming is expected: 'the verdict is expected on Monday'.
DECISIONS = frozenset({"verdict", "ruling", "judgment", "judgement", "sentence", "sentencing"})
DECIDED = frozenset({"convict", "acquit", "sentence", "jail", "imprison", "exonerate"})
GUILTY = frozenset({"guilty", "innocent"})
