import threading
from datetime import timedelta

import numpy as np
import pytest

from index.store.chroma import PAGE, Health, Store, open_store
from index.store.place import Embedded, Place
from index.types import FingerprintMismatch, NoIndex, SegmentGone, StoreDamaged
from tests.index.store_helpers import (
    DIMENSIONS,
    NOW,
    a_manifest,
    a_source,
    passages_of,
    publish_one,
    unit_vectors,
    write_segment,
)


def test_an_empty_store_has_no_generation_and_says_what_to_do(store: Store) -> None:
    assert store.latest_generation() is None
    with pytest.raises(NoIndex, match="run `modelscape index`"):
        store.manifest()
    with pytest.raises(NoIndex):
        store.check()


def test_rows_come_back_in_the_order_asked(store: Store) -> None:
    segment = write_segment(store, "tin-robots", 30)
    expected = passages_of("tin-robots", 30)
    assert store.rows(segment.name, [29, 3, 3, 0]) == [expected[29], expected[3], expected[3], expected[0]]
    assert store.rows(segment.name, []) == []


def test_rows_are_written_in_parts(store: Store) -> None:
    name = store.new_segment("abcdefgh", NOW)
    passages, vectors = passages_of("tin-robots", 7), unit_vectors(7)
    for first, last in ((0, 3), (3, 7)):
        store.add_rows(name, first, passages[first:last], {"tin-robots": a_source()}, vectors[first:last])
    assert store.rows(name, range(7)) == passages
    assert store.vectors(name) == pytest.approx(vectors, abs=1e-6)


def test_more_rows_than_chroma_takes_at_once_are_written_and_read(store: Store) -> None:
    count = 2 * PAGE + 100
    segment = write_segment(store, "tin-robots", count)
    pages = list(store.all_rows(segment.name))
    assert [len(page) for page in pages] == [PAGE, PAGE, 100]
    assert [p for page in pages for p in page] == passages_of("tin-robots", count)
    assert store.vectors(segment.name) == pytest.approx(unit_vectors(count), abs=1e-6)


def test_a_query_gives_rows_best_first_with_their_cosines(store: Store) -> None:
    segment = write_segment(store, "tin-robots", 500)
    vectors = unit_vectors(500)
    rows, similarities = store.query(segment.name, vectors[42], 20)
    exact = vectors @ vectors[42]
    assert (str(rows.dtype), str(similarities.dtype)) == ("int64", "float32")
    assert rows.tolist() == np.argsort(-exact)[:20].tolist()
    assert similarities == pytest.approx(exact[rows], abs=1e-5)


@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_query_for_more_rows_than_there_are_gives_all(store: Store, count: int) -> None:
    name = store.new_segment("abcdefgh", NOW)
    store.add_rows(name, 0, passages_of("a", count), {"a": a_source("a")}, unit_vectors(count))
    rows, similarities = store.query(name, unit_vectors(1)[0], 200)
    assert sorted(rows.tolist()) == list(range(count))
    assert similarities.shape == (count,)


def test_a_query_of_another_length_names_the_embedding_model(store: Store) -> None:
    segment = write_segment(store, "tin-robots", 3)
    with pytest.raises(FingerprintMismatch, match="MODELSCAPE_EMBEDDING_MODEL"):
        store.query(segment.name, np.ones(DIMENSIONS + 1, np.float32), 2)


def test_vectors_come_in_the_order_asked(store: Store) -> None:
    segment = write_segment(store, "tin-robots", 12)
    assert store.vectors(segment.name, [11, 0, 5]) == pytest.approx(unit_vectors(12)[[11, 0, 5]], abs=1e-6)
    assert store.vectors(segment.name, []).size == 0


def test_a_row_that_is_not_there_is_damage_not_a_shorter_answer(store: Store) -> None:
    segment = write_segment(store, "tin-robots", 3)
    with pytest.raises(StoreDamaged, match=r"--rebuild|run `modelscape index`"):
        store.rows(segment.name, [1, 3])
    with pytest.raises(StoreDamaged):
        store.vectors(segment.name, [1, 3])


