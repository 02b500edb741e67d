import gzip
import itertools
import time
from collections.abc import Callable, Iterator

import pytest

from corpus.intake.fetching import LARGEST, Fetcher, fetch
from corpus.intake.types import AddressRefused, NotFetched, Rules, ServerRefuses, Version
from tests.web import Page, Web, redirect, serving

TEXT = {"Content-Type": "text/plain"}


@pytest.fixture
def web() -> Iterator[Web]:
    with serving({"/news": Page(b"<html>Kestrel 2 is out</html>")}) as found:
        yield found


def rules(web: Web) -> Rules:
    return Rules(private=True, ports=frozenset({web.port}))


def test_a_page_is_fetched_with_what_the_server_says_of_it(web: Web) -> None:
    found = fetch(web.at("/news"), rules(web))
    assert found.data == b"<html>Kestrel 2 is out</html>"
    assert (found.content_type, found.charset) == ("text/html", "utf-8")
    assert found.addresses == (web.at("/news"),)
    assert {agent.split()[0] for agent in web.agents} == {"modelscape"}


def test_the_release_default_connects_to_nothing_on_this_machine(web: Web) -> None:
    with pytest.raises(AddressRefused, match="not a public address"):
        fetch(web.at("/news"), Rules(ports=frozenset({web.port})))
    with pytest.raises(AddressRefused, match=f"Port {web.port}"):
        fetch(web.at("/news"), Rules())
    assert web.asked == []


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "127.1",
        "2130706433",
        "0x7f.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "127.0.0.1.",
        "１２７.0.0.1",
    ],
)
def test_however_this_machine_is_written_it_is_not_connected_to(web: Web, host: str) -> None:
    with pytest.raises((AddressRefused, NotFetched)):
        fetch(web.at("/news", host), Rules(ports=frozenset({web.port})))
    assert web.asked == []


def test_the_server_is_told_the_name_although_the_connection_goes_to_the_checked_address(web: Web) -> None:
    assert fetch(web.at("/news", "localhost"), rules(web)).data
    assert set(web.hosts) == {f"localhost:{web.port}"}


def test_redirects_are_followed_and_remembered(web: Web) -> None:
    web.pages |= {"/old": redirect("/older"), "/older": redirect(web.at("/news#top"), 308)}
    found = fetch(web.at("/old"), rules(web))
    assert found.addresses == tuple(map(web.at, ("/old", "/older", "/news")))


def test_five_redirects_are_followed_and_no_more(web: Web) -> None:
    web.pages |= {f"/{n}": redirect(f"/{n + 1}") for n in range(6)} | {"/6": Page(b"far")}
    assert fetch(web.at("/1"), rules(web)).data == b"far"
    with pytest.raises(NotFetched, match="more than 5 times"):
        fetch(web.at("/0"), rules(web))


@pytest.mark.parametrize(
    "target",
    [
        *("file:///etc/passwd", "ftp://127.0.0.1/", "http://user:pw@127.0.0.1/", "http://127.0.0.1:22/"),
        *("javascript:alert(1)", "data:text/plain,x", "http://[", "//", "http://\x00/"),
    ],
)
def test_a_redirect_is_checked_as_the_first_address_was(web: Web, target: str) -> None:
    web.pages["/old"] = redirect(target.replace("\x00", "%00"))
    with pytest.raises((AddressRefused, NotFetched)):
        fetch(web.at("/old"), rules(web))


@pytest.mark.parametrize("status", [403, 404, 410, 429, 500, 204, 206])
def test_what_is_no_page_is_told_by_its_status(web: Web, status: int) -> None:
    web.pages["/gone"] = Page(status=status)
    with pytest.raises(NotFetched, match=str(status)):
        fetch(web.at("/gone"), rules(web))


def test_an_empty_answer_is_refused(web: Web) -> None:
    web.pages["/void"] = Page(b" \n")
    with pytest.raises(NotFetched, match="empty"):
        fetch(web.at("/void"), rules(web))


def test_what_is_packed_is_unpacked(web: Web) -> None:
    packed = gzip.compress(b"Kestrel" * 1000)
    web.pages["/packed"] = Page(packed, headers={**TEXT, "Content-Encoding": "gzip"})
    assert fetch(web.at("/packed"), rules(web)).data == b"Kestrel" * 1000


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "deflate", "compress"])
def test_what_is_packed_otherwise_is_refused(web: Web, encoding: str) -> None:
    web.pages["/packed"] = Page(b"x" * 100, headers={**TEXT, "Content-Encoding": encoding})
    with pytest.raises(NotFetched, match="packs"):
        fetch(web.at("/packed"), rules(web))


def test_a_damaged_archive_is_refused(web: Web) -> None:
    web.pages["/packed"] = Page(b"no archive", headers={**TEXT, "Content-Encoding": "gzip"})
    with pytest.raises(NotFetched, match="damaged"):
        fetch(web.at("/packed"), rules(web))


