from datetime import date

import pytest

from corpus.intake.feeds.parsing import parse_feed
from corpus.intake.feeds.types import Listed, NotAFeed
from tests.corpus.intake.feeds.samples import ATOM, BOMB, JSON, OUTSIDE, RSS1, RSS2, linking, many

TODAY = date(2026, 3, 3)
ADDRESS = "https://kestrel.example/feeds/rss"


def parsed(text: str, most: int = 1_000) -> Listed:
    return parse_feed(text.encode(), ADDRESS, TODAY, most)


def test_rss_2_gives_addresses_titles_days_and_a_language() -> None:
    two, older, by_guid = parsed(RSS2).entries
    assert (two.address, two.stated.title) == ("https://kestrel.example/two", "Kestrel 2 & its price")
    assert (two.stated.published, two.stated.language) == (date(2026, 3, 2), "en-GB")
    assert (older.address, older.stated.title) == ("https://kestrel.example/older", "Kestrel 1.5")
    assert (older.stated.published, older.stated.dated) == (None, False)
    assert by_guid.address == "https://kestrel.example/by-guid"


def test_a_day_that_does_not_exist_is_unknown_with_a_warning() -> None:
    stated = parsed(RSS2).entries[2].stated
    assert (stated.published, stated.dated) == (None, True)
    assert stated.warnings[0].startswith("In its feed: The date '2026-02-38' does not exist")


def test_rss_1_has_its_days_from_dublin_core() -> None:
    (entry,) = parsed(RSS1).entries
    assert (entry.address, entry.stated.published) == ("https://kestrel.example/two", date(2026, 3, 2))


def test_atom_gives_the_page_not_the_enclosure_and_the_day_of_publication_not_of_a_change() -> None:
    two, three = parsed(ATOM).entries
    assert (two.address, two.stated.title) == ("https://kestrel.example/blog/two", "Kestrel 2")
    assert (two.stated.published, two.stated.language) == (date(2026, 3, 1), "fr")
    assert (three.address, three.stated.language) == ("https://kestrel.example/three", "zh")
    assert three.stated.published is None


def test_a_json_feed_is_read_as_others_are() -> None:
    listed = parsed(JSON)
    two, other = listed.entries
    assert (two.stated.title, two.stated.published) == ("Kestrel 2", date(2026, 3, 2))
    assert (other.address, other.stated.language) == ("https://other.example/x", "zh")
    assert other.stated.warnings
    assert listed.unusable == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-03-02T10:00:00Z</updated></entry>", "2026-03-03T10:00:00Z</updated></entry>"),
        ("em&gt;2", "em&gt;3"),
    ],
)
def test_an_entry_that_changed_has_another_stamp(old: str, new: str) -> None:
    before, after = parsed(ATOM).entries[0], parsed(ATOM.replace(old, new, 1)).entries[0]
    assert before.address == after.address
    assert before.stamp != after.stamp
    assert before.stamp == parsed(ATOM).entries[0].stamp


def test_an_address_that_is_listed_twice_is_one_entry() -> None:
    listed = parsed(linking("https://a.example/log#v1", "https://a.example/log#v2", "https://a.example/b"))
    assert [entry.address for entry in listed.entries] == ["https://a.example/log", "https://a.example/b"]


@pytest.mark.parametrize(
    "link",
    [
        *("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.example/", "mailto:a@b.c"),
        *("http://user:pw@a.example/", "http://[", "//", "https://a.example/\x7f", "https://a.example/" + "x" * 3_000),
    ],
)  # fmt: skip
def test_a_link_that_leads_to_no_page_is_left_out(link: str) -> None:
    listed = parsed(linking(link, "https://a.example/b"))
    assert [entry.address for entry in listed.entries][-1:] == ["https://a.example/b"]
    assert len(listed.entries) + listed.unusable == 2
    assert not any("user" in entry.address or "etc" in entry.address for entry in listed.entries)


def test_entries_beyond_the_bound_are_left_out_unread() -> None:
    listed = parsed(many(50), most=20)
    assert ([entry.address[-2:] for entry in listed.entries][-1], len(listed.entries)) == ("19", 20)
    assert listed.beyond == 30
    assert parsed(JSON, most=1).beyond == 3


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_entities_are_neither_multiplied_nor_read_from_files(text: str) -> None:
    listed = parsed(text)
    assert listed.entries[-1].address == "https://kestrel.example/two"
    assert all(len(entry.stated.title or "") < 100 for entry in listed.entries)
    assert "root:" not in repr(listed)


@pytest.mark.parametrize(
    "text",
    ["", "Hello.", "<html><body>x</body></html>", "{}", '{"items": []}', "[1]", "{" * 100_000, '{"a": NaN'],
)
def test_what_is_no_feed_is_told_in_a_sentence(text: str) -> None:
    with pytest.raises(NotAFeed, match=r"\.$"):
        parsed(text)
