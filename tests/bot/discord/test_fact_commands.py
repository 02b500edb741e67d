"""Each slash command that shows facts, over the shipped articles."""

from typing import Any

import discord
import pytest

from tests.bot.discord.interactions import Interaction
from tests.bot.discord.rooms import asked, texts
from tests.bot.discord.running import LOCALES, Running

pytestmark = pytest.mark.anyio
SIX = ["Llama 4 Scout", "Grok 4 Fast", "Claude Opus 4.6", "Claude Sonnet 4.6", "Gemini 3 Pro", "Grok 3"]
IN_1M = ["**Llama 4 Scout", "**Claude Sonnet 4.6", "10M token", "[1]"]
COMMANDS: list[tuple[str, dict[str, Any], list[str], tuple[str, str, str]]] = [
    (
        "model",
        {"name": "kimi k2.5"},
        ["256K token", "[1]", "1T"],
        ("Context window", "上下文窗口", "上下文視窗"),
    ),
    ("models", {"min_context": "1M"}, IN_1M, ("6 models:", "6 个模型：", "6 個模型：")),
    (
        "compare",
        {"first": "Claude Opus 4.6", "second": "Kimi K2.5"},
        ["80.9% [6]", "76.8% [7]"],
        ("side by side", "的比较", "的比較"),
    ),
    (
        "leaderboard",
        {"benchmark": "SWE-bench Verified"},
        ["1\\. **Claude Opus 4.6", "4\\. **DeepSeek-R1", "[1]"],
        ("Scores on", "得分", "得分"),
    ),
    (
        "timeline",
        {"since": "2026-02-05", "until": "2026-02-12"},
        ["**2026-02-11** · GLM-5 — ", "[1]"],
        ("**Releases**", "**发布时间线**", "**發布時間軸**"),
    ),
    (
        "changes",
        {"since": "2026-02-20"},
        ["Claude Sonnet 4.6", "1M token", "[1]"],
        ("What is new since 2026-02-20", "2026-02-20 以来", "2026-02-20 以來"),
    ),
    ("sources", {"model": "GLM-5"}, ["2026-02-26", "qbitai.com"], ("4 articles", "4 篇文章", "4 篇文章")),
    ("about", {}, ["discord.py", "2026-02-26"], ("5 articles", "5 篇文章", "5 篇文章")),
]


@pytest.mark.parametrize(("name", "options", "shown", "frame"), COMMANDS, ids=[row[0] for row in COMMANDS])
async def test_a_command_is_acknowledged_first_and_answered_in_the_persons_language(
    bot: Running, name: str, options: dict[str, Any], shown: list[str], frame: tuple[str, str, str]
) -> None:
    for locale, words in zip(LOCALES, frame, strict=True):
        used = await bot.use(name, Interaction(locale=locale), **options)
        assert used.done == ["defer", "edit"]
        assert not used.response.ephemeral
        for part in (*shown, words):
            assert part in used.text, (locale, part)
        exchange = await bot.parts.state.exchange(used.buttons[0].split(":")[2])
        assert exchange is not None
        assert (exchange.asker, exchange.message) == (3, used.id + 1_000_000)
        assert exchange.said.split()[0] == f"/{name}"


@pytest.mark.parametrize("name", ["compare", "leaderboard", "timeline"])
async def test_what_can_be_drawn_comes_with_a_picture_that_its_panel_shows(bot: Running, name: str) -> None:
    [options] = [row[1] for row in COMMANDS if row[0] == name]
    used = await bot.use(name, **options)
    assert used.files == [f"{name}.png"]
    assert used.shown["attachments"][0].fp.read().startswith(b"\x89PNG")
    assert used.shown["attachments"][0].description
    assert f"attachment://{name}.png" in [embed.image.url for embed in used.shown["embeds"]]


async def test_a_mention_a_question_and_a_filter_name_the_same_six_models(bot: Running) -> None:
    question = "which models have 1M context?"
    ask, models = await bot.use("ask", question=question), await bot.use("models", min_context="1M")
    mention = await bot.hear(asked(question))
    for text in (ask.text, models.text, texts(mention.channel)[0]):
        assert [name for name in SIX if f"**{name}" in text] == SIX
        assert text.count("**") == 2 * len(SIX), "and no other"


@pytest.mark.parametrize(
    ("options", "shown", "absent"),
    [
        ({"open_weights": True}, "**Kimi K2.5", "**Claude"),
        ({"developer": "moonshot"}, "**Kimi K2.5", "**Claude"),
        ({"max_input_price": "$1.25"}, "**o4-mini", "**Claude"),
        ({"released_since": "2026-02-15"}, "**Qwen3.5-Plus", "**Kimi K2.5"),
    ],
)
async def test_each_filter_of_models_leaves_out_what_does_not_satisfy_it(
    bot: Running, options: dict[str, Any], shown: str, absent: str
) -> None:
    text = (await bot.use("models", **options)).text
    assert shown in text
    assert absent not in text


