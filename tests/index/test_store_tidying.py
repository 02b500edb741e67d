from datetime import timedelta

import pytest

from index.store.chroma import Store, open_store
from index.store.client import Client
from index.store.place import Embedded, Place, Server
from index.store.segments import Kind, segment_name, unneeded
from index.types import SegmentGone
from tests.index.store_helpers import NOW, a_manifest, publish_one, unit_vectors, write_segment

LATER = NOW + timedelta(days=2)


def test_segments_of_the_newest_two_generations_stay_and_older_ones_go(place: Place, store: Store) -> None:
    segments = []
    for generation in range(1, 5):
        segments.append(write_segment(store, "tin-robots", 3))
        store.publish(a_manifest(generation, [("tin-robots", segments[-1])]), now=LATER)
    assert _segments(place) == {segments[2].name, segments[3].name}
    with pytest.raises(SegmentGone):
        store.query(segments[1].name, unit_vectors(1)[0], 1)


def test_a_segment_that_later_generations_still_name_stays(place: Place, store: Store) -> None:
    old = write_segment(store, "tin-robots", 3)
    for generation in range(1, 5):
        store.publish(a_manifest(generation, [("tin-robots", old)]), now=LATER)
    assert _segments(place) == {old.name}


def test_what_an_update_that_died_left_behind_goes_with_the_next_but_not_a_rivals_on_a_server(
    place: Place, store: Store
) -> None:
    orphan = write_segment(store, "tin-robots", 3)
    store.publish(a_manifest(1), now=NOW + timedelta(hours=1))
    assert _segments(place) == ({orphan.name} if isinstance(place, Server) else set())
    store.publish(a_manifest(2), now=LATER)
    assert _segments(place) == set()


def test_collections_of_others_are_left_alone(place: Place, store: Store) -> None:
    client = Client(place)
    client.create("somebody-elses", "")
    store.publish(a_manifest(1), now=LATER)
    assert "somebody-elses" in client.names()
    client.close()


def test_the_folder_does_not_grow_with_the_number_of_updates(embedded: Embedded) -> None:
    with open_store(embedded) as store:
        for generation in range(1, 6):
            publish_one(store, generation, 1200)
        folders = [entry for entry in embedded.folder.iterdir() if entry.is_dir()]
        assert len(folders) <= 3  # of two segments and the generations
        store.check()
    with open_store(embedded) as store:
        assert store.check().passages == 1200


def test_names_carry_the_kind() -> None:
    assert segment_name(Kind.FACTS, "x").startswith("modelscape-f-x-")
    assert segment_name(Kind.PASSAGES, "///").startswith("modelscape-p-any-")


def test_a_segment_of_unknown_age_is_only_removed_where_age_does_not_count() -> None:
    names = {"modelscape-p-a-1": "", "modelscape-f-a-2": "soon", "other": ""}
    assert unneeded(names, []) == ["modelscape-p-a-1", "modelscape-f-a-2"]
    assert unneeded(names, [], before=LATER) == []


def _segments(place: Place) -> set[str]:
    client = Client(place)
    found = {name for name in client.names() if name.startswith("modelscape-p-")}
    client.close()
    return found
