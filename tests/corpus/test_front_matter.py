import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.front_matter import read_front_matter
from corpus.types import UnreadableArticle


def test_a_yaml_block_gives_its_values_and_where_the_text_begins() -> None:
    text = "---\ntitle: 'One'\npubDate: 2026-02-11\ntags: [a, b]\nauthor: {name: X}\nnone: ~\n---\nBody\n"
    found = read_front_matter(text)

    assert found.values == {
        "title": "One",
        "pubDate": "2026-02-11",
        "tags": ["a", "b"],
        "author": {"name": "X"},
        "none": None,
    }
    assert text[found.body :] == "Body\n"


@pytest.mark.parametrize("closing", ["---", "...", "---  "])
def test_yaml_may_close_in_two_ways(closing: str) -> None:
    text = f"---\ntitle: One\n{closing}\nBody"

    assert text[read_front_matter(text).body :] == "Body"


def test_a_toml_block_is_read() -> None:
    text = '+++\ntitle="One"\n[extra]\na = 1\n+++\nBody'
    found = read_front_matter(text)

    assert found.values == {"title": "One", "extra": {"a": 1}}
    assert text[found.body :] == "Body"


@pytest.mark.parametrize(
    "text",
    [
        "no front matter",
        "---\ntitle: never closed\n\nBody",
        "\n---\ntitle: not at the beginning\n---\n",
        "---\n\nProse between two rules, with no key.\n\n---\nMore",
        "---",
        "",
    ],
)
def test_what_is_not_front_matter_stays_text(text: str) -> None:
    assert read_front_matter(text).body == 0


def test_an_empty_block_is_front_matter() -> None:
    assert read_front_matter("---\n---\nBody").body == 8


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ("title: [unclosed", "line"),
        ("title: One: two", "mapping values"),
        ("a: &x [1]\nb: *x", "refers back"),
        ("a: " + "[" * 50 + "]" * 50, "deeper than 20"),
        ("a: " + "x" * 70_000, "longer than 64 KB"),
        ("a: " + "[" * 30_000, "deeper than 20"),
    ],
)
def test_a_broken_block_is_a_warning_and_the_text_below_it_stays(block: str, reason: str) -> None:
    text = f"---\n{block}\n---\nBody"
    found = read_front_matter(text)

    assert found.values == {}
    assert text[found.body :] == "Body"
    assert reason in found.warnings[0]


@pytest.mark.parametrize("block", ["a = ", "a=" + "[" * 30_000, "a=" + "9" * 10_000])
def test_a_broken_toml_block_is_a_warning_too(block: str) -> None:
    found = read_front_matter(f"+++\n{block}\n+++\nBody")

    assert found.values == {}
    assert len(found.warnings) == 1


def test_a_broken_block_of_the_projects_own_is_an_error() -> None:
    with pytest.raises(UnreadableArticle, match="can't be read"):
        read_front_matter("---\ntitle: [\n---\nBody", strict=True)


def test_a_tag_that_would_make_an_object_makes_none() -> None:
    found = read_front_matter("---\ntitle: !!python/object/apply:os.getcwd []\n---\n")

    assert found.values == {"title": []}


PIECES = st.lists(
    st.sampled_from(
        [
            "---",
            "+++",
            "...",
            "\n",
            "a: b",
            "a = 1",
            "- ",
            "[",
            "{",
            "*x",
            "&x",
            "!!t",
            "'",
            '"',
            "#",
            "\x00",
            "é",
            " ",
        ]
    )
)


@given(PIECES.map("".join) | st.text(), st.booleans())
def test_any_text_has_a_beginning_or_is_refused_where_strict(text: str, strict: bool) -> None:
    try:
        found = read_front_matter(text, strict)
    except UnreadableArticle:
        assert strict
        return
    assert 0 <= found.body <= len(text)
    assert found.body == 0 or text[found.body - 1] == "\n" or found.body == len(text)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        st.from_regex(r"[A-Za-z][a-z ]{0,20}[a-z]", fullmatch=True),
        min_size=1,
    ),
    st.text(),
)
def test_plain_values_come_back_and_the_body_is_found(values: dict[str, str], body: str) -> None:
    block = "".join(f"{key}: '{value}'\n" for key, value in values.items())
    text = f"---\n{block}---\n{body}"
    found = read_front_matter(text)

    assert found.values == values
    assert text[found.body :] == body
