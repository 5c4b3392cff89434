"""Checking a draft against its sources: what they bear out, what they gainsay, and where the draft goes beyond them.

In: a draft and sources that were read.  Out: a verdict a statement, with the words of both sides and where they stand.
Words are laid together one to one (``alignment``), what that tells is measured (``evidence``), what was learned from
annotated drafts decides (``decision``, ``fit``), and every verdict says why (``grounds``, ``explaining``).
"""
