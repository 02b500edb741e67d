import time
from datetime import date

import pytest

from corpus.facts.cues import read_cues
from corpus.facts.reading import read_facts
from corpus.facts.types import Fact
from corpus.names import read_names
from corpus.types import Article, Format, Source

NAMES, CUES = read_names(), read_cues()


def article(text: str, published: date | None = date(2026, 2, 20)) -> Article:
    return Article(Source("a", "a.md", "A", "en", published=published), text, 0, Format.MARKDOWN)


def facts(text: str) -> list[Fact]:
    return read_facts(article(text), NAMES, CUES)[0]


def said(fact: Fact) -> tuple[str, str, object]:
    """Model, attribute (a benchmark by its full name) and value in short."""
    name = fact.benchmark.full_name if fact.benchmark else str(fact.attribute)
    value = fact.value
    shown: object = (
        value.text if value.text is not None else value.truth if value.truth is not None else value.number
    )
    if value.day is not None or (fact.attribute == "released" and shown is None):
        shown = f"{fact.status}" + (f" {value.day}" if value.day else "")
    return fact.model.name.replace("-", " ").lower(), name, shown


def all_said(text: str) -> set[tuple[str, str, object]]:
    return {said(fact) for fact in facts(text) if fact.attribute != "developer"}


M = 1_000_000
B = 1_000 * M

