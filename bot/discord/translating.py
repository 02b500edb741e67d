"""The names and descriptions of commands in Chinese, of both scripts."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import discord
from discord import app_commands

LOCALES = {discord.Locale.chinese: "zh-CN", discord.Locale.taiwan_chinese: "zh-TW"}


def read_translations() -> Mapping[str, Mapping[str, str]]:
    """Returns the translations by locale ("zh-CN", "zh-TW") of each English text."""
    text = (files("bot.discord") / "words" / "commands.toml").read_text("utf-8")
    entries: list[dict[str, str]] = tomllib.loads(text)["text"]
    return {locale: {entry["en"]: entry[locale] for entry in entries} for locale in LOCALES.values()}


class Translator(app_commands.Translator):
    """Gives discord.py what the file has; what it lacks stays English."""

    def __init__(self, translations: Mapping[str, Mapping[str, str]]) -> None:
        self._translations = translations

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: Any,  # noqa: ARG002
    ) -> str | None:
        """Returns a text in that language."""
        found = self._translations.get(LOCALES.get(locale, ""), {})
        return found.get(string.message)
