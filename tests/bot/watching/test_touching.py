from dataclasses import replace
from datetime import date

from bot.watching.telling import notice
from bot.watching.touching import touched, update_between
from bot.watching.types import Update, Watch, WatchedDeveloper, WatchedFilter, WatchedModel
from corpus.facts.types import Attribute, Status, Unit, Value
from corpus.names.types import Model
from index.catalogue.types import Condition, Op, Statement
from tests.bot.facts.library import (
    ALPHA,
    BETA,
    HERON,
    HERON_MINI,
    LYNX,
    NOBODY,
    OTTER,
    library,
    stated,
    tokens,
)

A = Attribute
GAMMA = replace(BETA, article="gamma", title="The harbour in July", published=date(2031, 7, 1))
LONG = Condition(A.CONTEXT_WINDOW, Op.AT_LEAST, 1e6, Unit.TOKENS)
OPEN = Condition(A.OPEN_WEIGHTS, Op.EQUAL, True)
CHEAP = Condition(A.PRICE_INPUT, Op.LESS, 1.0, Unit.USD)
LONG_AND_OPEN = WatchedFilter((LONG, OPEN))


def update(*new: Statement) -> Update:
    return update_between(library(), library(*new))


def news(watch: Watch, *new: Statement) -> list[tuple[str, str]]:
    """The models and attributes of the changes that touch a watch."""
    found = touched(watch, update(*new))
    return [(c.model.name, c.after.fact.attribute.value) for c in found.changes] if found else []


def test_a_model_is_touched_by_everything_new_about_it_and_nothing_else() -> None:
    price = stated(HERON, A.PRICE_INPUT, Value(Unit.USD, 3), 300, GAMMA)
    other = stated(OTTER, A.PRICE_OUTPUT, Value(Unit.USD, 9), 310, GAMMA)
    again = stated(HERON, A.CONTEXT_WINDOW, tokens(1_000_000), 320, GAMMA, Status.PREVIEW, note="Beta")
    assert news(WatchedModel(HERON), price, other, again) == [("Heron 7", "price_input")]
    assert news(WatchedModel(HERON_MINI), price, other, again) == []


def test_a_family_is_all_its_models_and_two_words_of_it_those_that_have_both() -> None:
    fourth = Model("heron|4 opus", "Heron Opus 4", "Heron", "Birdworks")
    plain = Model("heron|4", "Heron 4", "Heron", "Birdworks")
    new = [stated(m, A.CONTEXT_WINDOW, tokens(5e5), 300, GAMMA) for m in (fourth, plain, OTTER)]
    every = Model("heron|", "Heron", "Heron", "Birdworks", versioned=False)
    opus = Model("heron|opus", "Heron Opus", "Heron", "Birdworks", versioned=False)
    assert [name for name, _ in news(WatchedModel(every), *new)] == ["Heron 4", "Heron Opus 4"]
    assert [name for name, _ in news(WatchedModel(opus), *new)] == ["Heron Opus 4"]


def test_a_developer_is_touched_by_all_its_models_however_the_name_is_written() -> None:
    newer = Model("otter-3", "Otter 3", "Otter", "Rivermind")
    new = [stated(m, A.CONTEXT_WINDOW, tokens(7e5), 300, GAMMA) for m in (newer, NOBODY)]
    assert news(WatchedDeveloper("RiverMind"), *new) == [("Otter 3", "context_window")]


def test_a_filter_is_touched_by_a_model_that_comes_in() -> None:
    new = stated(OTTER, A.OPEN_WEIGHTS, Value(truth=True), 300, GAMMA)
    longer = stated(OTTER, A.CONTEXT_WINDOW, tokens(2e6), 310, GAMMA)
    assert news(LONG_AND_OPEN, new) == []  # 128K
    found = touched(LONG_AND_OPEN, update(new, longer))
    assert found
    assert found.arrived == {OTTER.key}
    assert [c.after.fact.attribute for c in found.changes] == [A.CONTEXT_WINDOW, A.OPEN_WEIGHTS]


