"""What admins do, with a small program in the place of the bot's own, or with the bot's own where that is told."""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.discord.commands.admin.guard import Guard
from bot.serving.opening import Reading, open_reading
from bot.state.state import State
from bot.state.types import Mode
from bot.updating.runner import Updates
from tests.bot.discord.interactions import MANAGER, Interaction, Missing, Person
from tests.bot.discord.rooms import Open, asked, texts
from tests.bot.discord.running import LOCALES, Running, running
from tests.settings import settings_for

pytestmark = pytest.mark.anyio
Acting = Callable[..., AbstractAsyncContextManager[Running]]
REPORT = (
    '{"articles": 6, "passages": 9, "facts": 7, "added": 1, "updated": 0, "unchanged": 5, "removed": 0, '
    '"skipped": [], "warnings": [], "generation": 2, "seconds": 1.0}'
)
DONE = f"print('modelscape: 3 of 9 passages', file=sys.stderr, flush=True)\nprint('{REPORT}')"
SUBCOMMANDS: list[tuple[str, dict[str, Any]]] = [
    ("admin reindex", {}),
    ("admin add", {"url": "https://example.org/news"}),
    ("admin remove", {"article": "glm-5"}),
    ("admin status", {}),
    ("admin channel", {"channel": discord.Object(2), "mode": discord.app_commands.Choice(name="", value="questions")}),
]  # fmt: skip


class File(discord.Attachment):
    """A file that came with a command."""

    def __init__(self, filename: str, data: bytes, size: int | None = None) -> None:
        self.filename, self._data, self.size = filename, data, len(data) if size is None else size

    async def save(self, fp: Any, **_: object) -> int:
        return Path(fp).write_bytes(self._data)


def admin(**how: Any) -> Interaction:
    return Interaction(**{"permissions": MANAGER, **how})


@pytest.fixture
def acting(reading: Reading, state: State, tmp_path: Path) -> Acting:
    """Puts the bot together with a program of ours, which keeps how it was called in the file `called`."""
    program = tmp_path / "program.py"

    def act(script: str = DONE, **changed: Any) -> AbstractAsyncContextManager[Running]:
        program.write_text(
            "import json, os, pathlib, sys, time\n"
            f"open({str(tmp_path / 'called')!r}, 'a').write(' '.join(sys.argv[3:]) + '\\n')\n{script}",
            "utf-8",
        )
        updates = Updates(tmp_path, (sys.executable, str(program)))
        return running(settings_for(tmp_path), reading, state, updates, **changed)

    return act


def called(tmp_path: Path) -> list[str]:
    path = tmp_path / "called"
    return path.read_text("utf-8").splitlines() if path.exists() else []


@pytest.mark.parametrize(("name", "options"), SUBCOMMANDS, ids=[name for name, _ in SUBCOMMANDS])
async def test_who_may_not_manage_the_server_is_refused_even_where_the_call_is_forced(
    acting: Acting, state: State, tmp_path: Path, name: str, options: dict[str, Any]
) -> None:
    async with acting() as bot:
        hows: list[dict[str, Any]] = [{}, {"permissions": MANAGER, "guild_id": None}]
        for how in hows:
            for locale in LOCALES:
                used = await bot.use(name, Interaction(locale=locale, **how), **options)
                assert (used.done, used.response.ephemeral) == (["answer"], True)
                assert "`/admin`" in used.text
    assert called(tmp_path) == []
    assert await state.deeds(9) == []
    assert await state.mode(1, 2) is Mode.MENTIONS


@pytest.mark.parametrize(("name", "options"), SUBCOMMANDS[:3], ids=[name for name, _ in SUBCOMMANDS[:3]])
async def test_the_corpus_is_changed_from_home_servers_alone(
    acting: Acting, tmp_path: Path, name: str, options: dict[str, Any]
) -> None:
    async with acting(home_servers=(8, 9)) as bot:
        refused = await bot.use(name, admin(), **options)
        assert "none of them" in refused.text
        assert refused.response.ephemeral
        assert called(tmp_path) == []
        owner = await bot.use(name, admin(user=Person(42)), **options)
        assert "none of them" in owner.text
        await bot.use(name, admin(guild_id=9), **options)
    assert len(called(tmp_path)) == 1


