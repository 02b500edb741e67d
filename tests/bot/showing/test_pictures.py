from dataclasses import replace

from bot.plotting.fonts import fonts_for
from bot.showing.pictures import compared_picture, events_picture, ranked_picture
from bot.types import Happenings, Listing
from tests.bot.showing.rows import cited, event, row

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_comparison_has_bars_and_says_what_they_show() -> None:
    rows = (row(), row("Quartz 8", value=1_000_000, shown="1M tokens"), row(attribute="licence", value="MIT"))
    picture = compared_picture(Listing(rows, (), (cited(),)), ["Quartz 7", "Quartz 8"], "en", print)
    assert picture is not None
    assert picture.name == "compare.png"
    assert picture.data.startswith(PNG)
    assert picture.description == (
        "Chart: Quartz 7 / Quartz 8 side by side. context window (tokens): Quartz 7 9M tokens, Quartz 8 1M tokens"
    )


def test_a_leaderboard_of_many_shows_the_first_and_its_description_fits() -> None:
    rows = tuple(row(f"Quartz {i}", benchmark="OwlBench", value=i, shown=f"{i}%", rank=i) for i in range(99))
    picture = ranked_picture(Listing(rows, (), (cited(),)), "zh", print)
    assert picture is not None
    assert "Quartz 35" in picture.description
    assert "Quartz 36" not in picture.description
    assert len(picture.description) <= 900


def test_a_timeline_shows_the_latest() -> None:
    told = tuple(event(date=f"2031-05-{i:02}", model=f"Quartz {i}") for i in range(1, 31))
    found = Happenings((*told, *(replace(one, date="2032-01") for one in told)), (cited(),))
    picture = events_picture(found, "Since May", "en", print)
    assert picture is not None
    assert picture.data.startswith(PNG)
    assert "Quartz 24:" not in picture.description.split("2032")[0]


def test_where_there_is_nothing_to_draw_there_is_no_picture() -> None:
    assert compared_picture(Listing((row(value=None),), (), (cited(),)), ["x"], "en", print) is None
    assert ranked_picture(Listing((), (), ()), "en", print) is None
    assert events_picture(Happenings((event(date=None),), (cited(),)), "t", "en", print) is None


def test_without_a_font_for_chinese_the_words_are_english() -> None:
    said: list[str] = []
    told = Happenings((event(what="发布", date="2031-05-04"),), (cited(),))
    picture = events_picture(told, "时间线", "zh", said.append)
    assert picture is not None
    if fonts_for(["发布"]).lacking:
        assert picture.description == "Chart: Timeline. 2031-05-04 Quartz 7: released"
    else:
        assert picture.description.endswith("时间线。2031-05-04 Quartz 7: 发布")
    assert said == []
