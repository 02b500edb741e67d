from datetime import date

import pytest

from corpus.intake.deciding import Fate, Known, decide
from corpus.intake.duplicates import print_of
from corpus.intake.ledger import Removed

TEXT = "Kestrel 2 reads 256K tokens at once, and is the second large language model of Kestrel Labs in this year."
KEY, PRINT = "a.example/kestrel", print_of(TEXT)
OTHER = print_of(TEXT.replace("256K", "512K"))
TEXTS = {PRINT.digest: TEXT, OTHER.digest: TEXT.replace("256K", "512K")}
MINE = Known("k.md", True, frozenset({KEY}), PRINT, lambda: TEXT)
THEIRS = Known("k.md", False, frozenset({KEY}), PRINT, lambda: TEXT)
OUT = Removed(None, "k.md", "Kestrel", (KEY,), PRINT.digest, date(2026, 3, 1))
NO = "It seems to have nothing to do with AI models."


@pytest.mark.parametrize(
    ("keys", "found", "known", "removed", "irrelevant", "force", "fate"),
    [
        ({KEY}, PRINT, [], [], None, False, Fate.NEW),
        ({KEY}, PRINT, [MINE], [], None, False, Fate.KNOWN),
        ({KEY}, PRINT, [MINE], [], None, True, Fate.KNOWN),
        ({"b.example/copy"}, PRINT, [MINE], [], None, False, Fate.KNOWN),
        (set(), PRINT, [THEIRS], [], None, False, Fate.KNOWN),
        ({KEY}, OTHER, [MINE], [], None, False, Fate.CHANGED),
        ({KEY}, OTHER, [THEIRS], [], None, False, Fate.NEW),  # an operator's file is not ours to replace
        ({"b.example/other"}, OTHER, [MINE], [], None, False, Fate.NEW),
        ({KEY}, PRINT, [], [], NO, False, Fate.ASIDE),
        ({KEY}, PRINT, [], [], NO, True, Fate.NEW),
        ({KEY}, OTHER, [MINE], [], NO, False, Fate.ASIDE),  # a page that is gone is no new version of itself
        ({KEY}, OTHER, [], [OUT], None, False, Fate.OUT),
        ({"b.example/copy"}, PRINT, [], [OUT], None, False, Fate.OUT),
        ({KEY}, PRINT, [], [OUT], None, True, Fate.NEW),
        ({KEY}, PRINT, [], [OUT], NO, False, Fate.OUT),
    ],
)
def test_what_becomes_of_an_offer(keys, found, known, removed, irrelevant, force, fate) -> None:  # type: ignore[no-untyped-def]
    decision = decide(frozenset(keys), found, TEXTS[found.digest], known, removed, irrelevant, force)
    assert decision.fate is fate
    assert bool(decision.reason) == (fate in {Fate.OUT, Fate.ASIDE})
    assert (decision.of is not None) == (fate in {Fate.KNOWN, Fate.CHANGED})


def test_what_is_forced_in_is_no_longer_out() -> None:
    assert decide(frozenset({KEY}), PRINT, TEXT, [], [OUT], None, True).again == (OUT,)


def test_of_two_copies_the_one_word_for_word_is_named() -> None:
    longer = TEXT + " It is out now."
    near = Known("near.md", True, frozenset(), print_of(longer), lambda: longer)
    assert decide(frozenset(), PRINT, TEXT, [near, MINE], [], None, False).of == MINE
