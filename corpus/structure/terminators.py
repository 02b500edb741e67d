"""Where a sentence ends, in the scripts that the articles are written in."""

import re
from collections.abc import Iterator

from corpus.structure.types import Span

_TERMINATOR = re.compile(r"[.!?。！？｡…।॥؟۔]+|；")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_CLOSING = frozenset("”’»」』】）》〉)]")
_TWOFACED = frozenset("\"'*_~`")  # they open as well as close
_CONTINUING = frozenset("，、,；;：:)）」』”’]】》")
_JAPANESE_QUOTING = frozenset("とのなはがをでにもや")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_LOWER_WORD = re.compile(r"[a-zà-öø-ÿа-я]+(?![\w.-]*[0-9A-Z])")
_WORD = re.compile(r"\w+")
# Before a dot: never the end of a sentence; sometimes; and words that begin one more often than a name.
_NEVER = re.compile(
    r"e\.g|i\.e|cf|vs|viz|approx|ca|mr|mrs|ms|dr|prof|st|figs?|eq|nos?|vol|pp|ch|sec|eds?|al|refs?|est|dept|min|max"
    r"|avg|resp|incl|gen|sen|rep|gov|hon|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|bzw|z\.b"
)
_SOMETIMES = re.compile(r"[a-z]|inc|ltd|corp|co|etc|u\.s|u\.k|e\.u|u\.n|a\.m|p\.m|ph\.d|jr|sr|llc|plc|bros")
_STARTERS = re.compile(
    r"the|this|that|these|those|its?|he|she|they|we|you|i|in|on|at|for|but|and|however|meanwhile|an?|as|by|when"
    r"|while|if|according|after|before|since|there|here|with|from|to|what|why|how|our|their|his|her"
)


def sentence_spans(text: str, start: int, end: int, marker: int = 0) -> Iterator[Span]:
    """Yields the sentences of ``text[start:end]``, one paragraph of prose, white space around them cut off.

    The first `marker` characters (a list's number and dot) end no sentence.
    """
    begin = start
    for mark in _TERMINATOR.finditer(text, start + marker, end):
        if mark.start() < begin:
            continue
        after = _past_closers(text, begin, mark, end)
        if _ends(text, begin, mark, after, end):
            yield from trimmed(text, begin, after)
            begin = after
    yield from trimmed(text, begin, end)


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yields the span without the white space around it, if anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _past_closers(text: str, begin: int, mark: re.Match[str], end: int) -> int:
    """Returns where the quotation marks, brackets and emphasis that close behind the mark end."""
    after = mark.end()
    while after < end:
        if text[after] in _CLOSING:
            after += 1
        elif footnote := _FOOTNOTE.match(text, after, end):
            after = footnote.end()
        elif text[after] in _TWOFACED and _closes(text, begin, mark.start(), after, end):
            after = _run_end(text, after, end)
        else:
            break
    return after


def _run_end(text: str, at: int, end: int) -> int:
    last = at
    while last < end and text[last] == text[at]:
        last += 1
    return last


def _closes(text: str, begin: int, stop: int, at: int, end: int) -> bool:
    """A mark closes if it stands before white space, or if one was opened earlier in the sentence."""
    after = _run_end(text, at, end)
    if after == end or text[after].isspace():
        return True
    return text.count(text[at:after][:10], max(begin, stop - 1000), stop) % 2 == 1


def _ends(text: str, begin: int, mark: re.Match[str], after: int, end: int) -> bool:
    following = text[after : after + 60].lstrip()
    if after >= end or not following:
        return True
    if mark[0][-1] in ".!?…":
        return _ascii_ends(text, begin, mark, after, following)
    if following[0] in _CONTINUING:
        return False
    return not (text[after - 1] in "」』" and following[0] in _JAPANESE_QUOTING)


def _ascii_ends(text: str, begin: int, mark: re.Match[str], after: int, following: str) -> bool:
    if not text[after].isspace():
        near = _CJK.match(following) and after == mark.end()
        before = mark[0][-1] != "." or _CJK.match(text, mark.start() - 1, mark.start())
        return bool(near and before and mark[0] != "…")
    if _LOWER_WORD.match(following) or following[0] in ",;，、":
        return False
    return mark[0] != "." or not _abbreviates(text[max(begin, mark.start() - 12) : mark.start()], following)


def _abbreviates(before: str, following: str) -> bool:
    """Whether the dot behind this word belongs to an abbreviation or an initial rather than to a sentence."""
    word = before.split()[-1].lstrip("([{\"'*_“‘").lower() if before and not before[-1].isspace() else ""
    if _NEVER.fullmatch(word):
        return word != "no" or following[0].isdigit()
    if not _SOMETIMES.fullmatch(word):
        return False
    next_word = _WORD.match(following)
    return next_word is not None and not _STARTERS.fullmatch(next_word[0].lower())
