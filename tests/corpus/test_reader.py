import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from corpus.reader import find_files, read_article
from corpus.types import Article, ArticleFile, CorpusError, Format, UnreadableArticle

TODAY = date(2026, 3, 1)
OWN = Path(__file__).parents[2] / "corpus" / "articles"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
DEV = SEEDS.parent / "articles-dev"


def read(folder: Path, name: str, data: bytes | str, strict: bool = False) -> Article:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    files, _ = find_files(folder, strict)
    return read_article(next(file for file in files if file.path == name), TODAY)


def reasons(folder: Path, largest: int = 1000) -> dict[str, str]:
    return {one.path: one.reason for one in find_files(folder, largest=largest)[1]}


def test_articles_are_found_in_order_below_the_folder(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.HTML", "a/y.rst", ".hidden.md", ".git/x.md", "picture.png", "c.mdx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.")
    files, skipped = find_files(tmp_path)

    assert [file.path for file in files] == ["a/y.rst", "a/z.HTML", "b.md", "c.mdx"]
    assert [file.article for file in files] == ["a-y", "a-z", "b", "c"]
    assert files[0].digest == hashlib.sha256(b"Text.").hexdigest()
    assert skipped == []


def test_what_can_not_be_used_is_skipped_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("Text.")
    (tmp_path / "empty.md").write_text(" \n")
    (tmp_path / "large.md").write_text("x" * 1001)
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-")
    (tmp_path / "odd\nname.md").write_text("Text.")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    os.mkfifo(tmp_path / "pipe.md")
    found = reasons(tmp_path)

    assert [file.path for file in find_files(tmp_path, largest=1000)[0]] == ["good.md", "paper.pdf"]
    assert "empty" in found["empty.md"]
    assert "1,000 bytes" in found["large.md"]
    assert "rename" in found["odd\\x0aname.md"]
    assert "can't be read" in found["gone.md"]
    assert "regular" in found["pipe.md"]


def test_a_name_that_is_not_utf8_is_skipped(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xc4\xa3\xff.md")).write_text("Text.")

    assert "rename" in next(iter(reasons(tmp_path).values()))


def test_a_link_that_leads_out_is_skipped_and_one_inside_is_read(tmp_path: Path) -> None:
    outside, corpus = tmp_path / "outside", tmp_path / "corpus"
    outside.mkdir()
    corpus.mkdir()
    (outside / "secret.md").write_text("Secret.")
    (corpus / "real.md").write_text("Text.")
    (corpus / "inside.md").symlink_to(corpus / "real.md")
    (corpus / "file.md").symlink_to(outside / "secret.md")
    (corpus / "folder").symlink_to(outside)
    (corpus / "loop").symlink_to(corpus)
    files, skipped = find_files(corpus)

    assert [file.path for file in files] == ["inside.md", "real.md"]
    assert [one.path for one in skipped] == ["file.md", "folder"]


def test_a_missing_folder_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="does not exist"):
        find_files(tmp_path / "nowhere")
    (tmp_path / "file").write_text("")
    with pytest.raises(CorpusError, match="not a folder"):
        find_files(tmp_path / "file")


def test_an_article_carries_its_front_matter_and_where_its_text_begins(tmp_path: Path) -> None:
    article = read(
        tmp_path, "one.md", "---\r\ntitle: One\r\npubDate: 2026-02-11\r\nlang: en-US\r\n---\r\nThe text.\r\n"
    )

    assert article.source.title == "One"
    assert article.source.published == date(2026, 2, 11)
    assert article.source.language == "en"
    assert article.text[article.body :] == "The text.\n"
    assert article.format is Format.MARKDOWN
    assert article.warnings == ()


def test_broken_front_matter_is_a_warning_and_the_text_is_used(tmp_path: Path) -> None:
    article = read(tmp_path, "one.md", "---\ntitle: [\n---\n# Two\n\nThe text.\n")

    assert article.source.title == "Two"
    assert "front matter" in article.warnings[0]


@pytest.mark.parametrize(("right", "warnings"), [(True, 0), (False, 1)])
def test_a_digest_of_the_text_is_checked(tmp_path: Path, right: bool, warnings: int) -> None:
    digest = hashlib.sha256(b"The text.\n" if right else b"Another.\n").hexdigest()

    assert len(read(tmp_path, "one.md", f"---\nsha256: {digest}\n---\nThe text.\n").warnings) == warnings


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.md", "Words", Format.MARKDOWN),
        ("a.txt", "Words", Format.TEXT),
        ("a.txt", "# Title\n\nWords", Format.MARKDOWN),
        ("a.txt", "|A|B|\n|---|---|\n|1|2|", Format.MARKDOWN),
        ("a.rst", "Title\n=====\n\n# no heading here", Format.TEXT),
    ],
)
def test_the_format_follows_the_name_and_a_look_at_the_text(
    tmp_path: Path, name: str, text: str, kind: Format
) -> None:
    assert read(tmp_path, name, text).format is kind


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_a_page_is_read_as_its_text(tmp_path: Path, name: str) -> None:
    page = "<!doctype html><html lang=en><h1>Alpha</h1><p>The model was presented with a larger window today.</p></html>"
    article = read(tmp_path, name, page)

    assert article.body == 0
    assert "<p>" not in article.text
    assert article.source.title == "Alpha"


