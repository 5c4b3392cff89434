"""The language server: what the sources say, underlined while a draft is written.

A line of its log tells for every check how many statements were judged anew: an edit judges those that it touched.
"""
