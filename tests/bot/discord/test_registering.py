import asyncio
from typing import Any

from discord import app_commands

from bot.discord.registering import KEY, definition, register
from bot.discord.translating import Translator, read_translations
from tests.bot.discord.commands import tree


class Book:
    """Keeps values, and how often commands were sent."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.sent = 0

    async def kept(self, name: str) -> str | None:
        return self.values.get(name)

    async def keep(self, name: str, value: str) -> None:
        self.values[name] = value


class Sent(app_commands.CommandTree[Any]):
    """A tree whose commands go nowhere."""

    book: Book

    async def sync(self, **_: object) -> list[app_commands.AppCommand]:
        self.book.sent += 1
        return []


def sending(book: Book) -> Sent:
    made = tree()
    made.__class__ = Sent
    assert isinstance(made, Sent)
    made.book = book
    return made


def test_commands_are_sent_when_their_definition_changes_and_only_then() -> None:
    book = Book()

    async def starts() -> None:
        assert await register(sending(book), book.kept, book.keep)
        assert not await register(sending(book), book.kept, book.keep)
        changed = sending(book)
        changed.remove_command("about")
        assert await register(changed, book.kept, book.keep)

    asyncio.run(starts())
    assert book.sent == 2
    assert set(book.values) == {KEY}


def test_a_translation_is_a_part_of_the_definition() -> None:
    async def both() -> tuple[str, str]:
        plain, translated = tree(), tree()
        await translated.set_translator(Translator(read_translations()))
        return await definition(plain), await definition(translated)

    assert len(set(asyncio.run(both()))) == 2


def test_all_commands_of_the_contract_are_there() -> None:
    made = tree()
    admin = made.get_command("admin")
    assert isinstance(admin, app_commands.Group)
    assert {command.name for command in admin.commands} == {"add", "reindex", "remove", "status", "channel"}
    shown = {"ask", "model", "models", "compare", "leaderboard", "timeline", "changes", "sources", "about"}
    assert shown <= {command.name for command in made.get_commands()}
