from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from corpus.types import CorpusError
from index.opening import check_fingerprint
from index.store.chroma import Store, open_store
from index.store.lock import update_lock
from index.store.place import Embedded
from index.types import FingerprintMismatch, UpdateUnderWay
from tests.corpus.intake.documents import pdf
from tests.fakes import HashedEmbedder
from tests.index.index_helpers import Trial, about, write

THREE = {"heron.md": about("heron"), "otter.md": about("otter"), "sub/crane.md": about("crane")}


@pytest.fixture
def trial(store: Store, tmp_path: Path) -> Trial:
    return Trial(store, HashedEmbedder(), tmp_path / "data")


@pytest.fixture
def alone(embedded: Embedded, tmp_path: Path) -> Iterator[Trial]:
    """As `trial`, on a store in a folder only."""
    with open_store(embedded) as store:
        yield Trial(store, HashedEmbedder(), tmp_path / "data")


def counts(trial: Trial, *folders: Path, rebuild: bool = False) -> tuple[int, int, int, int, int]:
    report = trial.update(*folders, rebuild=rebuild)
    assert report.passages == len(trial.served())
    assert report.articles == len({article for article, _ in trial.served()})
    return report.added, report.updated, report.unchanged, report.removed, report.generation


def embedded_texts(trial: Trial) -> int:
    embedder = trial.embedder
    assert isinstance(embedder, HashedEmbedder)
    found = len(embedder.embedded)
    embedder.embedded.clear()
    return found


def best(trial: Trial, query: str) -> str:
    return trial.searcher().search(query, "en", 3)[0].source.path


