from datetime import date

from bot.showing.watched import notice_shown, watches_listed
from bot.watching.due import dues, notice_of
from bot.watching.touching import update_between
from bot.watching.types import WatchedModel
from corpus.names.types import Model
from tests.bot.showing.strict import acts
from tests.bot.watching.samples import BIRDWORKS, kept, known, longer, price

TODAY = date(2031, 8, 2)


def test_news_have_a_title_what_is_watched_the_changes_and_their_sources() -> None:
    [due] = dues([kept(), kept(BIRDWORKS, id=2)], update_between(known(1), known(2, price(), longer())))
    told, language = notice_of(due)
    [page] = notice_shown(told, language, TODAY).pages
    assert page.text == (
        "**News of what is watched**\n- Watched: Heron 7\n- Watched: all models by Birdworks"
    )
    changes, sources = page.panels
    assert changes.description.split("\n") == [
        "**2031-07-01** · Heron 7 — context window changed — 1M tokens (Beta) → 3M tokens [1][2]",
        "**2031-07-01** · Heron 7 — input price added — $3 / 1M tokens [3]",
    ]
    assert "The harbour in July" in sources.description


def test_a_name_in_what_is_watched_does_not_act() -> None:
    hostile = Model("x", "@everyone **x** [y](https://evil.example) <@1>", "x", "Birdworks")
    [due] = dues([kept(WatchedModel(hostile))], update_between(known(1), known(2, price(hostile))))
    told, language = notice_of(due)
    [page] = notice_shown(told, language, TODAY).pages
    assert [kind for kind, _ in acts(page.text)] == ["bold", "start"]
    assert {kind for kind, _ in acts(page.panels[0].description)} == {"bold"}


def test_watches_are_listed_below_a_title() -> None:
    [page] = watches_listed(["**#1** all models by Birdworks · <#2>"], "Watches", TODAY, "en").pages
    assert page.text == "**Watches**"
    assert page.panels[0].description == "**#1** all models by Birdworks · <#2>"
