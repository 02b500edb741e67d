import tomllib
from importlib.resources import files

import pytest

from corpus.facts.tables.headers import Kind, read_column
from corpus.facts.tables.units import currency, per_tokens, scale
from corpus.facts.types import Attribute, Unit
from corpus.names import Names, read_names


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


@pytest.mark.parametrize(
    ("header", "attribute"),
    [
        ("Context Window", Attribute.CONTEXT_WINDOW),
        ("Default context window", Attribute.CONTEXT_WINDOW),
        ("Context length (tokens)", Attribute.CONTEXT_WINDOW),
        ("上下文窗口大小（K）", Attribute.CONTEXT_WINDOW),
        ("コンテキスト長", Attribute.CONTEXT_WINDOW),
        ("컨텍스트 길이", Attribute.CONTEXT_WINDOW),
        ("Max output", Attribute.OUTPUT_LIMIT),
        ("Max output tokens", Attribute.OUTPUT_LIMIT),
        ("最大输出", Attribute.OUTPUT_LIMIT),
        ("Max input", Attribute.INPUT_LIMIT),
        ("Total parameters", Attribute.PARAMETERS_TOTAL),
        ("Size (B)", Attribute.PARAMETERS_TOTAL),
        ("参数量", Attribute.PARAMETERS_TOTAL),
        ("사이즈", Attribute.PARAMETERS_TOTAL),
        ("Active params", Attribute.PARAMETERS_ACTIVE),
        ("激活参数", Attribute.PARAMETERS_ACTIVE),
        ("Number of experts", Attribute.EXPERTS),
        ("Release date", Attribute.RELEASED),
        ("发布时间", Attribute.RELEASED),
        ("출시일", Attribute.RELEASED),
        ("Developer", Attribute.DEVELOPER),
        ("開發商", Attribute.DEVELOPER),
        ("開発元", Attribute.DEVELOPER),
        ("License", Attribute.LICENCE),
        ("开源协议", Attribute.LICENCE),
        ("Open source?", Attribute.OPEN_WEIGHTS),
        ("是否开源", Attribute.OPEN_WEIGHTS),
        ("Input ($/1M tokens)", Attribute.PRICE_INPUT),
        ("Output $ / M tokens", Attribute.PRICE_OUTPUT),
        ("文本模态输入价格（元/M Tokens）", Attribute.PRICE_INPUT),
        ("Cached input", Attribute.PRICE_CACHED_INPUT),
        ("Cache Read $ / M tokens", Attribute.PRICE_CACHED_INPUT),
        ("Knowledge cutoff", Attribute.KNOWLEDGE_CUTOFF),
        ("Pretrained tokens", Attribute.TRAINING_TOKENS),
        ("Modalities", Attribute.MODALITIES),
        ("SWE-bench Verified (%)", Attribute.BENCHMARK),
        ("MMLU (5-shot)", Attribute.BENCHMARK),
        ("Tool use: BFCL-V3", Attribute.BENCHMARK),
    ],
)
def test_a_header_names_an_attribute(names: Names, header: str, attribute: Attribute) -> None:
    column = read_column(header, names)
    assert (column.kind, column.attributes) == (Kind.STATED, (attribute,))


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Model", Kind.MODEL),
        ("模型名称", Kind.MODEL),
        ("モデル", Kind.MODEL),
        ("모델", Kind.MODEL),
        ("Input", Kind.FLOW),
        ("Provider", Kind.PROVIDER),
        ("价格", Kind.PRICE),
        ("得分", Kind.SCORE),
        ("Benchmark", Kind.BENCHMARKS),
        ("項目", Kind.KEY),
        ("規格", Kind.KEY),
    ],
)
def test_a_header_names_a_kind_of_column(names: Names, header: str, kind: Kind) -> None:
    assert read_column(header, names).kind is kind


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Market Share/Valuation",
        "Key Figures",
        "有效上下文",
        "月费",
        "评级",
        "Cache Write $ / M tokens",
        "微调训练语料输入价格（元/M Tokens）",
        "Active experts",
        "Batch size",
        "Download size (GB)",
        "Input (€/1M tokens)",
        "MMLU rank",
        "Δ MMLU",
        "GPQA and MMLU average",
        "x" * 5000,
        "参数 " * 2000,
    ],
)
def test_other_headers_are_left_alone(names: Names, header: str) -> None:
    assert read_column(header, names).kind is Kind.OTHER


@pytest.mark.parametrize(
    ("header", "attributes"),
    [
        ("Price ($/1M, input / output)", (Attribute.PRICE_INPUT, Attribute.PRICE_OUTPUT)),
        ("Output/Input price", (Attribute.PRICE_OUTPUT, Attribute.PRICE_INPUT)),
        ("Context / Max output", (Attribute.CONTEXT_WINDOW, Attribute.OUTPUT_LIMIT)),
        ("Params (total/active)", (Attribute.PARAMETERS_TOTAL, Attribute.PARAMETERS_ACTIVE)),
    ],
)
def test_a_header_may_name_two(names: Names, header: str, attributes: tuple[Attribute, ...]) -> None:
    assert read_column(header, names).attributes == attributes


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("$ / 1M tokens", 1e6),
        ("USD per million tokens", 1e6),
        ("元/百万tokens", 1e6),
        ("每百萬 Token", 1e6),
        ("100万トークンあたり", 1e6),
        ("1M 토큰당", 1e6),
        ("$/MTok", 1e6),
        ("$ per 1K tokens", 1e3),
        ("元/千tokens", 1e3),
        ("a prompt of 1K tokens", None),
        ("Price", None),
    ],
)
def test_what_a_price_is_for_is_read(text: str, tokens: float | None) -> None:
    assert per_tokens(text) == tokens


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$", Unit.USD),
        ("元", Unit.CNY),
        ("￥", Unit.CNY),
        ("美元", Unit.USD),
        ("日元", None),
        ("NT$", None),
        ("€", None),
    ],
)
def test_two_currencies_are_read(text: str, unit: Unit | None) -> None:
    assert currency(text) is unit


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("Size (B)", 1e9),
        ("上下文（K）", 1e3),
        ("参数量（亿）", 1e8),
        ("Params in millions", 1e6),
        ("Size", None),
    ],
)
def test_a_scale_is_read(text: str, factor: float | None) -> None:
    assert scale(text) == factor


def test_the_words_of_headers_are_lower_case_and_stand_in_one_group_each() -> None:
    tables = tomllib.loads((files("corpus.lexicon") / "headers.toml").read_text("utf-8"))
    words = [word for group in tables["columns"].values() for word in group]
    assert [word for word in words if word != " ".join(word.lower().split())] == []
    assert sorted({word for word in words if words.count(word) > 1}) == []
