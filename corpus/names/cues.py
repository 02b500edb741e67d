"""Whether a text speaks of AI models, so that a llama in it may be one."""

import re

_CUE = re.compile(
    r"(?=[a-z\d])(?<![a-z])(?:ai|llms?|language models?|chatbots?|machine learning|neural|transformers?|open[- ]weights?|context windows?"
    r"|\d[\d.]{0,6}[bt] (?:total |active )?param[a-z]*|[\dkm] ?tokens?|(?:million|thousand|input|output) tokens|tokens? (?:of context|window)|fine-tun[a-z]*|pre-?train[a-z]*)(?![a-z])"
    r"|(?=[^a-z ])(?:(?:总|總|激活|総)(?:参数|參數|パラメータ)|\d ?[万萬]?[亿億] ?个?(?:参数|參數)|パラメータ数|[参參][数數][量规規](?!限)"
    r"|(?:[百千]?[万萬]|千) ?tokens?|人工智能|人工智慧|大模型|语言模型|語言模型|上下文|生成式|多模态|多模態|推理模型|开源模型|開源模型|人工知能|言語モデル"
    r"|コンテキスト|인공지능|언어 ?모델|생성형|매개변수|컨텍스트|トークン|토큰)"
)
_ENOUGH = 2


def speaks_of_models(plain: str, enough: int = _ENOUGH) -> bool:
    """Whether a folded text has at least `enough` words that articles about AI models have."""
    return sum(1 for _, _ in zip(_CUE.finditer(plain), range(enough), strict=False)) >= enough
