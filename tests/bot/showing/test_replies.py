from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from bot.showing.replies import reply_shown
from bot.showing.types import Shown
from bot.types import Answer, NearMiss, Question, Refusal
from tests.bot.samples import QUESTION, SOURCE, answer, refusal
from tests.bot.showing.hostile import HOSTILE
from tests.bot.showing.rows import cited, hostile_source, listed, row
from tests.bot.showing.strict import acts, check_limits, texts, whole

TODAY = date(2031, 5, 25)


def test_an_answer_leads_and_its_sources_follow_with_link_publisher_date_and_age() -> None:
    (page,) = reply_shown(answer(), TODAY).pages
    assert page.text == "“Quartz 7 reads 9M tokens” [1]"
    (sources,) = page.panels
    assert sources.title == "Sources"
    assert sources.description == (
        "[1] [Quartz 7 arrives](https://news.example/quartz) · The Example · 2031-05-04 · 3 weeks ago"
    )


def test_the_button_shows_the_words_in_the_order_of_the_article() -> None:
    (page,) = reply_shown(answer(), TODAY).sources
    assert page.panels[0].description.split("\n")[1] == "**[1]** “Windows” … “Quartz 7 reads 9M tokens”"


def test_a_table_is_quoted_line_by_line() -> None:
    odd = replace(answer(), citations=(cited(quote="| a | b |\n\n| 1 | 2_3 |"),))
    lines = reply_shown(odd, TODAY).sources[0].panels[0].description.split("\n")
    assert lines[1:] == ["**[1]** “Windows” … “| a | b |", r"| 1 | 2\_3 |”"]


def test_a_list_stands_in_a_panel_below_its_lead() -> None:
    (page,) = reply_shown(listed(3), TODAY).pages
    assert page.text == "3 models are reported with a window of at least 1M tokens:"
    rows, sources = page.panels
    assert rows.description.split("\n")[0] == "- **Quartz 1** 9M tokens [1]"
    assert sources.description.startswith("[1][2][3] [Quartz 7 arrives]")
    assert sources.footer == "Understood as: models with a window"


def test_what_is_remarked_below_a_list_stays_below_it() -> None:
    text = "2 models:\n- Quartz 1 9M tokens [1]\n- Quartz 2 9M tokens [2]\nFor 3 others no article states it."
    (page,) = reply_shown(replace(listed(2), text=text), TODAY).pages
    assert page.text == "2 models:"
    assert page.panels[0].description.split("\n")[2:] == ["", "For 3 others no article states it."]


def test_the_cards_of_two_models_stand_below_their_names() -> None:
    text = "Quartz 1\n- window 9M [1]\n- licence MIT [1]\nQuartz 2\n- window 9M [2]\n- licence MIT [2]"
    (page,) = reply_shown(replace(listed(2), text=text, understood={"kind": "lookup"}), TODAY).pages
    assert page.text == "Quartz 1"
    assert page.panels[0].description.split("\n")[2:4] == ["**Quartz 2**", "- window 9M [2]"]


def test_what_the_text_leaves_out_of_a_list_follows_on_further_pages() -> None:
    shown = reply_shown(listed(50, cut_at=5), TODAY)
    assert len(shown.pages) == 3
    assert [whole(shown).count(f"**Quartz {i}** ") for i in (1, 5, 6, 50)] == [1, 1, 1, 1]
    assert "goes on" not in whole(shown)
    assert shown.pages[2].panels[-1].footer.startswith("Page 3 of 3 · Understood")
    assert "[50]" in shown.pages[2].panels[1].description
    assert "[1]" not in shown.pages[2].panels[1].description


def test_pages_are_bounded_and_the_last_says_how_much_is_left_out() -> None:
    shown = reply_shown(listed(900), TODAY)
    assert len(shown.pages) == 20
    assert "… and 500 more" in shown.pages[-1].panels[0].description
    check_limits(shown)