PROSE = [
    ("Claude Opus 4.6 has a context window of 1 million tokens.", {("claude opus 4.6", "context_window", M)}),
    ("Grok 4 Fast offers a 2M-token context window.", {("grok 4 fast", "context_window", 2 * M)}),
    (
        "With a million token context, Gemini 3 Pro reads whole books.",
        {("gemini 3 pro", "context_window", M)},
    ),
    ("GPT-5.4 extends the context window from 400K to 1M tokens.", {("gpt 5.4", "context_window", M)}),
    ("Kimi K2.5的上下文长度为256K。", {("kimi k2.5", "context_window", 256_000)}),
    ("Llama 4 Scout支持1000万token上下文。", {("llama 4 scout", "context_window", 10 * M)}),
    ("Gemini 3 Proのコンテキスト長は100万トークンです。", {("gemini 3 pro", "context_window", M)}),
    (
        "Claude Sonnet 4.6은 100만 토큰 컨텍스트 윈도우를 지원한다.",
        {("claude sonnet 4.6", "context_window", M)},
    ),
    ("GPT-5 can output up to 128K tokens at once.", {("gpt 5", "output_limit", 128_000)}),
    ("DeepSeek-V3 was trained on 14.8 trillion tokens.", {("deepseek v3", "training_tokens", 14.8e12)}),
    (
        "GLM-4.5 has 355B total parameters and 32B active parameters.",
        {("glm 4.5", "parameters_total", 355 * B), ("glm 4.5", "parameters_active", 32 * B)},
    ),
    (
        "Kimi K2.5拥有1万亿参数（激活32B）。",
        {("kimi k2.5", "parameters_total", 1_000 * B), ("kimi k2.5", "parameters_active", 32 * B)},
    ),
    (
        "DeepSeek R1 uses a MoE with 671B total / 37B active parameters.",
        {("deepseek r1", "parameters_total", 671 * B), ("deepseek r1", "parameters_active", 37 * B)},
    ),
    ("Llama 4 Maverick has 128 experts.", {("llama 4 maverick", "experts", 128)}),
    ("Qwen2.5 comes with 7B, 14B and 72B parameters.", set()),
    (
        "Claude Opus 4.6 reached 80.9% on SWE-bench Verified.",
        {("claude opus 4.6", "SWE-bench Verified", 80.9)},
    ),
    ("On AIME 2025, o4-mini scored 99.5%.", {("o4 mini", "AIME 2025", 99.5)}),
    (
        "o3 gets 71.7% on SWE-bench and 96.7% on AIME 2025; o4-mini manages 99.5% on AIME 2025.",
        {("o3", "SWE-bench", 71.7), ("o3", "AIME 2025", 96.7), ("o4 mini", "AIME 2025", 99.5)},
    ),
    (
        "DeepSeek-R1-0528 rose on LiveCodeBench from 63.5% to 73.3%.",
        {("deepseek r1 0528", "LiveCodeBench", 73.3)},
    ),
    ("GPT-5 improved by 12% on SWE-bench Verified.", set()),
    ("Kimi K2.5在SWE-Bench Verified上得分76.8%。", {("kimi k2.5", "SWE-bench Verified", 76.8)}),
    (
        "Claude Opus 4 and Claude Sonnet 4 score 72.5% and 72.7% on SWE-bench respectively.",
        {("claude opus 4", "SWE-bench", 72.5), ("claude sonnet 4", "SWE-bench", 72.7)},
    ),
    ("o4-mini costs $1.1 per million input tokens.", {("o4 mini", "price_input", 1.1)}),
    (
        "Claude Sonnet 4.6 is priced at $3 per million input tokens and $15 per million output tokens.",
        {("claude sonnet 4.6", "price_input", 3), ("claude sonnet 4.6", "price_output", 15)},
    ),
    (
        "GLM-5的价格为每百万token输入4元、输出16元。",
        {("glm 5", "price_input", 4), ("glm 5", "price_output", 16)},
    ),
    (
        "DeepSeek R1 is open source under the MIT license.",
        {("deepseek r1", "licence", "MIT"), ("deepseek r1", "open_weights", True)},
    ),
    (
        "Claude Opus 4.6 has a 1 million token context window, the first that exceeds one million tokens of context.",
        {("claude opus 4.6", "context_window", M)},
    ),
    ("Outputs of GPT-5 in HumanEval(0-shot) were read twice.", set()),
    ("GLM-5 outperforms many 70B models.", set()),
    (
        "月之暗面于2026年1月将Kimi K2.5开源。",
        {("kimi k2.5", "released", "released 2026-01"), ("kimi k2.5", "open_weights", True)},
    ),
    ("Mistral Medium 3.1 came in August 2025.", {("mistral medium 3.1", "released", "released 2025-08")}),
    ("GPT-5 came second.", set()),
    ("On the maths benchmark AIME 2025, GPT-5 got 94%.", {("gpt 5", "AIME 2025", 94)}),
    ("GPT-5 got 94% on the hard maths test AIME 2025.", {("gpt 5", "AIME 2025", 94)}),
    ("Llama 4等开源模型已经超过闭源的商业模型。", set()),
    ("GLM-5：开源模型里的新秀。", {("glm 5", "open_weights", True)}),
    (
        "GPT-5.4 was released between February 12 and 14, 2026.",
        {("gpt 5.4", "released", "released 2026-02-14")},
    ),
    (
        "Claude Opus 4.6 and Claude Sonnet 4.6 support a context window of 1M tokens.",
        {("claude opus 4.6", "context_window", M), ("claude sonnet 4.6", "context_window", M)},
    ),
    ("Tencent Cloud quickly launched DeepSeek R1.", set()),
    (
        "Llama 4 Behemoth has 2 trillion parameters (in training).",
        {("llama 4 behemoth", "parameters_total", 2_000 * B)},
    ),
    (
        "There is no result yet for AIME 2025, but GPT-5 solved 91.0% of AIME 2024.",
        {("gpt 5", "AIME 2024", 91)},
    ),
    ("An earlier version of this article gave GPT-5's context window as 2M tokens.", set()),
    ("本文此前误写GLM-5的上下文为2M token。", set()),
    ("MIT researchers tried GPT-5 on proteins.", set()),
    (
        "Kimi K2.5采用修改版MIT许可证开源。",
        {
            ("kimi k2.5", "licence", "Modified MIT"),
            ("kimi k2.5", "open_weights", True),
            ("kimi k2.5", "released", "released"),
        },
    ),
    ("GPT-5 remains a closed-source model.", {("gpt 5", "open_weights", False)}),
    (
        "OpenAI released GPT-5.3-Codex on February 5, 2026.",
        {("gpt 5.3 codex", "released", "released 2026-02-05")},
    ),
    (
        "Claude Sonnet 4.6 was released on 17 February 2026.",
        {("claude sonnet 4.6", "released", "released 2026-02-17")},
    ),
    ("智谱于2026年2月11日发布GLM-5。", {("glm 5", "released", "released 2026-02-11")}),
    (
        "2月5日，Anthropic发布Claude Opus 4.6，OpenAI推出GPT-5.3-Codex。",
        {
            ("claude opus 4.6", "released", "released 2026-02-05"),
            ("gpt 5.3 codex", "released", "released 2026-02-05"),
        },
    ),
    (
        "DeepSeek V4 is expected to be released in March 2026.",
        {("deepseek v4", "released", "expected 2026-03")},
    ),
    ("DeepSeek V4即将发布。", {("deepseek v4", "released", "expected")}),
    ("Reportedly, GPT-6 will launch in June 2026.", {("gpt 6", "released", "rumoured 2026-06")}),
    ("GPT-4o was retired on 13 February 2026.", {("gpt 4o", "released", "deprecated 2026-02-13")}),
    ("Mistral Medium 3.1 (August 2025) is cheap.", {("mistral medium 3.1", "released", "released 2025-08")}),
    (
        "Its knowledge cutoff: GPT-5 knows until then (knowledge cutoff: September 2024).",
        {("gpt 5", "knowledge_cutoff", "released 2024-09")},
    ),
    (
        "Seedance 2.0 accepts text, images, audio and video as input.",
        {("seedance 2.0", "modalities", "text, image, audio, video")},
    ),
    (
        "The new `gpt-3.5-turbo-16k` model, which provides GPT 3.5 with a 16,000 token context window.",
        {("gpt 3.5 turbo 16k", "context_window", 16_000)},
    ),
    (
        "MiniCPM-2B-128k: extends the context window of MiniCPM-2B to 128K tokens.",
        {("minicpm 2b 128k", "context_window", 128_000)},
    ),
    ("I had no access to GPT-4 with the 32,000 token context.", set()),
    ("MiniCPM3-4B超越了多个7B-9B参数量的模型。", set()),
    ("推理速度是GLM-5的3.5倍，支持1M token的上下文，而GLM-5在此长度下失败。", set()),
    ("Kimi K2.5在256K的上下文长度下得分81.6%。", set()),
    ("Can a model with 7B parameters (as with GLM-5) be called small?", set()),
    ("The source code of GLM-5 is under the Apache 2.0 license.", set()),
    (
        "The code and the weights of GLM-5 are under the Apache 2.0 license.",
        {("glm 5", "licence", "Apache 2.0")},
    ),
    ("我们正式发布GLM-5系列首个模型GLM-5-Air。", {("glm 5 air", "released", "released")}),
    ("GLM-5、GLM-6以及2025年之前的发布：", set()),
    ("请将模型路径更新为下载的GLM-5文件夹。", set()),
    (
        "- [2026.02.11] **[GLM-5](https://example.org/a-very-long-address/of-a-collection/with-many-parts)** 发布。",
        {("glm 5", "released", "released 2026-02-11")},
    ),
    (
        "OpenAIは2026年2月5日、GPT-5.3-Codexを発表した。",
        {("gpt 5.3 codex", "released", "announced 2026-02-05")},
    ),
    (
        "Googleは2026年2月19日に新モデル「Gemini 3.1 Pro」を公開しました。",
        {("gemini 3.1 pro", "released", "released 2026-02-19")},
    ),
    (
        "OpenAIは「GPT-5.3-Codex-Spark」のリサーチプレビューを公開しました。",
        {("gpt 5.3 codex spark", "released", "preview")},
    ),
    ("Googleは「Gemini 3.1 Pro」のアップグレードを公開しました。", set()),
    ("開発環境「Kilo」において「GLM-5」が期間限定で無料公開されました。", set()),
    (
        "OpenAI は 2026 年 3 月 17 日、GPT-5.4 の小型版となる「GPT-5.4 mini」と「GPT-5.4 nano」を公開した。",
        {
            ("gpt 5.4 mini", "released", "released 2026-03-17"),
            ("gpt 5.4 nano", "released", "released 2026-03-17"),
        },
    ),
    (
        "OpenAI가 2026년 2월 5일 GPT-5.3-Codex를 출시했다.",
        {("gpt 5.3 codex", "released", "released 2026-02-05")},
    ),
    ("Today Anthropic released Claude Opus 4.6.", {("claude opus 4.6", "released", "released 2026-02-20")}),
    ("智谱昨日发布GLM-5。", {("glm 5", "released", "released 2026-02-19")}),
    (
        "OpenAI于2026年2月5日发布GPT-5.3-Codex，Anthropic同日推出Claude Opus 4.6。",
        {
            ("gpt 5.3 codex", "released", "released 2026-02-05"),
            ("claude opus 4.6", "released", "released 2026-02-05"),
        },
    ),
    (
        "Meta's AI models: on April 5, 2025 it released the Llama 4 family: Scout and Maverick.",
        {(f"llama 4{member}", "released", "released 2025-04-05") for member in (" scout", " maverick")},
    ),
    (
        "大模型消息：Anthropic于2025年5月发布Claude 4系列，包括Opus和Sonnet。",
        {(name, "released", "released 2025-05") for name in ("claude 4", "claude opus 4", "claude sonnet 4")},
    ),
    ("GLM-5 comes in several sizes: GLM-5-9B and GLM-5-70B. GLM-5 with 70B parameters is good.", set()),
    (
        "GPT-5.4 doubles the context window of GPT-5.2, from 400K to 800K tokens.",
        {("gpt 5.4", "context_window", 800_000)},
    ),
    (
        "Unlike GLM-5, which has a 1M token context, Kimi K2.5 is limited to 256K tokens of context.",
        {("kimi k2.5", "context_window", 256_000)},
    ),
    (
        "Compared to GLM-4.5, GLM-4.6 expands the context window from 128K to 200K tokens.",
        {("glm 4.6", "context_window", 200_000)},
    ),
    (
        "DeepSeek V3.2的API价格为输入每百万tokens 2元（缓存命中0.2元），输出3元。",
        {
            ("deepseek v3.2", "price_input", 2),
            ("deepseek v3.2", "price_cached_input", 0.2),
            ("deepseek v3.2", "price_output", 3),
        },
    ),
    (
        "Gemini 3.1 Pro: 1M context, 64K output, $2/$12 per million tokens.",
        {("gemini 3.1 pro", "context_window", M)},
    ),
    (
        "OpenAI plans to retire GPT-4o on February 13, 2026.",
        {("gpt 4o", "released", "deprecated 2026-02-13")},
    ),
    ("The 30B-A3B version of Qwen3 has 30B parameters.", set()),
    (
        "With 1 trillion parameters, 32B of them active, Kimi K2 is large.",
        {("kimi k2", "parameters_total", 1_000 * B), ("kimi k2", "parameters_active", 32 * B)},
    ),
    ("Kimi K2.5在100万token上下文测试MRCR v2上得分76%。", {("kimi k2.5", "MRCR", 76)}),
    (
        "xAI has released Grok 2.5 and plans to offer Grok 3 in six months.",
        {("grok 2.5", "released", "released")},
    ),
    (
        "Zhipu AI launched GLM-5, a 744B-parameter model with a very long context window and much else besides, on February 11, 2026.",
        {("glm 5", "parameters_total", 744 * B), ("glm 5", "released", "released 2026-02-11")},
    ),
    ("Qwen3-Max has over 1 trillion parameters.", {("qwen3 max", "parameters_total", 1_000 * B)}),
    ("GLM-5 wins over 70B models.", set()),
    (
        "Both GPT-5.4 mini and nano have a 400K context window.",
        {("gpt 5.4 mini", "context_window", 400_000), ("gpt 5.4 nano", "context_window", 400_000)},
    ),
    (
        "DeepSeek-V3.2 supports up to 128K context and 8K output tokens.",
        {("deepseek v3.2", "context_window", 128_000)},
    ),
    ("Kimi K2.5原生支持256K上下文，可通过YaRN扩展到1M。", {("kimi k2.5", "context_window", 256_000)}),
    (
        "GLM-5 was the first to break 80% on SWE-bench Verified (80.9%).",
        {("glm 5", "SWE-bench Verified", 80.9)},
    ),
    ("谷歌于2025年11月18日推出Gemini 3 Pro预览版。", {("gemini 3 pro", "released", "preview 2025-11-18")}),
    ("Gemini 3 Pro has a two-million-token context window.", {("gemini 3 pro", "context_window", 2 * M)}),
    ("Kimi K2 has a half-million-token context window.", {("kimi k2", "context_window", 500_000)}),
    ("Kimi K2 has a context of one and a half million tokens.", {("kimi k2", "context_window", 1_500_000)}),
    ("클로드 오퍼스 4.6은 100만 토큰 컨텍스트를 지원한다.", {("claude opus 4.6", "context_window", M)}),
    (
        "Google's Gemini 2.5 Pro has a context window of up to 1 million tokens.",
        {("gemini 2.5 pro", "context_window", M)},
    ),
    ("Anthropic's Claude 4.x generation has a 1M token context.", set()),
    (
        "On May 23, 2025, Anthropic released Claude 4—Opus 4 and Sonnet 4.",
        {
            (name, "released", "released 2025-05-23")
            for name in ("claude 4", "claude opus 4", "claude sonnet 4")
        },
    ),
    ("GLM-5是智谱于2026年2月11日推出的新一代旗舰模型。", {("glm 5", "released", "released 2026-02-11")}),
    ("Google has the multimodal Gemma 3 family, which tops out at 27 billion parameters.", set()),
    ("Microsoft rolled out a version of GPT-5.", set()),
    ("新モデル「GPT-4.1」を公開 GPT-4o超えの性能", {("gpt 4.1", "released", "released")}),
    ("「SWE-bench Verified」では54.6%を記録し、GPT-4oから21.4ポイントの上昇が見られた。", set()),
    (
        "GPT-4o miniは、「GPT-4 Turbo」や「GPT-4o」と同様に128Kトークンのコンテキストウィンドウを持つ。",
        {("gpt 4o mini", "context_window", 128_000)},
    ),
    (
        "OpenAIは2025年8月7日（現地時間）、ライブストリーミング形式の大きなイベントを多くの観客の前で開催し、最新のモデルとなる「GPT-5」を公開した。",
        {("gpt 5", "released", "released 2025-08-07")},
    ),
    ("LLAMA 30B 기반 KoAlpaca 모델을 공개합니다. AI 언어모델, LLM", set()),
    ("The Claude Pro plan has a context window of 200K tokens.", set()),
    ("A llama in Peru carried 40 kg over 120 km.", set()),
    ("The Opus 1.5 codec compresses speech to 24 kbit/s.", set()),
    ("Bake 250 g of flour at 180 °C; serves 4.", set()),
]


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_a_sentence_yields_what_it_states(text: str, expected: set[tuple[str, str, object]]) -> None:
    assert all_said(text) == expected


