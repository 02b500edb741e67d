import json
from argparse import Namespace
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.sources import run
from bot.settings import Settings
from corpus.types import Source
from index.store.chroma import open_store
from index.store.manifest import Entry, Manifest
from index.store.place import Embedded
from index.types import NoIndex
from tests.bot.samples import BARE, SOURCE

NOW = datetime(2031, 6, 1, tzinfo=UTC)


def entry(source: Source) -> Entry:
    return Entry(source, "/c", "0" * 64, "s", 12, NOW, facts=3)


def test_articles_are_listed_newest_first_without_a_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_store(Embedded(tmp_path / "chroma")) as store:
        store.publish(Manifest(1, "any", NOW, entries=(entry(BARE), entry(SOURCE))), NOW)
    settings = Settings(data=tmp_path, cache=tmp_path / "nothing")
    assert run(Namespace(json=True, set_aside=False), settings, ExitStack()) == 0
    first, second = json.loads(capsys.readouterr().out)["articles"]
    assert first == {
        "article": "quartz-arrives",
        "title": "Quartz 7 arrives",
        "publisher": "The Example",
        "url": "https://news.example/quartz",
        "published": "2031-05-04",
        "language": "en",
        "path": "2031/quartz.md",
        "facts": 3,
        "passages": 12,
        "copy_of": None,
        "translation_of": None,
        "superseded_by": None,
        "addresses": ["https://news.example/quartz"],
    }
    assert (second["article"], second["published"]) == ("bare", None)
    assert run(Namespace(json=False, set_aside=False), settings, ExitStack()) == 0
    assert capsys.readouterr().out.startswith("Quartz 7 arrives — The Example")


def test_an_index_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NoIndex):
        run(Namespace(json=True, set_aside=False), Settings(data=tmp_path), ExitStack())
    assert list(tmp_path.iterdir()) == []
