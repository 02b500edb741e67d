"""Models named in running text: `Names.mentions`, alone and for an article."""

import pytest

from corpus.names import Names, read_names

# Makes a text one about models, without naming any family.
ABOUT = " This article compares AI language models and what each LLM costs."


@pytest.fixture(scope="module")
def names() -> Names:
    return read_names()


def found(names: Names, text: str) -> list[tuple[str, str]]:
    """(what was written, full name) of the models in an article with this text; families as a whole apart."""
    hits = names.for_article(text).mentions(text)
    return [(text[hit.start : hit.end], hit.model.name) for hit in hits if hit.model.versioned]


def full_names(names: Names, text: str) -> list[str]:
    return [name for _, name in found(names, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OpenAI shipped GPT-5.3-Codex on Thursday.", ["GPT-5.3-Codex"]),
        ("Anthropic's Claude Opus 4.6 costs more than Sonnet 4.6.", ["Claude Opus 4.6", "Claude Sonnet 4.6"]),
        ("Anthropic 发布了 Claude Sonnet 4.6，比 Sonnet 4.5 更受欢迎。", ["Claude Sonnet 4.6", "Claude Sonnet 4.5"]),
        ("OpenAI o3 and o4-mini arrived in April.", ["o3", "o4-mini"]),
        ("智谱GLM-5、MiniMax 2.5、讯飞星火X2、字节豆包2.0、阿里Qwen3.5-Plus都在二月发布。",
         ["GLM-5", "MiniMax-M2.5", "Spark X2", "Doubao 2.0", "Qwen3.5-Plus"]),
        ("快手携可灵3.0视频模型杀入战场", ["Kling 3.0"]),
        ("零一万物发布万智2.5多智能体", ["Wanzhi 2.5"]),
        ("「Gemini 3 Deep Think」と「GPT-5.3-Codex-Spark」が公開された。", ["Gemini 3 Deep Think", "GPT-5.3-Codex-Spark"]),
        ("GPT-5 프로젝트와 Gemini 3 プログラムのAI", ["GPT-5", "Gemini 3"]),
        ("LG AI연구원의 엑사원 4.0은 라마가 아니다. 클로드 3.5 소네트도.", ["EXAONE 4.0", "Claude 3.5 Sonnet"]),
        ("카카오의 모델보다 GPT-4o가 낫다. Qwen2.5-72B와 비교했다.", ["GPT-4o", "Qwen2.5-72B"]),
        ("DeepSeek一直以推理著称。DeepSeek v4将发布，v4极有可能更强。", ["DeepSeek-V4", "DeepSeek-V4"]),
        ("The Falcon 180B model and Llama 3.1 405B are open, says this AI blog about LLMs.", ["Falcon 180B", "Llama 3.1 405B"]),
        ("GLM-4.5 355B total parameters", ["GLM-4.5"]),
        ("GLM-4.5 (355B total, 32B active) is an LLM", ["GLM-4.5"]),
        ("Meta's Llama 4 Scout 17B active parameters, an AI LLM", ["Llama 4 Scout"]),
        ("GPT-4-level quality, Claude-3-powered agents", ["GPT-4", "Claude 3"]),
        ("GPT-5.3-Quartz differs from GPT-5.3", ["GPT-5.3-Quartz", "GPT-5.3"]),
        ("See https://www.anthropic.com/news/claude-sonnet-4-6 for more", ["Claude Sonnet 4.6"]),
        ("See https://example.org/blog/gpt-5-launch-party for more", []),
        ("| **DeepSeek R1** | 671B |", ["DeepSeek-R1"]),
        ("<strong>Gemini 3 Pro GA</strong>", ["Gemini 3 Pro GA"]),
        ("Runway Gen-3、Pika 2.0与Seedance 2.0：Pika和Runway的竞争，AI视频模型，大模型时代", ["Runway Gen-3", "Pika 2.0", "Seedance 2.0"]),
        ("GPT-5 is 3 times better and GPT-4 has 2 users", ["GPT-5", "GPT-4"]),
        ("豆包2月发布，豆包3个版本", []),
        ("Kimi 2025 roadmap; Qwen 700 million downloads; Claude 200K context", []),
        ("Claude 3 million users", []),
        ("GPT-4 32K and GPT-4-32k", ["GPT-4", "GPT-4-32k"]),
        ("Claude Opus 4.6 1 million tokens", ["Claude Opus 4.6"]),
        ("GPT\u20115.3 uses a non-breaking hyphen", ["GPT-5.3"]),
        ("ＧＰＴ－５．３は全角", ["GPT-5.3"]),
        ("Grok 4.20 and Grok 4", ["Grok 4.20", "Grok 4"]),
        ("Qwen3-235B-A22B-Thinking-2507 beats Qwen3-32B.", ["Qwen3-235B-A22B-Thinking-2507", "Qwen3-32B"]),
        ("面壁智能推出MiniCPM-o 4.5", ["MiniCPM-o 4.5"]),
        ("Yi 4-bit quantized models; Yi-34B-Chat-4bits", ["Yi-34B-Chat-4bit"]),
        ("Mistral AI released Mistral Large 2 and Mistral Medium 3.1.", ["Mistral Large 2", "Mistral Medium 3.1"]),
        ("gpt-oss-120b-1:0 on Bedrock", ["gpt-oss-120b"]),
        ("llama-2-ko-7b is a derivative, Open-Llama-2-ko-7B too", []),
        ("Yarn-Mistral-7b-128k is no Mistral", []),
        ("文心5.0原生全模态；阿里的千问3发布", ["ERNIE 5.0", "Qwen3"]),
    ],
)  # fmt: skip
def test_models_are_found_in_text(names: Names, text: str, expected: list[str]) -> None:
    assert full_names(names, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GPT-5.2/5.3 lead", [("GPT-5.2", "GPT-5.2"), ("5.3", "GPT-5.3")]),
        ("DeepSeek V4/R2 soon", [("DeepSeek V4", "DeepSeek-V4"), ("R2", "DeepSeek-R2")]),
        ("DeepSeek V3和R1发布时", [("DeepSeek V3", "DeepSeek-V3"), ("R1", "DeepSeek-R1")]),
        ("Claude 4.5/4.6 Opus", [("Claude 4.5", "Claude Opus 4.5"), ("4.6 Opus", "Claude Opus 4.6")]),
        ("Google Gemini 2.5/3 Pro", [("Gemini 2.5", "Gemini 2.5 Pro"), ("3 Pro", "Gemini 3 Pro")]),
        ("Claude Sonnet/Opus 4.5", [("Claude Sonnet", "Claude Sonnet 4.5"), ("Opus 4.5", "Claude Opus 4.5")]),
        ("Claude. Sonnet/Opus 4.5", [("Sonnet", "Claude Sonnet 4.5"), ("Opus 4.5", "Claude Opus 4.5")]),
        ("Claude 4 includes Opus 4 and Sonnet 4.",
         [("Claude 4", "Claude 4"), ("Opus 4", "Claude Opus 4"), ("Sonnet 4", "Claude Sonnet 4")]),
        ("Gemini 2.5 Pro/Flash", [("Gemini 2.5 Pro", "Gemini 2.5 Pro"), ("Flash", "Gemini 2.5 Flash")]),
        ("GPT-5.4 mini/nano", [("GPT-5.4 mini", "GPT-5.4 mini"), ("nano", "GPT-5.4 nano")]),
        ("Yi-6B/34B, an AI LLM", [("Yi-6B", "Yi-6B"), ("34B", "Yi-34B")]),
        ("Meta的大模型Llama 4系列包括Scout、Maverick和Behemoth三个版本",
         [("Llama 4", "Llama 4"), ("Scout", "Llama 4 Scout"), ("Maverick", "Llama 4 Maverick"), ("Behemoth", "Llama 4 Behemoth")]),
        ("GPT-5.2、80.9%", [("GPT-5.2", "GPT-5.2")]),
        ("GPT-5 and 4 other models", [("GPT-5", "GPT-5")]),
        ("GPT-5.2 and 5.5 million users", [("GPT-5.2", "GPT-5.2")]),
        ("Claude Opus 4.6, 80.9 points", [("Claude Opus 4.6", "Claude Opus 4.6")]),
        ("Falcon 180B, 3.5T tokens, an AI LLM", [("Falcon 180B", "Falcon 180B")]),
    ],
)  # fmt: skip
def test_lists_name_each_model_where_that_is_sure(
    names: Names, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(names, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A llama in Peru eats grass. Llama herders sell wool; two llamas cost 3 goats.",
        "The Opus 1.5 audio codec was released; Opus 1.5 decodes faster.",
        "Recipe: 3 eggs, 200 g flour, 1.5 l milk. Bake for 30 minutes at 180 degrees.",
        "Gemini 4 carried two astronauts; Gemini 12 was the last flight.",
        "The gemini protocol and the Gemini space; born under Gemini.",
        "The mistral blew for three days. OpenStack Mistral 2 runs workflows.",
        "The Phi 3 coefficient is small; phi 4 is larger.",
        "Nova Scotia and Nova 5 bus tickets.",
        "The sonnet 18 by Shakespeare; his sonnets; opus 4 by Beethoven.",
        "Follow Step 1, then Step 2 and Step 3.5.",
        "A granite 3 cm thick; a titan of industry; command 2 of the manual.",
        "小米粥和百川归海，盘古开天，星火燎原。",
        "中文心得与作文心理，本文心态良好。",
        "The Apple M2 Pro chip and K2 mountain; R1 is a resistor, V3.2 of the form.",
        "The falcon 9 rocket; Falcon 9 landed.",
        "O2 and O3 are gases; CO2 too; h2o3.",
    ],
)
def test_other_things_of_the_same_name_are_no_models(names: Names, text: str) -> None:
    assert names.for_article(text).mentions(text) == []
    assert names.mentions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Opus 4.6 leads." + ABOUT, []),
        ("Opus 4.6 leads, says Anthropic." + ABOUT, ["Claude Opus 4.6"]),
        ("R1 is open." + ABOUT, []),
        ("R1 is open; DeepSeek made it." + ABOUT, ["DeepSeek-R1"]),
        ("MiniMax更新M2.5版本，大模型，语言模型", ["MiniMax-M2.5"]),
        ("月之暗面的K2.5是大模型，语言模型。", ["Kimi K2.5"]),
        ("Scout leads the way." + ABOUT, []),
        ("Meta's Llama 4 Scout. Scout leads the way." + ABOUT, ["Llama 4 Scout", "Llama 4 Scout"]),
        ("MiniMax runs on the M2 Pro chip and on M4 Max." + ABOUT, []),
        ("MiniMax M2 and the M2 again." + ABOUT, ["MiniMax-M2", "MiniMax-M2"]),
        ("DeepSeek named; Suno V4 sings." + ABOUT, ["Suno V4"]),
        ("Claude can read Opus 1.5 audio." + ABOUT, []),
        ("Anthropic's new Opus 5 beats Sonnet 5.", ["Claude Opus 5", "Claude Sonnet 5"]),
        ("OpenAI o1 and an O1 visa.", ["o1"]),
        (
            "OpenAI's o1-preview, O1 visas and MiniMax-M2.5-highspeed.",
            ["o1-preview", "MiniMax-M2.5-highspeed"],
        ),
        ("百度的ERNIE-Speed-Pro与ERNIE Speed，大模型，语言模型", ["ERNIE Speed Pro", "ERNIE Speed"]),
        ("Phi 3 by Microsoft." + ABOUT, ["Phi-3"]),
        ("Step 3.5 Flash by StepFun; Step 1: install." + ABOUT, ["Step 3.5 Flash"]),
    ],
)
def test_short_names_stand_alone_only_where_the_article_names_the_family(
    names: Names, text: str, expected: list[str]
) -> None:
    assert full_names(names, text) == expected


