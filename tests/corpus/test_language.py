import subprocess
import sys

import pytest

from corpus.language import detect, known_tag, language_of

ENGLISH = (
    "The new model was announced on Monday, and its context window is larger than that of any other. " * 8
)
CHINESE = "新模型在周一发布，上下文窗口比其他模型都大，价格也更低，开发者对此表示欢迎。" * 8


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kimi K2.5 的上下文窗口是多少", "zh"),
        ("哪個模型的價格最低？", "zh-Hant"),
        ("上下文窗口", "zh"),
        ("臺灣", "zh-Hant"),
        ("GPT-5.3はいつ発表されましたか", "ja"),
        ("GPT-5 가격은 얼마인가요?", "ko"),
        ("가격", "ko"),
        ("price", "en"),
        ("which models have 1M context", "en"),
        ("What did 智谱 say about GLM-5?", "en"),
        ("Quel est le prix du nouveau modèle de langage annoncé cette semaine ?", "fr"),
        ("Wie groß ist das Kontextfenster des neuen Sprachmodells?", "de"),
        ("Какая модель самая дешёвая?", "ru"),
        ("โมเดลไหนถูกที่สุด", "th"),
        ("GPT-5.3-Codex", "en"),
        ("", "en"),
        ("🎉🎉", "en"),
        ("12345 %", "en"),
        ("\x00\ud800", "en"),
        (ENGLISH, "en"),
        (CHINESE, "zh"),
        ("```python\nfor model in the list of all models: print(model)\n```\n模型价格", "zh"),
        ("模型 https://example.com/the/price/of/the/model/and/all/that/is/in/it", "zh"),
        ("| GPT-5 | Claude Opus | Gemini Pro | Llama Scout |\n" * 30 + "各家模型的价格与上下文" * 4, "zh"),
        ("鲜の味 模型价格", "zh"),
        (ENGLISH + "智谱、月之暗面、阿里", "en"),
        (CHINESE[:300] + ENGLISH[:700], "zh"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("tag", "known"),
    [
        *(
            ("zh-CN", "zh"),
            ("zh_Hans", "zh"),
            ("zh-TW", "zh-Hant"),
            ("zh-HK", "zh-Hant"),
            ("zh-Hant", "zh-Hant"),
        ),
        *(
            ("en-US", "en"),
            ("EN", "en"),
            ("kr", "ko"),
            ("jp", "ja"),
            ("tw", "zh-Hant"),
            ("en_US.UTF-8", "en"),
        ),
        *(("zh-Hans-HK", "zh"), ("English", "en"), ("", None), ("all", None), ("x" * 500, None)),
    ],
)
def test_tags_are_written_in_one_way(tag: str, known: str | None) -> None:
    assert known_tag(tag) == known


def test_a_tag_that_fits_is_kept() -> None:
    assert language_of("zh-CN", CHINESE) == ("zh", None)
    assert language_of("da", "Kort.") == ("da", None)


def test_a_tag_that_contradicts_the_text_loses_with_a_warning() -> None:
    language, warning = language_of("en", CHINESE)

    assert language == "zh"
    assert warning is not None
    assert "'en'" in warning


def test_a_bare_zh_says_nothing_about_the_characters() -> None:
    assert language_of("zh", "這個模型的價格與上下文視窗都還沒有公布，開發者說還要等幾個禮拜。") == (
        "zh-Hant",
        None,
    )


def test_an_unknown_tag_is_a_warning() -> None:
    language, warning = language_of("klingonese", ENGLISH)

    assert language == "en"
    assert warning is not None


def test_questions_in_english_and_chinese_load_no_model() -> None:
    program = (
        "import sys; from corpus.language import detect; detect('what is the price of it'); detect('价格'); "
        "sys.exit('py3langid' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
