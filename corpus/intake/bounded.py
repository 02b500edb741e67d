"""Has strangers' bytes read in a process of its own, whose time and memory are bounded."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import corpus
from corpus.intake.types import NotAnArticle

SECONDS = 20
MEMORY = 1024**3
MOST_TEXT = 5_000_000  # characters that are taken out
FEED = "feed"  # what is read, beside the kinds of documents


def in_child(order: Mapping[str, str], data: bytes, what: str, damaged: str) -> dict[str, Any]:
    """Returns as JSON what corpus/intake/child.py made of the bytes. Raises NotAnArticle with its reason, with
    the sentence `damaged` where it broke, or beyond the bounds (20 s, 1 GB), where `what` names the bytes."""
    limits = {"seconds": SECONDS, "memory": MEMORY}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "corpus.intake.child"],
            input=json.dumps({**order, **limits}).encode() + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # libraries say there, without bound, what they think of hostile bytes
            timeout=SECONDS,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _beyond(what, f"{SECONDS} s") from error
    if done.returncode < 0:  # the system ended it
        raise _beyond(what, f"{SECONDS} s or {MEMORY // 1024**2} MB")
    if done.returncode:
        raise NotAnArticle(damaged)
    return _found(json.loads(done.stdout), what)


def too_long(what: str) -> NotAnArticle:
    """Returns the error for what holds more text than is taken out."""
    return NotAnArticle(f"The {what} holds more than {MOST_TEXT:,} characters; split it.")


def _found(said: dict[str, Any], what: str) -> dict[str, Any]:
    if "memory" in said:
        raise _beyond(what, f"{MEMORY // 1024**2} MB of memory")
    if "refused" in said:
        raise NotAnArticle(said["refused"])
    found: dict[str, Any] = said["found"]
    return found


def _beyond(what: str, bound: str) -> NotAnArticle:
    return NotAnArticle(f"To read the {what} takes more than {bound}, the most that it may take.")


def _environment() -> dict[str, str]:
    """What the child needs, and nothing else: settings hold secrets."""
    kept = {
        name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ
    }
    return {**kept, "PYTHONPATH": str(Path(corpus.__file__).parents[1]), "PYTHONSAFEPATH": "1"}
