"""Kinds of things that exclude each other: one file a set, one row a kind.

Columns, separated by tabs: kind, the words for it ('_' between the words of one phrase), and what it is a kind of.  Two
kinds of one set exclude each other unless one is a kind of the other: a pistol is a handgun and a gun, and no rifle.
"""
