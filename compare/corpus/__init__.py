"""Many articles → events: which articles tell of one event, and what is kept between two runs.

In: files of any number of articles.  Out: events, each a set of articles with one stable key, and a store of what was
read.  Comparing the articles of an event is ``compare.pipeline``'s work; showing it is ``reports``'.
"""
