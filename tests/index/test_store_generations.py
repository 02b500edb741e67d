from dataclasses import replace

import numpy as np
import pytest

from index.store.chroma import Store, open_store
from index.store.client import Client
from index.store.generations import COLLECTION, KEPT
from index.store.manifest import Entry, Manifest
from index.store.place import Embedded, Place
from index.types import SegmentGone, StoreDamaged, UpdateUnderWay
from tests.index.store_helpers import NOW, a_manifest, a_source, publish_one


def test_a_large_manifest_is_read_as_it_was_written(store: Store) -> None:
    entries = [
        Entry(a_source(f"robots-{n}"), "/news", f"{n:064x}", "modelscape-p-x-1", n, NOW) for n in range(2000)
    ]
    manifest = replace(a_manifest(1), entries=tuple(entries))
    store.publish(manifest)
    assert store.manifest() == manifest


def test_the_newest_two_generations_are_kept(store: Store) -> None:
    for generation in range(1, 5):
        publish_one(store, generation)
    assert [store.manifest(n).generation for n in (3, 4)] == [3, 4]
    with pytest.raises(SegmentGone, match="ask again"):
        store.manifest(2)
    assert KEPT == 2


def test_of_two_writers_one_wins_and_the_other_is_told(place: Place, store: Store) -> None:
    with open_store(place) as rival:
        first = replace(a_manifest(1), fingerprint="ours")
        store.publish(first)
        with pytest.raises(UpdateUnderWay, match="run this one again"):
            rival.publish(replace(a_manifest(1), fingerprint="theirs"))
        assert rival.manifest() == store.manifest() == first


def test_a_record_that_slips_in_between_is_not_overwritten(store: Store, place: Place) -> None:
    store.publish(a_manifest(1))
    client = Client(place)
    client.add(COLLECTION, ["00000002"], np.ones((1, 1), np.float32), [{"manifest": "theirs", "token": "x"}])
    client.add(COLLECTION, ["00000002"], np.ones((1, 1), np.float32), [{"manifest": "ours", "token": "y"}])
    assert client.records(COLLECTION, ["00000002"])["00000002"][1]["token"] == "x"
    client.close()


@pytest.mark.parametrize("generation", [1, 2, 3, 5])
def test_a_generation_that_does_not_follow_the_newest_is_refused(store: Store, generation: int) -> None:
    for number in (1, 2, 3):
        store.publish(a_manifest(number))
    with pytest.raises(UpdateUnderWay):
        store.publish(a_manifest(generation))
    assert store.latest_generation() == 3


@pytest.mark.parametrize("packed", ["", "{}", "not base64!", "AAAA", "eJwDAAAAAAE="])
def test_a_broken_manifest_is_called_damaged(place: Place, packed: str) -> None:
    client = Client(_made(place))
    client.create(COLLECTION, "")
    client.add(COLLECTION, ["00000001"], np.ones((1, 1), np.float32), [{"manifest": packed, "token": "x"}])
    client.close()
    with open_store(place) as store:
        assert store.latest_generation() == 1
        with pytest.raises(StoreDamaged, match=r"can't be read: (move|run)"):
            store.manifest()


def test_a_broken_older_generation_does_not_keep_the_next_from_being_published(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    client = Client(_made(place))
    client.create(COLLECTION, "")
    client.add(COLLECTION, ["00000001"], np.ones((1, 1), np.float32), [{"manifest": "", "token": "x"}])
    client.close()
    with open_store(place) as store:
        publish_one(store, 2)
        assert "left where they are" in caplog.text
        publish_one(store, 3)
        assert store.check().generation == 3


def test_a_store_that_was_emptied_meanwhile_has_no_index(place: Place, store: Store) -> None:
    publish_one(store, 1)
    client = Client(place)
    client.delete(COLLECTION)
    client.close()
    assert store.latest_generation() is None
    publish_one(store, 1)
    assert store.latest_generation() == 1


def _made(place: Place) -> Place:
    if isinstance(place, Embedded):
        place.folder.mkdir(parents=True)
    return place


def test_a_manifest_survives_a_restart(place: Place) -> None:
    with open_store(place) as store:
        publish_one(store, 1)
    with open_store(place) as store:
        found: Manifest = store.manifest()
        assert store.rows(found.segments[0].name, [4])[0].ordinal == 4
