from datetime import date

from hypothesis import given

from bot.showing.listings import card_shown, compared_shown, models_shown, ranked_shown
from bot.showing.types import Picture
from bot.types import Card, Listing
from tests.bot.showing.hostile import HOSTILE
from tests.bot.showing.rows import cited, hostile_source, row
from tests.bot.showing.strict import acts, check_limits, texts

TODAY = date(2031, 5, 25)
PRICE = row(attribute="price_input", shown="$2 / 1M tokens", value=2, unit="USD")


def listing(*rows: object, word: str = "") -> Listing:
    return Listing(rows, (), (cited(),) if rows else (), word)  # type: ignore[arg-type]


def body(shown: object) -> list[str]:
    return shown.pages[0].panels[0].description.split("\n")  # type: ignore[attr-defined, no-any-return]


def test_models_have_a_line_each_that_names_attributes_only_where_there_are_several() -> None:
    shown = models_shown(listing(row(), row("Quartz 8")), "en", TODAY)
    assert shown.pages[0].text == "2 models:"
    assert body(shown) == [
        "**Quartz 7 (Birdworks)** — 9M tokens [1]",
        "**Quartz 8 (Birdworks)** — 9M tokens [1]",
    ]
    both = models_shown(listing(row(), PRICE), "zh", TODAY)
    assert body(both) == ["**Quartz 7（Birdworks）** — 上下文窗口 9M tokens [1]；输入价格 $2 / 1M tokens [1]"]


def test_the_words_beside_the_rows_are_told_and_stand_alone_where_there_are_none() -> None:
    assert body(models_shown(listing(row(), word="Others."), "en", TODAY))[1:] == ["", "Others."]
    (page,) = models_shown(listing(word="No model is reported."), "en", TODAY).pages
    assert (page.text, page.panels) == ("No model is reported.", ())


def test_a_leaderboard_has_ranks_and_what_is_not_ranked_below() -> None:
    scores = [row(f"Quartz {i}", benchmark="OwlBench", shown=f"{i}%", rank=r) for i, r in ((9, 1), (8, 1))]
    other = row("Quartz 7", benchmark="OwlBench Mini", shown="7%")
    shown = ranked_shown(listing(*scores, other), "en", TODAY)
    assert shown.pages[0].text == "**Scores on OwlBench**"
    assert body(shown) == [
        r"1\. **Quartz 9 (Birdworks)** — 9% [1]",
        r"1\. **Quartz 8 (Birdworks)** — 8% [1]",
        "**Not ranked with these**",
        "Quartz 7 (Birdworks) — OwlBench Mini 7% [1]",
    ]


def test_compared_models_stand_below_each_attribute() -> None:
    picture = Picture("c.png", b"png", "A chart")
    found = listing(row(), row("Quartz 8", shown="1M tokens"), PRICE, word="- OwlBench: not comparable")
    shown = compared_shown(found, ["Quartz 7", "Quartz 8"], "en", TODAY, picture)
    assert shown.pages[0].text == "**Quartz 7 / Quartz 8 side by side**"
    assert body(shown) == [
        "**Context window**",
        "Quartz 7 — 9M tokens [1]",
        "Quartz 8 — 1M tokens [1]",
        "",
        "**Input price**",
        "Quartz 7 — $2 / 1M tokens [1]",
        "Quartz 8 not stated",
        "",
        "OwlBench: not comparable",
    ]
    assert shown.pages[0].panels[0].picture == "c.png"
    assert shown.pictures == (picture,)


def test_a_card_has_what_articles_disagree_on_in_one_line() -> None:
    rows = (row(conflict=True), row(conflict=True, shown="8M tokens", as_of=None), PRICE)
    shown = card_shown(Card("Quartz 7", "Birdworks", rows, (cited(),)), "en", TODAY)
    assert shown.pages[0].text == "**Quartz 7 (Birdworks)**"
    assert body(shown) == [
        "**Context window** — articles disagree; 9M tokens [1] (as of 2031-05-04); 8M tokens [1]",
        "**Input price** — $2 / 1M tokens [1]",
    ]
    empty = card_shown(Card("Quartz 7", None, (), ()), "en", TODAY)
    assert empty.pages[0].text == "No article states anything of Quartz 7."
    near = card_shown(Card("Quartz 7", None, (), (), ("Quartz 8",)), "en", TODAY)
    assert near.pages[0].text.endswith("Did you mean one of these? Quartz 8")


@given(HOSTILE)
def test_nothing_of_a_row_acts_in_any_listing(text: str) -> None:
    rows = tuple(
        row(
            text + "x",
            developer=text,
            shown=text,
            note=text,
            benchmark=text or None,
            as_of=text,
            conflict=c,
            rank=r,
        )
        for c, r in ((True, 1), (False, None))
    )
    found = Listing(rows, (text,), (cited(source=hostile_source(text)),), text)
    for shown in (
        models_shown(found, "en", TODAY),
        ranked_shown(found, "zh", TODAY),
        compared_shown(found, [text, "x"], "zh-Hant", TODAY),
        card_shown(Card(text, text, rows, found.citations), "en", TODAY),
    ):
        check_limits(shown)
        every = [a for page in (*shown.pages, *shown.sources) for t in texts(page) for a in acts(t)]
        assert {kind for kind, _ in every} <= {"link", "bold"}
