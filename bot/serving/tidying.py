"""Keeps Python's search for garbage from holding up everybody.

Python looks through all that is in memory for rings of objects that nobody uses any more, and everything waits for
that: 0.2 s for a small index on a quiet machine. What stays for long is therefore left out of it.
"""

import gc
from collections.abc import Callable


def tidy() -> None:
    """Looks once, and leaves out of later searches what is there now. For when nobody waits."""
    gc.collect()
    gc.freeze()


def untroubled(make: Callable[[], bool]) -> bool:
    """Calls `make`, which says whether it made much that stays: nothing is searched meanwhile, and that is left out
    later. Returns what it says."""
    gc.disable()
    try:
        made = make()
        if made:
            gc.freeze()
        return made
    finally:
        gc.enable()
