import asyncio
from pathlib import Path

import pytest

from bot.serving.opening import Reading
from bot.state.state import State
from tests.bot.discord.interactions import Interaction, Person
from tests.bot.discord.running import LOCALES, Running, running
from tests.settings import settings_for

pytestmark = pytest.mark.anyio
QUESTION = "What is Kimi K2.5's context window?"


async def test_an_answer_shows_the_question_the_value_its_source_and_how_it_was_read(bot: Running) -> None:
    used = await bot.use("ask", question=QUESTION)
    assert used.done == ["defer", "edit"]
    lines = used.text.split("\n")
    assert lines[:2] == [f"-# {QUESTION}", "Kimi K2.5: context window 256K tokens [1]"]
    assert "2026-02-26" in used.text
    assert lines[-1] == "Understood as: context window of Kimi K2.5"
    assert [number.split(":")[1] for number in used.buttons] == ["sources", "up", "down", "delete"]


async def test_a_private_answer_is_shown_to_the_person_alone_with_a_button_for_everyone(bot: Running) -> None:
    used = await bot.use("ask", question=QUESTION, private=True)
    assert used.response.ephemeral
    assert [number.split(":")[1] for number in used.buttons] == ["sources", "up", "down", "show"]
    exchange = await bot.parts.state.exchange(used.buttons[0].split(":")[2])
    assert exchange is not None
    assert exchange.private


async def test_an_answer_is_in_the_language_of_the_question_whatever_the_persons(bot: Running) -> None:
    for locale in LOCALES:
        english = await bot.use("ask", Interaction(locale=locale), question=QUESTION)
        chinese = await bot.use("ask", Interaction(locale=locale), question="Kimi K2.5 的上下文窗口是多少？")
        assert "Understood as" in english.text
        assert "理解为" in chinese.text


async def test_what_the_articles_do_not_answer_is_refused(bot: Running) -> None:
    used = await bot.use("ask", question="How tall is the Eiffel Tower?")
    assert "do not answer this" in used.text
    assert "[1]" not in used.text


async def test_a_follow_up_keeps_its_subject_for_the_same_person(bot: Running) -> None:
    await bot.use("ask", question=QUESTION)
    assert "Modified MIT" in (await bot.use("ask", question="and its licence?")).text
    other = await bot.use("ask", Interaction(user=Person(4)), question="and its licence?")
    assert "Modified MIT" not in other.text


async def test_who_asks_too_often_is_told_privately_and_nobody_else_waits(
    reading: Reading, state: State, tmp_path: Path
) -> None:
    settings = settings_for(tmp_path)
    async with running(settings, reading, state, user_questions=2) as bot:
        asked = [await bot.use("models", min_context="1M") for _ in range(3)]
        assert [used.done for used in asked] == [["defer", "edit"], ["defer", "edit"], ["answer"]]
        assert asked[2].response.ephemeral
        assert asked[2].text.startswith("One moment, please: ask again in ")
        assert (await bot.use("about", Interaction(user=Person(4)))).done == ["defer", "edit"]


async def test_a_process_that_leaves_takes_nothing_new_and_says_so(bot: Running) -> None:
    await bot.parts.underway.finish(0)
    used = await bot.use("ask", question=QUESTION)
    assert (used.done, used.text) == (["answer"], "I am being restarted: ask again in a minute.")


async def test_many_at_once_are_all_answered(bot: Running) -> None:
    people = [Interaction(user=Person(number)) for number in range(20)]
    await asyncio.gather(*(bot.use("ask", person, question=QUESTION) for person in people))
    assert all("256K" in person.text for person in people)


async def test_an_answer_that_takes_too_long_is_given_up_and_says_so(
    reading: Reading, state: State, tmp_path: Path
) -> None:
    settings = settings_for(tmp_path)
    async with running(settings, reading, state, deadline=0.0001) as bot:
        used = await bot.use("ask", question="How tall is the Eiffel Tower?")
        assert used.text.startswith("That took longer than 0.0001 s")
