"""Cuts an article into passages."""

from dataclasses import replace
from itertools import islice

from corpus.structure.blocks import blocks
from corpus.types import Article
from index.splitting.contexts import context, fitted, heading
from index.splitting.dividing import Ruler
from index.splitting.languages import passage_language
from index.splitting.packing import drafts
from index.splitting.pieces import pieces
from index.splitting.types import CountTokens, Draft, Limits
from index.types import Passage

SPLITTING = "2"  # raised with every change that moves a passage; part of the index's fingerprint


def split(article: Article, count_tokens: CountTokens, limits: Limits) -> tuple[list[Passage], list[str]]:
    """Returns the article's passages in order, and sentences that warn of what was left out.

    Every character from ``article.body`` on that is not white space lies in exactly one passage, unless
    the article has more than ``limits.passages``. `count_tokens` is called with many texts at a time.
    """
    ruler = Ruler(article.text, count_tokens, limits)
    found = drafts(pieces(ruler, blocks(article.text, article.body)), limits)
    kept = list(islice(found, limits.passages))
    return _passages(article, kept, count_tokens, limits), _left_out(article, kept, limits)


def _passages(
    article: Article, kept: list[Draft], count_tokens: CountTokens, limits: Limits
) -> list[Passage]:
    parts = [context(article.source.title, draft) for draft in kept]
    texts = fitted(parts, count_tokens, limits.context)
    made = [
        _passage(article, n, draft, texts[part])
        for n, (draft, part) in enumerate(zip(kept, parts, strict=True))
    ]
    return _counted(made, count_tokens, limits)


def _passage(article: Article, ordinal: int, draft: Draft, before: str) -> Passage:
    text = article.text[draft.start : draft.end]
    return Passage(
        article=article.source.article,
        ordinal=ordinal,
        start=draft.start,
        end=draft.end,
        text=text,
        heading=heading(draft.path),
        context=before,
        language=passage_language(text, article.source.language),
        tokens=0,
    )


def _left_out(article: Article, kept: list[Draft], limits: Limits) -> list[str]:
    left = len(article.text[kept[-1].end :].strip()) if kept else 0
    if not left:
        return []
    return [
        f"The article has more than {limits.passages:,} passages: its last {left:,} characters are left out"
        " of the index. Raise the limit of passages, or split the file."
    ]


def _counted(made: list[Passage], count_tokens: CountTokens, limits: Limits) -> list[Passage]:
    """Fills in the tokens. A tokenizer is not quite additive: a context that turns out too long is dropped."""
    if not made:
        return []
    sizes = count_tokens([passage.embedded for passage in made])
    alone = iter(count_tokens([p.text for p, size in zip(made, sizes, strict=True) if size > limits.most]))
    return [
        replace(passage, tokens=size)
        if size <= limits.most
        else replace(passage, context="", tokens=next(alone))
        for passage, size in zip(made, sizes, strict=True)
    ]
