from typing import Any, cast

import discord
import pytest
from discord import app_commands

from bot.types import UnknownName
from tests.bot.discord.interactions import Interaction, Missing
from tests.bot.discord.running import LOCALES, Running

pytestmark = pytest.mark.anyio


def invoked(bot: Running, error: Exception) -> app_commands.AppCommandError:
    return app_commands.CommandInvokeError(bot.command("about"), error)


async def failed(bot: Running, error: app_commands.AppCommandError, **how: Any) -> Interaction:
    used = Interaction(**how)
    await bot.client.tree.on_error(cast(Any, used), error)
    return used


async def test_an_outdated_command_says_to_reload_in_the_persons_language(bot: Running) -> None:
    error = app_commands.CommandNotFound("old", [], discord.AppCommandType.chat_input)
    for locale, word in zip(LOCALES, ("reload Discord", "重新加载", "重新載入"), strict=True):
        used = await failed(bot, error, locale=locale)
        assert word in used.text
        assert used.response.ephemeral


async def test_errors_end_as_sentences_for_the_person_alone(
    bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    assert "permission" in (await failed(bot, app_commands.CheckFailure())).text
    unknown = UnknownName("model", "*Quarz*", ("Quartz",))
    used = await failed(bot, invoked(bot, unknown))
    assert used.text == "No model is known by the name “\\*Quarz\\*”. Did you mean Quartz?"
    assert caplog.records == []
    used = await failed(bot, invoked(bot, ZeroDivisionError("secret")))
    assert used.text == "Something went wrong here, and it was noted. Ask again in a moment."
    assert [record.exc_info is not None for record in caplog.records] == [True]


async def test_who_can_t_be_told_is_a_line_in_the_log(bot: Running, caplog: pytest.LogCaptureFixture) -> None:
    await failed(bot, app_commands.CheckFailure(), failing={"answer": [Missing(10062)]})
    assert [record.exc_info for record in caplog.records] == [None]
