from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any, cast

import pytest

from bot.serving.connections import Connections
from index.store.chroma import Store


class Stores:
    """Numbers its connections, and knows which are open."""

    def __init__(self) -> None:
        self.open: list[int] = []
        self._numbers = count(1)

    @contextmanager
    def connect(self) -> Iterator[Store]:
        number = next(self._numbers)
        self.open.append(number)
        try:
            yield cast(Store, cast(Any, number))
        finally:
            self.open.remove(number)


def test_each_reader_has_a_connection_of_its_own_and_the_one_before_keeps_its() -> None:
    stores = Stores()
    connections = Connections(stores.connect)
    assert [connections.reader(lambda store: store) for _ in range(4)] == [1, 2, 3, 4]
    assert stores.open == [3, 4]
    connections.close()
    assert stores.open == []


def test_a_reader_that_can_not_be_made_costs_the_others_nothing() -> None:
    stores = Stores()
    connections = Connections(stores.connect)
    connections.reader(lambda store: store)

    def fails(_: Store) -> None:
        raise ZeroDivisionError

    for _ in range(5):
        with pytest.raises(ZeroDivisionError):
            connections.reader(fails)
    assert stores.open == [1]
