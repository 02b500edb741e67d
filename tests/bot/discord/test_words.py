import re
from pathlib import Path
from string import Formatter

import pytest

import bot.discord
from bot.discord.words import LANGUAGES, language_of, words_for

SOURCES = "".join(path.read_text("utf-8") for path in Path(bot.discord.__file__).parent.rglob("*.py"))


def places(template: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_with_the_same_places(language: str) -> None:
    english, other = words_for("en").templates, words_for(language).templates
    assert other.keys() == english.keys()
    for name, template in english.items():
        assert places(other[name]) == places(template), name


@pytest.mark.parametrize("name", sorted(words_for("en").templates))
def test_nothing_is_kept_that_nobody_says(name: str) -> None:
    prefixes = re.findall(r'f"([a-z_]+_)\{', SOURCES)  # names that are put together
    assert f'"{name}"' in SOURCES or f"'{name}'" in SOURCES or name.startswith(tuple(prefixes)), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_said_is_longer_than_a_message(language: str) -> None:
    assert all(len(template) < 1_500 for template in words_for(language).templates.values())


@pytest.mark.parametrize(
    ("locale", "language"),
    [("zh-CN", "zh"), ("zh-TW", "zh-Hant"), ("en-US", "en"), ("en-GB", "en"), ("de", "en"), (None, "en")],
)
def test_a_person_is_spoken_to_in_their_language_where_there_are_words_for_it(
    locale: str | None, language: str
) -> None:
    assert language_of(locale) == language
    assert words_for(language).language == language


def test_a_question_in_another_language_has_an_english_frame() -> None:
    assert words_for("de") == words_for("en")
