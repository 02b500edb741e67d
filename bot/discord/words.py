"""What the frame of Discord's messages says, in English and in Chinese of both scripts."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "zh", "zh-Hant")
_LOCALES = {"zh-CN": "zh", "zh-TW": "zh-Hant"}


@dataclass(frozen=True, slots=True)
class Words:
    """Templates by name. `language` is the frame's, which is English for what has none here."""

    language: str
    templates: Mapping[str, str]

    def say(self, name: str, **parts: object) -> str:
        """Returns a template with its places filled. Raises KeyError for one that is not there."""
        return self.templates[name].format(**parts)


@cache
def words_for(language: str) -> Words:
    """Returns the words in the language of a question or of a person."""
    name = language if language in LANGUAGES else "en"
    text = (files("bot.discord") / "words" / f"{name}.toml").read_text("utf-8")
    return Words(name, tomllib.loads(text))


def language_of(locale: object) -> str:
    """Returns the language of the frame for one of Discord's locales, such as "zh-TW"."""
    return _LOCALES.get(str(locale), "en")