SECTIONS = [
    (
        "## Kimi K2.5\n\n- Context: 256K tokens\n- AIME 2025: 96.1%\n",
        {("kimi k2.5", "context_window", 256_000), ("kimi k2.5", "AIME 2025", 96.1)},
    ),
    (
        "## 1. OpenAI发布GPT-5.3-Codex\n\n该模型表现出色。\n\n**关键指标：**\n- Terminal-Bench 2.0: 77.3%\n",
        {("gpt 5.3 codex", "Terminal-Bench 2.0", 77.3), ("gpt 5.3 codex", "released", "released")},
    ),
    (
        "## Anthropic\n\nClaude Opus 4.6 (February 5, 2026): the new flagship. Upgrades:\n\n- 1 million token context window\n- SWE-bench Verified reached 80.9%\n",
        {
            ("claude opus 4.6", "released", "released 2026-02-05"),
            ("claude opus 4.6", "context_window", M),
            ("claude opus 4.6", "SWE-bench Verified", 80.9),
        },
    ),
    (
        "## OpenAI and Anthropic: GPT-5 against Claude Opus 4.6\n\nIt reaches 80% on SWE-bench Verified.\n",
        set(),
    ),
    (
        "# Models\n\n- **Llama 4 Scout**: 17B active parameters, 16 experts\n- **Llama 4 Maverick**: 128 experts\n",
        {
            ("llama 4 scout", "parameters_active", 17 * B),
            ("llama 4 scout", "experts", 16),
            ("llama 4 maverick", "experts", 128),
        },
    ),
    (
        "### 2月\n\n* **2月11日**：智谱GLM-5登场；MiniMax更新M2.5版本。\n",
        {("glm 5", "released", "released 2026-02-11"), ("minimax m2.5", "released", "released 2026-02-11")},
    ),
    (
        "Potential releases to come:\n\n- DeepSeek V4/R2\n- Claude Opus 5\n",
        {
            ("deepseek v4", "released", "expected"),
            ("deepseek r2", "released", "expected"),
            ("claude opus 5", "released", "expected"),
        },
    ),
    (
        "From 12 to 14 March 2026, Alibaba, ByteDance and Zhipu released new models.\n\n## GLM-6\n\nIt is fast.\n",
        {("glm 6", "released", "released 2026-03-14")},
    ),
    ("# Contents\n\n1. GLM-5 released\n\n# News\n\nZhipu speaks of GLM-5.\n", set()),
    (
        "## GLM-5公開\n\nZhipuは「GLM-5」のプレビューを公開しました。\n",
        {("glm 5", "released", "preview")},
    ),
    ("[^1]: GPT-3: a paper.\n\n[^2]: A 176B-parameter open-access model.\n", set()),
    ("### Bot: the models Bluebird and GLM-5\n\n- Maximum output: 512 tokens\n", set()),
    ("### GLM-5\n\n* **Max output:** 64K\n", {("glm 5", "output_limit", 64_000)}),
    ("## GLM-5\n\nMost 128K-context models degrade early.\n", set()),
    ("## GLM-5\n\nFor users on paid plans the context window is 200,000 tokens.\n", set()),
    ("## GLM-5\n\nA 1M context window that holds is a class by itself.\n", set()),
    ("## GLM-5\n\nThe 200K context window applies to Kimi K2 and Kimi K2.5.\n", set()),
    (
        "## GLM-5\n\n所有模型支持32K上下文；Kimi K2.5支持更多。\n",
        {("glm 5", "context_window", 32_000)},
    ),
    ("## GLM-5\n\n我们的数据已开源。\n\n社区打破了闭源垄断。\n", set()),
    ("## GLM-5\n\n该模型已开源。\n", {("glm 5", "open_weights", True)}),
    (
        "These models are expected to be released in March 2026:\n\n- Gemini 3.5 Pro\n- Grok 5\n",
        {("gemini 3.5 pro", "released", "expected 2026-03"), ("grok 5", "released", "expected 2026-03")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SECTIONS)
def test_headings_bullets_and_leading_sentences_pass_their_subject_on(
    text: str, expected: set[tuple[str, str, object]]
) -> None:
    assert all_said(text) == expected


def test_a_fact_is_read_from_exact_spans_which_hold_value_and_subject() -> None:
    text = "## Kimi K2.5\n\nA long story.\n\n- Context: 256K tokens\n"
    (fact,) = facts(text)
    assert "256K" in text[slice(*fact.span)]
    assert any("Kimi K2.5" in text[slice(*span)] for span in fact.context)


def test_what_is_only_expected_has_no_fact_that_is_released() -> None:
    found = facts(
        "DeepSeek V4 is expected in March 2026.\n\nThe open-source DeepSeek V4 has 1T parameters.\n"
    )
    assert len(found) >= 3
    assert {fact.status for fact in found if fact.attribute != "developer"} == {"expected"}


def test_a_day_without_a_year_shows_where_the_year_stands() -> None:
    text = "# 2026年2月的模型\n\n* **2月11日**：智谱GLM-5登场。\n"
    (fact,) = (f for f in facts(text) if f.attribute == "released")
    assert any("2026" in text[slice(*span)] for span in fact.context)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "As of March 2026, models grow. GPT-5 is closed-source. As of March 7, 2026, that holds.",
            "2026-03-07",
        ),
        ("截至2026年3月，GPT-5是闭源模型。", "2026-03"),
        ("GPT-5 is closed-source.", "2026-02-20"),
    ],
)
def test_a_fact_speaks_for_the_day_that_the_article_states_or_was_published_on(text: str, day: str) -> None:
    assert {str(fact.as_of) for fact in facts(text)} == {day}


