"""Names inside a model folder, and the model's prefixes; light to import."""

GRAPH = "onnx/model.onnx"
TOKENIZER = "tokenizer.json"
QUERY, PASSAGE = "query: ", "passage: "
LIMIT = 512  # tokens of a text, prefix and special ones counted
