"""Which model an article is about by its title in the front matter."""

from corpus.facts.subjects import Subject, only
from corpus.names import Names
from corpus.types import Article


def titled(article: Article, names: Names) -> Subject | None:
    """Returns the one model that the title names, where the title stands in the article's text above the body."""
    at = article.text.find(article.source.title, 0, article.body) if article.source.title else -1
    if at < 0:
        return None
    end = at + len(article.source.title)
    model = only(names.mentions(article.text, at, end))
    return Subject(model, (at, end)) if model is not None and model.versioned else None
