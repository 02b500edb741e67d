import asyncio
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from bot.discord.translating import LOCALES, Translator, read_translations
from tests.bot.discord.commands import tree

_NAME = re.compile(r"[-_'\w]{1,32}")
Node = Mapping[str, Any]


async def payload() -> list[dict[str, Any]]:
    made = tree()
    translator = Translator(read_translations())
    return [dict(await command.get_translated_payload(made, translator)) for command in made.get_commands()]


def nodes(found: list[dict[str, Any]]) -> Iterator[tuple[str, Node]]:
    """Every command, option and choice, with the path that leads to it."""
    for one in found:
        yield one["name"], one
        for name, inner in nodes([*one.get("options", []), *one.get("choices", [])]):
            yield f"{one['name']} {name}", inner


NODES = list(nodes(asyncio.run(payload())))


@pytest.mark.parametrize(("path", "node"), NODES, ids=[path for path, _ in NODES])
def test_every_name_and_description_is_there_in_chinese_of_both_scripts(path: str, node: Node) -> None:
    texts = ["name"] if "description" not in node else ["name", "description"]
    for text in texts:
        found = node.get(f"{text}_localizations") or {}
        assert found.keys() == set(LOCALES.values()), f"{path}: {text} {node[text]!r} lacks a translation"
        assert all(found.values())
    if "description" in node:
        assert all(
            _NAME.fullmatch(name) and name == name.lower() for name in node["name_localizations"].values()
        )
        assert all(len(text) <= 100 for text in node["description_localizations"].values())


def test_names_do_not_clash_within_a_command_in_any_language() -> None:
    for path, node in NODES:
        for locale in ("", *LOCALES.values()):
            inner = [_said(one, locale) for one in node.get("options", [])]
            assert len(inner) == len(set(inner)), f"{path} in {locale or 'English'}"


def _said(node: Node, locale: str) -> str:
    return str((node.get("name_localizations") or {}).get(locale) or node["name"])


def test_the_file_translates_nothing_that_no_command_says() -> None:
    said = {str(node[text]) for _, node in NODES for text in ("name", "description") if text in node}
    assert set(read_translations()["zh-CN"]) - said == set()
