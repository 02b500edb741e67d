"""The words of a package in the asker's language: English, and Chinese in both scripts. A package keeps them as
`phrases/en.toml`, `zh.toml` and `zh-Hant.toml`, templates by section and name."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "zh", "zh-Hant")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Templates by section and name. `language` is the frame's, which is English for what has none here."""

    language: str
    templates: Mapping[str, Mapping[str, str]]

    def say(self, section: str, name: str, **parts: object) -> str:
        """Returns a template with its places filled. Raises KeyError for one that is not there."""
        return self.templates[section][name].format(**parts)


@cache
def read_phrases(package: str, language: str) -> Phrases:
    """Returns the phrases of a package ("bot.facts") in a language; in English where it has none in that."""
    name = language if language in LANGUAGES else "en"
    text = (files(package) / "phrases" / f"{name}.toml").read_text("utf-8")
    return Phrases(name, tomllib.loads(text))
