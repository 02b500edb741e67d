import pytest

from bot.watching.listed import chosen, offered, said_of, within_reach
from tests.bot.watching.samples import BIRDWORKS, kept

MINE = kept(id=12)
THEIRS = kept(BIRDWORKS, id=13, user=4)
DIRECT = kept(BIRDWORKS, id=14, user=4, channel=None)
BROKEN = kept("of another version", id=15)


def test_a_watch_is_said_in_words_and_one_that_can_not_be_read_says_what_to_do() -> None:
    assert said_of(THEIRS, "en") == "all models by Birdworks"
    assert said_of(BROKEN, "en") == "a watch that was kept can't be read any more: remove it and add it again"


def test_moderators_reach_the_watches_of_the_servers_channels_and_others_their_own_alone() -> None:
    here = [MINE, THEIRS, DIRECT]
    assert within_reach([MINE], here, moderates=False) == [MINE]
    assert within_reach([MINE], here, moderates=True) == [MINE, THEIRS]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("12", MINE),
        ("#13", THEIRS),
        (" # 13 ", THEIRS),
        ("All models by birdworks", THEIRS),
        ("Heron 7", MINE),
        ("14", None),
        ("birds", None),
        ("", None),
        ("9" * 40, None),
        ("１２", None),
    ],
)
def test_a_watch_is_chosen_by_its_number_or_all_of_its_words(typed: str, found: object) -> None:
    assert chosen([MINE, THEIRS], typed, "en") == found


def test_words_that_mean_two_watches_choose_neither() -> None:
    assert chosen([MINE, kept(id=13, channel=7)], "Heron 7", "en") is None


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("", ["12", "13"]),
        ("bird", ["13"]),
        ("12", ["12"]),
        ("#13", ["13", "12"]),
        ("hreon 7", ["12"]),
        ("zzz", []),
    ],
)
def test_choices_match_numbers_and_words_with_typing_errors(typed: str, numbers: list[str]) -> None:
    assert [choice.value for choice in offered([MINE, THEIRS], typed, "en")] == numbers


def test_a_choice_is_never_longer_than_discord_takes() -> None:
    long = kept('{"developer": "' + "Bird" * 100 + '"}', id=10**17)
    [choice] = offered([long], "", "en")
    assert len(choice.shown) <= 100