def test_odd_text_is_kept_to_the_character(store: Store) -> None:
    name = store.new_segment("abcdefgh", NOW)
    passage = passages_of("a", 1, words="\0\u202e\ufeff🎉\r\n\t'; DROP TABLE collections; --")[0]
    store.add_rows(name, 0, [passage], {"a": a_source("a")}, unit_vectors(1))
    assert store.rows(name, [0]) == [passage]


def test_a_dropped_segment_is_gone_and_may_be_dropped_again(store: Store) -> None:
    segment = write_segment(store, "tin-robots", 3)
    store.drop([segment.name])
    store.drop([segment.name])
    for call in (store.rows, store.vectors):
        with pytest.raises(SegmentGone):
            call(segment.name, [0])
    with pytest.raises(SegmentGone):
        store.query(segment.name, unit_vectors(1)[0], 1)


def test_the_name_of_a_segment_shows_the_fingerprint(store: Store) -> None:
    first, second = (store.new_segment("BGE/m3 v2-split", NOW) for _ in range(2))
    assert first.startswith("modelscape-p-bgem3v2s-")
    assert first != second


def test_another_handle_on_the_store_sees_what_is_published_without_being_opened_again(
    place: Place, store: Store
) -> None:
    with open_store(place) as reader:
        assert reader.latest_generation() is None
        for generation in (1, 2, 3):
            segment = publish_one(store, generation, words=f"sings {generation}")
            assert reader.latest_generation() == generation
            assert reader.manifest().segments == (segment,)
            rows, _ = reader.query(segment.name, unit_vectors(5)[2], 1)
            assert f"sings {generation}" in reader.rows(segment.name, rows.tolist())[0].text


def test_a_reader_whose_segment_was_dropped_is_told_so_and_finds_the_new_one(
    place: Place, store: Store
) -> None:
    segment = publish_one(store, 1)
    with open_store(place) as reader:
        assert len(reader.query(segment.name, unit_vectors(1)[0], 3)[0]) == 3
        store.drop([segment.name])
        for _ in range(2):
            with pytest.raises(SegmentGone, match="ask again"):
                reader.query(segment.name, unit_vectors(1)[0], 3)
            with pytest.raises(SegmentGone):
                reader.rows(segment.name, [0])
        newer = publish_one(store, 2)
        assert reader.manifest().segments == (newer,)
        assert len(reader.query(newer.name, unit_vectors(1)[0], 3)[0]) == 3


def test_check_counts_what_is_served(store: Store) -> None:
    publish_one(store, 1, 4)
    assert store.check() == Health(generation=1, articles=1, passages=4, segments=1)


def test_check_finds_a_segment_that_is_missing_or_of_another_size(store: Store) -> None:
    segment = publish_one(store, 1, 4)
    store.add_rows(segment.name, 4, passages_of("a", 1), {"a": a_source("a")}, unit_vectors(1))
    with pytest.raises(StoreDamaged, match="5 rows"):
        store.check()
    store.drop([segment.name])
    with pytest.raises(StoreDamaged, match="lacks its part"):
        store.check()


def test_several_threads_ask_at_once(store: Store) -> None:
    segment = publish_one(store, 1, 200)
    found: list[int] = []

    def ask(row: int) -> None:
        found.append(int(store.query(segment.name, unit_vectors(200)[row], 1)[0][0]))

    threads = [threading.Thread(target=ask, args=(row,)) for row in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == list(range(16))


def test_a_folder_is_made_with_its_parents(embedded: Embedded) -> None:
    with open_store(embedded) as store:
        assert store.latest_generation() is None
    assert embedded.folder.is_dir()


def test_publishing_takes_the_newest_of_two_as_the_pointer(store: Store) -> None:
    publish_one(store, 1)
    store.publish(a_manifest(2), now=NOW + timedelta(minutes=1))
    assert store.manifest() == a_manifest(2)
    assert store.manifest(1).generation == 1