def test_ten_megabytes_are_counted_after_unpacking(web: Web) -> None:
    bomb = gzip.compress(bytes(20 * LARGEST))
    assert len(bomb) < LARGEST / 20
    web.pages["/bomb"] = Page(bomb, headers={**TEXT, "Content-Encoding": "gzip"})
    with pytest.raises(NotFetched, match="larger than 10 MB"):
        fetch(web.at("/bomb"), rules(web))


def endless(write: Callable[[bytes], object]) -> None:
    for _ in itertools.count():
        write(b"more and more " * 5000)


def slow(write: Callable[[bytes], object]) -> None:
    for _ in range(200):
        write(b".")
        time.sleep(0.05)


def test_an_endless_stream_ends_at_the_bound(web: Web) -> None:
    web.pages["/endless"] = Page(headers=TEXT, write=endless)
    with pytest.raises(NotFetched, match="larger than 10 MB"):
        fetch(web.at("/endless"), rules(web))


def test_all_waits_together_are_bounded(web: Web) -> None:
    web.pages["/slow"] = Page(headers=TEXT, write=slow)
    began = time.monotonic()
    with pytest.raises(NotFetched, match=r"longer than 0\.5 s"):
        fetch(web.at("/slow"), rules(web), seconds=0.5)
    assert time.monotonic() - began < 3


def test_what_robots_may_not_fetch_is_not_fetched(web: Web) -> None:
    web.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /private/\n", headers=TEXT)
    web.pages["/private/news"] = Page(b"x")
    assert fetch(web.at("/news"), rules(web))
    with pytest.raises(NotFetched, match=r"robots\.txt"):
        fetch(web.at("/private/news"), rules(web))
    assert "/private/news" not in web.asked


def test_rules_for_this_robot_by_name_count(web: Web) -> None:
    rules_of_site = b"User-agent: modelscape\nDisallow: /\n\nUser-agent: *\nAllow: /\n"
    web.pages["/robots.txt"] = Page(rules_of_site, headers=TEXT)
    with pytest.raises(NotFetched, match=r"robots\.txt"):
        fetch(web.at("/news"), rules(web))


def test_where_the_rules_for_robots_fail_nothing_is_fetched(web: Web) -> None:
    web.pages["/robots.txt"] = Page(status=503)
    with pytest.raises(NotFetched, match="503"):
        fetch(web.at("/news"), rules(web))
    assert "/news" not in web.asked


def test_an_endless_list_of_rules_for_robots_is_cut(web: Web) -> None:
    web.pages["/robots.txt"] = Page(headers=TEXT, write=endless)
    assert fetch(web.at("/news"), rules(web)).data


def test_a_server_that_hangs_up_is_told_in_a_sentence(web: Web) -> None:
    with pytest.raises(NotFetched, match="does not answer"):
        fetch("http://127.0.0.1:9/", Rules(private=True, ports=frozenset({9})))
    assert web.asked == []


def test_a_name_that_nobody_knows_is_told_in_a_sentence() -> None:
    with pytest.raises(NotFetched, match="not known"):
        fetch("http://no-such-name.invalid/", Rules())


def test_a_page_is_fetched_again_only_where_it_changed(web: Web) -> None:
    web.pages["/news"] = Page(b"one", etag='"1"', modified="Mon, 02 Mar 2026 10:00:00 GMT")
    fetcher = Fetcher(rules(web))
    found = fetcher.fetch(web.at("/news"))
    assert found.version == Version('"1"', "Mon, 02 Mar 2026 10:00:00 GMT")
    assert fetcher.fetch_changed(web.at("/news"), found.version) is None
    web.pages["/news"] = Page(b"two", etag='"2"')
    again = fetcher.fetch_changed(web.at("/news"), found.version)
    assert again
    assert (again.data, again.version) == (b"two", Version('"2"'))


def test_a_version_that_can_not_be_sent_back_as_it_came_is_not_kept(web: Web) -> None:
    web.pages["/news"] = Page(b"one", etag='"' + "x" * 500 + '"', modified="Montag, 2. M\xe4rz")
    assert not fetch(web.at("/news"), rules(web)).version


def test_that_nothing_changed_is_no_answer_where_nobody_asked(web: Web) -> None:
    web.pages["/news"] = Page(status=304)
    with pytest.raises(NotFetched, match="304"):
        fetch(web.at("/news"), rules(web))


@pytest.mark.parametrize(
    ("said", "wait"),
    [("120", 120), ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("soon", None), ("-5", None), ("", None)],
)
def test_a_server_says_for_how_long_it_wants_to_be_left_alone(
    web: Web, said: str, wait: float | None
) -> None:
    web.pages["/news"] = Page(status=429, headers={"Retry-After": said})
    with pytest.raises(ServerRefuses) as refused:
        fetch(web.at("/news"), rules(web))
    assert (refused.value.busy, refused.value.wait) == (True, wait)


def test_robots_rules_are_asked_for_once_and_their_pause_is_kept(web: Web) -> None:
    web.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 0.2\n", headers=TEXT)
    fetcher = Fetcher(rules(web))
    began = time.monotonic()
    for _ in range(3):
        fetcher.fetch(web.at("/news"))
    assert time.monotonic() - began > 0.4
    assert web.asked.count("/robots.txt") == 1
