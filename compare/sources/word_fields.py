"""Fields of a Word document: the instruction of a field is never printed, even where words stand in it.

A field in parts is 'begin', its instruction, 'separate', its result, 'end'.  A field may stand in another one's
instruction ('IF { MERGEFIELD n } = 1 …'): its own result is then part of what is not printed.  Only fields that are
closed count, since a mark that was lost must hide no words of the draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

MARK, KIND, WORDS = "fldChar", "fldCharType", "t"


def unprinted(story: _Element) -> frozenset[_Element]:
    """Return the elements with words (``w:t``) that stand in the instruction of a closed field."""
    found: set[_Element] = set()
    within: list[list[_Element]] = []  # for each open field: the words of its instruction
    results: list[bool] = []  # for each open field: whether its instruction is over
    for element in story.iter("{*}" + MARK, "{*}" + WORDS):
        if element.tag.endswith("}" + WORDS):
            for words, over in zip(within, results, strict=True):
                if not over:
                    words.append(element)
            continue
        kind = next((v for k, v in element.attrib.items() if str(k).rpartition("}")[2] == KIND), None)
        if kind == "begin":
            within.append([])
            results.append(False)
        elif kind == "separate" and results:
            results[-1] = True
        elif kind == "end" and within:
            found.update(within.pop())
            results.pop()
    return frozenset(found)
