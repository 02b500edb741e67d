"""Asks the question before of another model, benchmark or developer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.following.joining import SEVERAL, is_chinese, joined
from bot.following.named import Named, Told, blanked, identity, swapped
from bot.following.wording import ONLY_A_NAME
from bot.question import read_question
from bot.understanding.describing import describe
from bot.understanding.types import Lookup
from bot.understanding.understand import understand
from corpus.language import detect
from corpus.names import Names

_NO_DAY = date(2000, 1, 1)  # a look-up depends on none


def other_name(now: Told, earlier: Told, naming: Names) -> str | None:
    """Returns the question before with the name that is all that the text has; None where it is not clear in
    the place of which."""
    kinds = [kind for kind in (now.models, now.benchmarks, now.organisations) if kind]
    if len(kinds) != 1 or not ONLY_A_NAME.fullmatch(blanked(now.text, kinds[0])):
        return None
    names = [now.text[one.start : one.end] for one in kinds[0]]
    if now.models:
        return _of_models(now, earlier, naming)
    if now.benchmarks:
        return _on_benchmark(now, earlier, names)
    return None if earlier.models else _swapped(earlier, earlier.organisations, names)


def _of_models(now: Told, earlier: Told, naming: Names) -> str | None:
    if len(earlier.subjects) != 1 or earlier.organisations:
        return None
    if is_chinese(now.text) != is_chinese(earlier.text):
        return _in_the_other_language(now, earlier, naming)
    return _swapped(earlier, earlier.models, now.subjects)


def _in_the_other_language(now: Told, earlier: Told, naming: Names) -> str | None:
    """The question in the words of the one who asks now, where it is a look-up and so can be said anew."""
    query = understand(read_question(earlier.text), naming, _NO_DAY)
    if not isinstance(query, Lookup):
        return None
    models = tuple(dict.fromkeys(mention.model for mention in now.models))
    return describe(replace(query, models=models), detect(now.text))


def _on_benchmark(now: Told, earlier: Told, names: Sequence[str]) -> str | None:
    chinese = is_chinese(now.text)
    if earlier.benchmarks and (chinese == is_chinese(earlier.text) or not earlier.models):
        return _swapped(earlier, earlier.benchmarks, names)
    if len(earlier.subjects) not in (1, *SEVERAL):
        return None
    models, benchmarks = joined(earlier.subjects, chinese), joined(names, chinese)
    return (
        f"{models} 的 {benchmarks} 得分是多少？" if chinese else f"What did {models} score on {benchmarks}?"
    )


def _swapped(earlier: Told, places: Sequence[Named], names: Sequence[str]) -> str | None:
    """The question with the names in the place of the only one of their kind."""
    if len({identity(one) for one in places}) != 1:
        return None
    return swapped(earlier.text, places, joined(names, is_chinese(earlier.text)))