def test_a_maker_before_the_name_is_no_part_of_it(names: Names) -> None:
    text = "阿里Qwen3.5-Plus and Google Gemini 3 Pro"
    assert [written for written, _ in found(names, text)] == ["Qwen3.5-Plus", "Gemini 3 Pro"]


@pytest.mark.parametrize("text", ["Claude is popular.", "通义千问用户过亿", "Use Kimi or Qwen."])
def test_a_family_as_a_whole_is_found_without_version(names: Names, text: str) -> None:
    hits = names.mentions(text)
    assert hits
    assert not any(hit.model.versioned for hit in hits)


@pytest.mark.parametrize(
    "text",
    ["ChatGPT grew.", "Claude Code 2 ships.", "Gemini CLI 1.0", "GPTs and llama.cpp", "Grok Imagine 2"],
)
def test_products_are_no_models(names: Names, text: str) -> None:
    assert names.mentions(text) == []


def test_only_the_part_asked_for_is_read(names: Names) -> None:
    text = "GPT-5 then Claude Opus 4.6 then Gemini 3 Pro"
    start, end = text.index("Claude"), text.index(" then Gemini")
    hits = names.mentions(text, start, end)
    assert [text[hit.start : hit.end] for hit in hits] == ["Claude Opus 4.6"]
    assert names.mentions(text, len(text), len(text)) == []


