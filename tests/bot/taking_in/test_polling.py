"""`feeds` as a user runs it, with the real model and store, on a web server of the tests' own."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.settings import Settings
from bot.taking_in.polling import take_in, visit_feeds
from corpus.intake.feeds.visiting import Outcome
from index.store.lock import update_lock
from index.types import Embedder, UpdateUnderWay
from tests.settings import settings_for
from tests.web import Page, Web, serving

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
CACHE = {"MODELSCAPE_CACHE": str(Settings().cache)}
REPORT = {
    *("articles", "passages", "facts", "added", "updated", "unchanged", "removed", "skipped", "warnings"),
    *("generation", "seconds", "changes", "feeds"),
}
NEWS = """<!doctype html><html lang="en"><head><title>%s</title></head><body><article><h1>OpenAI releases %s</h1>
<p>OpenAI released %s on Monday. The large language model has a context window of %s tokens.</p></article>"""
PIE = "<!doctype html><html><body><h1>Apple pie</h1><p>Take four apples, and bake them for an hour.</p>"


def news(model: str, window: str) -> Page:
    return Page((NEWS % (model, model, model, window)).encode())


def feed_of(*links: str, day: str = "Mon, 02 Mar 2026 10:00:00 GMT") -> Page:
    items = "".join(f"<item><title>{n}</title><link>{n}</link><pubDate>{day}</pubDate></item>" for n in links)
    return Page(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode(), etag=f'"{day}{links}"')


@pytest.fixture
def web() -> Iterator[Web]:
    pages = {
        "/rss": feed_of("/gpt-5.5", "/gpt-5.6", "/pie"),
        "/gpt-5.5": news("GPT-5.5", "2 million"),
        "/gpt-5.6": news("GPT-5.6", "3 million"),
        "/pie": Page(PIE.encode()),
    }
    with serving(pages) as found:
        yield found


@pytest.fixture
def listed(tmp_path: Path, web: Web) -> Path:
    """The operator's own list."""
    own = tmp_path / "data" / "feeds.toml"
    own.parent.mkdir()
    own.write_text(f'[[feeds]]\nname = "Kestrel"\nurl = "{web.at("/rss")}"\n')
    return own


@pytest.fixture
def run(
    tmp_path: Path,
    web: Web,
    listed: Path,
    embedder: Embedder,
    environment: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
) -> Any:
    assert embedder.dimensions
    news = tmp_path / "news"
    news.mkdir()
    (news / "owl.md").write_text("---\npublished: 2026-02-01\n---\n# GPT-5.4\n\nOpenAI released GPT-5.4.\n")
    environment(
        MODELSCAPE_DATA=str(listed.parent),
        MODELSCAPE_CORPUS=str(news),
        MODELSCAPE_ALLOWED_PORTS=str(web.port),
        MODELSCAPE_ALLOW_PRIVATE_ADDRESSES="true",
        **CACHE,
    )

    def act(*argv: str) -> tuple[int, Any, str]:
        web.asked.clear()
        with ExitStack() as opened:
            status = main(opened, [*argv, "--json"])
        out, err = capsys.readouterr()
        return status, json.loads(out) if out else None, err

    return act


def test_what_a_feed_lists_is_taken_in_as_one_update_and_only_once(run: Any, web: Web) -> None:
    first = run("index")[1]["generation"]
    status, found, err = run("feeds")
    assert (status, err, found.keys() >= REPORT) == (0, "", True)
    assert (found["added"], found["articles"], found["generation"]) == (2, 3, first + 1)
    assert found["feeds"] == [
        {
            "name": "Kestrel",
            "url": web.at("/rss"),
            "outcome": "polled",
            "taken_in": 2,
            "waiting": 0,
            "kept_out": 0,
            "unusable": 0,
            "beyond": 0,
            "until": None,
            "reason": None,
        }
    ]
    assert [one["path"] for one in found["set_aside"]] == [web.at("/pie")]
    assert ("GPT-5.5", "2M tokens") in {(event["model"], event["after"]) for event in found["changes"]}
    assert {one["published"] for one in run("sources")[1]["articles"]} == {"2026-02-01", "2026-03-02"}

    status, found, err = run("feeds")
    assert (status, err, found["added"], found["changes"]) == (0, "", 0, [])
    assert (found["feeds"][0]["outcome"], web.asked) == ("unchanged", ["/robots.txt", "/rss"])


