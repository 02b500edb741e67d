from dataclasses import fields
from pathlib import Path

import pytest

from corpus.intake.feeds.listing import laid_over, read_feeds, read_shipped
from corpus.intake.feeds.types import Feed, FeedsMistake

SHIPPED = (
    Feed("Kestrel News", "https://kestrel.example/rss", "en", "https://kestrel.example/", False, False),
    Feed("红隼日报", "https://hongsun.example/feed", "zh", "https://hongsun.example/", False, False),
)


def test_what_is_shipped_is_listed_in_two_languages_with_its_documentation_and_switched_off() -> None:
    feeds = read_shipped()
    assert {feed.language for feed in feeds} == {"en", "zh"}
    assert [feed.name for feed in feeds if feed.enabled or feed.tried] == []
    assert all(feed.documented and feed.url.startswith("https://") for feed in feeds)
    assert {field.name for field in fields(Feed)} == {
        "name", "url", "language", "documented", "tried", "enabled",
    }  # fmt: skip


def test_the_operator_enables_a_shipped_feed_by_its_name_and_adds_others(tmp_path: Path) -> None:
    own = tmp_path / "feeds.toml"
    assert read_feeds(own) == read_shipped()
    name = read_shipped()[0].name
    own.write_text(
        f'\ufeff[[feeds]]\nname = "{name.upper()}"\n[[feeds]]\nname = "Mine"\nurl = "https://a.example/feed"\n'
    )
    enabled = [feed for feed in read_feeds(own) if feed.enabled]
    assert [(feed.url, feed.language) for feed in enabled] == [
        (read_shipped()[0].url, "en"),
        ("https://a.example/feed", None),
    ]


def test_the_operator_corrects_an_address_and_keeps_a_feed_switched_off() -> None:
    own = '[[feeds]]\nname = "Kestrel News"\nurl = "https://kestrel.example/atom"\nenabled = false\n'
    changed = laid_over(SHIPPED, own, "feeds.toml")
    assert [(feed.url, feed.enabled, feed.language) for feed in changed] == [
        ("https://kestrel.example/atom", False, "en"),
        ("https://hongsun.example/feed", False, "zh"),
    ]


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("feeds = 3", r"feeds\.toml holds tables \[\[feeds\]\] and nothing else"),
        ("[feeds]\nname = 'x'", r"holds tables \[\[feeds\]\]"),
        ("x = 1", "'x' is not"),
        ("[[feeds]\n", "is not TOML"),
        ("[[feeds]]\nname = 'Kestrel Nwes'", "did you mean 'Kestrel News'"),
        ("[[feeds]]\nname = 'Owl'", "give its url"),
        ("[[feeds]]\nurl = 'https://a.example/'", "name must be"),
        ("[[feeds]]\nname = 'x'\nurl = 'file:///etc/passwd'", r"feed 1 \('x'\): url must be an http"),
        ("[[feeds]]\nname = 'x'\nurl = 'https://u:p@a.example/'", "url must be"),
        ("[[feeds]]\nname = 'x'\nurl = 3", "url must be a text in quotes"),
        ("[[feeds]]\nname = 'x'\nurl = 'https://a.example/'\nenabled = 'yes'", "must be true or false"),
        ("[[feeds]]\nname = 'x'\nadress = 'https://a.example/'", "'adress': the keys are|did you mean"),
        ("[[feeds]]\nname = 'x'\nlanguag = 'en'", "did you mean language"),
        ("[[feeds]]\nname = 'x'\nurl='https://a.example/'\n" * 2, "'x' stands there twice"),
        ("[[feeds]]\nname = 'x'\nurl='https://www.kestrel.example/rss'", "kestrel.example/rss' stands there"),
        ("".join(f"[[feeds]]\nname='{n}'\nurl='https://a.example/{n}'\n" for n in range(201)), "201 feeds"),
        ("a = " + "[" * 100_000, "is not TOML"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_operators_list_is_told_with_its_mend(own: str, said: str) -> None:
    with pytest.raises(FeedsMistake, match=said):
        laid_over(SHIPPED, own, "feeds.toml")


def test_a_list_that_can_not_be_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    for name, data in (("gb.toml", "量".encode("gb18030")), ("large.toml", b"#" * 1_000_002)):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(FeedsMistake, match=r"UTF-8|larger"):
            read_feeds(tmp_path / name)
    with pytest.raises(FeedsMistake, match="can't be read"):
        read_feeds(tmp_path)
