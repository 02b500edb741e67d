"""Articles that were taken in lie beside those of the operator's folders."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.store.chroma import open_store
from index.store.manifest import TAKEN_IN
from index.store.place import Embedded
from tests.fakes import HashedEmbedder
from tests.index.index_helpers import Trial, about, write


@pytest.fixture
def trial(tmp_path: Path) -> Iterator[Trial]:
    data = tmp_path / "data"
    data.mkdir()
    with open_store(Embedded(data / "chroma")) as store:
        yield Trial(store, HashedEmbedder(), data)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    return write(tmp_path / "news", {"owl.md": about("owl"), "elk.md": about("elk"), "void.md": "---\n---\n"})


@pytest.fixture
def own(trial: Trial) -> Path:
    return write(trial.data / "articles", {"kite.md": about("kite")})


def embedded(trial: Trial) -> int:
    return len(trial.embedder.embedded)  # type: ignore[attr-defined]  # it is the fake one


def corpora(trial: Trial) -> dict[str, str]:
    return {e.source.article: e.corpus for e in trial.store.manifest().entries}


def test_only_what_was_taken_in_is_read_and_embedded_and_the_rest_stays(
    trial: Trial, news: Path, own: Path
) -> None:
    trial.update(news)
    before = embedded(trial)
    report = trial.update(taken_in=own, keep_others=True)
    assert (report.articles, report.added, report.unchanged, report.removed) == (3, 1, 2, 0)
    assert embedded(trial) == before + 1
    assert corpora(trial) == {"elk": str(news), "owl": str(news), "kite": TAKEN_IN}
    assert [one.path for one in report.skipped] == ["void.md"]


def test_what_was_taken_in_stays_when_all_folders_are_read_again(trial: Trial, news: Path, own: Path) -> None:
    trial.update(news)
    trial.update(taken_in=own, keep_others=True)
    before = embedded(trial)
    report = trial.update(news, taken_in=own)
    assert (report.articles, report.unchanged, embedded(trial)) == (3, 3, before)


def test_a_name_that_both_have_is_told_apart_the_same_way_each_time(
    trial: Trial, news: Path, own: Path
) -> None:
    write(own, {"owl.md": about("other owl")})
    trial.update(news)
    trial.update(taken_in=own, keep_others=True)
    served, before = trial.served(), embedded(trial)
    assert corpora(trial)["owl-2"] == TAKEN_IN
    trial.update(news, taken_in=own)
    assert (trial.served(), embedded(trial)) == (served, before)


def test_the_data_folder_may_be_moved(trial: Trial, own: Path, tmp_path: Path) -> None:
    trial.update(taken_in=own)
    before = embedded(trial)
    report = trial.update(taken_in=own.rename(tmp_path / "moved"))
    assert (report.unchanged, embedded(trial)) == (1, before)


@pytest.mark.parametrize("keep_others", [False, True])
def test_what_was_taken_out_of_a_folder_stays_out_although_its_file_stays(
    trial: Trial, news: Path, own: Path, keep_others: bool
) -> None:
    trial.update(news, taken_in=own)
    folders = () if keep_others else (news,)
    removed = frozenset({(str(news), "owl.md")})
    for _ in range(2):
        report = trial.update(*folders, taken_in=own, keep_others=keep_others, removed=removed)
        assert report.articles == 2
        assert sorted(one.path for one in report.skipped) == ["owl.md", "void.md"]
    assert "owl" not in corpora(trial)
    assert trial.update(news, taken_in=own).added == 1
