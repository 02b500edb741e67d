"""One poll after the other of a feed on a web server of the tests' own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from corpus.intake.canonical import address_key
from corpus.intake.feeds.state import State
from corpus.intake.feeds.types import Feed
from corpus.intake.feeds.visiting import MOST_PAGES, Outcome, Visit, visit
from corpus.intake.fetching import Fetcher
from corpus.intake.types import Rules
from tests.web import Page, Web, redirect, serving

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1, minutes=1)
ARTICLE = (
    "<!doctype html><html><head><title>Kestrel %s</title></head><body><article><h1>Kestrel %s is out</h1>"
    "<p>The large language model Kestrel %s was presented on Monday. It has a context window of %s tokens.</p>"
)


def article(name: str, window: str = "256K", etag: str = "") -> Page:
    return Page((ARTICLE % (name, name, name, window)).encode(), etag=etag)


def feed_of(*links: str, etag: str = "", day: str = "Sun, 01 Mar 2026 10:00:00 GMT") -> Page:
    items = "".join(
        f"<item><title>{link}</title><link>{link}</link><pubDate>{day}</pubDate></item>" for link in links
    )
    body = f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()
    return Page(body, headers={"Content-Type": "application/rss+xml"}, etag=etag)


@pytest.fixture
def web() -> Iterator[Web]:
    pages = {"/rss": feed_of("/two", etag='"f"'), "/two": article("2", etag='"two"')}
    with serving(pages) as found:
        yield found


def poll(web: Web, state: State = State(), now: datetime = NOW, out: frozenset[str] = frozenset()) -> Visit:  # noqa: B008
    web.asked.clear()
    web.unchanged.clear()
    fetcher = Fetcher(Rules(private=True, ports=frozenset({web.port})), 5)
    return visit(Feed("Kestrel", web.at("/rss")), state, fetcher, out, now)


def test_what_is_listed_is_fetched_with_the_day_that_the_feed_gives_it(web: Web) -> None:
    found = poll(web)
    assert (found.outcome, [offer.given for offer in found.offers]) == (Outcome.POLLED, [web.at("/two")])
    stated = found.offers[0].draft.stated
    assert (str(stated.published), stated.url) == ("2026-03-01", web.at("/two"))
    assert {agent.split()[0] for agent in web.agents} == {"modelscape"}
    assert [types.split(",")[0] for types in web.accepted[1:]] == ["application/rss+xml", "text/html"]


def test_another_sites_article_is_not_dated_by_the_list_that_names_it(web: Web) -> None:
    web.pages["/rss"] = feed_of(web.at("/two", "localhost"))
    assert poll(web).offers[0].draft.stated.published is None


def test_an_unchanged_feed_costs_one_question_and_its_pages_none_before_a_day_is_over(web: Web) -> None:
    first = poll(web)
    again = poll(web, first.state, NOW + timedelta(hours=1))
    assert (again.outcome, again.offers) == (Outcome.UNCHANGED, ())
    assert (web.asked, web.unchanged) == (["/robots.txt", "/rss"], ["/rss"])


def test_a_page_is_looked_at_again_after_a_day_and_comes_where_it_changed(web: Web) -> None:
    state = poll(web).state
    same = poll(web, state, NOW + DAY)
    assert (same.offers, web.unchanged) == ((), ["/rss", "/two"])
    web.pages["/two"] = article("2", "512K", etag='"corrected"')
    changed = poll(web, same.state, NOW + 2 * DAY)
    assert "512K" in changed.offers[0].draft.body
    assert changed.again == {web.at("/two")}


def test_a_page_that_is_gone_stays_as_it_was_taken_in(web: Web) -> None:
    state = poll(web).state
    del web.pages["/two"]
    assert poll(web, state, NOW + DAY).failed == ()


def test_an_entry_of_another_version_is_asked_for_at_once(web: Web) -> None:
    state = poll(web).state
    web.pages["/rss"] = feed_of("/two", day="Mon, 02 Mar 2026 10:00:00 GMT")
    poll(web, state, NOW + timedelta(hours=1))
    assert web.asked[-1] == "/two"


def test_what_was_taken_out_is_not_asked_for(web: Web) -> None:
    found = poll(web, out=frozenset({address_key(web.at("/two"))}))
    assert (found.offers, found.kept_out, "/two" in web.asked) == ((), 1, False)
    assert poll(web, found.state, NOW + DAY).kept_out == 0


def test_many_entries_are_taken_in_portions_and_none_is_lost(web: Web) -> None:
    links = [f"/{n}" for n in range(MOST_PAGES + 5)]
    text = {
        link: Page(f"# Kestrel {link}".encode(), headers={"Content-Type": "text/markdown"}) for link in links
    }
    web.pages |= text | {"/rss": feed_of(*links, etag='"f"')}
    first = poll(web)
    assert (len(first.offers), first.waiting) == (MOST_PAGES, 5)
    second = poll(web, first.state, NOW + timedelta(hours=1))
    assert (second.outcome, second.waiting) == (Outcome.UNCHANGED, 0)
    given = [offer.given for one in (first, second) for offer in one.offers]
    assert sorted(given) == sorted(map(web.at, links))


def test_an_article_that_fails_is_told_each_time_tried_again_and_given_up(web: Web) -> None:
    web.pages["/rss"] = feed_of("/gone", "/two")
    state, said = State(), []
    for turn in range(4):
        found = poll(web, state, NOW + turn * DAY)
        state = found.state
        said += [skipped.reason for skipped in found.failed]
    assert [reason.split(". ")[-1] for reason in said] == ["It is tried again later."] * 2 + [
        "It is given up."
    ]


def test_an_address_that_may_not_be_connected_to_is_given_up_at_once(web: Web) -> None:
    web.pages["/rss"] = feed_of("http://127.0.0.1:22/", "file:///etc/passwd", "/two")
    found = poll(web)
    assert [skipped.path for skipped in found.failed] == ["http://127.0.0.1:22/"]
    assert poll(web, found.state, NOW + DAY).failed == ()
    assert (len(found.offers), found.unusable) == (1, 1)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (Page(status=500), "500"),
        (Page(status=410), "410"),
        (Page(b"<!doctype html><html><body>Welcome</body></html>"), "a page, not a feed"),
        (Page(b"\x89PNG\r\n\x1a\n"), "PNG"),
        (Page(b""), "empty"),
        (redirect("http://127.0.0.1:22/"), "Port 22"),
        (redirect("/rss"), "more than 5 times"),
    ],
)
def test_a_feed_that_fails_says_why_and_is_left_alone_for_longer_each_time(
    web: Web, page: Page, reason: str
) -> None:
    web.pages["/rss"] = page
    found = poll(web)
    assert (found.outcome, reason in (found.reason or "")) == (Outcome.FAILED, True)
    assert found.state.until == NOW + timedelta(minutes=30)
    assert poll(web, found.state, NOW + timedelta(minutes=29)).outcome is Outcome.BACKED_OFF
    assert web.asked == []
    later = poll(web, found.state, NOW + timedelta(minutes=31))
    assert later.state.until == NOW + timedelta(minutes=31 + 60)


def test_a_feed_that_works_again_is_no_longer_left_alone(web: Web) -> None:
    works = web.pages.pop("/rss")
    state = poll(web).state
    web.pages["/rss"] = works
    found = poll(web, state, NOW + DAY)
    assert (found.outcome, found.state.failures, found.state.until) == (Outcome.POLLED, 0, None)


def test_a_server_that_is_asked_too_often_is_left_alone_for_as_long_as_it_wants(web: Web) -> None:
    web.pages["/rss"] = Page(status=429, headers={"Retry-After": "86400"})
    assert poll(web).state.until == NOW + timedelta(days=1)


def test_where_the_articles_server_wants_a_pause_the_rest_waits(web: Web) -> None:
    web.pages["/rss"] = feed_of("/two", "/busy", "/three")
    web.pages |= {"/busy": Page(status=503, headers={"Retry-After": "7200"}), "/three": article("3")}
    found = poll(web)
    assert (len(found.offers), found.waiting, found.failed) == (1, 2, ())
    assert found.state.until == NOW + timedelta(hours=2)
    web.pages["/busy"] = article("busy")
    after = poll(web, found.state, NOW + timedelta(hours=3))
    assert [offer.given for offer in after.offers] == [web.at("/busy"), web.at("/three")]


def test_a_site_that_allows_no_robots_is_not_polled(web: Web) -> None:
    web.pages["/robots.txt"] = Page(
        b"User-agent: *\nDisallow: /rss\n", headers={"Content-Type": "text/plain"}
    )
    found = poll(web)
    assert "robots.txt says so" in (found.reason or "")
    assert web.asked == ["/robots.txt"]


def test_the_rules_for_robots_count_for_each_article(web: Web) -> None:
    web.pages["/robots.txt"] = Page(
        b"User-agent: *\nDisallow: /two\n", headers={"Content-Type": "text/plain"}
    )
    found = poll(web)
    assert ("/two" in web.asked, len(found.failed)) == (False, 1)


def test_the_release_default_polls_nothing_on_this_machine(web: Web) -> None:
    feed = Feed("Kestrel", web.at("/rss"))
    found = visit(feed, State(), Fetcher(Rules(ports=frozenset({web.port}))), frozenset(), NOW)
    assert "not a public address" in (found.reason or "")
    assert web.asked == []


def test_a_shipped_feed_that_fails_says_that_it_was_never_tried(web: Web) -> None:
    del web.pages["/rss"]
    feed = Feed("Kestrel", web.at("/rss"), documented="https://kestrel.example/feeds", tried=False)
    found = visit(feed, State(), Fetcher(Rules(True, frozenset({web.port}))), frozenset(), NOW)
    assert "never tried here; see https://kestrel.example/feeds" in (found.reason or "")
