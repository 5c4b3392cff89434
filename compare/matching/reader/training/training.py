"""Batches, losses, steps: how a cross-encoder learns from training pairs."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from compare.matching.reader.training.encoder import CrossEncoder, Masks
from compare.matching.reader.training.rows import AGREES, Row

LONGEST = 128
Encoded = tuple[list[int], int]  # token numbers, how many of them belong to the first text


def tokenizer(file: Path) -> Tokenizer:
    """Return the tokenizer of the official weights, without padding and without its own limit."""
    found = Tokenizer.from_file(str(file))
    found.no_padding()
    found.enable_truncation(LONGEST, strategy="longest_first")
    return found


def encode(words: Tokenizer, pairs: Sequence[tuple[str, str]]) -> list[Encoded]:
    """Return token numbers of pairs."""
    return [(e.ids, e.type_ids.index(1) if 1 in e.type_ids else len(e.ids)) for e in words.encode_batch(list(pairs))]


def pack(encoded: Sequence[Encoded], device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    """Return token numbers, parts and the mask of a batch."""
    width = max(len(ids) for ids, _ in encoded)
    ids = torch.tensor([[*numbers, *(0,) * (width - len(numbers))] for numbers, _ in encoded]).to(device)
    ends = torch.tensor([(first, len(numbers)) for numbers, first in encoded]).to(device)
    places = torch.arange(width, device=device)[None, :]
    kept = places < ends[:, 1:]
    return ids, ((places >= ends[:, :1]) & kept).long(), kept.long()


def batches(lengths: Sequence[int], size: int, draw: random.Random) -> Iterator[list[int]]:
    """Yield places of rows of like length, shuffled."""
    order = list(range(len(lengths)))
    draw.shuffle(order)
    found = []
    for start in range(0, len(order), size * 40):
        pool = sorted(order[start : start + size * 40], key=lambda n: lengths[n])
        found += [pool[n : n + size] for n in range(0, len(pool), size)]
    draw.shuffle(found)
    yield from found


def loss_of(logits: Tensor, rows: Sequence[Row]) -> Tensor:
    """Return the weighted loss of a batch over what is known of each pair."""
    device = logits.device
    weight = torch.tensor([r.weight for r in rows], device=device)
    total = logits.new_zeros(())
    for column, name in ((0, "same"), (4, "differs")):
        known = [getattr(r, name) for r in rows]
        mask = torch.tensor([k is not None for k in known], device=device)
        goal = torch.tensor([float(k or 0) for k in known], device=device)
        each = functional.binary_cross_entropy_with_logits(logits[:, column], goal, reduction="none")
        total = total + (each * weight * mask).sum()
    goal = torch.tensor([-100 if r.nli in (None, AGREES) else r.nli for r in rows], device=device)
    each = functional.cross_entropy(logits[:, 1:4], goal, reduction="none", ignore_index=-100)
    agrees = torch.tensor([r.nli == AGREES for r in rows], device=device)
    either = torch.logsumexp(logits[:, 1:4], 1) - torch.logsumexp(logits[:, 1:3], 1)
    return (total + ((each + either * agrees) * weight).sum()) / len(rows)


class Trainer:
    """A model of low precision and its exact weights beside it, on one device."""

    def __init__(
        self,
        model: CrossEncoder,
        device: torch.device,
        rate: float,
        *,
        dropout: float = 0.1,
        frozen: int = 0,
        seed: int = 20261127,
    ) -> None:
        self.exact = model.to(device).float()
        self.fast = CrossEncoder().to(device).to(torch.bfloat16)
        self.fast.load_state_dict(self.exact.state_dict())
        self.fast.drop = Masks(dropout, device, torch.bfloat16, seed)
        self.device, self.rate = device, rate
        kept = (
            ("word.", "place.") + (("part.", "norm.") if frozen else ()) + tuple(f"layers.{n}." for n in range(frozen))
        )
        self.pairs = []
        theirs = dict(self.fast.named_parameters())
        for name, mine in self.exact.named_parameters():
            theirs[name].requires_grad = not name.startswith(kept)
            if theirs[name].requires_grad:
                self.pairs.append((mine, theirs[name]))
        self.mine, self.theirs = [m for m, _ in self.pairs], [t for _, t in self.pairs]
        self.steps = torch.optim.AdamW(self.mine, lr=rate, weight_decay=0.01, fused=True)

    def step(self, batch: tuple[Tensor, Tensor, Tensor], rows: Sequence[Row], rate: float) -> Tensor:
        """Learn from one batch; return its loss."""
        self.fast.train()
        loss = loss_of(self.fast(*batch), rows)
        loss.backward()  # type: ignore[no-untyped-call]
        for mine, theirs in self.pairs:
            mine.grad = theirs.grad.float() if theirs.grad is not None else torch.zeros_like(mine)
            theirs.grad = None
        torch.nn.utils.clip_grad_norm_(self.mine, 1.0)
        self.steps.param_groups[0]["lr"] = rate
        self.steps.step()
        with torch.no_grad():
            torch._foreach_copy_(self.theirs, self.mine)
        return loss.detach()


def fit(
    trainer: Trainer,
    rows: Sequence[Row],
    words: Tokenizer,
    epochs: int,
    *,
    size: int = 64,
    warm: float = 0.05,
    last: float = 0.05,
    minutes: float = 1e9,
    seed: int = 11,
    name: str = "",
) -> None:
    """Learn from rows: a rising, then linearly falling rate; stops where the minutes are over.

    The rate falls with the share of time or of steps that has passed, whichever is larger.
    """
    draw = random.Random(seed)
    encoded = encode(words, [(r.a, r.b) for r in rows])
    steps = epochs * -(-len(rows) // size)
    began, done = time.monotonic(), 0
    losses: list[Tensor] = []
    for _ in range(epochs):
        for places in batches([len(e[0]) for e in encoded], size, draw):
            passed = max(done / steps, (time.monotonic() - began) / 60 / minutes)
            if passed >= 1:
                return
            rate = trainer.rate * min((done + 1) / (warm * steps + 1), 1 - (1 - last) * passed)
            batch = pack([encoded[n] for n in places], trainer.device)
            losses.append(trainer.step(batch, [rows[n] for n in places], rate))
            done += 1
            if done % 50 == 0:
                speed = done * size / (time.monotonic() - began)
                recent = float(torch.stack(losses[-50:]).mean())
                print(f"{name} step {done}/{steps} loss {recent:.4f} {speed:.0f} pairs/s", flush=True)  # noqa: T201


@torch.no_grad()
def scores(model: CrossEncoder, encoded: Sequence[Encoded], device: torch.device, size: int = 32) -> Tensor:
    """Return for each pair same, entails, neither, contradicts, differs as probabilities."""
    model.eval()
    order = sorted(range(len(encoded)), key=lambda n: len(encoded[n][0]))
    found = torch.zeros(len(encoded), 5)
    for start in range(0, len(order), size):
        places = order[start : start + size]
        logits = model(*pack([encoded[n] for n in places], device)).float().cpu()
        found[places] = torch.cat(
            (logits[:, :1].sigmoid(), logits[:, 1:4].softmax(-1), logits[:, 4:].sigmoid()), dim=-1
        )
    return found
