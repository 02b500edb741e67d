"""What the parts of a command are put together from, where that is more than a line."""

from pathlib import Path

import pytest

from bot.compose import open_catalogue
from index.catalogue.catalogue import Catalogue
from index.store.chroma import open_store
from index.store.place import Embedded
from index.types import NoIndex
from tests.fakes import HashedEmbedder
from tests.index.fact_helpers import crate_reader, holding
from tests.index.index_helpers import Trial, write
from tests.settings import settings_for


def test_a_running_process_takes_up_a_newer_catalogue(tmp_path: Path) -> None:
    data, news = tmp_path / "data", tmp_path / "news"
    said: list[str] = []
    with open_store(Embedded(data / "chroma")) as store:
        trial = Trial(store, HashedEmbedder(), data, crate_reader)
        trial.update(write(news, {"heron.md": holding(("heron", 3))}))
        with open_catalogue(settings_for(data), said.append) as renewed:
            first = renewed.use(lambda catalogue: catalogue)
            assert renewed.use(lambda catalogue: catalogue) is first
            trial.update(write(news, {"crane.md": holding(("crane", 7))}))
            assert renewed.use(_names) == ["Crane 1", "Heron 1"]
            assert _names(first) == ["Heron 1"]
    assert not said


def test_a_catalogue_needs_an_index(tmp_path: Path) -> None:
    with pytest.raises(NoIndex), open_catalogue(settings_for(tmp_path / "data"), print):
        pass
    assert not (tmp_path / "data").exists()


def _names(catalogue: Catalogue) -> list[str]:
    return [model.name for model in catalogue.models]
