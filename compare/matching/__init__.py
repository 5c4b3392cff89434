"""Which statements and claims of two articles speak of one fact, and how surely.

In: a ``Reading``.  Out: pairs with a probability and the evidence for it; weights are learned (``fit``).
Judges no values.
"""
