"""A desk's own ONNX pair model: any order of the three labels, any usual names of inputs, and what is no such model."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from compare.errors import SettingsError
from compare.matching.reader import Reader
from compare.matching.reader.session import SHIPPED
from reports.cli import main

EXAMPLES = Path(__file__).parents[3] / "reports" / "examples"
ARTICLES = [str(EXAMPLES / "eve-of-summit.txt"), str(EXAMPLES / "after-the-talks.md")]
PLAIN = ("entailment", "neutral", "contradiction")
PAIRS = [("The talks lasted five hours.", "The talks took three hours."), ("It rained.", "The bank closed.")]


def model(folder: Path, labels: Sequence[str] = PLAIN, inputs: Sequence[str] = ("input_ids", "attention_mask")) -> Path:
    """Write a model that adds up three numbers a token; the number of each label stands where ``labels`` has it."""
    folder.mkdir(exist_ok=True)
    own = np.random.default_rng(7).normal(size=(30_522, 3)).astype(np.float32)
    table = np.stack([own[:, PLAIN.index(name)] if name in PLAIN else own[:, 0] for name in labels], axis=1)
    nodes = [
        helper.make_node("Gather", ["table", inputs[0]], ["each"]),
        helper.make_node("ReduceMean", ["each", "axis"], ["logits"], keepdims=0),
    ]
    given = [helper.make_tensor_value_info(name, TensorProto.INT64, ["b", "n"]) for name in inputs]
    result = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["b", len(labels)])
    fixed = [numpy_helper.from_array(table, "table"), numpy_helper.from_array(np.array([1], dtype=np.int64), "axis")]
    graph = helper.make_graph(nodes, "pair", given, [result], fixed)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.save(made, str(folder / "model.onnx"))
    shutil.copyfile(SHIPPED / "tokenizer.json", folder / "tokenizer.json")
    (folder / "labels.json").write_text(json.dumps(list(labels)), "utf-8")
    return folder


@pytest.mark.parametrize(
    "labels", [PLAIN, ("contradiction", "entailment", "neutral"), ("Neutral", "CONTRADICTION", "entailment")]
)
def test_the_order_of_the_labels_changes_nothing(tmp_path: Path, labels: Sequence[str]) -> None:
    plain = Reader(model(tmp_path / "plain")).read(PAIRS)
    folder = model(tmp_path / "own", [name.lower() for name in labels])
    (folder / "labels.json").write_text(json.dumps(list(labels)), "utf-8")
    assert Reader(folder).read(PAIRS) == plain
    for r in plain:
        assert r.entails + r.neither + r.contradicts == pytest.approx(1, abs=0.02)
        assert (r.same, r.differs) == (round(1 - r.neither, 2), r.contradicts)
    assert len({r.entails for r in plain}) == 2


@pytest.mark.parametrize(
    "told",
    [
        {"outputs": list(PLAIN)},
        {"id2label": {"0": "entailment", "1": "neutral", "2": "contradiction"}},
        {"0": "entailment", "1": "neutral", "2": "contradiction"},
    ],
)
def test_the_usual_ways_to_write_the_labels(tmp_path: Path, told: Any) -> None:
    folder = model(tmp_path / "own")
    plain = Reader(folder).read(PAIRS)
    (folder / "labels.json").write_text(json.dumps(told), "utf-8")
    assert Reader(folder).read(PAIRS) == plain


@pytest.mark.parametrize(
    "inputs", [("input_ids",), ("input_ids", "attention_mask", "token_type_ids"), ("ids", "parts", "kept")]
)
def test_a_model_is_given_the_inputs_that_it_names(tmp_path: Path, inputs: Sequence[str]) -> None:
    assert Reader(model(tmp_path / "own", inputs=inputs)).read(PAIRS) == Reader(model(tmp_path / "plain")).read(PAIRS)


def spoilt(folder: Path, how: str) -> None:
    """Spoil one thing about a good model."""
    changes: dict[str, Any] = {
        "no model": (folder / "model.onnx").unlink,
        "no tokenizer": (folder / "tokenizer.json").unlink,
        "no labels": (folder / "labels.json").unlink,
        "damaged model": lambda: (folder / "model.onnx").write_bytes(b"not a model"),
        "damaged tokenizer": lambda: (folder / "tokenizer.json").write_text("{}"),
        "no JSON": lambda: (folder / "labels.json").write_text("entailment"),
        "other labels": lambda: (folder / "labels.json").write_text('["yes", "no", "maybe"]'),
        "a label twice": lambda: (folder / "labels.json").write_text('["neutral", "neutral", "entailment"]'),
        "nothing": lambda: (folder / "labels.json").write_text("null"),
        "too long": lambda: (folder / "labels.json").write_text(json.dumps({"outputs": PLAIN, "longest": 10**9})),
        "strange input": lambda: model(folder, inputs=("pixels",)),
        "two numbers": lambda: (model(folder, PLAIN[:2]), (folder / "labels.json").write_text(json.dumps(PLAIN))),
    }
    changes[how]()


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("no model", "there is no model.onnx"),
        ("no tokenizer", "there is no tokenizer.json"),
        ("no labels", "there is no labels.json"),
        ("damaged model", "cannot be loaded"),
        ("damaged tokenizer", "cannot be loaded"),
        ("no JSON", "labels.json: this is no JSON"),
        ("other labels", "labels must be entailment, neutral, contradiction"),
        ("a label twice", "labels must be entailment, neutral, contradiction"),
        ("nothing", "labels must be entailment, neutral, contradiction"),
        ("too long", "'longest'"),
        ("strange input", "asks for 'pixels'"),
        ("two numbers", "a number for each of entailment"),
    ],
)
def test_what_is_no_such_model_gets_one_sentence(
    tmp_path: Path, how: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = model(tmp_path / "own")
    spoilt(folder, how)
    with pytest.raises(SettingsError, match=r"own") as caught:
        Reader(folder).read(PAIRS)
    assert told in str(caught.value)
    assert main(["report", *ARTICLES, "--reader", str(folder)]) == 2
    shown = capsys.readouterr().err
    assert told in shown
    assert shown.count("\n") == 1


def test_a_report_and_a_check_are_read_by_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = model(tmp_path / "own")
    assert main(["report", *ARTICLES, "-f", "json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert main(["report", *ARTICLES, "-f", "json", "--reader", str(folder)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (plain["settings"]["reader"], found["settings"]["reader"]) == ("as shipped", str(folder))
    weights = [
        [e["weight"] for p in report["pairs"] for e in p["evidence"] if e["name"] == "reader"]
        for report in (plain, found)
    ]
    assert weights[0] != weights[1]
    draft = tmp_path / "draft.md"
    draft.write_text("The talks lasted three hours and 21 minutes.\n", "utf-8")
    assert main(["check", str(draft), "--against", *ARTICLES, "--reader", str(folder), "-f", "json"]) in (0, 1)
    assert json.loads(capsys.readouterr().out)["checks"]
    assert main(["check", str(draft), "--against", *ARTICLES, "--reader", str(tmp_path / "none")]) == 2