@pytest.mark.parametrize(
    ("servers", "owner", "admitted"), [(1, False, True), (2, False, False), (2, True, True)]
)
async def test_without_home_servers_it_is_the_only_server_or_the_owner(
    servers: int, owner: bool, admitted: bool
) -> None:
    async def count() -> int:
        return servers

    async def is_owner(_: object) -> bool:
        return owner

    used: Any = admin()
    assert await Guard((), count, is_owner).admits(used, changes=True) is admitted
    assert used.done == ([] if admitted else ["answer"])
    assert await Guard((), count, is_owner).admits(used, changes=False)


async def test_a_reindex_is_acknowledged_runs_and_tells_what_came_of_it(
    acting: Acting, state: State, tmp_path: Path
) -> None:
    async with acting() as bot:
        used = await bot.use("admin reindex", admin())
    assert used.done[0] == "defer"
    assert "1 article added" in used.text or "added" in used.text
    assert called(tmp_path) == ["index --json"]
    after, before = await state.deeds(9)
    assert (before.who, before.server, before.what, before.detail) == (3, 1, "admin index", "begun")
    assert after.detail == "1 added, 0 updated, 0 removed, 0 skipped; generation 2"


async def test_what_may_be_added_is_an_address_or_a_file(acting: Acting, tmp_path: Path) -> None:
    async with acting() as bot:
        await bot.use("admin add", admin(), url=" https://example.org/news ")
        await bot.use("admin add", admin(), file=File("../../etc/My news!.md", b"# News"))
        first, second = called(tmp_path)
        assert first == "add --json -- https://example.org/news"
        assert second.startswith("add --json -- ")
        saved = Path(second.removeprefix("add --json -- "))
        assert saved.name == "My-news.md"
        assert not saved.exists(), "it is there as long as it is read"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Give an address or a file"),
        ({"url": "https://a.example", "file": File("a.md", b"")}, "Give an address or a file"),
        ({"url": "/etc/passwd"}, "Give the address of a page"),
        ({"url": "file:///etc/passwd"}, "Give the address of a page"),
        ({"url": "https://"}, "Give the address of a page"),
        ({"url": "https://[::1"}, "Give the address of a page"),
        ({"url": "https://a.example/a b"}, "Give the address of a page"),
        ({"url": f"https://a.example/{'a' * 2_000}"}, "Give the address of a page"),
        ({"file": File("a.pdf", b"", 10_000_001)}, "larger than 10 MB"),
    ],
)
async def test_anything_else_is_refused_before_anything_runs(
    acting: Acting, state: State, tmp_path: Path, given: dict[str, Any], said: str
) -> None:
    async with acting() as bot:
        used = await bot.use("admin add", admin(), **given)
    assert (used.done, used.response.ephemeral) == (["answer"], True)
    assert said in used.text
    assert called(tmp_path) == []
    assert await state.deeds(9) == []


