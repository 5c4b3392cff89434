"""Train the reader: ``python -m compare.matching.reader.training.train pretrain|final|folds``.

First on public pairs and contrast pairs, then shortly on the annotated events and drafts: one model on all of them
to ship, and five that each miss a fifth of the events, for honest figures and for fitting what stands on the scores.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from compare.matching.reader.training.encoder import CrossEncoder, from_official, official_weights
from compare.matching.reader.training.event_rows import draft_rows, pair_rows
from compare.matching.reader.training.events import FOLDS, Event, fold_of, kept_events
from compare.matching.reader.training.nearness import COUNTERPARTS, nearness, worth
from compare.matching.reader.training.out_of_fold import gather, write_event
from compare.matching.reader.training.rows import CONTRADICTS, Row, balanced, read_rows
from compare.matching.reader.training.training import Trainer, encode, fit, scores, tokenizer

BOTH_WAYS = 300  # pairs an event that are read from right to left as well
OWN, REHEARSED = 1800, 400  # contrast pairs of the events, and of other news, among the rows of the second stage


def pretrain(options: argparse.Namespace, words: Tokenizer) -> None:
    """Learn from public pairs, then from contrast pairs with the rest of the public ones among them."""
    trainer = Trainer(from_official(official_weights()), torch.device(options.device), 1e-4)
    public, contrast = read_rows(options.data / "public.jsonl"), read_rows(options.data / "contrast.jsonl")
    draw = random.Random(11)
    draw.shuffle(public)
    contrast = balanced(contrast, draw, *options.most)
    split = len(public) * 2 // 3
    minutes = options.minutes / 3
    fit(trainer, public[:split], words, 1, size=options.size, last=0.7, minutes=minutes, name="public")
    trainer.rate = 8e-5
    rows = contrast + public[split:]
    fit(trainer, rows, words, options.epochs, size=options.size, minutes=minutes * 2, seed=12, name="contrast")
    torch.save(trainer.exact.state_dict(), options.models / "pretrained.pt")


def second_stage(options: argparse.Namespace, words: Tokenizer, events: Sequence[Event], name: str) -> CrossEncoder:
    """Learn from annotated events, starting from the pretrained model.

    With ``--runs`` more than one, the weights are the mean of as many runs that saw the rows in another order
    (Wortsman et al. 2022, "Model soups").
    """
    contrast = read_rows(options.data / "contrast.jsonl")
    names = {event.name for event in events}
    own = [row for row in read_rows(options.data / "event_contrast.jsonl") if row.group in names]
    total: dict[str, torch.Tensor] = {}
    for run in range(options.runs):
        seed = 11 + run
        draw = random.Random(seed)
        rows = _rows(events, options.epochs, own, contrast, draw)
        model = CrossEncoder()
        model.load_state_dict(torch.load(options.models / "pretrained.pt", map_location="cpu"))
        trainer = Trainer(model, torch.device(options.device), options.rate, frozen=options.frozen, seed=seed)
        fit(trainer, rows, words, 1, size=32, warm=0.1, last=0.02, seed=seed, name=f"{name} {run}")
        for part, values in trainer.exact.state_dict().items():
            total[part] = values + total[part] if run else values.clone()
    found = CrossEncoder().to(options.device)
    found.load_state_dict({part: values / options.runs for part, values in total.items()})
    torch.save(found.state_dict(), options.models / f"{name}.pt")
    return found.to(torch.bfloat16)


def _rows(
    events: Sequence[Event], turns: int, own: Sequence[Row], other: Sequence[Row], draw: random.Random
) -> list[Row]:
    """Return the pairs of the events, as often as there are turns, and a share of contrast pairs."""
    rows: list[Row] = []
    for turn in range(turns):
        for event in events:
            rows += [*pair_rows(event, draw, turn, turns), *draft_rows(event, draw)]
    for source, most in ((own, OWN), (other, REHEARSED)):
        false = balanced((row for row in source if row.nli == CONTRADICTS), draw, most_false=most // 10)
        for suited in (false, [row for row in source if row.nli != CONTRADICTS]):
            rows += draw.sample(suited, min(most // 2, len(suited)))
    return rows


def score_event(model: CrossEncoder, event: Event, words: Tokenizer, device: torch.device, out: Path) -> None:
    """Write the scores of an event's pairs and of its draft's sentences against its statements."""
    wanted = {tuple(sorted(p)) for p in [(i, j) for i, j, _ in (*event.gold, *event.near)] + event.traps}
    chosen = list(dict.fromkeys([*sorted(wanted), *worth(event.texts, event.pairs)]))
    pairs = [(event.texts[i], event.texts[j]) for i, j in chosen]
    if event.draft:
        quotes = [d["quote"] for d in event.draft]
        near = nearness(event.texts, quotes)
        for number, quote in enumerate(quotes):
            order = sorted(range(len(event.texts)), key=lambda n: (-near[n, number], n))[:COUNTERPARTS]
            needed = dict.fromkeys([*order, *event.draft[number]["evidence"]])
            pairs += [(event.texts[n], quote) for n in needed]
    size = 32 if device.type == "cpu" else 256
    found = scores(model, encode(words, pairs), device, size)
    most = BOTH_WAYS if event.full else BOTH_WAYS // 3
    best = torch.argsort(-found[: len(chosen), 0], stable=True)[:most].tolist()
    turned = [(pairs[n][1], pairs[n][0]) for n in best]
    if turned:
        found = torch.cat((found, scores(model, encode(words, turned), device, size)))
    write_event(out / f"{event.name}.npz", [*pairs, *turned], found.numpy())
    print(event.name, len(pairs), len(turned), flush=True)  # noqa: T201


def folds(options: argparse.Namespace, words: Tokenizer) -> None:
    """Train a model without each fold and write what it says of the fold's events."""
    events = kept_events(options.data / "events")
    fold = fold_of([e.name for e in events])
    for number in options.only or range(FOLDS):
        file = options.models / f"fold{number}.pt"
        if file.exists():
            model = CrossEncoder()
            model.load_state_dict(torch.load(file, map_location="cpu"))
            model.to(options.device).to(torch.bfloat16)
        else:
            unseen = {number, *options.without}
            model = second_stage(options, words, [e for e in events if fold[e.name] not in unseen], file.stem)
        for event in sorted((e for e in events if fold[e.name] == number), key=lambda e: not e.full):
            wanted = not options.train_only and (event.full or not options.full_only)
            if wanted and not (options.scores / f"{event.name}.npz").exists():
                score_event(model, event, words, torch.device(options.device), options.scores)