def test_a_filter_is_touched_by_what_changes_in_what_it_asks_of_a_model_that_satisfies_it() -> None:
    longer = stated(HERON, A.CONTEXT_WINDOW, tokens(2e6), 300, GAMMA)
    price = stated(HERON, A.PRICE_INPUT, Value(Unit.USD, 3), 310, GAMMA)
    found = touched(LONG_AND_OPEN, update(longer, price))
    assert found
    assert [(c.before and c.before.quote, c.after.quote) for c in found.changes] == [("w0010", "w0300")]
    assert (found.arrived, found.left) == (frozenset(), ())


def test_a_filter_is_touched_by_a_model_that_no_longer_satisfies_it() -> None:
    closed = stated(HERON, A.OPEN_WEIGHTS, Value(truth=False), 300, GAMMA)
    found = touched(LONG_AND_OPEN, update(closed))
    assert found
    assert [model.name for model in found.left] == ["Heron 7"]


def test_what_is_unknown_does_not_satisfy_and_a_price_in_yuan_says_nothing_of_dollars() -> None:
    cheap = WatchedFilter((CHEAP,))
    assert news(cheap, stated(NOBODY, A.PRICE_INPUT, Value(Unit.CNY, 0.5), 300, GAMMA)) == []
    both = update(stated(OTTER, A.PRICE_INPUT, Value(Unit.USD, 0.8), 300, GAMMA))
    found = touched(cheap, both)
    assert found
    assert [c.before and c.before.quote for c in found.changes] == ["w0090"]  # the price in dollars


def test_nothing_new_touches_nothing() -> None:
    nothing = update_between(library(), library())
    assert nothing.changes == ()
    assert touched(WatchedModel(HERON), nothing) is None


def test_a_notice_tells_each_change_once_with_its_sources_for_all_watches_together() -> None:
    new = (
        stated(OTTER, A.OPEN_WEIGHTS, Value(truth=True), 300, GAMMA),
        stated(OTTER, A.CONTEXT_WINDOW, tokens(2e6), 310, GAMMA),
    )
    happened = update(*new)
    watches: list[Watch] = [WatchedModel(OTTER), LONG_AND_OPEN, WatchedModel(LYNX)]
    told = notice([t for w in watches if (t := touched(w, happened))], happened, "en")
    assert told.lines == (
        "Watched: Otter 2",
        "Watched: models with a context window of at least 1M tokens, open weights",
        "Now among them: Otter 2 2M tokens [1] (other articles: 128K tokens [2] (河边的新模型, 2031-06-01)),"
        " open weights [3].",
    )
    assert [(e.model, e.what, e.before, e.after, e.citations) for e in told.happenings.events] == [
        ("Otter 2", "context window changed", "128K tokens", "2M tokens", (2, 1)),
        ("Otter 2", "open weights added", None, "yes", (3,)),
    ]
    assert [c.source.article for c in told.happenings.citations] == ["gamma", "beta", "gamma"]


def test_a_notice_says_what_went_out_in_the_reader_s_language() -> None:
    happened = update(stated(HERON, A.OPEN_WEIGHTS, Value(truth=False), 300, GAMMA))
    found = touched(LONG_AND_OPEN, happened)
    assert found
    assert notice([found], happened, "zh").lines == (
        "关注：满足以下条件的模型：上下文窗口至少 1M token、开放权重",
        "不再符合条件：Heron 7。",
    )


def test_a_value_of_a_version_that_was_replaced_is_said_but_not_cited() -> None:
    before = library(stated(NOBODY, A.CONTEXT_WINDOW, tokens(1e5), 300, GAMMA))
    after = library(stated(NOBODY, A.CONTEXT_WINDOW, tokens(2e5), 320, GAMMA))
    happened = update_between(before, after)
    found = touched(WatchedModel(NOBODY), happened)
    assert found
    (row,) = notice([found], happened, "en").happenings.events
    assert (row.before, row.after, row.citations) == ("100K tokens", "200K tokens", (1,))
    assert ALPHA.article not in {
        c.source.article for c in notice([found], happened, "en").happenings.citations
    }
