"""Judged pairs → facts: one question, the answers given, the independent origins behind them.

In: judged pairs and the ``Reading``.  Out: ``Fact``.  Adds no pair and judges none.
"""
