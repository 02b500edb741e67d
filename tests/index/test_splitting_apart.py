from corpus.types import Article, Format, Source
from corpus.unseen import as_seen, unseen
from index.splitting import Limits, split
from index.splitting.apart import apart
from index.types import Passage

TEXT = """# Herons

The heron of the harbour waits. <!-- It has 9 crates. --> It stands on one leg.

<div hidden>It has 8 crates.</div>

The otter swims.
"""


def words(texts: list[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def cut(text: str) -> tuple[Article, list[Passage]]:
    article = Article(Source("a", "a.md", "Herons", "en"), text, 0, Format.MARKDOWN, (), unseen(text, 0))
    return article, apart(split(as_seen(article), words, Limits())[0], article, words)


def test_no_passage_holds_what_nobody_sees_and_each_is_the_article_word_for_word() -> None:
    article, passages = cut(TEXT)
    assert [p.text for p in passages] == [
        "# Herons\n\nThe heron of the harbour waits.",
        "It stands on one leg.",
        "The otter swims.",
    ]
    assert all(p.text == article.text[p.start : p.end] for p in passages)
    assert [p.ordinal for p in passages] == [0, 1, 2]
    assert [p.tokens for p in passages] == words([p.embedded for p in passages])


def test_an_article_with_nothing_hidden_is_cut_as_ever() -> None:
    article = Article(Source("a", "a.md", "Herons", "en"), TEXT, 0, Format.MARKDOWN)
    found = split(article, words, Limits())[0]
    assert apart(found, article, words) == found
