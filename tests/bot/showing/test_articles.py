from datetime import UTC, date, datetime

from bot.showing.articles import articles_shown
from index.store.manifest import Entry
from tests.bot.samples import SOURCE

TODAY = date(2031, 5, 25)
ENTRY = Entry(SOURCE, "/c", "0" * 64, "s", 9, datetime(2031, 5, 6, tzinfo=UTC), facts=4)


def test_each_article_has_its_link_and_what_is_known_of_it() -> None:
    (page,) = articles_shown([ENTRY], "en", TODAY).pages
    assert page.text == "One article in the index:"
    assert page.panels[0].description == (
        "[Quartz 7 arrives](https://news.example/quartz) · The Example · 2031-05-04 · 3 weeks ago"
        " · 9 passages, 4 facts"
    )


def test_that_there_is_none_is_said() -> None:
    assert articles_shown([], "zh-Hant", TODAY).pages[0].text == "索引中沒有文章。"