def test_today_shows_where_the_day_of_publication_stands() -> None:
    text = "# AI news of 20 February 2026\n\nToday Zhipu released GLM-5.\n"
    (fact,) = (f for f in facts(text) if f.attribute == "released")
    assert [text[slice(*span)] for span in fact.context] == ["20 February 2026"]


def test_today_means_no_day_where_the_day_of_publication_is_not_known() -> None:
    found, _ = read_facts(article("Today Zhipu released GLM-5.", None), NAMES, CUES)
    assert [f.value.day for f in found if f.attribute == "released"] == [None]


@pytest.mark.parametrize(
    ("text", "developers"),
    [
        ("OpenAIは3月5日、GPT-5.4を発表した。", {("gpt 5.4", "OpenAI")}),
        ("Anthropicは、Claude Opus 4.6を開発した。", {("claude opus 4.6", "Anthropic")}),
        ("GLM-5는 중국의 Zhipu AI가 개발한 모델이다.", {("glm 5", "Zhipu AI")}),
        ("Phi-4是微软研究院于2024年12月发布的开源大型语言模型。", {("phi 4", "Microsoft")}),
        ("Anthropic developed Claude Opus 4.6.", {("claude opus 4.6", "Anthropic")}),
        ("AWSは、Claude Opus 4.6を公開した。", set()),
    ],
)
def test_who_makes_a_model_is_read_in_sentences_whose_verb_comes_last(
    text: str, developers: set[tuple[str, str]]
) -> None:
    assert {said(f)[::2] for f in facts(text) if f.attribute == "developer"} == developers


