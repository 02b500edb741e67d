"""Whole strings that are one model's name: `Names.model`."""

import pytest

from corpus.names import Names, read_names


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


def _key(names: Names, name: str) -> str | None:
    model = names.model(name)
    return model.key if model else None


@pytest.mark.parametrize(
    "ways",
    [
        ["Sonnet 4.6", "Claude Sonnet 4.6", "claude-sonnet-4-6", "Claude 4.6 Sonnet", "CLAUDE SONNET 4.6",
         "anthropic.claude-sonnet-4-6", "anthropic/claude-sonnet-4.6", "Anthropic Claude Sonnet 4.6", "claude_sonnet_4_6"],
        ["Claude 3.5 Sonnet", "claude-3-5-sonnet", "claude-3.5-sonnet-latest", "Sonnet 3.5", "Claude Sonnet 3.5"],
        ["Claude Opus 4", "Opus 4", "claude-opus-4", "Claude 4 Opus"],
        ["GPT-5.3-Codex", "GPT 5.3 Codex", "gpt-5.3-codex", "gpt-5-3-codex", "OpenAI GPT-5.3-Codex", "GPT5.3 codex"],
        ["GPT-5.3", "GPT 5.3", "gpt5.3", "GPT\u20115.3", "ＧＰＴ－５．３", "GPT-5.3模型", "GPT-5.3 系列", "gpt-5.3 model"],
        ["GPT-4o mini", "gpt-4o-mini", "GPT4o mini", "GPT-4o-Mini"],
        ["o3", "OpenAI o3", "openai/o3", "O3"],
        ["o4-mini", "OpenAI o4-mini", "o4 mini"],
        ["DeepSeek-R1", "DeepSeek R1", "deepseek r1", "R1", "deepseek-ai/DeepSeek-R1"],
        ["DeepSeek-R1-0528", "R1-0528", "DeepSeek R1 0528", "deepseek-r1-0528"],
        ["DeepSeek-V4", "Deepseek v4", "DeepSeek 4", "V4", "deepseek v4"],
        ["DeepSeek-V3.2", "DeepSeek V3.2", "V3.2", "deepseek-v3.2"],
        ["Gemini 3 Pro", "gemini-3-pro", "Gemini 3.0 Pro", "Gemini Pro 3", "Google Gemini 3 Pro", "gemini 3 pro"],
        ["Gemini 2.5 Flash-Lite", "Gemini 2.5 Flash Lite", "gemini-2.5-flash-lite"],
        ["GLM-5", "GLM 5", "GLM5", "glm-5", "智谱GLM-5", "Z.ai GLM-5", "zai/GLM-5"],
        ["Llama 4 Scout", "LLaMA 4 Scout", "Llama-4-Scout", "Llama4 Scout", "Meta Llama 4 Scout", "Llama Scout", "Scout"],
        ["Llama4-Swarm", "Llama 4 Swarm"],
        ["Qwen3.5-Plus", "Qwen 3.5 Plus", "qwen3.5-plus", "阿里Qwen3.5-Plus", "千问3.5-Plus", "通义千问3.5-Plus"],
        ["Qwen2.5-72B-Instruct", "qwen2.5-72b-instruct", "Qwen 2.5 72B Instruct", "Qwen/Qwen2.5-72B-Instruct", "qwen2.5:72b-instruct"],
        ["Kimi K2.5", "Kimi-K2.5", "K2.5", "kimi k2.5", "月之暗面Kimi K2.5", "moonshotai/Kimi-K2.5"],
        ["MiniMax-M2.5", "MiniMax M2.5", "MiniMax 2.5", "M2.5"],
        ["Doubao 2.0", "豆包2.0", "豆包大模型2.0", "字节豆包2.0", "Doubao 2", "豆包 2.0"],
        ["ERNIE 5.0", "文心5.0", "文心一言5.0", "文心大模型 5.0", "Wenxin 5.0", "Wenxinyiyan 5.0", "百度文心5.0", "ERNIE 5"],
        ["Kling 3.0", "可灵3.0", "可灵 3.0", "快手可灵3.0", "Kling 3", "Keling 3.0"],
        ["Spark X2", "讯飞星火X2", "星火X2", "科大讯飞星火 X2"],
        ["Grok 4 Fast", "grok-4-fast", "xAI Grok 4 Fast", "Grok-4 Fast"],
        ["Mistral Medium 3.1", "mistral-medium-3.1", "Mistral 3.1 Medium"],
        ["Mixtral 8x7B", "mixtral-8x7b", "Mixtral 8×7B"],
        ["Llama 3.1 405B", "Llama-3.1-405B", "llama3.1:405b", "Meta-Llama-3.1-405B", "Llama 3.1-405B"],
        ["Seedance 2.0", "字节Seedance 2.0", "seedance 2"],
        ["HyperCLOVA X", "하이퍼클로바X", "네이버 HyperCLOVA X"],
        ["EXAONE 4.0", "엑사원 4.0", "LG EXAONE 4.0"],
        ["Command R+", "Cohere Command R+", "command-r+"],
        ["Falcon 180B", "Falcon-180B", "tiiuae Falcon 180B".removeprefix("tiiuae ")],
        ["Grok 4.20"],
    ],
)  # fmt: skip
def test_all_ways_of_writing_one_model_have_one_key(names: Names, ways: list[str]) -> None:
    keys = {way: _key(names, way) for way in ways}
    assert len(set(keys.values())) == 1, keys
    assert None not in keys.values()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GPT-5.3", "GPT-5.3-Codex"),
        ("GPT-5.3-Codex", "GPT-5.3-Codex-Spark"),
        ("GPT-5.3", "GPT-5.3-Quartz"),
        ("DeepSeek-R1", "DeepSeek-R1-0528"),
        ("Gemini 3 Pro", "Gemini 3 Pro GA"),
        ("Gemini 3", "Gemini 3 Pro"),
        ("Gemini 3 Pro", "Gemini 3.1 Pro"),
        ("GLM-4.5", "GLM-4.5-Air"),
        ("Grok 4.2", "Grok 4.20"),
        ("Claude Opus 4.6", "Claude Sonnet 4.6"),
        ("Claude 4", "Claude Opus 4"),
        ("Llama 3.1", "Llama 3.1 405B"),
        ("Qwen2.5-72B", "Qwen2.5-72B-Instruct"),
        ("ChatGLM3-6B", "GLM-3"),
        ("o3", "o3-mini"),
        ("o3-mini", "o3-mini-high"),
        ("Kimi K2", "Kimi K2.5"),
        ("DeepSeek-V3", "DeepSeek-R1"),
        ("Qwen3-Max", "Qwen3-Max-Thinking"),
        ("gpt-4o-2024-08-06", "gpt-4o-2024-05-13"),
    ],
)
def test_different_models_have_different_keys(names: Names, one: str, other: str) -> None:
    assert None not in {_key(names, one), _key(names, other)}
    assert _key(names, one) != _key(names, other)


