"""Common nouns and pronouns that may stand for anybody the news is about."""

from __future__ import annotations

GENERIC = frozenset(
    """
    man woman boy girl teen teenager teenage child kid baby toddler infant youth adult person people suspect victim
    gunman shooter attacker driver student officer daughter son mother father sister brother wife husband boyfriend
    girlfriend he she they him her them who someone somebody one other another two three
    """.split()
)

# whom the police look for, and whom they hold
SUSPECTS = frozenset(
    """
    suspect gunman shooter attacker assailant killer murderer robber burglar culprit perpetrator arsonist thief fugitive
    responsible accused defendant
    """.split()
)
VICTIMS = frozenset("victim deceased dead body casualty wounded injured".split())  # who was harmed
ANYBODY = GENERIC | SUSPECTS | VICTIMS

CHILDREN = frozenset(
    "boy girl baby toddler child infant son daughter brother sister grandson granddaughter nephew niece".split()
)

# Who is somebody's: 'the sister of Holm' is not Holm.
KIN = frozenset(
    """
    mother father parent son daughter brother sister sibling wife husband uncle aunt cousin nephew niece grandmother
    grandfather grandson granddaughter boyfriend girlfriend friend neighbor neighbour colleague partner relative family
    stepfather stepmother stepson stepdaughter widow widower lawyer attorney
    """.split()
)

# Words that set somebody apart from others of whom the article has told: 'another man', 'the second victim'.
FURTHER = frozenset("another other second third fourth fifth first else".split())
ONE_OF_SEVERAL = frozenset({"one"})  # 'one man died': which of them is not said
# What part somebody had in what happened, beside suspects and victims.
PARTS = frozenset(
    """
    driver passenger pedestrian cyclist motorcyclist bystander officer deputy guard teacher student clerk neighbor
    neighbour tenant owner manager employee mother father son daughter brother sister wife husband
    """.split()
)
