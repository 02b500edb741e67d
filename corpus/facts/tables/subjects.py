"""Of which models a cell speaks."""

import re
from dataclasses import dataclass

from corpus.facts.tables.readings import Parts, is_nothing, note, parts
from corpus.facts.tables.types import Cell
from corpus.facts.tables.words import read_lexicon
from corpus.facts.types import Span
from corpus.names import Names
from corpus.names.types import Mention, Model

_LONGEST = 200  # characters of a cell that names models
_MORE_SIZES = re.compile(
    r"[/,、]\s?-?[\d.]{1,10}[bBkKmM]?(?![\w.])"
)  # "qwen3-4b/1.7b", "gpt-4o / -2024-05-13"
_DATED = re.compile(r"[/,、]\s?-(?:\d{1,4}-?){1,3}(?!\w)")
_PATH = re.compile(r"[\w.@:-]{1,60}(?:/[\w.@:-]{1,80}){1,6}")
_DOTTED = re.compile(r"(?:[a-z]{2,9}\.){1,2}(?=[a-z])")
_REVISION = re.compile(r"-v\d(?::\d)?$|[-:]\d:\d$|:(?:free|latest|\d)$")
_RANK = re.compile(r"^\s{0,3}[#＃]?\d{1,2}[.)、]?\s")  # "1. GPT-5"
_SHORT_OF = 40  # the longest name of a model that no file knows


@dataclass(frozen=True, slots=True)
class Subject:
    """A model, where in the article it is named, and what else its cell says of it ("high", "32B"); `above` is
    the cell or heading with its family, where it is named in two parts."""

    model: Model
    span: Span
    note: str | None = None
    above: Cell | None = None


def subjects(cell: Cell | None, names: Names, headed: bool = False) -> tuple[Subject, ...]:
    """Returns the models that a cell names, none where it says more than that ("GPT-5 vs. R1", "R1 x RAG").

    Words in brackets are remarks ("based on V3"), unless the model stands only there ("Before (R1)").
    `headed` says that the cell stands under a header "model": then a name in any spelling is believed.
    """
    if cell is None or cell.struck or is_nothing(cell.text) or len(cell.text) > _LONGEST:
        return ()
    cell = _last_of_path(cell)
    whole = parts(cell)
    mentions = names.mentions(whole.main)
    if not mentions:
        return _in_remark(cell, whole, names) or (_unknown(cell, whole.main, names) if headed else ())
    if _left(whole.main, [(m.start, m.end) for m in mentions], names):
        return _unknown(cell, whole.main, names) if headed else ()
    remark = note("; ".join(remark.text for remark in whole.remarks))
    found = {m.model.key: Subject(m.model, _span(cell, m, remark), remark) for m in reversed(mentions)}
    return tuple(s for s in reversed(found.values()) if s.model.versioned)


def _span(cell: Cell, mention: Mention, remark: str | None) -> Span:
    """Where the name stands; with a remark, the whole cell."""
    return cell.span if remark else cell.part(mention.start, mention.end)


def _in_remark(cell: Cell, whole: Parts, names: Names) -> tuple[Subject, ...]:
    """The one model that stands in brackets behind words such as "before"."""
    if not whole.main.strip() or _left(whole.main, [], names):
        return ()
    found = [
        Subject(mention.model, cell.span)
        for remark in whole.remarks
        for mention in names.mentions(cell.text, remark.start, remark.end)
    ]
    return tuple(found) if len(found) == 1 and found[0].model.versioned else ()


def _last_of_path(cell: Cell) -> Cell:
    """The name in an address such as "bedrock/us.anthropic.claude-opus-4-1-v1:0"."""
    if not _PATH.fullmatch(cell.text):
        return cell
    start = cell.text.rfind("/") + 1
    if maker := _DOTTED.match(cell.text, start):
        start = maker.end()
    end = _REVISION.search(cell.text, start)
    return cell.cut(start, end.start() if end else len(cell.text))


def _left(main: str, spans: list[Span], names: Names) -> str:
    """What is left of a cell's words without models, their makers and the like."""
    for start, end in [*spans, *((o.start, o.end) for o in names.organisations(main))]:
        main = main[:start] + "\0" * (end - start) + main[end:]
    main = _RANK.sub(" ", main)
    main = _DATED.sub(" ", _MORE_SIZES.sub(" ", main))
    told = read_lexicon().beside.read(main.replace("\0", " "))
    return told.rest.replace(" ", "")


def _unknown(cell: Cell, main: str, names: Names) -> tuple[Subject, ...]:
    name = main.strip()
    model = names.model(name) if 1 < len(name) <= _SHORT_OF and "\n" not in name else None
    if model is None or not model.versioned:
        return ()
    at = main.find(name)
    return (Subject(model, cell.part(at, at + len(name))),)