def test_only_what_changed_is_read_and_embedded_again(trial: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", THREE)
    assert counts(trial, news) == (3, 0, 0, 0, 1)
    assert embedded_texts(trial) == len(trial.served())
    assert best(trial, "crane keeper") == "sub/crane.md"

    assert counts(trial, news) == (0, 0, 3, 0, 1)
    assert embedded_texts(trial) == 0

    write(news, {"otter.md": about("badger"), "gull.md": about("gull")})
    assert counts(trial, news) == (1, 1, 2, 0, 2)
    assert 0 < embedded_texts(trial) < len(trial.served())
    assert best(trial, "badger keeper") == "otter.md"
    assert not any("otter" in text for text in trial.served().values())

    (news / "heron.md").unlink()
    assert counts(trial, news) == (0, 0, 3, 1, 3)
    assert embedded_texts(trial) == 0
    assert not any("heron" in text for text in trial.served().values())

    assert counts(trial, news, rebuild=True) == (0, 3, 0, 0, 4)
    assert embedded_texts(trial) == len(trial.served())
    assert best(trial, "badger keeper") == "otter.md"


def test_passages_are_the_articles_word_for_word(alone: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", THREE)
    alone.update(news)
    manifest = alone.store.manifest()
    for segment in manifest.segments:
        for page in alone.store.all_rows(segment.name):
            for p in page:
                text = (news / manifest.by_article[p.article].source.path).read_text("utf-8")
                assert p.text == text[p.start : p.end]


def test_the_report_tells_how_many_passages_were_embedded_on_the_way(alone: Trial, tmp_path: Path) -> None:
    alone.update(write(tmp_path / "news", THREE))
    passages = len(alone.served())
    assert alone.progress[0] == (0, passages)
    assert alone.progress[-1] == (passages, passages)


def test_what_is_said_of_a_text_stands_among_the_warnings_of_its_article(
    alone: Trial, tmp_path: Path
) -> None:
    alone.warn = lambda _, text: ("it speaks of otters",) if "otter" in text else ()
    news = write(tmp_path / "news", THREE)
    (news / "paper.pdf").write_bytes(pdf(["The otter keeper came with 3 crates."]))
    warned = [("otter.md", "it speaks of otters"), ("paper.pdf", "it speaks of otters")]
    for _ in range(2):
        assert sorted((w.path, w.message) for w in alone.update(news).warnings) == warned
    assert best(alone, "crates keeper came") == "paper.pdf"


def test_what_can_not_be_used_is_read_again_only_where_it_changed(alone: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", {**THREE, "void.md": "---\ntitle: x\n---\n"})
    first = alone.update(news)
    assert [(s.path, bool(s.digest)) for s in first.skipped] == [("void.md", True)]
    assert alone.update(news).skipped == first.skipped
    write(news, {"void.md": "---\ntitle: x\n---\nThe gull flies.\n"})
    assert (alone.update(news).added, alone.update(news).skipped) == (1, ())


def test_one_bad_file_never_stops_the_rest(alone: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", {**THREE, "empty.md": "  \n", "void.md": "---\ntitle: x\n---\n"})
    (news / "paper.pdf").write_bytes(b"%PDF-1.7")  # no more than its beginning
    (news / "zeros.txt").write_bytes(bytes(5000))
    (news / "noise.md").write_bytes(bytes(range(256)) * 40)
    write(news, {"late.md": "---\npublished: 2031-02-38\n---\n# Late\n\nThe gull came late.\n"})
    report = alone.update(news)
    skipped = {s.path: s.reason for s in report.skipped}
    assert {"empty.md", "void.md", "paper.pdf"} <= skipped.keys()
    assert all(reason.endswith((".", "it.")) for reason in skipped.values())
    assert {w.path for w in report.warnings} >= {"late.md"}
    assert {"heron", "otter", "crane", "late"} <= {
        e.source.path.split("/")[-1][:-3] for e in alone.store.manifest().entries
    }
    assert alone.store.manifest().by_article["late"].source.published is None
    again = alone.update(news)
    assert (again.generation, again.skipped, again.warnings) == (1, report.skipped, report.warnings)


def test_a_file_that_stays_unreadable_makes_no_new_generation(alone: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", {**THREE, "void.md": "---\ntitle: x\n---\n"})
    first, second = alone.update(news), alone.update(news)
    assert (first.generation, second.generation) == (1, 1)
    assert second.skipped == first.skipped


def test_a_file_that_can_no_longer_be_read_leaves_the_index_and_is_named(
    alone: Trial, tmp_path: Path
) -> None:
    news = write(tmp_path / "news", THREE)
    alone.update(news)
    write(news, {"otter.md": "---\ntitle: x\n---\n"})
    report = alone.update(news)
    assert (report.articles, report.removed, report.updated) == (2, 1, 0)
    assert [s.path for s in report.skipped] == ["otter.md"]
    assert not any("otter" in text for text in alone.served().values())


def test_the_same_path_in_two_folders_is_two_articles(alone: Trial, tmp_path: Path) -> None:
    one = write(tmp_path / "one", {"a.md": about("heron")})
    two = write(tmp_path / "two", {"a.md": about("otter")})
    assert counts(alone, one, two) == (2, 0, 0, 0, 1)
    assert set(alone.store.manifest().by_article) == {"a", "a-2"}
    assert counts(alone, one, two) == (0, 0, 2, 0, 1)
    assert best(alone, "otter keeper") == "a.md"
    assert counts(alone, one) == (0, 0, 1, 1, 2)


def test_the_first_of_two_folders_may_go(alone: Trial, tmp_path: Path) -> None:
    one = write(tmp_path / "one", {"a.md": about("heron")})
    two = write(tmp_path / "two", {"a.md": about("otter")})
    alone.update(one, two)
    alone.update(two)
    assert {e.source.path for e in alone.store.manifest().entries} == {"a.md"}
    assert not any("heron" in text for text in alone.served().values())
    assert best(alone, "otter keeper") == "a.md"


def test_more_passages_than_allowed_are_left_out_with_a_warning(alone: Trial, tmp_path: Path) -> None:
    long = "# Long\n\n" + "\n\n".join(f"Paragraph {n} " + "speaks of herons " * 60 for n in range(9))
    news = write(tmp_path / "news", {"long.md": long})
    report = alone.update(news, passages=2)
    assert report.passages == 2
    assert "more than 2 passages" in report.warnings[0].message


def test_an_update_may_do_nothing_but_remove(alone: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", THREE)
    alone.update(news)
    for path in THREE:
        (news / path).unlink()
    assert counts(alone, news) == (0, 0, 0, 3, 2)
    assert alone.searcher().search("heron", "en", 5) == []
    assert counts(alone, write(news, {"gull.md": about("gull")})) == (1, 0, 0, 0, 3)
    assert best(alone, "gull") == "gull.md"


def test_a_folder_without_articles_makes_an_empty_index(alone: Trial, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    report = alone.update(tmp_path / "news")
    assert (report.articles, report.passages) == (0, 0)
    assert alone.searcher().search("heron", "en", 5) == []


def test_a_folder_that_is_gone_is_an_error_and_the_index_stays(alone: Trial, tmp_path: Path) -> None:
    alone.update(write(tmp_path / "news", THREE))
    with pytest.raises(CorpusError, match="does not exist"):
        alone.update(tmp_path / "newz")
    assert alone.store.manifest().generation == 1
    assert len(alone.store.manifest().entries) == 3


def test_many_small_updates_serve_what_one_large_rebuild_serves(tmp_path: Path) -> None:
    news = tmp_path / "news"
    with open_store(Embedded(tmp_path / "data" / "chroma")) as store:
        trial = Trial(store, HashedEmbedder(), tmp_path / "data")
        for n in range(24):
            write(news, {f"a{n}.md": about(f"bird{n}", 1 + n % 3), f"a{n // 2}.md": about(f"beast{n}", 2)})
            if n % 5 == 4:
                (news / f"a{n - 1}.md").unlink()
            trial.update(news)
            assert len(store.manifest().segments) <= 2
        served, found = trial.served(), _results(trial)
        trial.update(news, rebuild=True)
        assert trial.served() == served
        assert _results(trial) == found


def _results(trial: Trial) -> list[list[tuple[str, int, float]]]:
    searcher = trial.searcher()
    queries = ["bird7 keeper", "beast23", "harbour 2", "News of the bird1"]
    hits = [searcher.search(query, "en", 10) for query in queries]
    return [
        sorted((h.passage.article, h.passage.ordinal, round(h.score, 2)) for h in found) for found in hits
    ]


def test_large_segments_stay_while_small_ones_come_and_go(alone: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", {f"big{n}.md": about(f"whale{n}", 120) for n in range(260)})
    first = alone.update(news)
    assert first.passages > 2000
    large = alone.store.manifest().segments[0]
    write(news, {"one.md": about("heron")})
    alone.update(news)
    assert alone.store.manifest().segments[0].name == large.name
    assert len(alone.store.manifest().segments) == 2
    assert best(alone, "heron keeper") == "one.md"
    write(news, {"big7.md": about("walrus", 3)})
    alone.update(news)
    assert len(alone.store.manifest().segments) == 2
    assert best(alone, "walrus keeper") == "big7.md"
    assert not any("whale7 " in text for text in alone.served().values())
    for n in range(200):
        (news / f"big{n}.md").unlink()
    alone.update(news)
    assert large.name not in [s.name for s in alone.store.manifest().segments]
    assert len(alone.served()) == alone.store.check().passages
    assert best(alone, "whale250 keeper") == "big250.md"


def test_an_index_of_another_model_is_refused_and_nothing_is_lost(alone: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", THREE)
    alone.update(news)
    other = Trial(alone.store, HashedEmbedder("hashed-2"), alone.data)
    before = alone.served()
    with pytest.raises(FingerprintMismatch, match="index --rebuild"):
        other.update(news)
    with pytest.raises(FingerprintMismatch, match="MODELSCAPE_EMBEDDING_MODEL"):
        check_fingerprint(alone.store.manifest(), "hashed-2")
    assert alone.served() == before
    assert alone.store.manifest().generation == 1

    assert other.update(news, rebuild=True).generation == 2
    check_fingerprint(alone.store.manifest(), "hashed-2")
    assert other.served() == before


def test_when_it_was_first_taken_in_survives_a_change(alone: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", THREE)
    alone.update(news)
    first = alone.store.manifest().by_article["heron"].taken_in
    write(news, {"heron.md": about("heron", 3, "2026-02-02")})
    alone.update(news)
    entry = alone.store.manifest().by_article["heron"]
    assert (entry.taken_in, entry.source.published) == (first, date(2026, 2, 2))


def test_a_second_update_at_the_same_time_is_refused(alone: Trial, tmp_path: Path) -> None:
    news = write(tmp_path / "news", THREE)
    alone.update(news)
    with update_lock(alone.data), pytest.raises(UpdateUnderWay, match="under way"):
        alone.update(news)
    assert alone.update(news).generation == 1


class Failing(HashedEmbedder):
    """Fails when it is asked for the second window of passages."""

    def embed_passages(self, texts: Sequence[str]) -> np.ndarray:
        if self.embedded:
            raise MemoryError("no room for more")
        return super().embed_passages(texts)


def test_an_update_that_fails_halfway_leaves_nothing_behind(alone: Trial, tmp_path: Path) -> None:
    alone.update(write(tmp_path / "news", THREE))
    names = set(alone.store._client.names())
    many = write(tmp_path / "many", {f"m{n}.md": about(f"moth{n}") for n in range(300)})
    failing = Trial(alone.store, Failing(), alone.data)
    with pytest.raises(MemoryError):
        failing.update(many)
    assert set(alone.store._client.names()) == names
    assert alone.store.manifest().generation == 1
    assert best(alone, "crane keeper") == "sub/crane.md"


class Vanishing(HashedEmbedder):
    """Removes a file as soon as a token is counted, so that it is gone when its turn comes."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        self.path.unlink(missing_ok=True)
        return super().count_tokens(texts)


def test_a_file_that_vanishes_on_the_way_is_skipped(embedded: Embedded, tmp_path: Path) -> None:
    news = write(tmp_path / "news", THREE)
    with open_store(embedded) as store:
        trial = Trial(store, Vanishing(news / "otter.md"), tmp_path / "data")
        report = trial.update(news)
        assert [(s.path, "no longer there" in s.reason) for s in report.skipped] == [("otter.md", True)]
        assert report.articles == 2
        assert trial.update(news).articles == 2
