"""`add` is killed at any moment: the old index or the new one answers, nothing is out of order, none is lost."""

import os
import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from bot.compose import open_facts
from bot.doctor.examination import examine
from bot.places import taken_in_folder
from bot.settings import Settings
from corpus.facts.types import Attribute
from corpus.files import find_files
from corpus.reader import read_article
from index.types import Embedder
from tests.settings import settings_for

ROOT = Path(__file__).parents[3]


def test_a_killed_update_loses_no_article_and_leaves_an_index_that_answers(
    tmp_path: Path, embedder: Embedder
) -> None:
    _kill_and_look(tmp_path, embedder, articles=40, kills=3)


@pytest.mark.slow
def test_an_update_of_two_hundred_articles_killed_at_thirty_moments_loses_none(
    tmp_path: Path, embedder: Embedder
) -> None:
    _kill_and_look(tmp_path, embedder, articles=200, kills=30)


def _kill_and_look(folder: Path, embedder: Embedder, articles: int, kills: int) -> None:
    assert embedder.dimensions  # the model is made by now, and no round waits for it
    settings, moments, served = settings_for(folder / "data"), random.Random(kills), 0
    (folder / "others").mkdir()
    whole = _add(folder, articles, 0, None)
    for version in range(1, kills + 1):
        _add(folder, articles, version, moments.uniform(0.1, 1.1) * whole)
        assert all(check.ok for check in examine(settings, ()))
        found = _served(settings)
        assert len(found) == articles
        assert set(found.values()) in ({served}, {version})
        served = max(found.values())
    _add(folder, articles, kills + 1, None)
    assert set(_served(settings).values()) == {kills + 1}
    assert _stored(settings) == sorted(map(_model, range(articles)))


def _add(folder: Path, articles: int, version: int, seconds: float | None) -> float:
    """Offers all articles in a new version, and kills that after some time, if any is given."""
    given = [_written(folder / f"{number}.md", _model(number), version) for number in range(articles)]
    command = [sys.executable, "-m", "bot", "--data", str(folder / "data"), "add", *given]
    kept = {k: v for k, v in os.environ.items() if not k.startswith("MODELSCAPE_") or k == "MODELSCAPE_CACHE"}
    environment = {**kept, "PYTHONPATH": str(ROOT), "MODELSCAPE_CORPUS": str(folder / "others")}
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(30)
    else:
        assert process.returncode == 0
    return time.monotonic() - began


def _model(number: int) -> str:
    return f"Claude Opus {number // 9 + 10}.{number % 9 + 1}"


def _written(path: Path, model: str, version: int) -> str:
    path.write_text(f"# {model}\n\n{model} has a context window of {version + 1}000 tokens.\n", "utf-8")
    return str(path)


def _served(settings: Settings) -> dict[str, int]:
    """The version that each article is answered from, by its model."""
    with open_facts(settings, print) as facts:
        known = facts.use(lambda newest: newest.known.headlines(Attribute.CONTEXT_WINDOW))
    return {s.fact.model.name: int(s.fact.value.number or 0) // 1000 - 1 for s in known}


def _stored(settings: Settings) -> list[str]:
    found, skipped = find_files(taken_in_folder(settings))
    assert skipped == []
    return sorted(read_article(file, date(2026, 3, 1)).source.title for file in found)
