import time
from datetime import date
from pathlib import Path

import pytest

from corpus.reader import find_files, read_article
from corpus.unseen import as_seen, unseen, without


def seen(text: str) -> list[str]:
    """The lines that have something on them, as readers see them."""
    return [line.strip() for line in without(text, unseen(text, 0)).splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Kestrel <!-- nobody --> is out.", ["Kestrel", "is out."]),
        ("<!--\n9M tokens\n\n--> Kestrel", ["Kestrel"]),
        ('A <span style="display:none">9M</span> B', ["A", "B"]),
        ("A <SPAN hidden>9M <b>more</b></SPAN> B", ["A", "B"]),
        ("<div style='font-size:0'><div>9M</div> more</div>B", ["B"]),
        ('<p style="color:#fff">9M</p>B', ["B"]),
        ("<script>9M</script><style>p {}</style>B", ["B"]),
        ("<template><p>9M</p></template>B", ["B"]),
        ("| a <!-- 9M --> | b |", ["| a " + " " * 11 + " | b |"]),  # a row stays a row
    ],
)
def test_comments_and_hidden_elements_are_not_seen(text: str, left: list[str]) -> None:
    assert seen(text) == left
    assert len(without(text, unseen(text, 0))) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "```html\n<!-- a comment -->\n<script>x</script>\n```",
        "~~~\n<span hidden>x</span>\n~~~",
        "Write `<!-- x -->` or `<script>` and ``</script>``.",
        "<details><summary>More</summary>Kestrel</details>",
        "Kestrel <!-- has no end",
        "<div hidden> has no end either",
        "</div> a < b and <3 > 2 <img hidden src=x>",
        "if x <!-- y",
    ],
)
def test_code_and_what_never_ends_is_seen(text: str) -> None:
    assert unseen(text, 0) == ()


def test_what_stands_above_the_body_is_not_looked_at() -> None:
    assert unseen("<!-- x -->\n<!-- y -->", 11) == ((11, 21),)


def test_a_markdown_file_keeps_its_text_and_knows_what_is_hidden(tmp_path: Path) -> None:
    text = "# Kestrel <!-- omit -->\n\n<!-- Published: 2026-02-11 -->\n\nIt is out.\n"
    (tmp_path / "a.md").write_text(text)
    (tmp_path / "b.txt").write_text(text.replace("#", "").replace("It is out", "It <b>is</b> out"))
    article, plain = (read_article(file, date(2026, 3, 1)) for file in find_files(tmp_path)[0])
    assert (article.text, article.source.title, article.source.published) == (text, "Kestrel", None)
    assert as_seen(article).text.split() == ["#", "Kestrel", "It", "is", "out."]
    assert plain.hidden == ()  # whoever reads plain text sees it all


@pytest.mark.parametrize(
    "unit", ["<!-- ", "<!-- x -->", "<b>", "</b>", "<i hidden>", "```\n", "`", "`a`", "<a x='", "~~~\n```\n", "<", "-->"]
)  # fmt: skip
def test_a_long_line_of_one_thing_takes_bounded_time(unit: str) -> None:
    began = time.monotonic()
    unseen(unit * (500_000 // len(unit)), 0)
    assert time.monotonic() - began < 5
