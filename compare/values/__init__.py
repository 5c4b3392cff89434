"""Numbers that compare: intervals with a grain, their arithmetic and their words.

In: typed values.  Out: whether two of them meet, and by how much they differ.  Knows nothing of language.
"""
