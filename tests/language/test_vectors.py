from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import ResourceError
from compare.language import vectors

UNRELATED = ("banana", "guitar", "purple", "plumber", "staircase")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("summit", "talks"),
        ("summit", "meeting"),
        ("lasted", "took"),
        ("recalled", "left"),
        ("killer", "murderer"),
        ("wounded", "injured"),
        ("resigned", "quit"),
        ("blast", "explosion"),
        ("pact", "agreement"),
        ("envoy", "ambassador"),
        ("vowed", "promised"),
    ],
)
def test_related_words_rank_above_unrelated_ones(left: str, right: str) -> None:
    near = vectors.similarity(left, right)
    assert all(near > vectors.similarity(left, word) for word in UNRELATED)
    assert all(near > vectors.similarity(right, word) for word in UNRELATED)


def test_similarity_is_symmetric_and_bounded() -> None:
    assert vectors.similarity("killed", "died") == vectors.similarity("died", "killed")
    assert vectors.similarity("Summit", "summit") == pytest.approx(1, abs=1e-5)
    assert vectors.similarity("summit", "…") == 0
    assert vectors.similarity("summit", "") == 0


def test_unseen_words_are_made_of_pieces() -> None:
    assert vectors.vector("cyberhackathon") is not None
    assert vectors.similarity("re-elected", "elected") > 0.5
    assert vectors.vector("Élysée") is not None
    assert vectors.vector("話し合い") is None
    assert vectors.vector("—") is None


def test_a_vector_has_unit_length_and_is_read_only() -> None:
    found = vectors.vector("ambassadors")
    assert found is not None
    assert found.shape == (vectors.DIMENSIONS,)
    assert found.dtype == np.float32
    assert float(np.linalg.norm(found)) == pytest.approx(1, abs=1e-5)
    with pytest.raises(ValueError, match="read-only"):
        found[0] = 1


def test_a_text_is_the_weighted_mean_of_its_words() -> None:
    talks = vectors.text_vector([("leaders", 1.0), ("met", 1.0), ("talks", 2.0)])
    summit = vectors.text_vector([("presidents", 1.0), ("held", 1.0), ("summit", 2.0)])
    storm = vectors.text_vector([("hail", 1.0), ("ruined", 1.0), ("vineyards", 2.0)])
    assert float(talks @ summit) > float(talks @ storm) + 0.2
    assert not vectors.text_vector([]).any()
    assert not vectors.text_vector([("…", 1.0), ("talks", 0.0)]).any()


WORDS = st.lists(
    st.tuples(st.sampled_from(["summit", "talks", "hour", "Kyiv", "zzz", "…"]), st.floats(0, 10)), max_size=8
)


@given(WORDS)
def test_the_order_of_words_changes_nothing(words: list[tuple[str, float]]) -> None:
    turned = list(reversed(words))
    assert np.array_equal(vectors.text_vector(words), vectors.text_vector(turned))


@given(st.text(max_size=60))
def test_any_text_gives_a_vector_or_none(word: str) -> None:
    found = vectors.vector(word)
    assert found is None or np.isfinite(found).all()


def test_loading_is_quick_and_needs_neither_network_nor_torch() -> None:
    code = (
        "import socket, sys, time\n"
        "def refuse(*a, **k): raise SystemExit('network')\n"
        "socket.socket.connect = refuse\n"
        "import numpy\n"
        "from compare.language.vectors import vector\n"
        "start = time.perf_counter(); vector('summit'); print(time.perf_counter() - start)\n"
        "assert not {'torch', 'transformers', 'tokenizers', 'model2vec', 'spacy'} & set(sys.modules)\n"
    )
    out = min(
        float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)
        for _ in range(3)
    )
    assert out < 0.15


def test_the_data_stay_small() -> None:
    assert (vectors.DATA / "vectors.npy").stat().st_size < 8_000_000


def test_a_missing_or_damaged_file_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "DATA", tmp_path)
    vectors._vocabulary.cache_clear()
    vectors._matrix.cache_clear()
    try:
        with pytest.raises(ResourceError, match="install Crosscheck again"):
            vectors._vocabulary()
        (tmp_path / "vectors-words.txt").write_text("one\ntwo\n")
        (tmp_path / "vectors.npy").write_bytes(b"no numbers")
        with pytest.raises(ResourceError, match="install Crosscheck again"):
            vectors._matrix()
        np.save(tmp_path / "vectors.npy", np.zeros((3, 2), dtype=np.int8))
        with pytest.raises(ResourceError, match="do not fit"):
            vectors._matrix()
    finally:
        vectors._vocabulary.cache_clear()
        vectors._matrix.cache_clear()
