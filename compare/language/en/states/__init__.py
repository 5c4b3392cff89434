"""Ladders of states: one file a ladder, one row a rung, the lowest first.

Columns, separated by tabs: rung, how its words are meant, the words.  How they are meant:

- ``done``  verbs; the bearer is who it is done to ('police arrested him', 'he was arrested')
- ``does``  verbs; the bearer does it ('she died', 'he resigned')
- ``is``    adjectives, participles and nouns said of the bearer ('missing girl', 'he is a suspect')
- ``in``    nouns behind 'in', 'on', 'under', 'at' ('in custody', 'on trial', 'under investigation')
- ``of``    nouns whose bearer stands behind 'of' or 'for', or before '’s' ('the arrest of Smith', 'Smith’s arrest')
- ``held``  verbs beside 'without bond' or 'in jail'
- ``for``, ``after``  words of a search; the bearer is the suspect, or somebody named, who is looked for
- ``serves``  verbs of a term in prison ('will spend 20 years in prison')

A rung that begins with '=' excludes the one before it instead of following it (convicted / acquitted).  A verb and its
particle are joined by '_' ('call_off').
"""