@pytest.mark.parametrize(
    ("found", "name", "developer"),
    [
        ("gpt 5.3 codex", "GPT-5.3-Codex", "OpenAI"),
        ("gpt-9-mini", "GPT-9 mini", "OpenAI"),
        ("gpt-6-codex", "GPT-6-Codex", "OpenAI"),
        ("Claude 4.6 Opus", "Claude Opus 4.6", "Anthropic"),
        ("claude-3.7-sonnet", "Claude 3.7 Sonnet", "Anthropic"),
        ("Claude 7 Haiku", "Claude Haiku 7", "Anthropic"),
        ("gemini pro 2.5", "Gemini 2.5 Pro", "Google"),
        ("llama4 scout", "Llama 4 Scout", "Meta"),
        ("deepseek v3.2", "DeepSeek-V3.2", "DeepSeek"),
        ("qwen 3 max", "Qwen3-Max", "Alibaba"),
        ("qwen 4 72b instruct", "Qwen4-72B-Instruct", "Alibaba"),
        ("kimi 2.5", "Kimi K2.5", "Moonshot AI"),
        ("glm 4.5 air", "GLM-4.5-Air", "Zhipu AI"),
        ("可灵3", "Kling 3.0", "Kuaishou"),
        ("文心5.0", "ERNIE 5.0", "Baidu"),
        ("vicuna 13b v1.5", "Vicuna-13B-v1.5", "LMSYS"),
        ("o5-mini", "o5-mini", "OpenAI"),
        ("doubao-1.5-thinking-pro", "Doubao 1.5 Thinking Pro", "ByteDance"),
        ("제미나이 3 프로", "Gemini 3 Pro", "Google"),
        ("クロード オーパス 4.6", "Claude Opus 4.6", "Anthropic"),
        ("XVERSE-65B-2", "XVERSE-65B-2", "XVERSE"),
        ("moonshot-v1-32k-vision-preview", "moonshot-v1-32k-vision-preview", "Moonshot AI"),
        ("kimi-latest-32k", "Kimi-latest-32k", "Moonshot AI"),
        ("Gemini Pro 4", "Gemini 4 Pro", "Google"),
        ("MiniCPM4_1-8B", "MiniCPM4.1-8B", "ModelBest"),
        ("GLM-4-9B-Chat-1M", "GLM-4-9B-Chat-1M", "Zhipu AI"),
    ],
)
def test_a_full_name_is_written_as_its_developer_writes_it(
    names: Names, found: str, name: str, developer: str
) -> None:
    model = names.model(found)
    assert model is not None
    assert (model.name, model.developer, model.versioned) == (name, developer, True)


@pytest.mark.parametrize(
    "name", ["Claude", "Kimi", "Gemini", "Qwen", "通义千问", "豆包", "Claude Opus", "GPT"]
)
def test_a_family_as_a_whole_is_no_version(names: Names, name: str) -> None:
    model = names.model(name)
    assert model is not None
    assert not model.versioned


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "Opus",
        "ChatGPT",
        "Windows 11",
        "GPT-5 and Claude",
        "V4/R2",
        "context window",
        "2026",
        "Claude Code",
        "x" * 9000,
    ],
)
def test_what_is_no_model_is_none(names: Names, name: str) -> None:
    assert names.model(name) is None


@pytest.mark.parametrize(
    ("name", "developer"),
    [
        ("智谱", "Zhipu AI"), ("Z.ai", "Zhipu AI"), ("Dark Side of the Moon", "Moonshot AI"), ("月之暗面", "Moonshot AI"),
        ("moonshot", "Moonshot AI"), ("google deepmind", "Google"), ("字节跳动", "ByteDance"), ("META", "Meta"),
        ("xai", "xAI"), ("mistral ai", "Mistral AI"), ("01.AI", "01.AI"), ("阿里云", "Alibaba"), ("네이버", "Naver"),
    ],
)  # fmt: skip
def test_developers_are_known_by_all_their_names(names: Names, name: str, developer: str) -> None:
    assert names.developer(name) == developer


def test_an_unknown_developer_is_none(names: Names) -> None:
    assert names.developer("Nobody Ltd") is None
