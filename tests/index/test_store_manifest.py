import json
from dataclasses import replace
from datetime import date

import pytest

from corpus.types import Skipped, Source
from index.store.manifest import Entry, Manifest, Segment, from_json, to_json
from index.types import StoreDamaged, StoreError
from tests.index.store_helpers import NOW, a_manifest, a_source

FULL = Manifest(
    generation=7,
    fingerprint="some-model/split-3",
    created=NOW,
    segments=(Segment("modelscape-p-somemode-1", 3), Segment("modelscape-p-somemode-2", 1)),
    entries=(
        Entry(
            a_source(),
            "/news",
            "a" * 64,
            "modelscape-p-somemode-1",
            3,
            NOW,
            2,
            ("the date 2026-02-38 is none",),
        ),
        Entry(
            Source("b", "b/机器人.md", "“机器人”\n\0🎉", "zh"),
            "taken-in",
            "b" * 64,
            "modelscape-p-somemode-2",
            1,
            NOW,
        ),
        Entry(
            replace(a_source("c"), retrieved=date(2026, 2, 12)),
            "/news",
            "c" * 64,
            "modelscape-p-somemode-2",
            1,
            NOW,
        ),
    ),
    skipped=(Skipped("empty.md", "it is empty"),),
)


@pytest.mark.parametrize("manifest", [FULL, a_manifest(1)], ids=["full", "empty"])
def test_a_manifest_is_read_as_it_was_written(manifest: Manifest) -> None:
    assert from_json(to_json(manifest)) == manifest


def test_entries_are_found_by_article() -> None:
    assert FULL.by_article["b"].corpus == "taken-in"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        "7",
        '"x"',
        to_json(FULL)[:-20],
        to_json(FULL).replace("generation", "generatio"),
    ],
)
def test_what_is_no_manifest_is_called_damaged(text: str) -> None:
    with pytest.raises(StoreDamaged, match="--rebuild"):
        from_json(text)


@pytest.mark.parametrize(
    ("where", "value"),
    [("entries", [None]), ("entries", 3), ("segments", [{"name": "x"}]), ("created", "yesterday")],
)
def test_a_manifest_with_a_part_of_another_kind_is_called_damaged(where: str, value: object) -> None:
    with pytest.raises(StoreDamaged):
        from_json(json.dumps({**json.loads(to_json(FULL)), where: value}))


def test_a_manifest_of_a_newer_program_asks_for_an_update() -> None:
    with pytest.raises(StoreError, match="newer modelscape: update"):
        from_json(json.dumps({**json.loads(to_json(FULL)), "format": 99}))
