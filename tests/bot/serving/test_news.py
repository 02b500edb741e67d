from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, cast

import pytest

from bot.serving.news import News
from bot.state.types import KeptWatch, Point
from bot.watching.due import Due
from index.catalogue.catalogue import Catalogue
from tests.bot.discord.interactions import Looking
from tests.bot.watching.samples import MADE, kept, known, longer, price

pytestmark = pytest.mark.anyio
Opened = Callable[..., News]


@pytest.fixture
def opened() -> Iterator[Opened]:
    made: list[News] = []

    def news(now: Catalogue, *older: Catalogue) -> News:
        at_hand = {one.generation: one for one in older}
        made.append(News(cast(Any, Looking(now)), at_hand.get, lambda: date(2031, 8, 2)))
        return made[-1]

    yield news
    for one in made:
        one.close()


async def due(news: News, *watches: KeptWatch) -> list[Due]:
    now = await news.newest()
    return await news.due(watches, now) if now else []


def changed(due: Due) -> list[str]:
    return [change.after.fact.attribute.value for change in due.update.changes]


async def test_after_a_restart_the_generation_that_was_told_last_is_loaded(opened: Opened) -> None:
    [one] = await due(opened(known(2, price()), known(1)), kept())
    assert changed(one) == ["price_input"]


async def test_where_it_is_gone_what_was_taken_in_since_is_news(opened: Opened) -> None:
    [one] = await due(opened(known(9, price())), kept())
    assert changed(one) == ["price_input"]


async def test_what_was_told_of_is_kept_in_memory_however_many_generations_come_and_go(
    opened: Opened,
) -> None:
    news = opened(known(2, price()), known(1))
    news.settle(known(1, longer()))
    [one] = await due(news, kept())
    assert changed(one) == ["price_input"], "the context was withdrawn, which is no statement"


async def test_there_is_nothing_new_in_what_was_told(opened: Opened) -> None:
    news = opened(known(2, price()))
    news.settle(known(2, price()))
    assert await news.newest() is None


async def test_watches_of_several_points_are_told_what_is_new_to_each(opened: Opened) -> None:
    newer = known(2, price())
    watches = (kept(), kept(id=2, channel=5, told=Point(2, price().taken_in)))
    found = await due(opened(known(3, price(), longer()), known(1), newer), *watches)
    assert [(one.place.channel, changed(one)) for one in found] == [
        (2, ["context_window", "price_input"]),
        (5, ["context_window"]),
    ]


async def test_an_index_that_was_made_anew_is_no_news(opened: Opened) -> None:
    assert await due(opened(known(1, price())), kept(told=Point(57, MADE.replace(year=2030)))) == []


async def test_what_is_told_is_shown_in_the_language_of_the_watch(opened: Opened) -> None:
    news = opened(known(2, price()), known(1))
    [one] = await due(news, kept(language="zh"))
    shown, language = await news.shown(one)
    assert language == "zh"
    assert shown.pages[0].text == "**关注的内容有新消息**\n- 关注：Heron 7"