def test_markdown_with_tables_of_html_stays_as_it_is(tmp_path: Path) -> None:
    text = "<h1>Title</h1>\n<table><tr><td>1M</td></tr></table>\n"

    assert read(tmp_path, "one.md", text).text == text


def test_an_encoding_that_was_guessed_is_a_warning(tmp_path: Path) -> None:
    article = read(
        tmp_path, "one.md", "# 模型价格\n\n这个模型的价格比上一代低，上下文也更长。".encode("gb18030")
    )

    assert article.source.title == "模型价格"
    assert "GB18030" in article.warnings[0]


@pytest.mark.parametrize(
    ("data", "reason"), [(b"---\ntitle: x\n---\n\n", "no text"), (b"\x89PNG\r\n\x1a\n\0\0", "PNG")]
)
def test_a_file_that_holds_no_text_is_unreadable(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableArticle, match=reason):
        read(tmp_path, "one.md", data)


def test_a_file_that_vanished_is_unreadable_and_one_that_changed_is_read_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticle, match="no longer there"):
        read_article(ArticleFile(tmp_path, "gone.md", "gone", "0"), TODAY)
    (tmp_path / "one.md").write_text("New text.")
    article = read_article(ArticleFile(tmp_path, "one.md", "one", "0"), TODAY)
    assert article.text == "New text."
    assert "changed" in article.warnings[0]


def test_an_unknown_key_is_an_error_in_the_projects_own_files_only(tmp_path: Path) -> None:
    text = "---\ntitle: One\ntags: [x]\n---\nText.\n"

    assert read(tmp_path, "one.md", text).warnings == ()
    with pytest.raises(UnreadableArticle, match="tags"):
        read(tmp_path, "one.md", text, strict=True)


def test_the_projects_own_files_state_everything_in_their_front_matter(tmp_path: Path) -> None:
    article = read(
        tmp_path,
        "2026-02-11-x.md",
        "---\npublished: null\n---\n# Title\n\nSource: https://a.example/\n",
        strict=True,
    )

    assert (article.source.title, article.source.published, article.source.url) == ("Title", None, None)


def test_the_shipped_articles_are_read_strictly_without_a_warning() -> None:
    files, skipped = find_files(OWN, strict=True)
    articles = [read_article(file, date(2026, 12, 31)) for file in files]

    assert len(articles) >= 5
    assert skipped == []
    assert [article.warnings for article in articles] == [()] * len(articles)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the source texts are not on this machine")
def test_the_source_texts_state_what_they_state_and_nothing_more() -> None:
    articles = [read_article(file, TODAY) for file in find_files(SEEDS)[0]]
    stated = [(one.source.language, one.source.published, one.source.url) for one in articles]

    assert stated == [
        ("zh", date(2026, 2, 11), None),
        ("zh", date(2026, 2, 26), None),
        ("zh", None, None),
        ("en", None, "https://cot.wiki/blog/en/ai-analysis-2026"),
        ("zh", None, "https://www.qbitai.com/2026/02/381644.html"),
    ]
    assert (articles[3].source.author, articles[3].source.licence) == ("Perimsx", "CC BY-NC-SA 4.0")
    assert "2026-02-38" in articles[4].warnings[0]
    assert all(one.source.publisher is None for one in articles)


@pytest.mark.skipif(not DEV.is_dir(), reason="the articles to try rules on are not on this machine")
def test_articles_of_many_shapes_are_all_read_in_their_language() -> None:
    articles = [read_article(file, TODAY) for file in find_files(DEV)[0]]
    wrong = {
        one.source.path: one.source.language
        for one in articles
        if not one.source.path.startswith("README")
        and not Path(one.source.path.lower()).stem.endswith(f"-{one.source.language.lower()}")
    }

    assert wrong == {}
