"""Statement → claims: a file a kind of value, the cues of how it is meant, the slot it fills, how far it reaches.

In: parsed statements.  Out: a ``Reading``: statements, names and claims.  Knows nothing of a second article.
"""
