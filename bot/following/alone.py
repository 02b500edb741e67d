"""Gives a question that says what is asked, but not of which models, those of the question before."""

from collections.abc import Sequence

from bot.following.joining import SEVERAL, joined
from bot.following.named import Told
from bot.following.wording import MANY, ONE, ONLY_WHAT, WHICH
from bot.understanding.cues import read_cue_words
from bot.understanding.plain import plain, words_of

_BETTER = ("better", "worse", "faster", "slower", "stronger", "smarter")  # of which no fact is kept
_OTHER = {"rank", "comparative", "before", "after", "period", "status", "ordinal", "first"}


def which_of_two(now: Told, models: Sequence[str]) -> str | None:
    """Returns "which is cheaper, A or B?" for "which is cheaper?"."""
    match = WHICH.fullmatch(now.text)
    if not match or len(models) not in SEVERAL:
        return None
    asked = match["english"] or match["chinese"]
    if match["chinese"]:
        return f"{joined(models, True)} {asked}"
    if not _compares(asked):
        return None
    return f"{asked.rstrip(' ?!.')}, {joined(models, False, 'or')}?"


def only_what(now: Told, models: Sequence[str]) -> str | None:
    """Returns "A's licence?" for "and the licence?", where each word is one that attributes are asked for with."""
    match = ONLY_WHAT.fullmatch(now.text)
    if not match or len(models) not in (1, *SEVERAL):
        return None
    asked = match["english"] or match["led"] or match["ended"]
    if ONE.search(asked) or MANY.search(asked) or not _is_attribute(asked):
        return None
    if match["english"]:
        return f"{joined(models, False)}'s {asked}?"
    names = joined(models, True)
    return f"{names} {asked}？" if asked.endswith(("吗", "嗎")) else f"{names} 的{asked}呢？"


def _is_attribute(asked: str) -> bool:
    words = words_of(plain(asked))
    cues = read_cue_words().cover(words, 0, len(words)) or []
    senses = [cue.senses.keys() for cue in cues]
    return any("attribute" in own for own in senses) and not any(
        own & _OTHER and "attribute" not in own for own in senses
    )


def _compares(asked: str) -> bool:
    words = words_of(plain(asked))
    cues = read_cue_words().inside(words, 0, len(words))
    return any("comparative" in cue.senses for cue in cues) or any(word in words.split() for word in _BETTER)
