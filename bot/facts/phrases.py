"""The words around values, names and quotes, in the asker's language: English, and Chinese in both scripts."""

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
def phrases_for(language: str) -> Phrases:
    """Returns the phrases in the language of a question."""
    name = language if language in LANGUAGES else "en"
    text = (files("bot.facts") / "phrases" / f"{name}.toml").read_text("utf-8")
    return Phrases(name, tomllib.loads(text))
