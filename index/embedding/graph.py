"""The encoder as an ONNX graph that runs the four-bit blocks as they are.

ONNX Runtime's own operators (`MatMulNBits`, `GatherBlockQuantized`) take blocks of 32 weights with one
scale each, which is how the weights come: nothing is rounded again, the file stays at 70 MB and loads in a
fraction of a second.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from index.embedding.affine import Affine
from index.embedding.weights import BLOCK, Quantised, Weights

MICROSOFT = "com.microsoft"


class _Graph:
    """Collects nodes and constants; each method returns the name of the value that it adds."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, domain=domain, **attributes))
        return name

    def linear(self, value: str, weight: Quantised, bias: np.ndarray, name: str) -> str:
        rows, columns = weight.codes.shape
        packed = (weight.codes[:, 0::2] | weight.codes[:, 1::2] << 4).reshape(rows, -1, BLOCK // 2)
        inputs = [
            value,
            self.constant(f"{name}.codes", packed),
            self.constant(f"{name}.scales", weight.scales.reshape(-1)),
        ]
        product = self.node(
            "MatMulNBits", inputs, f"{name}.product", MICROSOFT,
            K=columns, N=rows, bits=4, block_size=BLOCK, accuracy_level=1,  # 1: computed in float32
        )  # fmt: skip
        return self.node("Add", [product, self.constant(f"{name}.bias", bias)], name)

    def words(self, ids: str, table: Quantised) -> str:
        signed = table.codes ^ 8  # stored plus 8: two's complement of the same weight
        packed = (signed[:, 0::2] | signed[:, 1::2] << 4).tobytes()
        data = helper.make_tensor("words.codes", TensorProto.INT4, table.codes.shape, packed, raw=True)
        self.constants.append(data)
        scales = self.constant("words.scales", table.scales)
        return self.node(
            "GatherBlockQuantized", ["words.codes", ids, scales], "words", MICROSOFT,
            block_size=BLOCK, gather_axis=0, quantize_axis=1,
        )  # fmt: skip


def encoder_graph(weights: Weights, whole: Affine, tokens: Affine) -> onnx.ModelProto:
    """Returns the graph from `input_ids`, `attention_mask`, both int64 [batch, tokens], to `embedding`
    [batch, hidden] and `tokens` [batch, tokens, hidden].

    The embedding is the mean over the last layer's tokens brought to length one, `whole` applied to it,
    brought to length one again; each token's vector likewise, with `tokens`.
    """
    graph = _Graph()
    hidden = _embed(graph, weights)
    for layer in range(weights.shape.layers):
        hidden = _layer(graph, weights, f"l{layer}", hidden)
    _project(graph, hidden, tokens, "tokens")
    _project(graph, _mean(graph, hidden), whole, "embedding")
    sizes = ["batch", "tokens"]
    inputs = [
        helper.make_tensor_value_info(n, TensorProto.INT64, sizes) for n in ("input_ids", "attention_mask")
    ]
    outputs = [
        helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", weights.shape.hidden]),
        helper.make_tensor_value_info("tokens", TensorProto.FLOAT, [*sizes, weights.shape.hidden]),
    ]
    body = helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.constants)
    opsets = [helper.make_opsetid("", 21), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=10)


def _embed(graph: _Graph, weights: Weights) -> str:
    hidden = weights.shape.hidden
    positions = weights.plain["emb.pos"].reshape(-1, hidden) + weights.plain["emb.type"][:hidden]
    graph.constant("positions", positions)
    graph.constant("zero", np.array([0], np.int64))
    graph.node("Shape", ["input_ids"], "length", start=1, end=2)
    graph.node("Slice", ["positions", "zero", "length"], "places")
    graph.node("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)
    words = graph.words("input_ids", weights.quantised["emb.word"])
    return _normalise(graph, weights, "emb.ln", graph.node("Add", [words, "places"], "placed"))


def _layer(graph: _Graph, weights: Weights, name: str, hidden: str) -> str:
    plain, quantised = weights.plain, weights.quantised

    def linear(part: str, value: str) -> str:
        return graph.linear(value, quantised[f"{name}.{part}.w"], plain[f"{name}.{part}.b"], f"{name}.{part}")

    query, key, value = (linear(part, hidden) for part in "qkv")
    attended = graph.node(
        "MultiHeadAttention", [query, key, value, "", "mask"], f"{name}.attended", MICROSOFT,
        num_heads=weights.shape.heads,
    )  # fmt: skip
    mixed = graph.node("Add", [linear("ao", attended), hidden], f"{name}.mixed")
    hidden = _normalise(graph, weights, f"{name}.aln", mixed)
    inner = graph.node("Gelu", [linear("fi", hidden)], f"{name}.inner", MICROSOFT)
    fed = graph.node("Add", [linear("fo", inner), hidden], f"{name}.fed")
    return _normalise(graph, weights, f"{name}.oln", fed)


def _normalise(graph: _Graph, weights: Weights, name: str, value: str) -> str:
    scale = graph.constant(f"{name}.scale", weights.plain[f"{name}.w"])
    bias = graph.constant(f"{name}.bias", weights.plain[f"{name}.b"])
    return graph.node(
        "LayerNormalization", [value, scale, bias], name, axis=-1, epsilon=weights.shape.epsilon
    )


def _mean(graph: _Graph, hidden: str) -> str:
    graph.constant("tokens_axis", np.array([1], np.int64))
    graph.constant("last_axis", np.array([2], np.int64))
    graph.node("Cast", ["attention_mask"], "weight", to=TensorProto.FLOAT)
    graph.node("Unsqueeze", ["weight", "last_axis"], "weights")
    graph.node("Mul", [hidden, "weights"], "kept")
    graph.node("ReduceSum", ["kept", "tokens_axis"], "sum", keepdims=0)
    graph.node("ReduceSum", ["weights", "tokens_axis"], "count", keepdims=0)
    return graph.node("Div", ["sum", "count"], "mean")


def _project(graph: _Graph, value: str, affine: Affine, name: str) -> None:
    matrix = graph.constant(f"{name}.matrix", affine.matrix.T.astype(np.float32))
    offset = graph.constant(f"{name}.offset", affine.offset.astype(np.float32))
    unit = graph.node("LpNormalization", [value], f"{name}.unit", axis=-1, p=2)
    turned = graph.node("MatMul", [unit, matrix], f"{name}.turned")
    moved = graph.node("Add", [turned, offset], f"{name}.moved")
    graph.node("LpNormalization", [moved], name, axis=-1, p=2)