def test_the_ranks_of_a_leaderboard_are_not_counted_anew_by_discord() -> None:
    text = (
        "By score, highest first:\n1. Quartz 7 9 [1]\n1. Quartz 8 9 [1]\n3. Quartz 9 8 [1]\nUnderstood as: x"
    )
    rows = tuple(row(f"Quartz {7 + i}", rank=rank) for i, rank in enumerate((1, 1, 3)))
    reply = Answer(QUESTION, text, (cited(),), understood={"kind": "ranking"}, rows=rows)
    lines = reply_shown(reply, TODAY).pages[0].panels[0].description.split("\n")
    assert lines == [r"1\. **Quartz 7** 9 [1]", r"1\. **Quartz 8** 9 [1]", r"3\. **Quartz 9** 8 [1]"]


def test_a_refusal_says_so_and_links_the_nearest_thing() -> None:
    (page,) = reply_shown(refusal(), TODAY).pages
    assert page.text == "The articles do not say it.\nQuartz 6 reads 1M tokens [1]"
    assert page.panels[0].title == "Nearest in the articles"


def test_a_refusal_without_anything_near_is_text_alone() -> None:
    reply = Refusal(QUESTION, "Nothing.\nUnderstood as: a window", understood={"kind": "lookup"})
    shown = reply_shown(reply, TODAY)
    assert shown.pages[0].text == "Nothing.\n-# Understood as: a window"
    assert shown.pages[0].panels == ()
    assert shown.sources == ()


def test_a_question_that_the_channel_does_not_show_is_repeated() -> None:
    (page,) = reply_shown(answer(), TODAY, asked="Is *it* long?").pages
    assert page.text.split("\n")[0] == r"-# Is \*it\* long?"


@pytest.mark.parametrize(("language", "title"), [("zh", "来源"), ("zh-Hant", "來源"), ("ko", "Sources")])
def test_the_frame_is_in_the_language_of_the_question(language: str, title: str) -> None:
    reply = answer(question=Question("?", language))
    assert reply_shown(reply, TODAY).pages[0].panels[0].title == title


def test_a_long_answer_goes_on_on_the_next_page() -> None:
    shown = reply_shown(answer("\n".join(f"“{'word ' * 100}” [1]" for _ in range(9))), TODAY)
    assert len(shown.pages) > 2
    check_limits(shown)


@given(HOSTILE)
def test_nothing_of_an_article_or_a_question_acts_in_an_answer(text: str) -> None:
    citations = (cited(1, text + "x", hostile_source(text)), cited(2))
    body = f"{' '.join(text.split())}\n“{' '.join(text.split())}” [1]"
    reply = Answer(Question(text, "en"), body, citations)
    shown = reply_shown(reply, TODAY, asked=text)
    _check(shown)


@given(HOSTILE)
def test_nothing_of_a_name_or_a_value_acts_in_a_list(text: str) -> None:
    name = " ".join(text.split()) + "x"
    rows = tuple(row(name, shown=text, note=text, rank=i) for i in (1, 2))
    lines = ["Lead:", f"1. {name} {name} [1]", f"2. {name} [1]", f"Understood as: {name}"]
    reply = Answer(
        QUESTION, "\n".join(lines), (cited(source=hostile_source(text)),), {}, {"kind": "ranking"}, rows
    )
    _check(reply_shown(reply, TODAY))


@given(HOSTILE)
def test_nothing_of_an_article_acts_in_a_refusal(text: str) -> None:
    near = NearMiss(text, cited(1, text + "x", hostile_source(text)))
    _check(reply_shown(Refusal(QUESTION, text or "x", near), TODAY))


def _check(shown: Shown) -> None:
    check_limits(shown)
    every = [found for page in (*shown.pages, *shown.sources) for text in texts(page) for found in acts(text)]
    kinds = {kind for kind, _ in every}
    assert kinds <= {"link", "bold", "start"}
    assert all(place.startswith("https://news.example/") for kind, place in every if kind == "link")
    assert {place for kind, place in every if kind == "start"} <= {"-# ", "- "}


def test_the_source_is_named_by_its_host_where_no_publisher_is_known() -> None:
    source = replace(SOURCE, publisher=None, published=None)
    reply = replace(answer(), citations=(cited(source=source),))
    found = reply_shown(reply, TODAY).pages[0].panels[0].description
    assert found.endswith("· news.example · date unknown")
