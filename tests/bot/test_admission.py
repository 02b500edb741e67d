import pytest

from bot.admission import Home, home


@pytest.mark.parametrize(
    ("server", "homes", "servers", "is_owner", "expected"),
    [
        (1, {1, 2}, 9, False, Home.ALLOWED),
        (3, {1, 2}, 1, False, Home.NOT_A_HOME),
        (3, {1, 2}, 9, True, Home.NOT_A_HOME),
        (None, {1}, 1, True, Home.NOT_A_HOME),
        (3, set(), 1, False, Home.ALLOWED),
        (3, set(), 2, False, Home.NOT_THE_OWNER),
        (3, set(), 2, True, Home.ALLOWED),
        (None, set(), 1, False, Home.NOT_THE_OWNER),
    ],
)
def test_the_corpus_is_changed_from_home_servers_the_only_one_or_by_the_owner(
    server: int | None, homes: set[int], servers: int, is_owner: bool, expected: Home
) -> None:
    assert home(server, homes, servers, is_owner) is expected
