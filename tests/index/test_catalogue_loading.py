import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.facts.types import Attribute
from index.catalogue.catalogue import Catalogue
from index.catalogue.loading import load_catalogue
from index.store.chroma import Store
from index.types import FingerprintMismatch, SegmentGone
from tests.fakes import HashedEmbedder
from tests.index.fact_helpers import crate_reader, holding
from tests.index.index_helpers import Trial, write


@pytest.fixture
def trial(store: Store, tmp_path: Path) -> Trial:
    return Trial(store, HashedEmbedder(), tmp_path / "data", crate_reader)


def loaded(trial: Trial) -> Catalogue:
    return load_catalogue(trial.store, trial.store.manifest(), trial.shelves, trial.said.append)


def windows(catalogue: Catalogue) -> dict[str, float | None]:
    return {s.fact.model.name: s.fact.value.number for s in catalogue.headlines(Attribute.CONTEXT_WINDOW)}


def test_a_catalogue_holds_what_the_served_articles_state(trial: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", {"a.md": holding(("heron", 3)), "b.md": holding(("crane", 7))})
    trial.update(news)
    assert windows(loaded(trial)) == {"Crane 1": 7, "Heron 1": 3}
    (news / "b.md").unlink()
    trial.update(write(news, {"a.md": holding(("heron", 4))}))
    catalogue = loaded(trial)
    assert windows(catalogue) == {"Heron 1": 4}
    assert catalogue.generation == 2
    statement = catalogue.all()[0]
    assert (statement.source.path, statement.quote, statement.context_quotes) == ("a.md", "4", ("heron",))
    assert statement.taken_in == trial.store.manifest().by_article["a"].taken_in
    assert not trial.said


def test_of_a_copy_only_what_its_original_lacks_counts_and_of_what_was_corrected_nothing(
    trial: Trial, tmp_path: Path
) -> None:
    articles = {
        "a.md": holding(("heron", 3)),
        "b.md": holding(("heron", 3), ("gull", 9)),
        "c.md": holding(("gull", 9)),
        "d.md": holding(("heron", 4)),
    }
    trial.update(write(tmp_path / "news", articles))
    manifest = trial.store.manifest()
    kin = {"b": {"copy_of": "a"}, "c": {"copy_of": "a"}, "d": {"superseded_by": "a"}}
    entries = tuple(replace(e, **kin.get(e.source.article, {})) for e in manifest.entries)
    told = load_catalogue(
        trial.store, replace(manifest, entries=entries), trial.shelves, trial.said.append
    ).all()
    assert [(s.fact.article, s.fact.model.name, s.origin) for s in told] == [
        ("a", "Heron 1", "a"),
        ("b", "Gull 1", "a"),
    ]


@pytest.mark.parametrize("lost", ["all", "torn", "fewer"])
def test_what_is_kept_at_hand_is_made_again_from_the_store(trial: Trial, tmp_path: Path, lost: str) -> None:
    trial.update(write(tmp_path / "news", {"a.md": holding(("heron", 3), ("crane", 7))}))
    expected = loaded(trial)
    (copy,) = trial.shelves.glob("modelscape-f-*/facts.jsonl")
    if lost == "all":
        shutil.rmtree(trial.shelves)
    else:
        copy.write_text(
            copy.read_text("utf-8")[:-9] if lost == "torn" else copy.read_text("utf-8").split("[")[0], "utf-8"
        )
    assert loaded(trial) == expected
    assert len(trial.said) == 1
    assert loaded(trial) == expected
    assert len(trial.said) == 1


def test_facts_that_a_newer_generation_replaced_are_gone(trial: Trial, tmp_path: Path) -> None:
    news = tmp_path / "news"
    trial.update(write(news, {"a.md": holding(("heron", 1))}))
    first = trial.store.manifest()
    for n in range(2, 4):
        trial.update(write(news, {"a.md": holding(("heron", n))}))
    shutil.rmtree(trial.shelves)
    names = [s.facts for s in first.segments if s.facts]
    trial.store.drop(names)  # a server's are left for a day
    with pytest.raises(SegmentGone):
        load_catalogue(trial.store, first, trial.shelves, trial.said.append)


def test_an_index_without_facts_asks_for_a_rebuild(trial: Trial, tmp_path: Path) -> None:
    trial.update(write(tmp_path / "news", {"a.md": holding(("heron", 1))}))
    older = replace(trial.store.manifest(), fingerprint="hashed-1+1")
    with pytest.raises(FingerprintMismatch, match="--rebuild"):
        load_catalogue(trial.store, older, trial.shelves, trial.said.append)


def test_no_model_is_imported() -> None:
    code = "import sys, index.catalogue.loading; print({'torch', 'transformers', 'onnxruntime'} & {*sys.modules})"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_copy_that_can_not_be_written_is_done_without(trial: Trial, tmp_path: Path) -> None:
    trial.update(write(tmp_path / "news", {"a.md": holding(("heron", 3))}))
    blocked = tmp_path / "a-file"
    blocked.write_text("")
    catalogue = load_catalogue(trial.store, trial.store.manifest(), blocked, trial.said.append)
    assert windows(catalogue) == {"Heron 1": 3}
