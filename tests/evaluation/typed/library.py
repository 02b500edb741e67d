"""The articles of a folder as they are quoted from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corpus.reader import find_files, read_article
from corpus.types import Article, UnreadableArticle
from tests.evaluation.articles import supports


@dataclass(frozen=True, slots=True)
class Library:
    """Articles by their path in the folder."""

    articles: Mapping[str, Article]

    def is_verbatim(self, span: Mapping[str, Any], path: str) -> bool:
        """Says whether a span's quote stands in the article, where it says."""
        article = self.articles.get(path)
        quote = str(span["quote"])
        return bool(article and quote and article.text[span["start"] : span["end"]] == quote)

    def languages(self, articles: Iterable[str]) -> list[str]:
        """The languages of these articles, given by id or file name; traditional Chinese is Chinese too."""
        wanted = list(articles)
        found = {a.source.language for path, a in self.articles.items() if supports(path, wanted)}
        return sorted({language.removesuffix("-Hant") for language in found})


def read_library(folder: Path, today: date) -> Library:
    """Reads all articles of a folder that can be read."""
    found: dict[str, Article] = {}
    for file in find_files(folder)[0]:
        try:
            found[file.path] = read_article(file, today)
        except UnreadableArticle:
            continue  # it is not in the index either
    return Library(found)
