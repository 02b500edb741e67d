from datetime import timedelta

import numpy as np
import pytest

from index.store.chroma import Store, open_store
from index.store.client import Client
from index.store.fact_rows import PAGE
from index.store.manifest import Segment
from index.store.place import Place
from index.store.segments import Kind
from index.types import FactRow, SegmentGone, StoreDamaged
from tests.index.fact_helpers import rows_of
from tests.index.store_helpers import NOW, a_manifest, a_source, unit_vectors, write_segment

LATER = NOW + timedelta(days=2)


def written(store: Store, count: int) -> Segment:
    """Passages of an article, and its facts beside them."""
    passages = write_segment(store, "tin-robots", 3)
    name = store.new_segment("abcdefgh", NOW, Kind.FACTS)
    store.facts.add(name, 0, rows_of("tin-robots", count), {"tin-robots": a_source()}, unit_vectors(count))
    return Segment(passages.name, 3, name, count)


def read(store: Store, segment: Segment) -> list[FactRow]:
    assert segment.facts
    return [row for page in store.facts.pages(segment.facts) for row in page]


def test_facts_come_back_to_the_last_bit_with_their_vectors(store: Store) -> None:
    segment = written(store, 400)
    assert read(store, segment) == rows_of("tin-robots", 400)
    assert segment.facts
    assert segment.facts.startswith("modelscape-f-abcdefgh-")
    assert store.vectors(segment.facts) == pytest.approx(unit_vectors(400), abs=1e-6)


def test_more_facts_than_a_page_are_read_in_order(store: Store) -> None:
    segment = written(store, PAGE + 3)
    assert read(store, segment) == rows_of("tin-robots", PAGE + 3)


def test_a_generation_keeps_its_facts_and_they_go_with_it(place: Place, store: Store) -> None:
    segments = []
    for generation in range(1, 5):
        segments.append(written(store, 2))
        store.publish(a_manifest(generation, [("tin-robots", segments[-1])]), now=LATER)
    client = Client(place)
    left = {name for name in client.names() if name.startswith("modelscape-f-")}
    client.close()
    assert left == {segments[2].facts, segments[3].facts}
    with pytest.raises(SegmentGone):
        read(store, segments[1])


def test_a_manifest_names_the_facts_after_a_restart(place: Place) -> None:
    with open_store(place) as store:
        store.publish(a_manifest(1, [("tin-robots", written(store, 4))]))
    with open_store(place) as store:
        assert len(read(store, store.manifest().segments[0])) == 4


def test_check_finds_facts_that_are_missing_or_of_another_number(store: Store) -> None:
    segment = written(store, 4)
    store.publish(a_manifest(1, [("tin-robots", segment)]))
    store.check()
    assert segment.facts
    store.facts.add(segment.facts, 4, rows_of("a", 1), {"a": a_source("a")}, unit_vectors(1))
    with pytest.raises(StoreDamaged, match="5 rows"):
        store.check()
    store.drop([segment.facts])
    with pytest.raises(StoreDamaged, match="lacks its part modelscape-f-"):
        store.check()


def test_a_row_that_is_no_fact_is_damage(place: Place, store: Store) -> None:
    segment = written(store, 1)
    assert segment.facts
    client = Client(place)
    client.add(segment.facts, ["1"], np.ones((1, 16), np.float32), [{"attribute": "wings"}], ["x"])
    client.close()
    with pytest.raises(StoreDamaged, match="that is no fact"):
        read(store, segment)
