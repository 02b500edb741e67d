"""Sentences that come close to stating something of a model, and do not: nothing is read, or only what is sure."""

import pytest

from tests.corpus.test_facts_reading import all_said, facts

B = 1_000_000_000

DOUBTFUL = [
    # what another model is set against, or hangs on
    ("It supersedes Grok 8 and carries 90 billion parameters.", set()),
    ("# GLM-9\n\n- 上下文小於 Grok 9（約 128K tokens）。", set()),
    ("Grok 9.1 は xAI による Grok 9 ファミリーの改良版で、2026年3月にリリースされた。", set()),
    ("Grok 9.1, an upgrade to Grok 9 released in March 2026, is popular.", set()),
    ("Grok 9 is good, on par with GPT-9 on most tests at launch.", set()),
    # another thing comes out
    ("xAIは「Grok 9」を開発し、デモを公開しました。", set()),
    ("儘管官方公開的細節不多,但很多人認為它延續了 Grok 9 的架構。", set()),
    # a camp, not a model; and what is denied
    ("# Grok 9\n\nThe plan was to pair open-weights releases for small models with paid ones.", set()),
    ("# Grok 9\n\n- 不是開放權重。", {("grok 9", "open_weights", False)}),
    # numbers of something else
    ("Grok 9的激活参数减少至18B。", set()),
    ("Grok 9可将260B模型压缩至7B小模型。", set()),
    ("# Grok 9\n\nThe context (expandable toward 1 million tokens) is long.", set()),
    ("长上下文（例如32K甚至128K tokens）受到欢迎。", set()),
    ("The licence is the Llama 2 Community License.", set()),
    # a price at certain hours
    (
        "Grok 9每百万token输入2元，输出8元；夜间每百万token输入1元。",
        {("grok 9", "price_input", 2), ("grok 9", "price_output", 8)},
    ),
    # below a line that names a tier
    (
        "Grok 9 costs:\nAbove 128K tokens:\nInput: $6 per 1M tokens\nOutput: $30 per 1M tokens",
        set(),
    ),
    # one of several, or named in part
    ("GPT-9 and GPT-9-mini: records, and $40 per million output tokens", set()),
    ("Grok 9 got 93% and 92% in AIME 2024 and 2025, respectively.", set()),
    ("Context: 32K (the small one); 128K (Grok 9)", set()),
    ("- The cutoff was carried over: knowledge cutoff of the Grok 9 family (November 2024).", "released"),
    ("Grok 9 온디바이스 모델(매개변수 12억개)은 가볍다.", set()),
    ("# Grok 9\n\n此次包括47B和3B激活参数的模型。", set()),
    ("However, the price rise is an increase from Grok 8 ($0.25→$1 per million input tokens).", set()),
    ("It is within 0.6 points of Grok 9, while charging $0.15 per million input tokens.", set()),
    ("Grok 9完成SWE-bench Verified评估比Grok 8快37%。", set()),
    ("它的成本是Grok 9的 1/6，能力最高（MMLU 88.2）。", set()),
    ("Grok 9 has 288 routed experts and 1 shared expert, of 8 experts.", set()),
    ("A shift in Grok 9 raised questions about xAI's open-weight commitments.", set()),
    (
        "它是Grok 9。它的上下文窗口最长支持到262,144个token(其中输入最多258,048)。",
        {("grok 9", "context_window", 262_144)},
    ),
    ("Grok 9跨过了 1T 参数大关。", set()),
    ("# Grok 9\n\n发布日期:2025-09-29 07:49:52 浏览次数: 1530", set()),
    ("xAI近日正式发布「Grok 9」。", {("grok 9", "released", "released")}),
    ("Grok 9 scores 81% on MMLU-프로.", set()),
    ("在处理128K长上下文时,Grok 9很快。", set()),
    ("公式発表では「日本語でGrok 9と同等」とされている。", set()),
    ("순위표가 공개하는 15B 미만의 모델 중에서는 'Grok 9'가 1위다.", set()),
    ("'Grok 9'는 매개변수 80억개 이하 부문 1위다.", set()),
    ("Grok 9 takes text and images and returns audio and video as output.", set()),
    (
        "Grok 9 accepts text, images, short videos, and audio.",
        {("grok 9", "modalities", "text, image, audio, video")},
    ),
    # the heading's model, when the paragraph has come to another
    (
        "# Grok 9\n\nThe flagship now is GPT-9. There is no router. It has a 128K-token context window.",
        {("gpt 9", "context_window", 128_000)},
    ),
    (
        "# Grok 9\n\nThe flagships are GPT-9 and GLM-9. There is no router. The specs: a 128K-token context window.",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "expected"), DOUBTFUL, ids=range(len(DOUBTFUL)))
def test_what_is_not_clearly_said_of_a_model_is_not_read(
    text: str, expected: set[tuple[str, str, object]] | str
) -> None:
    read = all_said(text)
    assert (
        read == expected
        if isinstance(expected, set)
        else expected not in {attribute for _, attribute, _ in read}
    )


@pytest.mark.parametrize("text", ["Gemma 3 270M is open-weight.", "Gemma-3-270M is open-weight."])
def test_a_size_in_millions_belongs_to_the_name(text: str) -> None:
    assert {f.model.name for f in facts(text)} == {"Gemma 3 270M"}


@pytest.mark.parametrize(
    "text", ["'Kanana-1.5-v-3b'는 오픈소스로 공개된 모델이다.", "Granite 4.0 H 1B has 1 billion parameters."]
)
def test_a_name_that_goes_on_with_a_letter_and_a_size_is_another_model(text: str) -> None:
    assert {f.model.name for f in facts(text)}.isdisjoint({"Kanana 1.5", "Granite 4.0"})


def test_a_number_of_parameters_behind_a_colon_is_no_part_of_the_name() -> None:
    assert {f.model.name for f in facts("- DeepSeek V3.2:671B 总参,37B 激活")} == {"DeepSeek-V3.2"}


def test_a_day_beyond_a_parenthesis_is_not_that_of_what_stands_in_it() -> None:
    text = "Grok 9 launched on August 7, 2025 (the retired snapshot, grok-9-mini, carries the date)."
    days = {(f.status, f.value.day is not None) for f in facts(text) if f.attribute == "released"}
    assert ("deprecated", True) not in days
    assert ("released", True) in days


def test_the_next_makers_model_in_a_list_is_not_what_a_verb_before_it_brought_out() -> None:
    text = "OpenAIが公開したGPT-9、xAIのGrok 9は最高水準である。"
    assert {f.model.name for f in facts(text) if f.attribute == "released"} <= {"GPT-9"}
