"""Makes the model's tokenizer out of the pieces in the weight file."""

import re

from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from index.embedding.weights import Weights


def make_tokenizer(weights: Weights) -> Tokenizer:
    """Returns the SentencePiece unigram tokenizer of XLM-RoBERTa, as this model uses it."""
    special = weights.special
    tokenizer = Tokenizer(models.Unigram(weights.pieces, unk_id=special["unknown"], byte_fallback=False))
    tokenizer.normalizer = _normalizer(weights)
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", special["bos"]), ("</s>", special["eos"])]
    )
    tokenizer.add_special_tokens([AddedToken(t, special=True) for t in ("<s>", "<pad>", "</s>", "<unk>")])
    return tokenizer


def _normalizer(weights: Weights) -> normalizers.Normalizer:
    """NFKC, but for the characters that the model drops or takes for a space."""
    dropped = [c for c, normal in weights.normal_form.items() if normal == ""]
    spaces = [c for c, normal in weights.normal_form.items() if normal == " "]
    return normalizers.Sequence(
        [
            normalizers.Replace(Regex(_any_of(dropped)), ""),
            normalizers.Replace(Regex(_any_of(spaces)), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )


def _any_of(characters: list[str]) -> str:
    return "[" + "".join(map(re.escape, characters)) + "]"
