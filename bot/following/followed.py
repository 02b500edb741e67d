"""Makes a follow-up a whole question, out of the one before it: pure.

What it takes over is the subject ("and its licence?"), or all but the subject ("what about Opus 4.6?"). A text that
names its own subject, that shows no sign of following up, or that may be meant in two ways stays as it is.
"""

from bot.following.alone import only_what, which_of_two
from bot.following.named import Told, told
from bot.following.other_name import other_name
from bot.following.pronouns import beside_another, same_subject
from bot.following.types import Before
from corpus.names import Names

_CARD = "/model "  # as this command is remembered: a model's name alone asks for its card, too
_LONGEST = 300  # characters; who writes more says what it is about


def followed(text: str, before: Before | None, naming: Names) -> str:
    """Returns the whole question, or the text as it is."""
    if before is None or len(text) > _LONGEST or len(before.question) > _LONGEST:
        return text
    now, earlier = told(text, naming), told(before.question.removeprefix(_CARD), naming)
    if now.everything:
        whole = other_name(now, earlier, naming) or beside_another(now, _one(earlier, before))
        whole = whole or (None if now.models else same_subject(now, earlier.subjects, _one(earlier, before)))
    else:
        whole = same_subject(now, earlier.subjects, _one(earlier, before))
        whole = whole or which_of_two(now, earlier.subjects) or only_what(now, earlier.subjects)
    return whole or text


def _one(earlier: Told, before: Before) -> str | None:
    """The one model that the exchange before was about: named in the question, else in the answer."""
    if earlier.subjects:
        return earlier.subjects[0] if len(earlier.subjects) == 1 else None
    return before.answered
