"""What is said where there is no index, or one that can't be answered from."""

import shutil
from pathlib import Path

import pytest

from bot.renewed import Renewed
from bot.serving.opening import Reading, open_reading
from bot.serving.types import Edition
from bot.state.state import State
from index.types import FingerprintMismatch, StoreError
from tests.bot.discord.interactions import MANAGER, Interaction
from tests.bot.discord.rooms import asked, texts
from tests.bot.discord.running import LOCALES, Running, running
from tests.settings import settings_for

pytestmark = pytest.mark.anyio
NEEDS_ONE = [
    ("ask", {"question": "which models have 1M context?"}),
    ("model", {"name": "GLM-5"}),
    ("models", {}),
    ("compare", {"first": "GLM-5", "second": "Kimi K2.5"}),
    ("leaderboard", {"benchmark": "AIME"}),
    ("timeline", {}),
    ("changes", {"since": "2026-01-01"}),
    ("sources", {}),
    ("watch add", {"what": "GLM-5"}),
]
NONE = ("I have no articles to answer from yet", "我还没有可以依据的文章", "我還沒有可以依據的文章")
OUTDATED = (
    "made by another version of me",
    "由另一个版本或另一个模型建立的",
    "由另一個版本或另一個模型建立的",
)


def broken(reading: Reading, error: Exception) -> Reading:
    """An index that can't be answered from."""

    def make() -> Edition:
        raise error

    return Reading(Renewed(make), reading.passages, reading.warm, reading.older)


async def said_by_all(bot: Running) -> list[list[str]]:
    return [
        [(await bot.use(name, Interaction(locale=locale), **options)).text for locale in LOCALES]
        for name, options in NEEDS_ONE
    ]


async def test_without_an_index_every_command_says_what_to_do(state: State, tmp_path: Path) -> None:
    with open_reading(settings_for(tmp_path), print) as reading:
        async with running(settings_for(tmp_path), reading, state) as bot:
            for said in await said_by_all(bot):
                assert all(words in text for words, text in zip(NONE, said, strict=True)), said
            assert NONE[0] in (await bot.use("about")).text
            mention = await bot.hear(asked("which models have 1M context?"))
            assert NONE[0] in texts(mention.channel)[0]
            status = await bot.use("admin status", Interaction(permissions=MANAGER))
            assert NONE[0] in status.text


async def test_an_index_of_another_version_says_how_it_is_renewed(
    reading: Reading, state: State, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    old = broken(reading, FingerprintMismatch("made by another version: run `modelscape index --rebuild`"))
    async with running(settings_for(tmp_path), old, state) as bot:
        for said in await said_by_all(bot):
            assert all(words in text for words, text in zip(OUTDATED, said, strict=True)), said
    assert [record for record in caplog.records if record.exc_info] == []


@pytest.mark.parametrize(
    ("error", "said", "traces"),
    [
        (StoreError("disk I/O error in /srv/secret"), "The articles can't be read just now", 0),
        (ZeroDivisionError("division by zero"), "Something went wrong here, and it was noted", 1),
    ],
)
async def test_what_nobody_foresaw_is_one_trace_in_the_log_and_none_in_the_channel(
    reading: Reading, state: State, tmp_path: Path, caplog: pytest.LogCaptureFixture,
    error: Exception, said: str, traces: int,
) -> None:  # fmt: skip
    async with running(settings_for(tmp_path), broken(reading, error), state) as bot:
        used = await bot.use("models")
        assert used.text.startswith(said)
        assert len([record for record in caplog.records if record.exc_info]) == traces
        assert len(caplog.records) == 1
        caplog.clear()
        message = await bot.hear(asked("which models have 1M context?"))
        assert [text.startswith(said) for text in texts(message.channel)] == [True]
        assert len(caplog.records) == 1


async def test_an_index_that_comes_while_the_bot_runs_is_answered_from(
    shipped_index: Path, state: State, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with open_reading(settings_for(data), print) as reading:
        async with running(settings_for(data), reading, state) as bot:
            assert NONE[0] in (await bot.use("models")).text
            shutil.copytree(shipped_index, data)
            await bot.parts.keeper.renew()
            assert "60 models" in (await bot.use("models")).text
