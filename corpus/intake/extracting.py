"""Takes the text out of what was offered: text here, everything with a structure to attack in a child process."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import corpus
from corpus.front_matter import read_front_matter
from corpus.intake.formats import told_kind
from corpus.intake.types import Extract, Kind, NotAnArticle
from corpus.schema import read_foreign
from corpus.stated import Stated

SECONDS = 20
MEMORY = 1024**3
_DATES = ("published", "retrieved")
_NAMES = {Kind.PDF: "PDF document", Kind.DOCX: "Word document", Kind.PAGE: "page"}


def extract(
    data: bytes, today: date, content_type: str = "", charset: str | None = None, name: str = ""
) -> Extract:
    """Returns the text of what was offered. Raises NotAnArticle or UnreadableArticle where there is none, or
    none within the bounds (20 s, 1 GB, and those of the kind)."""
    if not data.strip():
        raise NotAnArticle("It is empty.")
    kind, text, warnings = told_kind(data, content_type, name, charset)
    if kind is Kind.TEXT:
        found = _of_text(text, today)
    else:
        found = _of_child(kind, text.encode("utf-8", "replace") if text else data, today)
    return replace(found, warnings=warnings + found.warnings)


def _of_text(text: str, today: date) -> Extract:
    matter = read_front_matter(text)
    body = text[matter.body :]
    if not any(map(str.isalnum, body)):
        raise NotAnArticle("There is no text in it.")
    return Extract(body, read_foreign(matter.values, today), matter.warnings)


def _of_child(kind: Kind, data: bytes, today: date) -> Extract:
    order = {"kind": kind, "today": today.isoformat(), "seconds": SECONDS, "memory": MEMORY}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "corpus.intake.child"],
            input=json.dumps(order).encode() + b"\n" + data,
            capture_output=True,
            timeout=SECONDS,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _beyond(kind, f"{SECONDS} s") from error
    return _read(kind, done)


def _read(kind: Kind, done: "subprocess.CompletedProcess[bytes]") -> Extract:
    if done.returncode < 0:  # the system ended it
        raise _beyond(kind, f"{SECONDS} s or {MEMORY // 1024**2} MB")
    if done.returncode:
        raise NotAnArticle(f"The {_NAMES[kind]} is damaged and can't be read; give its text as Markdown.")
    said: dict[str, Any] = json.loads(done.stdout)
    if "memory" in said:
        raise _beyond(kind, f"{MEMORY // 1024**2} MB of memory")
    if "refused" in said:
        raise NotAnArticle(said["refused"])
    found = said["extract"]
    return Extract(found["text"], _stated(found["stated"]), tuple(found["warnings"]))


def _stated(found: dict[str, Any]) -> Stated:
    days = {key: date.fromisoformat(found[key]) if found[key] else None for key in _DATES}
    return Stated(**{**found, **days, "warnings": tuple(found["warnings"])})


def _beyond(kind: Kind, bound: str) -> NotAnArticle:
    return NotAnArticle(f"To read the {_NAMES[kind]} takes more than {bound}, the most that it may take.")


def _environment() -> dict[str, str]:
    """What the child needs, and nothing else: settings hold secrets."""
    kept = {
        name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ
    }
    return {**kept, "PYTHONPATH": str(Path(corpus.__file__).parents[1]), "PYTHONSAFEPATH": "1"}
