"""A comparison for machines: tables, CI logs, code scanning, annotations, fact-check mark-up.

In: the ``View`` (and the comparison it holds).  Out: text.  Knows nothing of pages or terminals.
"""
