import re
from string import Formatter

import pytest

from bot.phrases import LANGUAGES, read_phrases
from index.text import simplified

PACKAGES = ("bot.answering", "bot.facts", "bot.showing", "bot.understanding")


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("package", PACKAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_phrases_with_the_same_places(package: str, language: str) -> None:
    english, other = read_phrases(package, "en").templates, read_phrases(package, language).templates
    assert {s: list(t) for s, t in english.items()} == {s: list(t) for s, t in other.items()}
    for section, templates in english.items():
        for name, template in templates.items():
            found = places(other[section][name])
            assert found <= places(template) | {"count"}, f"{section}.{name}"


@pytest.mark.parametrize("package", PACKAGES)
def test_the_traditional_phrases_say_what_the_simplified_ones_say(package: str) -> None:
    """Two or three words differ between the regions."""
    words = {"视窗": "窗口", "授权": "许可证", "快取": "缓存", "报导": "报道"}
    simple, traditional = read_phrases(package, "zh").templates, read_phrases(package, "zh-Hant").templates
    for section, templates in traditional.items():
        for name, template in templates.items():
            plain = simplified(template)
            for theirs, ours in words.items():
                plain = plain.replace(theirs, ours)
            wanted = simple[section][name].replace("授权", "许可证")
            assert re.sub(r"[“”「」]", "", plain) == re.sub(r"[“”「」]", "", wanted), f"{section}.{name}"


def test_what_has_no_phrases_gets_english_ones() -> None:
    assert read_phrases("bot.facts", "ko").language == "en"