async def test_while_one_update_runs_a_second_one_is_told_who_started_it_and_questions_are_answered(
    acting: Acting, tmp_path: Path
) -> None:
    gate = tmp_path / "gate"
    script = f"while not pathlib.Path({str(gate)!r}).exists(): time.sleep(0.02)\n{DONE}"
    async with acting(script) as bot:
        first = asyncio.create_task(bot.use("admin reindex", admin(user=Person(5, name="ada_l"))))
        while not called(tmp_path):
            await asyncio.sleep(0.02)
        second = await bot.use("admin add", admin(), url="https://a.example")
        assert second.text.startswith("An update is under way already: ada\\_l (5) started it")
        assert "ada\\_l (5)" in (await bot.use("admin status", admin())).text
        message = await bot.hear(asked("What is Kimi K2.5's context window?"))
        assert "256K" in texts(message.channel)[0]
        gate.touch()
        assert "added" in (await first).text
        assert bot.parts.updates.job is None
    assert len(called(tmp_path)) == 1


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("print('modelscape: **the** disk is full', file=sys.stderr)\nsys.exit(1)", "\\*\\*the\\*\\* disk is full"),
        ("os.kill(os.getpid(), 9)", "ended by SIGKILL; the index stays as it was"),
        ("raise ValueError('of ours')", "ended with status 1; the index stays as it was"),
    ],
)  # fmt: skip
async def test_an_update_that_fails_says_why_and_the_old_index_answers(
    acting: Acting, state: State, script: str, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with acting(script) as bot:
        used = await bot.use("admin reindex", admin())
        assert said in used.text
        assert "Traceback" not in used.text
        assert "6 models" in (await bot.use("models", min_context="1M")).text
    assert [deed.detail for deed in await state.deeds(9)] == ["begun"]
    assert [record for record in caplog.records if record.exc_info] == []


async def test_what_was_done_is_told_in_the_channel_where_the_interaction_has_expired(
    acting: Acting,
) -> None:
    channel = Open()
    async with acting() as bot:
        expired = {"edit": [Missing(10015)] * 9}
        await bot.use("admin reindex", admin(channel=channel, failing=expired))
    [text] = texts(channel)
    assert "added" in text


async def test_status_shows_what_an_admin_wants_to_know_to_the_admin_alone(acting: Acting) -> None:
    async with acting() as bot:
        await bot.use("models", min_context="1M")
        await bot.use("admin reindex", admin())
        beating = asyncio.create_task(bot.parts.pulse.beat())
        await asyncio.sleep(0.12)
        beating.cancel()
        for locale, word in zip(LOCALES, ("Generation", "版本", "版本"), strict=True):
            used = await bot.use("admin status", admin(locale=locale))
            assert used.response.ephemeral
            assert used.buttons == [], "there is nothing in it to show to everyone"
            assert word in used.text
            assert "<@3> admin index: 1 added" in used.text
            assert "MB" in used.text
            assert "0 / 1" in used.text
        assert "p50" in used.text
        assert "p99.9" in used.text


@pytest.mark.parametrize("granted", [True, False])
async def test_a_channel_is_set_and_the_admin_told_what_that_needs(
    acting: Acting, state: State, granted: bool
) -> None:
    async with acting(message_content=granted) as bot:
        for mode in Mode:
            choice = discord.app_commands.Choice(name="", value=mode.value)
            used = await bot.use("admin channel", admin(), channel=discord.Object(2), mode=choice)
            assert used.text.startswith("In <#2> I answer ")
            assert used.response.ephemeral
            assert await state.mode(1, 2) is mode
            assert ("MESSAGE_CONTENT" in used.text) is (mode.value.startswith("questions") and not granted)
    assert [deed.what for deed in await state.deeds(9)] == ["admin channel"] * 4


async def test_without_a_database_a_channel_is_not_set_and_an_update_runs_all_the_same(
    reading: Reading, away: State, tmp_path: Path
) -> None:
    program = tmp_path / "program.py"
    program.write_text(f"import sys\n{DONE}", "utf-8")
    updates = Updates(tmp_path, (sys.executable, str(program)))
    async with running(settings_for(tmp_path), reading, away, updates) as bot:
        choice = discord.app_commands.Choice(name="", value="questions")
        refused = await bot.use("admin channel", admin(), channel=discord.Object(2), mode=choice)
        assert refused.text.startswith("What I keep can't be reached")
        assert "added" in (await bot.use("admin reindex", admin())).text


async def test_articles_are_completed_for_admins_alone(acting: Acting) -> None:
    async with acting() as bot:
        complete: Any = bot.command("admin remove")._params["article"].autocomplete
        assert await complete(Interaction(), "cot") == []
        assert [choice.name for choice in await complete(admin(), "early 2026")] != []


@pytest.fixture
async def own(shipped_index: Path, state: State, tmp_path: Path) -> AsyncIterator[Running]:
    """The bot over a copy of the index, with its own commands."""
    settings = settings_for(Path(shutil.copytree(shipped_index, tmp_path / "data")))
    with open_reading(settings, print) as reading:
        async with running(settings, reading, state) as bot:
            yield bot


async def test_an_article_that_is_added_changes_answers_at_once_and_its_removal_too(own: Running) -> None:
    article = (
        "# Zorblat-9 is out\n\nZorblat Labs released the language model Zorblat-9 on 3 March 2026. "
        "Zorblat-9 has a context window of 512K tokens and 70B parameters.\n"
    )
    card = partial(own.use, "model", name="Zorblat-9")
    assert "No model is known" in (await card()).text
    added = await own.use("admin add", admin(), file=File("zorblat.md", article.encode()))
    assert "Zorblat-9" in added.text
    assert "512K" in added.text
    assert "512K" in (await card()).text
    complete: Any = own.command("admin remove")._params["article"].autocomplete
    [choice, *_] = await complete(admin(), "zorblat")
    removed = await own.use("admin remove", admin(), article=choice.value)
    assert "1 removed" in removed.text
    assert "512K" not in (await card()).text
