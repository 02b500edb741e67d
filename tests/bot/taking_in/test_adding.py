"""`add`, `remove` and `sources --set-aside` as a user runs them, with the real model and store."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.settings import Settings
from index.types import Embedder
from tests.web import Page, Web, serving

REPORT = {
    *("articles", "passages", "facts", "added", "updated", "unchanged", "removed", "skipped", "warnings"),
    *("generation", "seconds", "changes"),
}
EVENT = {"date", "model", "what", "before", "after", "citations"}
SOURCE = {"article", "title", "publisher", "url", "published", "language", "path", "facts", "passages"}
NEWS = """<!doctype html><html lang="en"><head><title>GPT-5.5</title>
<meta property="article:published_time" content="2026-03-02"></head><body><article><h1>OpenAI releases GPT-5.5</h1>
<p>OpenAI released GPT-5.5 on Monday. The large language model has a context window of %s tokens.</p></article>"""
PIE = "<!doctype html><html><body><h1>Apple pie</h1><p>Take four apples, and bake them for an hour.</p>"


@pytest.fixture
def web() -> Iterator[Web]:
    with serving({"/gpt": Page((NEWS % "2 million").encode()), "/pie": Page(PIE.encode())}) as found:
        yield found


@pytest.fixture
def run(
    tmp_path: Path,
    web: Web,
    embedder: Embedder,
    environment: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
) -> Any:
    assert embedder.dimensions
    news = tmp_path / "news"
    news.mkdir()
    (news / "owl.md").write_text(
        "---\npublished: 2026-02-01\n---\n# GPT-5.4\n\nOpenAI released GPT-5.4 in January.\n"
    )
    environment(
        MODELSCAPE_DATA=str(tmp_path / "data"),
        MODELSCAPE_CORPUS=str(news),
        MODELSCAPE_ALLOWED_PORTS=str(web.port),
        MODELSCAPE_ALLOW_PRIVATE_ADDRESSES="true",
        **CACHE,
    )

    def act(*argv: str) -> tuple[int, Any, str]:
        with ExitStack() as opened:
            status = main(opened, [*argv, "--json"])
        out, err = capsys.readouterr()
        return status, json.loads(out) if out else None, err

    return act


CACHE = {"MODELSCAPE_CACHE": str(Settings().cache)}


def test_an_article_is_taken_in_asked_and_taken_out_again(run: Any, web: Web) -> None:
    assert run("index")[1]["articles"] == 1
    status, added, err = run("add", web.at("/gpt"), web.at("/pie"))
    assert (status, added.keys() >= REPORT, err) == (0, True, "")
    assert (added["articles"], added["added"], added["unchanged"]) == (2, 1, 1)
    assert [one["path"] for one in added["set_aside"]] == [web.at("/pie")]
    assert all(event.keys() >= EVENT for event in added["changes"])
    assert ("GPT-5.5", "2M tokens") in {(event["model"], event["after"]) for event in added["changes"]}
    assert {n for event in added["changes"] for n in event["citations"]} == {
        c["n"] for c in added["citations"]
    }

    assert run("index")[1]["unchanged"] == 2
    assert run("model", "GPT-5.5")[1]["rows"]

    status, removed, _ = run("remove", web.at("/gpt"))
    assert (status, removed["articles"], removed["removed"]) == (0, 1, 1)
    assert run("model", "GPT-5.5")[1]["rows"] == []
    status, again, err = run("add", web.at("/gpt"))
    assert (status, again["articles"], [one["path"] for one in again["skipped"]]) == (1, 1, [web.at("/gpt")])
    assert "--force" in err
    assert run("add", "--force", web.at("/gpt"))[1]["added"] == 1
    assert run("add", web.at("/gpt"))[:2][0] == 0


def test_a_changed_page_tells_what_changed(run: Any, web: Web) -> None:
    run("add", web.at("/gpt"))
    web.pages["/gpt"] = Page((NEWS % "4 million").encode())
    _, found, _ = run("add", web.at("/gpt"))
    assert (found["updated"], found["articles"]) == (1, 2)
    (event,) = [e for e in found["changes"] if "context" in e["what"]]
    assert (event["model"], event["before"], event["after"]) == ("GPT-5.5", "2M tokens", "4M tokens")
    cited = {c["n"]: c["quote"] for c in found["citations"]}
    (quote,) = [cited[n] for n in event["citations"]]  # the first version can't be quoted any more
    assert "4 million tokens" in quote
    assert run("add", web.at("/gpt"))[1]["changes"] == []


def test_the_first_add_makes_an_index_of_all_articles(run: Any, web: Web) -> None:
    status, found, _ = run("add", web.at("/gpt"))
    assert (status, found["articles"], found["added"]) == (0, 2, 2)


def test_what_can_not_be_taken_in_is_told_and_the_rest_is(run: Any, web: Web) -> None:
    status, found, err = run(
        "add", web.at("/nothing"), web.at("/gpt"), "ftp://a.example/x", "no-such-file.md"
    )
    assert (status, found["articles"]) == (1, 2)
    assert [one["path"] for one in found["skipped"]] == [
        web.at("/nothing"),
        "ftp://a.example/x",
        "no-such-file.md",
    ]
    assert [line.split()[1] for line in err.splitlines() if "was not taken in" in line] == [
        one["path"] for one in found["skipped"]
    ]


def test_what_was_set_aside_is_listed(run: Any, web: Web) -> None:
    run("add", web.at("/pie"))
    (aside,) = run("sources", "--set-aside")[1]["articles"]
    assert aside.keys() >= SOURCE | {"reason"}
    assert (aside["url"], aside["title"], aside["passages"]) == (web.at("/pie"), "Apple pie", 0)


def test_an_article_of_an_operators_folder_is_taken_out_although_its_file_stays(
    run: Any, tmp_path: Path
) -> None:
    run("index")
    assert run("remove", "owl")[1]["articles"] == 0
    status, found, _ = run("index")
    assert (status, found["articles"], [one["path"] for one in found["skipped"]]) == (0, 0, ["owl.md"])
    assert (tmp_path / "news" / "owl.md").is_file()
    assert run("add", str(tmp_path / "news" / "owl.md"))[0] == 1
    assert run("add", "--force", str(tmp_path / "news" / "owl.md"))[1]["articles"] == 1


def test_an_article_that_is_not_there_is_told_with_what_is_spelled_alike(run: Any) -> None:
    run("index")
    status, out, err = run("remove", "owls")
    assert (status, out) == (1, None)
    assert "did you mean owl?" in err


def test_what_articles_are_recognised_by_is_kept_when_they_are_read(run: Any, tmp_path: Path) -> None:
    """So that to take in one article costs no reading of all others."""
    run("index")
    file = tmp_path / "data" / "intake" / "prints.json"
    assert len(json.loads(file.read_text())["prints"]) == 1
    (tmp_path / "news" / "owl.md").unlink()  # it is known without being read
    copy = tmp_path / "copy.md"
    copy.write_text("# GPT-5.4\n\nOpenAI released GPT-5.4 in January.\n")
    assert [one["of"] for one in run("add", str(copy))[1]["copies"]] == ["owl.md"]