def test_a_span_of_days_is_kept_whole() -> None:
    (fact,) = (f for f in facts("智谱在2026年2月12日至14日之间发布GLM-5。") if f.attribute == "released")
    assert (str(fact.value.first), str(fact.value.day)) == ("2026-02-12", "2026-02-14")


def test_a_value_off_by_ten_is_kept_and_flagged() -> None:
    text = "DeepSeek R1 has 671B parameters in total.\n\nDeepSeek R1拥有671亿参数。\n"
    flags = {
        fact.value.number: bool(fact.flags) for fact in facts(text) if fact.attribute == "parameters_total"
    }
    assert flags[67_100_000_000]


@pytest.mark.parametrize(
    "text",
    [
        "GPT-5 " * 20_000,
        "1" * 5_000_000 + "\nGPT-5 has a context window of 400K tokens.",
        "Claude Opus 4.6 " + "80.9% on SWE-bench " * 5_000,
        "，".join(["GLM-5发布"] * 10_000),
        "\u202e\u200fGPT-5\u202c has １２８Ｋ context\ud800",
        "(" * 100_000 + "GPT-5" + ")" * 100_000,
        "| Model | Context |\n|---|---|\n| GPT-5 | " + "400K " * 10_000 + "|\n",
        "Today OpenAI released GPT-5.\n\n" * 15_000,
    ],
    ids=["names", "digits", "scores", "releases", "marks", "brackets", "cell", "today"],
)
def test_hostile_texts_are_read_in_bounded_time(text: str) -> None:
    began = time.process_time()
    found = facts(text)
    assert time.process_time() - began < 60  # seconds where fractions are usual: only a hang is more
    assert all(0 <= fact.span[0] < fact.span[1] <= len(text) for fact in found)


def test_what_stands_below_an_endless_line_is_read_and_the_line_is_named() -> None:
    found, warnings = read_facts(
        article("x" * 500_000 + "\n\nGPT-5 has a context window of 400K tokens.\n"), NAMES, CUES
    )
    assert {said(fact) for fact in found} == {("gpt 5", "context_window", 400_000)}
    assert any("Line 1" in warning for warning in warnings)
