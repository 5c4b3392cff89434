"""Source → statements: sentences and headlines with exact places, parsed; their clauses.

In: a ``Source``.  Out: ``Parsed`` statements.  Places are carried from the first split and never found again.
"""
