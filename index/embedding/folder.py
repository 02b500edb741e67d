"""Writes the model as a standard sentence-transformers folder, with the ONNX graph beside it."""

import json
from pathlib import Path

import numpy as np
import onnx
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from index.embedding.affine import Affine
from index.embedding.graph import encoder_graph
from index.embedding.layout import GRAPH, LIMIT, PASSAGE, QUERY, TOKENIZER
from index.embedding.weights import Shape, Weights

_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_MODULES = [
    ("", "sentence_transformers.models.Transformer"),
    ("1_Pooling", "sentence_transformers.models.Pooling"),
    ("2_Normalize", "sentence_transformers.models.Normalize"),
    ("3_Dense", "sentence_transformers.models.Dense"),
    ("4_Normalize", "sentence_transformers.models.Normalize"),
]


def write_folder(folder: Path, weights: Weights, tokenizer: Tokenizer, whole: Affine, tokens: Affine) -> None:
    """Writes all files of the model into `folder`, which must be empty. `whole` is the Dense module between
    the two normalisations; `tokens`, which sentence-transformers has no place for, is in the graph alone."""
    hidden = weights.shape.hidden
    for sub in ("onnx", "1_Pooling", "2_Normalize", "3_Dense", "4_Normalize"):
        (folder / sub).mkdir(parents=True)
    onnx.save_model(encoder_graph(weights, whole, tokens), folder / GRAPH)
    tokenizer.save(str(folder / TOKENIZER), pretty=False)  # half the size, and read a tenth faster
    save_file(_tensors(weights), folder / "model.safetensors", metadata={"format": "pt"})
    dense = {"linear.weight": whole.matrix.astype(np.float32), "linear.bias": whole.offset.astype(np.float32)}
    save_file(dense, folder / "3_Dense" / "model.safetensors", metadata={"format": "pt"})
    for name, content in _settings(weights.shape, hidden).items():
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", "utf-8")


def _tensors(weights: Weights) -> dict[str, np.ndarray]:
    """The weights under the names of transformers' BertModel, float16 to halve the file: a weight is a
    float16 scale times an integer of -8 to 7."""
    shape, plain = weights.shape, weights.plain
    tensors = {
        "embeddings.word_embeddings.weight": weights.quantised["emb.word"].dequantised(),
        "embeddings.position_embeddings.weight": plain["emb.pos"].reshape(shape.positions, shape.hidden),
        "embeddings.token_type_embeddings.weight": plain["emb.type"].reshape(shape.token_types, shape.hidden),
        "embeddings.LayerNorm.weight": plain["emb.ln.w"],
        "embeddings.LayerNorm.bias": plain["emb.ln.b"],
        # The model has no pooler; without its tensors transformers would fill it at random and warn.
        "pooler.dense.weight": np.zeros((shape.hidden, shape.hidden)),
        "pooler.dense.bias": np.zeros(shape.hidden),
    }
    for layer in range(shape.layers):
        for short, long in _LAYER.items():
            name = f"l{layer}.{short}"
            weight = (
                plain[f"{name}.w"] if short.endswith("ln") else weights.quantised[f"{name}.w"].dequantised()
            )
            tensors[f"encoder.layer.{layer}.{long}.weight"] = weight
            tensors[f"encoder.layer.{layer}.{long}.bias"] = plain[f"{name}.b"]
    return {name: np.ascontiguousarray(values, np.float16) for name, values in tensors.items()}


def _settings(shape: Shape, hidden: int) -> dict[str, object]:
    special = {"bos_token": "<s>", "eos_token": "</s>", "cls_token": "<s>", "sep_token": "</s>"}
    special |= {"pad_token": "<pad>", "unk_token": "<unk>"}
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "dtype": "float32",
            "hidden_size": hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.token_types,
            "layer_norm_eps": shape.epsilon,
            "hidden_act": "gelu",
            "pad_token_id": 1,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": LIMIT,
            "model_input_names": ["input_ids", "attention_mask"],
            **special,
        },
        "special_tokens_map.json": special,
        "sentence_bert_config.json": {"max_seq_length": LIMIT, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": {"query": QUERY, "document": PASSAGE, "passage": PASSAGE},
            "similarity_fn_name": "cosine",
        },
        "modules.json": [
            {"idx": i, "name": str(i), "path": path, "type": kind} for i, (path, kind) in enumerate(_MODULES)
        ],
        "1_Pooling/config.json": {"word_embedding_dimension": hidden, "pooling_mode_mean_tokens": True},
        "3_Dense/config.json": {
            "in_features": hidden,
            "out_features": hidden,
            "bias": True,
            "activation_function": "torch.nn.modules.linear.Identity",
        },
        "2_Normalize/config.json": {},
        "4_Normalize/config.json": {},
    }
