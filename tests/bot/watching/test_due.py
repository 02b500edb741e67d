from bot.watching.due import Place, dues, notice_of
from bot.watching.touching import update_between
from bot.watching.types import Update
from tests.bot.facts.library import OTTER
from tests.bot.watching.samples import BIRDWORKS, kept, known, longer, price


def update() -> Update:
    return update_between(known(1), known(2, price(), longer()))


def test_what_is_told_in_one_channel_is_told_together_and_each_person_directly() -> None:
    watches = [kept(), kept(BIRDWORKS, id=2, user=4), kept(id=3, channel=None), kept(id=4, channel=9)]
    found = dues(watches, update())
    assert [(due.place, [watch.id for watch in due.watches]) for due in found] == [
        (Place(1, 2, None), [1, 2]),
        (Place(None, None, 3), [3]),
        (Place(1, 9, None), [4]),
    ]


def test_a_person_hears_directly_once_of_watches_set_in_several_servers() -> None:
    watches = [
        kept(channel=None),
        kept(BIRDWORKS, id=2, server=8, channel=None),
        kept(id=3, server=None, channel=None),
    ]
    [due] = dues(watches, update())
    assert [watch.id for watch in due.watches] == [1, 2, 3]


def test_watches_that_an_update_does_not_touch_and_those_that_can_not_be_read_are_due_nothing() -> None:
    found = dues(
        [kept(), kept("of another version", id=2)], update_between(known(1), known(2, price(OTTER, 9)))
    )
    assert found == []


def test_what_several_people_watch_in_one_channel_is_said_once_in_the_language_of_the_first() -> None:
    [due] = dues([kept(language="zh"), kept(id=2, user=4), kept(BIRDWORKS, id=3)], update())
    told, language = notice_of(due)
    assert language == "zh"
    assert told.lines == ("关注：Heron 7", "关注：Birdworks 的所有模型")
    assert [event.what for event in told.happenings.events] == ["上下文窗口有变", "新增输入价格"]
    assert {citation.source.article for citation in told.happenings.citations} == {"alpha", "gamma"}


def test_of_what_is_due_some_may_be_told() -> None:
    [due] = dues([kept(), kept(BIRDWORKS, id=2)], update())
    assert [watch.id for watch in due.only(due.watches[1:]).watches] == [2]
    assert due.only([]).touched == ()