def test_what_was_taken_out_stays_out_although_its_feed_offers_it_again(run: Any, web: Web) -> None:
    run("feeds")
    run("remove", web.at("/gpt-5.5"))
    web.pages["/rss"] = feed_of("/gpt-5.5", "/gpt-5.5/copy", day="Tue, 03 Mar 2026 10:00:00 GMT")
    web.pages["/gpt-5.5/copy"] = web.pages["/gpt-5.5"]
    status, found, err = run("feeds")
    assert (status, err, found["articles"], found["skipped"]) == (0, "", 2, [])
    assert found["feeds"][0]["kept_out"] == 2
    assert "/gpt-5.5" not in web.asked


def test_a_correction_supersedes_the_article_and_says_so(run: Any, web: Web) -> None:
    run("feeds")
    web.pages["/gpt-5.5"] = news("GPT-5.5", "4 million")
    web.pages["/rss"] = feed_of("/gpt-5.5", day="Mon, 02 Mar 2026 11:00:00 GMT")
    _, found, _ = run("feeds")
    assert (found["updated"], [one["path"] for one in found["superseded"]]) == (1, found["taken_in"])
    assert ("2M tokens", "4M tokens") in {(event["before"], event["after"]) for event in found["changes"]}


def test_a_feed_that_fails_is_told_and_the_others_are_polled(run: Any, web: Web, listed: Path) -> None:
    listed.write_text(listed.read_text() + f'[[feeds]]\nname = "Owl"\nurl = "{web.at("/owl")}"\n')
    web.pages["/rss"] = feed_of("/gpt-5.5", "/gone")
    status, found, err = run("feeds")
    assert (status, found["added"]) == (1, 2)
    assert [(one["name"], one["outcome"]) for one in found["feeds"]] == [
        ("Kestrel", "polled"),
        ("Owl", "failed"),
    ]
    assert [one["path"] for one in found["skipped"]] == [web.at("/gone")]
    assert "the feed Owl could not be polled: The server answers 404" in err
    assert f"{web.at('/gone')} was not taken in" in err

    status, found, _ = run("feeds")
    assert (status, [one["outcome"] for one in found["feeds"]]) == (0, ["unchanged", "backed off"])
    assert found["feeds"][1]["until"].endswith("+00:00")


def test_where_no_feed_is_enabled_that_is_said(run: Any, listed: Path) -> None:
    listed.unlink()
    status, found, err = run("feeds")
    assert (status, found["feeds"], found["articles"]) == (0, [], 1)
    assert f"no feed is enabled: do so in {listed}" in err


def test_a_mistake_in_the_list_is_told_and_nothing_is_asked_for(run: Any, web: Web, listed: Path) -> None:
    listed.write_text('[[feeds]]\nname = "Kestrel"\n')
    status, out, err = run("feeds")
    assert (status, out, web.asked) == (1, None, [])
    assert f"{listed}, feed 1 ('Kestrel')" in err


def test_the_release_default_polls_nothing_on_this_machine(
    run: Any, web: Web, environment: Callable[..., None]
) -> None:
    environment(MODELSCAPE_ALLOW_PRIVATE_ADDRESSES="false")
    status, found, _ = run("feeds")
    assert (status, web.asked, found["feeds"][0]["outcome"]) == (1, [], "failed")
    assert "not a public address" in found["feeds"][0]["reason"]


def test_while_another_update_is_under_way_nobody_is_asked_for_nothing(
    run: Any, web: Web, listed: Path
) -> None:
    with update_lock(listed.parent):
        status, _, err = run("feeds")
    assert (status, web.asked, "try again when it has ended" in err) == (1, [], True)


def test_what_came_but_could_not_be_stored_comes_again_and_what_failed_is_left_alone(
    web: Web, listed: Path
) -> None:
    listed.write_text(listed.read_text() + f'[[feeds]]\nname = "Owl"\nurl = "{web.at("/owl")}"\n')
    allowed = {"allowed_ports": (web.port,), "allow_private_addresses": True}
    settings = settings_for(listed.parent).model_copy(update=allowed)
    visits = visit_feeds(settings, NOW, unseen)
    with update_lock(settings.data), pytest.raises(UpdateUnderWay):
        take_in(settings, visits, NOW, unseen, print)
    again = visit_feeds(settings, NOW, unseen)
    assert [len(one.offers) for one in visits] == [len(one.offers) for one in again] == [3, 0]
    assert again[1].outcome is Outcome.BACKED_OFF


def unseen(done: int, of: int) -> None:
    """Progress that nobody looks at."""
    assert 0 <= done <= of