def test_models_of_the_index_are_found_with_their_short_forms(names: Names) -> None:
    introducing = "Acme released Halo 2.5 Pro, an open-weight language model of 70B parameters."
    halo = names.for_article(introducing).mentions(introducing)[0].model
    opus = names.model("Claude Opus 4.6")
    assert opus is not None
    knowing = names.with_models([halo, opus])
    question = "does halo 2.5 pro beat opus 4.6? What of Halo 2.5 Pro?"
    assert [hit.model.name for hit in knowing.mentions(question)] == [
        "Halo 2.5 Pro",
        "Claude Opus 4.6",
        "Halo 2.5 Pro",
    ]
    assert knowing.model("halo-2.5-pro") == halo


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Today Acme released Zephyrine-9, an open language model with 9B parameters. Zephyrine-9 is small.", {"Zephyrine-9"}),
        ("Aurora 2.5 Pro was launched yesterday; the model reads 1M tokens. AI firms follow.", {"Aurora 2.5 Pro"}),
        ("The lab open-sourced Halo-70B, an LLM. The AI world noticed Halo-70B.", {"Halo-70B"}),
        ("昆仑某公司发布清风3.0大模型，参数700亿。清风3.0支持长上下文，人工智能。", {"清风3.0"}),
        ("原力灵机某团队推出「凌云 2.0」模型，大模型，语言模型", {"凌云 2.0"}),
        ("新しい言語モデル「ヒノキ 2.0」を公開した。パラメータは13B。言語モデル。", {"ヒノキ 2.0"}),
        ("새 언어 모델 하늘 3.0 모델을 공개했다. 언어 모델 매개변수는 7B다.", {"하늘 3.0"}),
        ("| Model | Context |\n|---|---|\n| Orchid 3 | 1M |\n| Tern-70B | 128K |\n\nAI, LLM.", {"Orchid 3", "Tern-70B"}),
        ("| 模型 | 价格 |\n|---|---|\n| 流萤 2.0 | 4元 |\n\n大模型 语言模型", {"流萤 2.0"}),
    ],
)  # fmt: skip
def test_models_that_an_article_introduces_are_recognised(
    names: Names, text: str, expected: set[str]
) -> None:
    hits = [hit for hit in names.for_article(text).mentions(text) if not hit.known]
    assert {text[hit.start : hit.end] for hit in hits} == expected
    assert all(hit.model.developer is None and hit.model.versioned for hit in hits)


@pytest.mark.parametrize(
    "text",
    [
        "The model was released for Windows 11 and iPhone 17.",
        "As Section 2.4 says, the model was released with CUDA 12 and Python 3.11.",
        "The AI model was released on GB200 NVL72 and H100, trained in Q1 2026.",
        "The company launched its Series E 20 billion round; Figure 3 shows the model.",
        "Released on May 23, the model scored on AIME 2025 and Terminal-Bench 2.0.",
        "PyTorch 2.9 was released; the model needs it. VS Code 1.109 too.",
        "Acme launched Task Assistant 1.0, built on a language model.",
        "发布于2月14日，第3.0版本的模型，约合20亿参数，平均分 35.61。",
        "The AI models were released under Apache 2.0 and CC BY 4.0.",
        "Falcon 9 was launched with an AI model on board.",
    ],
)
def test_other_things_with_numbers_are_no_unknown_models(names: Names, text: str) -> None:
    text += ABOUT
    assert [text[hit.start : hit.end] for hit in names.for_article(text).mentions(text)] == []


def test_an_article_about_something_else_introduces_no_models(names: Names) -> None:
    text = "The shop released Aurora 2.5 Pro, a new model of its bicycle with 21 gears."
    assert names.for_article(text).mentions(text) == []
