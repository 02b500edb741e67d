import pytest

from corpus.intake.formats import told_kind
from corpus.intake.types import Kind, NotAnArticle
from corpus.types import UnreadableArticle
from tests.corpus.intake.documents import archive, docx, pdf

PAGE = b"<!doctype html><html><body><p>Kestrel 2 is out.</p></body></html>"
MARKDOWN = b"# Kestrel 2\n\nIt reads <b>256K</b> tokens.\n"


@pytest.mark.parametrize(
    ("data", "content_type", "name", "kind"),
    [
        (PAGE, "text/html", "", Kind.PAGE),
        (PAGE, "text/plain", "news.txt", Kind.PAGE),
        (b"\xef\xbb\xbf" + PAGE, "application/octet-stream", "", Kind.PAGE),
        (b"<?xml version='1.0'?>" + PAGE, "application/xhtml+xml", "", Kind.PAGE),
        (b"<body><p>Kestrel 2 is out.</p></body>", "text/html", "", Kind.PAGE),
        (b"<div><p>Kestrel 2 is out.</p></div>", "", "news.HTML", Kind.PAGE),
        (MARKDOWN, "text/html", "", Kind.TEXT),
        (MARKDOWN, "text/markdown", "", Kind.TEXT),
        (MARKDOWN, "image/png", "", Kind.TEXT),
        (b"A page begins with <html> and a PDF document with %PDF-1.7.", "text/plain", "", Kind.TEXT),
        ("鸢尾2已发布，上下文窗口为256K。".encode("gb18030") * 9, "text/plain", "", Kind.TEXT),
        (pdf(["Kestrel 2"]), "text/html", "news.html", Kind.PDF),
        (b"\n\n" + pdf(["Kestrel 2 \xe9"]), "", "", Kind.PDF),
        (docx(), "application/pdf", "", Kind.DOCX),
    ],
)
def test_the_bytes_tell_what_they_are(data: bytes, content_type: str, name: str, kind: Kind) -> None:
    assert told_kind(data, content_type, name)[0] is kind


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"/>', "feed"),
        (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "XML"),
        (b'{"title": "Kestrel"}', "JSON"),
        (b'[{"title": "Kestrel"}]', "JSON"),
        (archive({"news.md": MARKDOWN}), "zip archive"),
        (b"PK\x03\x04 and no more", "damaged zip"),
    ],
)
def test_what_is_no_article_is_refused_by_its_name(data: bytes, said: str) -> None:
    with pytest.raises(NotAnArticle, match=said):
        told_kind(data)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n....", b"\x1f\x8b\x08....", bytes(range(256)) * 9])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableArticle):
        told_kind(data, "text/html")


CHINESE = "鸢尾2已经发布，窗口很大。"


@pytest.mark.parametrize("charset", ["gbk", "iso-8859-1", "utf-8", "no-such-charset", None])
def test_a_lying_charset_does_not_garble_the_text(charset: str | None) -> None:
    assert told_kind((CHINESE * 40).encode("gb18030"), "text/plain", charset=charset)[1] == CHINESE * 40


def test_a_charset_that_is_right_decides_where_the_bytes_alone_do_not() -> None:
    text = "鸢尾"
    assert told_kind(text.encode("gb18030"), "text/plain", charset="GBK")[1:] == (text, ())
