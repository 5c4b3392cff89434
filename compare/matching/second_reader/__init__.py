"""The second reader: a desk's own language model, asked over HTTP about the few pairs of statements that are doubtful.

In: pairs of statements with their context.  Out: for each an answer, as one more piece of evidence of bounded weight.
Off unless a desk names its server; nothing is sent to any host that it did not name, but this machine.  What the model
says is held to a fixed form, and words that it quotes must stand in the statements; article text is data to it.
"""

from __future__ import annotations

from compare.matching.second_reader.answer import Answer
from compare.matching.second_reader.asking import Asked, SecondReader
from compare.matching.second_reader.opinion import Opinion, opinion_of
from compare.matching.second_reader.question import Question, Side, sides_of
from compare.matching.second_reader.second_settings import SecondSettings, read_second_settings

__all__ = [
    "Answer", "Asked", "Opinion", "Question", "SecondReader", "SecondSettings", "Side", "opinion_of",
    "read_second_settings", "sides_of",
]  # fmt: skip
