"""Write the model that ships: ``python -m compare.matching.reader.training.export [--model …/final.pt]``.

The layers are rounded to eight bits with one scale a column, the word vectors to eight bits with one scale in all;
every activation is scaled anew for each batch.  The forms tried are compared with the exact model on held-out pairs.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch

from compare.matching.reader.training.encoder import OUTPUTS, CrossEncoder, official_weights

SHIPPED = Path(__file__).parent.parent
INPUTS = ("ids", "parts", "kept")


def write_exact(model: CrossEncoder, file: Path) -> None:
    """Write the model as it is, in 32 bits."""
    model = model.eval().float()
    example = tuple(torch.ones(2, 9, dtype=torch.long) for _ in INPUTS)
    torch.onnx.export(
        model,
        example,
        str(file),
        input_names=list(INPUTS),
        output_names=["logits"],
        dynamic_axes={name: {0: "pairs", 1: "tokens"} for name in INPUTS} | {"logits": {0: "pairs"}},
        opset_version=17,
        dynamo=False,
    )


def write_small(exact: Path, file: Path, per_channel: bool, reduce_range: bool = False) -> None:
    """Round the weights to eight bits."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(exact), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            prepared,
            file,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
            per_channel=per_channel,
            reduce_range=reduce_range,
            weight_type=QuantType.QInt8,
        )


def main() -> None:
    """Write model, tokenizer and labels."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("build/reader/models/final.pt"))
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--per-tensor", action="store_true")
    parser.add_argument("--keep-exact", type=Path, help="where to leave the model in 32 bits")
    options = parser.parse_args()
    model = CrossEncoder()
    model.load_state_dict(torch.load(options.model))
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exact = options.keep_exact or Path(folder) / "exact.onnx"
        write_exact(model, exact)
        write_small(exact, options.out / "model.onnx", per_channel=not options.per_tensor)
    shutil.copyfile(official_weights() / "tokenizer.json", options.out / "tokenizer.json")
    labels = {"outputs": list(OUTPUTS), "longest": 128}
    (options.out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