def main() -> None:
    """Run one step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=("pretrain", "final", "folds", "gather"))
    parser.add_argument("--data", type=Path, default=Path("build/reader/data"))
    parser.add_argument("--models", type=Path, default=Path("build/reader/models"))
    parser.add_argument("--scores", type=Path, default=Path("build/reader/scores"))
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--size", type=int, default=64, help="pairs a step of pretraining")
    parser.add_argument("--most", type=int, nargs=2, default=(6000, 12000), help="false and unrelated pairs a kind")
    parser.add_argument("--runs", type=int, default=2, help="of the second stage, whose weights are averaged")
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers that the second stage leaves alone")
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--minutes", type=float, default=1e6, help="of pretraining, at most")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--only", type=int, nargs="*", help="folds to do")
    parser.add_argument("--without", type=int, nargs="*", default=[], help="further folds that the model must not see")
    parser.add_argument("--train-only", action="store_true", help="of folds: write no scores")
    parser.add_argument("--full-only", action="store_true", help="of folds: leave out the incidents with tolls only")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.models.mkdir(parents=True, exist_ok=True)
    words = tokenizer(official_weights() / "tokenizer.json")
    if options.step == "pretrain":
        pretrain(options, words)
    elif options.step == "final":
        second_stage(options, words, kept_events(options.data / "events"), "final")
    elif options.step == "folds":
        folds(options, words)
    else:
        print(gather(options.scores), "pairs")  # noqa: T201


if __name__ == "__main__":
    main()
