from collections.abc import Callable
from pathlib import Path

import pytest

from bot.configuration import readable_settings
from bot.places import SHIPPED, corpus_folders, is_own, store_place
from bot.settings import Settings
from index.store.place import Embedded, Server
from index.types import StoreError


@pytest.fixture
def read(environment: Callable[..., None]) -> Callable[..., Settings]:
    def with_variables(**values: str) -> Settings:
        environment(**values)
        return readable_settings()[0]

    return with_variables


def test_the_store_is_embedded_in_the_data_folder_by_default(read: Callable[..., Settings]) -> None:
    assert store_place(read(MODELSCAPE_DATA="/somewhere")) == Embedded(Path("/somewhere/chroma"))


def test_an_address_means_a_server_with_token_and_timeout(read: Callable[..., Settings]) -> None:
    settings = read(
        MODELSCAPE_CHROMA_URL="http://localhost:8000", MODELSCAPE_CHROMA_TOKEN="t", MODELSCAPE_TIMEOUT="3"
    )
    assert store_place(settings) == Server("http://localhost:8000", "t", 3)


def test_an_address_that_is_none_is_refused_by_the_name_of_its_setting(read: Callable[..., Settings]) -> None:
    with pytest.raises(StoreError, match="MODELSCAPE_CHROMA_URL") as caught:
        store_place(read(MODELSCAPE_CHROMA_URL="ftp://me:hush-hush@x"))
    assert "hush-hush" not in str(caught.value)


def test_folders_given_count_before_those_set_before_the_shipped_one(read: Callable[..., Settings]) -> None:
    assert corpus_folders(read()) == [SHIPPED]
    assert corpus_folders(read(MODELSCAPE_CORPUS="a:/b:a")) == [Path.cwd() / "a", Path("/b")]
    assert corpus_folders(read(), ["~/c", "/b", "/b"]) == [Path.home() / "c", Path("/b")]


def test_only_the_shipped_folder_is_the_project_s_own(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(SHIPPED)
    assert is_own(tmp_path / "link")
    assert not is_own(tmp_path)
