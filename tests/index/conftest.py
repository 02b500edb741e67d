"""Where the store is in these tests: in a folder, and on a real Chroma server."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.store.chroma import Store, open_store
from index.store.place import Embedded, Place, Server
from tests.index.store_helpers import Served, chroma_server


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with chroma_server(tmp_path_factory.mktemp("chroma-server") / "data") as found:
        yield found


@pytest.fixture(params=["embedded", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "embedded":
        return Embedded(tmp_path / "data" / "chroma")
    served: Served = request.getfixturevalue("served")
    return Server(served.url, database=served.new_database(f"test-{uuid.uuid4().hex}"))


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with open_store(place) as found:
        yield found


@pytest.fixture
def embedded(tmp_path: Path) -> Embedded:
    return Embedded(tmp_path / "data" / "chroma")
