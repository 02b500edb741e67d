"""Cuts passages where an article has something that no reader sees, so that none is quoted with it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.types import Article
from index.splitting.types import CountTokens
from index.types import Passage


def apart(passages: Sequence[Passage], article: Article, count_tokens: CountTokens) -> list[Passage]:
    """Returns the passages, those that hold hidden spans of the article as the parts between them."""
    if not article.hidden:
        return list(passages)
    cut = [part for passage in passages for part in _parts(passage, article)]
    sizes = count_tokens([passage.embedded for passage in cut])
    return [
        replace(passage, ordinal=number, tokens=size)
        for number, (passage, size) in enumerate(zip(cut, sizes, strict=True))
    ]


def _parts(passage: Passage, article: Article) -> Iterator[Passage]:
    inside = [(a, b) for a, b in article.hidden if a < passage.end and passage.start < b]
    starts = [passage.start, *(end for _, end in inside)]
    ends = [*(start for start, _ in inside), passage.end]
    for start, end in zip(starts, ends, strict=True):
        text = article.text[start:end]
        plain = text.strip()
        if plain:
            first = start + len(text) - len(text.lstrip())
            yield replace(passage, start=first, end=first + len(plain), text=plain)
