"""The same news twice, in folders of articles and taken in: copies, translations and corrections."""

import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.settings import Settings
from index.types import Embedder
from tests.corpus.intake.test_kinship import LAWS, NOTED, ON_THE_SAME, REPORT, TRANSLATED

CACHE = str(Settings().cache)
COPY = "By Ann Lee\n\n" + REPORT + "\nThis text first appeared in The Example.\n"


def dated(text: str, day: int) -> str:
    return f"---\npublished: 2026-03-{day:02}\n---\n{text}"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "report.md").write_text(dated(REPORT, 5))
    (folder / "copy.md").write_text(dated(COPY, 6))
    (folder / "zh.md").write_text(dated(TRANSLATED, 6))
    (folder / "same-event.md").write_text(dated(ON_THE_SAME, 7))
    (folder / "laws.md").write_text(dated(LAWS, 7))
    return folder


@pytest.fixture
def run(
    tmp_path: Path,
    news: Path,
    embedder: Embedder,
    environment: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
) -> Any:
    assert embedder.dimensions
    environment(MODELSCAPE_DATA=str(tmp_path / "data"), MODELSCAPE_CORPUS=str(news), MODELSCAPE_CACHE=CACHE)

    def act(*argv: str) -> Any:
        with ExitStack() as opened:
            assert main(opened, [*argv, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return act


def kin(run: Any) -> dict[str, tuple[str | None, str | None, str | None]]:
    found = {
        a["article"]: (a["copy_of"], a["translation_of"], a["superseded_by"])
        for a in run("sources")["articles"]
    }
    return {article: told for article, told in found.items() if any(told)}


def test_copies_count_once_and_a_translation_is_linked_to_its_original(run: Any, news: Path) -> None:
    report = run("index")
    assert (report["articles"], report["skipped"]) == (5, [])  # none is lost
    assert kin(run) == {"copy": ("report", None, None), "zh": (None, "report", None)}
    assert "copy" not in {cited["article"] for cited in run("model", "Kestrel 3")["citations"]}

    (news / "report.md").unlink()
    run("index")
    assert kin(run) == {"zh": (None, "copy", None)}


def test_a_correction_takes_the_place_of_what_it_corrects_and_says_so(run: Any, news: Path) -> None:
    run("index")
    assert "1M tokens" in windows(run)
    (news / "corrected.md").write_text(dated(NOTED, 8))
    report = run("index")
    warned = {one["path"]: one["message"] for one in report["warnings"]}
    assert "superseded by corrected.md" in warned["report.md"]
    assert kin(run)["report"][2] == "corrected"
    (news / "copy.md").unlink()
    (news / "zh.md").unlink()
    (news / "same-event.md").unlink()
    run("index")
    assert windows(run) == {"2M tokens"}
    (news / "corrected.md").unlink()
    run("index")
    assert windows(run) == {"1M tokens"}


def windows(run: Any) -> set[str]:
    rows = run("model", "Kestrel 3")["rows"]
    return {row["shown"] for row in rows if row["attribute"] == "context_window"}


def test_a_copy_that_is_offered_is_no_article_but_one_more_address(run: Any, tmp_path: Path) -> None:
    given = tmp_path / "first.md", tmp_path / "second.md"
    given[0].write_text(LAWS.replace("commission", "council"))
    given[1].write_text("By Ann Lee\n\n" + LAWS.replace("commission", "council"))
    run("add", str(given[0]))
    added = run("add", str(given[1]))
    assert (added["articles"], len(added["copies"])) == (6, 1)
    addresses = [a["addresses"] for a in run("sources")["articles"] if len(a["addresses"]) > 1]
    assert addresses == [[path.as_uri() for path in given]]
