"""The words around values, names and quotes."""

from bot.phrases import Phrases, read_phrases


def phrases_for(language: str) -> Phrases:
    """Returns the phrases in the language of a question."""
    return read_phrases("bot.facts", language)
