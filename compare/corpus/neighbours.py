"""Which articles are worth weighing against each other: the nearest few of each, within a window of days.

Nothing is all-pairs: the articles are laid in order of days, and each block of them meets only the articles of its
window, through a sparse product that keeps the best few of a row (sparse-dot-topn).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from compare.corpus.matrices import Matrices

WINDOW = 90  # days between two articles that are weighed
NEAREST = 40  # neighbours an article proposes, by its words and again by its names
LEAST = {"words": 0.05, "names": 0.12}  # cosine from which two articles are neighbours
BLOCK = 1_000  # articles that meet their window at once: bounds the memory


def neighbours(found: Matrices) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs (i, j), i < j, in order, as two arrays."""
    import numpy as np

    number = len(found.ages)
    codes = [
        _near(matrix, found, LEAST[kind])
        for kind, matrix in (("words", found.telling), ("names", found.cosines["names"]))
    ]
    pairs = np.unique(np.concatenate([np.zeros(0, "i8"), *codes]))
    return pairs // max(number, 1), pairs % max(number, 1)


def _near(matrix: Any, found: Matrices, least: float) -> NDArray[np.int64]:
    """Return each pair of near articles as one number, i × n + j with i < j."""
    import numpy as np
    from sparse_dot_topn import sp_matmul_topn

    number = len(found.ages)
    order = np.lexsort((np.arange(number), found.day, found.dated))  # the undated first, then day by day
    undated = int(number - found.dated.sum())
    sorted_rows = matrix[order]
    day = found.day[order]
    codes, start = [], 0
    while start < number:
        if start < undated:  # an article without a date may belong to any day
            end, low, high = min(undated, start + BLOCK), 0, number
        else:
            end = min(number, start + BLOCK)
            low = int(np.searchsorted(day[undated:], day[start] - WINDOW)) + undated
            high = int(np.searchsorted(day[undated:], day[end - 1] + WINDOW, side="right")) + undated
        near = sp_matmul_topn(
            sorted_rows[start:end], sorted_rows[low:high].T.tocsr(), top_n=NEAREST + 1, threshold=least
        ).tocoo()
        one, other = near.row.astype("i8") + start, near.col.astype("i8") + low
        kept = (one != other) & ((abs(day[one] - day[other]) <= WINDOW) | (one < undated) | (other < undated))
        one, other = order[one[kept]], order[other[kept]]
        codes.append(np.minimum(one, other) * number + np.maximum(one, other))
        start = end
    return np.unique(np.concatenate(codes)) if codes else np.zeros(0, "i8")
