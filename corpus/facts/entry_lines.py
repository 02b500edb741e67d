"""Paragraphs whose lines open with a model each, as with titles."""

from dataclasses import dataclass

from corpus.facts.scan import Sentence
from corpus.facts.thread import opening_subject


@dataclass(slots=True)
class EntryLines:
    """The lines of the paragraph that begins at `start`; of two that open with a model, each is an entry by
    itself."""

    start: int
    entries: int = 0

    def is_own_entry(self, sentence: Sentence) -> bool:
        """Told of every sentence in order, says whether what holds for the lines above says nothing of this
        one."""
        opens = sentence.start == self.start or sentence.text[sentence.start - 1] == "\n"
        self.entries += opens and opening_subject(sentence) is not None
        return opens and self.entries > 1