async def test_models_are_sorted_as_is_wished(bot: Running) -> None:
    choice = discord.app_commands.Choice(name="context window", value="context_window")
    used = await bot.use("models", min_context="2M", sort=choice)
    assert used.text.index("Llama 4 Scout") < used.text.index("Grok 4 Fast")


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        (
            "models",
            {"min_context": "lots"},
            ("128K, 1M, 671B", "128K、1M、671B", "128K、1M、671B"),
        ),
        ("models", {"max_input_price": "cheap"}, ("US dollars", "美元", "美元")),
        ("models", {"released_since": "2026-02-30"}, ("a date that exists", "日期", "日期")),
        ("model", {"name": "GLM-5", "as_of": "soon"}, ("a date that exists", "日期", "日期")),
        ("timeline", {"since": "yesterdayish"}, ("a date that exists", "日期", "日期")),
        ("changes", {"since": "\N{ARABIC-INDIC DIGIT TWO}"}, ("a date that exists", "日期", "日期")),
    ],
)
async def test_what_is_no_amount_or_day_is_told_with_an_example_and_nothing_is_kept(
    bot: Running, name: str, options: dict[str, Any], said: tuple[str, str, str]
) -> None:
    for locale, words in zip(LOCALES, said, strict=True):
        used = await bot.use(name, Interaction(locale=locale), **options)
        assert words in used.text
        assert used.buttons == []


@pytest.mark.parametrize(
    ("name", "options", "meant"),
    [
        ("model", {"name": "Kimi K2.6"}, "Kimi K2.5"),
        ("model", {"name": "claud opus 4.6"}, "Claude Opus 4.6"),
        ("compare", {"first": "Kimi K2.5", "second": "Quen 3.5 plus"}, "Qwen3.5-Plus"),
        ("leaderboard", {"benchmark": "swe-bnch verifed"}, "SWE-bench Verified"),
        ("sources", {"model": "GLM-99"}, "GLM-5"),
    ],
)
async def test_a_name_that_fits_nothing_is_told_what_it_may_have_meant(
    bot: Running, name: str, options: dict[str, Any], meant: str
) -> None:
    used = await bot.use(name, **options)
    assert "Did you mean" in used.text
    assert meant in used.text


async def test_a_name_that_fits_nothing_is_told_in_the_persons_language(bot: Running) -> None:
    said = ["No model is known by the name “GLM-99”. Did you mean GLM-5 / GLM-4.5?"]
    said += ["没有名为“GLM-99”的模型。 你是指 GLM-5 / GLM-4.5 吗？"]
    said += ["沒有名為「GLM-99」的模型。 你是指 GLM-5 / GLM-4.5 嗎？"]
    for locale, sentence in zip(LOCALES, said, strict=True):
        assert (await bot.use("model", Interaction(locale=locale), name="GLM-99")).text == sentence
    odd = await bot.use("leaderboard", benchmark="zzzzzz")
    assert odd.text.endswith("Type a part of its name, and choose from what is offered.")


async def test_what_was_reported_later_is_left_out_as_of_a_day(bot: Running) -> None:
    assert "No article states anything" in (await bot.use("model", name="GLM-5", as_of="2026-01-01")).text
    assert "Zhipu AI" in (await bot.use("model", name="GLM-5", as_of="2026-02-28")).text


async def test_names_and_marks_of_a_person_ping_nobody_and_escape_nothing(bot: Running) -> None:
    for name, option in (("model", "name"), ("leaderboard", "benchmark"), ("sources", "model")):
        used = await bot.use(name, None, **{option: "@everyone <@3> **bold** [a](https://evil.example)"})
        assert "@everyone" not in used.text
        assert "<@3>" not in used.text
        assert "](https://evil.example)" not in used.text


async def test_options_are_completed_out_of_memory_in_both_scripts(bot: Running) -> None:
    for name, option, typed, expected in (
        ("model", "name", "通义", "Qwen3.5-Plus"),
        ("compare", "second", "kimi", "Kimi K2.5"),
        ("leaderboard", "benchmark", "swe", "SWE-bench Verified"),
        ("models", "developer", "anthr", "Anthropic"),
        ("timeline", "developer", "智谱", "Zhipu AI"),
        ("sources", "model", "opus4", "Claude Opus 4.6"),
    ):
        complete: Any = bot.command(name)._params[option].autocomplete
        assert expected in [choice.value for choice in await complete(Interaction(), typed)]
        assert len(await complete(Interaction(), "")) <= 25
